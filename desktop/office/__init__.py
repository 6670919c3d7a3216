"""The rules of the work, pure Python. Imports nothing of ours: no Qt, no network, no disk."""
