"""The parts of one person's window, an idea each; desktop.workroom puts them together, and none of them knows it.

Arrows run one way: the ground; what is known of signatures and of devices; the tools; the desks; the ways between them.
What leads up (a desk that opens something on another) is handed in as a callable.
"""
