"""From a report to bytes: one file an output."""
