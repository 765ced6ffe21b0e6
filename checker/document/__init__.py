"""From a file to a Document: one file a format, then blocks, sentences and tokens."""
