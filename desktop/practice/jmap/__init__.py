"""JMAP as the practice central speaks it: RFC 8620, RFC 9404, and the office's own types."""
