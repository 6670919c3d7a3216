"""How the Windows installers are made: one module a step, in the order of `build_installer.py`. Not itself shipped.

Knows nothing of the program but its folders' names. What the steps work from lies beside them: the launcher's source,
what of each library is kept, the names of Windows' own libraries, the scripts of both installers.
"""
