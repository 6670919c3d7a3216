"""One presenter per desk: the only code that knows widgets and data both."""
