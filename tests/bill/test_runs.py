"""The text of a provision in runs: words that matched in their place, long texts cut."""

from __future__ import annotations

import pytest

from assess.bill.match import Match, Word
from assess.bill.runs import AROUND, runs
from assess.proposal import Provision

GATEWAY = Provision(id="6", heading="One gateway", text="All traffic passes one national gateway.")


def matched(provision: Provision, *words: str, strong: bool = True) -> Match:
    """A match by these words, each where it first stands in the provision as it is screened."""
    whole = "\n".join(filter(None, (provision.heading, provision.text)))
    places = [
        Word(whole.index(word), whole.index(word) + len(word), word, word, "Why.") for word in words
    ]
    return Match(provision.id, "gateway", 1.0, strong, tuple(places), ())


def told(provision: Provision, *matches: Match, **how: object) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in runs(provision, matches, **how)]


def test_words_are_told_apart_from_the_rest() -> None:
    assert told(GATEWAY, matched(GATEWAY, "traffic", "national")) == [
        ("plain", "All "),
        ("strong", "traffic"),
        ("plain", " passes one "),
        ("strong", "national"),
        ("plain", " gateway."),
    ]


def test_words_of_the_heading_stand_in_the_heading() -> None:
    found = matched(GATEWAY, "gateway")
    assert told(GATEWAY, found, field="heading") == [("plain", "One "), ("strong", "gateway")]
    assert told(GATEWAY, found) == [("plain", GATEWAY.text)]


def test_words_over_one_another_are_shown_once_and_strong_where_one_is() -> None:
    weak = matched(GATEWAY, "national gateway", strong=False)
    strong = matched(GATEWAY, "one national")
    assert told(GATEWAY, weak, strong) == [
        ("plain", "All traffic passes "),
        ("strong", "one national"),
        ("weak", " gateway"),
        ("plain", "."),
    ]


def test_without_matches_or_text_there_is_one_run_or_none() -> None:
    assert told(GATEWAY) == [("plain", GATEWAY.text)]
    assert told(Provision(id="6")) == []


def test_a_long_text_keeps_its_beginning_and_what_stands_around_the_words() -> None:
    filler = "and so on " * 400
    law = Provision(id="6", text=f"Beginning. {filler}The gateway stands here. {filler}End.")
    found = told(law, matched(law, "gateway"), room=600)
    assert [kind for kind, _ in found] == ["plain", "cut", "plain", "strong", "plain", "cut"]
    assert found[0][1].startswith("Beginning.")
    assert 0 < len(found[2][1]) <= AROUND
    assert "".join(text for kind, text in found if kind != "cut") != law.text
    assert told(law, matched(law, "gateway"))[-1][1].endswith("End.")


def test_words_close_to_what_is_kept_leave_no_cut_between() -> None:
    law = Provision(id="6", text="a gateway " + "word " * 300)
    assert [kind for kind, _ in told(law, matched(law, "gateway"), room=300)] == [
        "plain",
        "strong",
        "plain",
        "cut",
    ]


@pytest.mark.parametrize("room", [None, 500])
def test_what_is_shown_is_in_the_text_whatever_matched(room: int | None) -> None:
    text = "关口" * 100_000
    law = Provision(id="6", text=text)
    many = tuple(Word(at, at + 2, "关口", "关口", "Why.") for at in range(0, 200_000, 50))
    found = runs(law, [Match("6", "gateway", 1.0, True, many, ())], room=room)
    shown = "".join(each.text for each in found if each.kind != "cut")
    assert all(each.text in text for each in found if each.kind != "cut")
    assert shown == text if room is None else 500 <= len(shown) < 3_000
