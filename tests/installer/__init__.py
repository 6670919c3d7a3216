"""The Windows installers, tried under wine: ``python -m tests.installer`` builds, installs, works, removes."""
