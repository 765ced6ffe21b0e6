"""The command ``figcheck``."""

import gc

# A check makes many small values and hardly a cycle; to look for one at every 700th takes 3% of a cold start.
gc.set_threshold(50_000, 20, 20)
