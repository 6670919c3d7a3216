"""Tokens, PAdES signatures on the page, and what they prove.

Knows no window and no database; reads fonts and words from ``resources``. Reason codes go up, sentences stand in
``signing.sentences`` as data so that the command line and the window say the same.
"""
