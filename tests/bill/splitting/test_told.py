"""The numbering of a law, told in one line."""

from __future__ import annotations

import pytest

from assess.bill.clause import Chain
from assess.bill.splitting import from_provisions, split
from assess.proposal import Provision
from assess.text import words
from assess.wording import numbering
from assess.wording.law import provisions
from tests.bill.splitting import laws
from tests.bill.splitting.laws import extract

TOLD = [
    (Chain("1", "93", 93), "Article 1", "93 articles, 1 to 93, no gap"),
    (Chain("1", "1", 1), "Article unique", "1 article, 1 to 1, no gap"),
    (Chain("1", "62", 3), "§ 1", "3 sections, 1 to 62, no gap"),
    (
        Chain("1", "16", 13, ("11", "12", "15")),
        "Section 1",
        "13 sections, 1 to 16; gap: 11, 12, 15",
    ),
    (Chain("1", "9", 1_200, ("5",)), "1", "1,200 provisions, 1 to 9; gap: 5"),
    (Chain("", "", 0), "", "no provision was found"),
    (Chain("1", "3", 3), "", "no numbering was found; 3 paragraphs, counted from 1"),
]


@pytest.mark.parametrize(("chain", "scheme", "told"), TOLD)
def test_the_chain_is_told(chain: Chain, scheme: str, told: str) -> None:
    assert numbering(words(), chain, scheme) == told


def test_of_many_gaps_the_first_are_named_and_the_rest_counted() -> None:
    gaps = tuple(str(2 * n) for n in range(1, 21))
    told = numbering(words(), Chain("1", "41", 21, gaps), "Article 1")
    assert told.endswith("gap: 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24 and 8 more")


@pytest.mark.parametrize(
    ("law", "told"),
    [
        (laws.GERMANY, "5 sections, 1 to 4, no gap"),
        (laws.CHINA, "5 articles, 1 to 5, no gap"),
        (laws.KENYA, "4 provisions, 1 to 4, no gap"),
        (laws.ROMAN, "3 articles, I to III, no gap"),
    ],
)
def test_a_law_is_told(law: str, told: str) -> None:
    found = split(extract(law))
    assert numbering(words(), found.chain, found.scheme) == told


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (["1", "2", "3"], "3 provisions, 1 to 3, no gap"),
        (["1", "2a", "4"], "3 provisions, 1 to 4; gap: 3"),
        (["6"], "1 provision"),
        (["gateway", "6 and 12", "records"], "3 provisions"),
        ([], "no provision was found"),
    ],
)
def test_a_draft_is_told_by_its_numbers_alone(numbers: list[str], said: str) -> None:
    draft = from_provisions([Provision(id=each, text="Text.") for each in numbers])
    assert provisions(words("en"), draft) == said
