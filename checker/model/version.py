"""The version, alone in its file: ``figcheck --version`` loads nothing else of the model."""

VERSION = "0.1.0"
