"""docs/evidence.md and frameworks/README.md say of evidence what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assess.evidence import BESIDE, FEWEST, ROLES, STATES, Indicator, bundled, reader, tabular
from assess.yamlfile import parsed

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "evidence.md").read_text(encoding="utf-8")
GUIDE = (ROOT / "frameworks" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*STATES, *bundled.FILES])
def test_each_state_and_each_file_is_named(name) -> None:
    assert f"`{name}`" in PAGE


@pytest.mark.parametrize(
    "columns",
    [
        reader.VALUE_COLUMNS,
        reader.COUNTRY_COLUMNS,
        reader.ATTEMPT_COLUMNS,
        reader.SERIES_COLUMNS,
        reader.SHUTDOWN_COLUMNS,
    ],
)
def test_the_columns_are_those_that_are_asked_for(columns) -> None:
    assert f"{', '.join(columns)}`" in PAGE


def test_the_numbers_are_those_in_the_code() -> None:
    plain = " ".join(PAGE.split())
    assert f"Among fewer than {FEWEST} countries nothing is said" in plain
    assert (BESIDE, "At most five readings" in plain) == (5, True)
    file, whole = bundled.FILE_LIMIT // 1024**2, bundled.ZIP_LIMIT // 1024**2
    assert f"At most {file} MB and {tabular.ROWS:,} rows for a file, {whole} MB for a ZIP" in plain
    assert ", ".join(ROLES) in plain


def test_the_indicator_in_the_guide_can_be_read() -> None:
    block = re.search(r"## Indicators.*?```yaml\n(.*?)```", GUIDE, re.DOTALL)
    assert block
    data = parsed(block[1].encode(), "README.md").data
    assert isinstance(data, list)
    assert Indicator.model_validate(data[0]).stale_after == 36
