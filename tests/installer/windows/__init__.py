"""What only Windows has, tried by the payload's own Python under wine.

Each file here is a script of one part: ordinary ``unittest`` cases, run in a process of its own as

    tacnghiep.com -m unittest discover -s C:\\parts -p NAME.py

It imports the program's modules (``desktop``, ``widgets``, ``signing``, ``local_cache``), what they stand on and the
standard library, nothing of tests; says ``assert sys.platform == "win32"`` below the imports where the rest would not
type-check on Linux; and asserts behaviour. Name it after its part, without ``test_``: pytest must not find it. A file
whose name begins with an underscore is a helper that the others import by its bare name. Qt has a real screen here
(platform "windows"); make the QApplication by ``_window.application()``. Where wine lacks what Windows has, assert
what the program does then, and say so in the case's docstring.

All of them, or those named, tried in a payload that is built (``build_installer.py --only payload --keep DIR``):

    python -m tests.installer --parts [NAME ...] --payload DIR/payload
"""
