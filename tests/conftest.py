"""How hypothesis runs: unhurried, since a busy machine is no failure, and in the gate the same way every time."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

settings.register_profile("desk", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("gate", settings.get_profile("desk"), derandomize=True, print_blob=True)
settings.load_profile("gate" if os.environ.get("CI") else "desk")
