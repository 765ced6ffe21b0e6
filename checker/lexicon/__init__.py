"""Words of the domain, read from ``rules/lexicons``."""
