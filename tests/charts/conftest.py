"""A real framework and a real case, read once."""

from __future__ import annotations

import pytest

from assess.assessment import Assessment
from assess.framework import Framework
from assess.library import Library
from tests.charts.drawing import CAMBODIA


@pytest.fixture(scope="module")
def framework() -> Framework:
    latest = Library().latest("internet-way-of-networking")
    return Library().framework(latest.id, latest.version)


@pytest.fixture(scope="module")
def case() -> Assessment:
    return Library().case(CAMBODIA).assessment()
