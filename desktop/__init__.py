"""The application: what happens. Knows every other package; nothing knows it."""
