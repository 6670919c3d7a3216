"""What leaves for whoever helps: a report on this machine without what is nobody else's business. No Qt.

Knows session, local_cache, signing and the findings; the windows of it are a presenter's concern.
"""
