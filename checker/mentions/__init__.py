"""From sentences to mentions: every figure with its local reading."""
