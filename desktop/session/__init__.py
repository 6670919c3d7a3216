"""Who is at work here: accounts and their profiles, signing in and out, and the workplace that presenters stand on.

Knows central, sync, office and local_cache.
"""
