"""Provisions looked up by words."""

from __future__ import annotations

import pytest

from assess.bill.search import with_words
from assess.proposal import Provision

LAW = (
    Provision(id="6", heading="Gateway", text="All traffic passes ONE gateway."),
    Provision(id="12a", text="Die Straße und die Leitung."),
    Provision(id="المادة ٣", text="تمر جميع حركة الإنترنت"),
)


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("", ["6", "12a", "المادة ٣"]),
        ("  ", ["6", "12a", "المادة ٣"]),
        ("gateway", ["6"]),
        ("one TRAFFIC", ["6"]),
        ("traffic leitung", []),
        ("STRASSE", ["12a"]),
        ("12a", ["12a"]),
        ("حركة", ["المادة ٣"]),
        (".*", []),
    ],
)
def test_every_word_has_to_stand_somewhere_in_the_provision(sought: str, found: list[str]) -> None:
    assert [each.id for each in with_words(LAW, sought)] == found
