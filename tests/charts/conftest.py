"""A real framework and a real case, read once."""

from __future__ import annotations

import pytest

from assess.assessment import Assessment
from assess.framework import Framework
from tests.charts.drawing import CAMBODIA
from tests.shipped import LIBRARY


@pytest.fixture(scope="module")
def framework() -> Framework:
    latest = LIBRARY.latest("internet-way-of-networking")
    return LIBRARY.framework(latest.id, latest.version)


@pytest.fixture(scope="module")
def case() -> Assessment:
    return LIBRARY.case(CAMBODIA).assessment()
