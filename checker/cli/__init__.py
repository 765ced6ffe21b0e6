"""The command ``figcheck``."""
