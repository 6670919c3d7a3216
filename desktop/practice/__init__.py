"""The practice office: a central system on this machine, for training and tests. Knows desktop.office and signing."""
