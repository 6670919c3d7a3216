"""Bringing the central's state here, and this clerk's acts there. Knows central, office and local_cache."""
