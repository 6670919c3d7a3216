"""The central system seen from here: a JMAP client over requests, its wire, its errors.

The only place that knows the wire: a province with another central system replaces this folder. Knows
``desktop.office``. Everything here blocks and is called in a network lane; a ``Call`` lets another thread end it at
once.
"""
