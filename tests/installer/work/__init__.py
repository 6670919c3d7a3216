"""Scripts that work in the installed program: run by its own Python under wine, as unittest cases.

Needs the practice office in the payload. What a script finds it writes, in JSON, to the file that the environment
variable TRIAL_RESULT names; pictures of its steps go beside it.
"""
