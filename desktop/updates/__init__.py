"""Updates by the office: a signed announcement is fetched, judged, and the package that it names laid ready.

manifest holds the rules and knows nothing of ours; source gets bytes; staging keeps them; updater puts these together.
Known by presenters and by the command line; never anything of the window's.
"""
