from __future__ import annotations

from hypothesis import HealthCheck, settings

# A busy machine is no reason to fail: times are measured by `make bench`, never asserted.
settings.register_profile("toolbox", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("toolbox")
