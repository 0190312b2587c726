"""One provision as a card: the words that matched, its margin, and what the reader decides."""

from __future__ import annotations

from html import escape

import pytest

from assess.assessment import Assessment, Judgement
from assess.mark import Mark
from assess.proposal import Draft, Provision
from assess.store import Store, name_of
from assess.ui import state
from tests.ui.conftest import Opened
from tests.ui.law import BLOCKING, GATEWAY, LAW, cards, field, in_english, kept, lists, of, read
from tests.ui.reader import Reader


@pytest.fixture
def law(empty: Assessment) -> Assessment:
    """A law of five provisions in English, nothing decided."""
    return in_english(empty)


# --- a card --------------------------------------------------------------------------------------


def test_the_words_that_matched_are_marked_in_place_and_said_with_the_reason(
    reader: Opened, law: Assessment
) -> None:
    page = reader(law).open("provisions")
    assert '<mark class="assess-strong">national internet gateway</mark>' in page.html
    assert "<h4>Mandatory national gateway</h4>" in page.html
    assert "<q dir='auto'>national internet gateway</q>" in page.html
    assert "Its words hint at what may touch" in page.text
    assert "<b>CP3</b> Decentralized Management" in page.html


def test_a_weak_hint_is_marked_otherwise(reader: Opened, law: Assessment) -> None:
    page = read(reader(law).open("provisions"), "weak")
    assert '<mark class="assess-weak">blocked</mark>' in page.html
    assert "Its words hint weakly at what may touch" in page.text


def test_a_provision_that_refers_to_a_matched_one_says_so(reader: Opened, law: Assessment) -> None:
    page = read(reader(law).open("provisions"), "unread")
    assert "It refers to provision 2, which matched." in page.text


def test_a_provision_an_answer_cites_has_that_node_in_its_margin(
    reader: Opened, law: Assessment
) -> None:
    cites = Judgement(node="privacy", answer="none", provisions=("5",))
    page = read(reader(law.replace(judgements=(cites,))).open("provisions"), "unread")
    assert "Your answers cite it on" in page.text
    assert "<b>E10</b> Privacy" in page.html


def test_a_very_long_provision_is_cut_until_all_of_it_is_asked_for(
    reader: Opened, empty: Assessment
) -> None:
    text = f"Beginning. {'and so on ' * 19_000}All pass the national internet gateway. The end."
    drafts = (Draft(id="d1", language="en", provisions=(Provision(id="1", text=text),)),)
    page = reader(empty.replace(drafts=drafts)).open("provisions")
    assert '<mark class="assess-strong">national internet gateway</mark>' in page.html
    assert len(page.html) < 30_000
    assert "and so on " * 300 not in page.text
    page.press("Show all of it")
    assert "and so on " * 300 in page.text
    page.press("Show less of it")
    assert "and so on " * 300 not in page.text


HOSTILE = (
    "<script>alert(1)</script>",
    "![x](https://example.org/p.png)",
    '"><img src=x onerror=alert(1)>',
    "**bold** :red[x] $x$",
    "a\u202egpj.exe",
)


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_a_law_says_is_shown_as_typed(reader: Opened, empty: Assessment, typed: str) -> None:
    text = f"{typed} All traffic shall pass the national internet gateway. {typed}"
    provision = Provision(id=typed, heading=typed, text=text)
    drafts = (Draft(id="d1", language="en", provisions=(provision,)),)
    page = reader(empty.replace(drafts=drafts)).open("provisions")
    assert page.html.count(escape(typed)) >= 4
    assert "<script>" not in page.html
    assert "<img" not in page.html
    labels = [
        each.label for kind in ("radio", "checkbox", "multiselect") for each in page.test.get(kind)
    ]
    assert not any(typed in label for label in labels)


# --- decisions -----------------------------------------------------------------------------------


def test_an_accepted_hint_is_kept_with_the_wording(reader: Opened, law: Assessment) -> None:
    page = reader(law).open("provisions").fill(field("2", GATEWAY), "accepted")
    assert kept(page) == (of("2", accepted=(GATEWAY,), read=True),)
    assert "✓ Saved." in page.text
    page.again()
    assert "You see in it what may touch" in page.text
    assert "You have read 1 of 5 provisions." in page.text


def test_a_rejected_hint_leaves_the_text_the_margin_and_the_list(
    reader: Opened, law: Assessment
) -> None:
    page = reader(law).open("provisions").fill(field("1", GATEWAY), "rejected")
    assert kept(page) == (of("1", rejected=(GATEWAY,), read=True),)
    assert lists(page.again())[0].startswith("1 provision,")
    assert lists(page)[3].startswith("1 provision,")
    assert cards(page) == ["2"]
    read(page, "read")
    assert cards(page) == ["1"]
    assert "<mark" not in page.html
    page.fill(field("1", GATEWAY), "undecided")
    assert kept(page) == (of("1", read=True),)


def test_what_the_words_missed_is_added_and_taken_away(reader: Opened, law: Assessment) -> None:
    page = (
        reader(law).open("provisions", list="unread").fill(field("5", "added"), ["dns-filtering"])
    )
    assert kept(page) == (of("5", added=("dns-filtering",), read=True),)
    page.fill(field("5", "added"), [])
    assert kept(page) == (of("5", read=True),)


def test_a_provision_can_be_read_without_finding_anything(reader: Opened, law: Assessment) -> None:
    page = reader(law).open("provisions", list="unread").fill(field("5", "read"), True)
    assert kept(page) == (of("5", read=True),)
    assert lists(page.again())[3].startswith("1 provision,")
    read(page, "read").fill(field("5", "read"), False)
    assert kept(page) == ()


def test_all_that_is_undecided_is_rejected_at_once(reader: Opened, law: Assessment) -> None:
    page = read(reader(law).open("provisions"), "weak")
    page.fill(field("3", BLOCKING), "accepted")
    page.press("Reject the rest")
    (mark,) = kept(page)
    assert mark.accepted == (BLOCKING,)
    assert set(mark.rejected) == {"dns-filtering", "endpoint-browser-blocking"}
    assert read(page, "matched").field(field("3", "dns-filtering")).value == "rejected"


def test_who_sees_none_of_what_was_hinted_at_says_so_at_once(
    reader: Opened, law: Assessment
) -> None:
    page = reader(law).open("provisions", list="weak")
    page.press("I have read it and see none of this")
    (mark,) = kept(page)
    assert len(mark.rejected) == 3
    assert lists(page.again())[3].startswith("1 provision,")


def test_what_was_decided_stands_there_when_one_comes_back(reader: Opened, law: Assessment) -> None:
    marks = (of("2", accepted=(GATEWAY,), added=("dns-filtering",), read=True),)
    page = reader(law.replace(marks=marks)).open("provisions")
    assert page.field(field("2", GATEWAY)).value == "accepted"
    assert page.field(field("2", "added")).value == ["dns-filtering"]
    assert kept(page) == marks
    assert "The connection was lost" not in page.text


def test_what_was_accepted_stays_though_its_words_are_no_longer_looked_for(
    reader: Opened, law: Assessment
) -> None:
    marks = (of("5", accepted=("dns-filtering",), rejected=("data-localization",), read=True),)
    page = reader(law.replace(marks=marks)).open("provisions").fill(field("2", GATEWAY), "accepted")
    assert kept(page)[1] == marks[0]
    page.again().fill(field("5", "added"), ["dns-filtering", GATEWAY])
    assert kept(page)[1] == of(
        "5",
        accepted=("dns-filtering",),
        rejected=("data-localization",),
        added=(GATEWAY,),
        read=True,
    )


def test_a_decision_on_another_wording_is_told_and_counts_no_longer(
    reader: Opened, law: Assessment
) -> None:
    old = Mark(provision="2", accepted=("data-localization",), read=True, wording="0" * 16)
    page = reader(law.replace(marks=(old,))).open("provisions")
    assert "You decided on an earlier wording of this provision." in page.text
    assert "You had accepted: Data localization." in page.text
    page.fill(field("2", GATEWAY), "accepted")
    assert kept(page) == (of("2", accepted=(GATEWAY,), read=True),)
    assert "earlier wording" not in page.again().text


def test_a_decision_of_another_draft_stands_where_the_wording_does(
    reader: Opened, law: Assessment
) -> None:
    again = Draft(id="d2", language="en", provisions=(Provision(**{**dict(LAW[1]), "id": "9"}),))
    accepted = of("2", accepted=(GATEWAY,), read=True)
    page = reader(law.replace(drafts=(*law.drafts, again), marks=(accepted,)))
    page.open("provisions", draft="d2")
    assert "You see in it what may touch" in page.text
    number = name_of(Mark(provision="9", draft="d2"))
    page.fill(f"{number}.{GATEWAY}.", "rejected")
    own = Mark(provision="9", draft="d2", rejected=(GATEWAY,), read=True, wording=LAW[1].wording)
    assert kept(page) == (accepted, own)


def test_a_second_tab_may_keep_its_decision(reader: Opened, store: Store, law: Assessment) -> None:
    page = reader(law).open("provisions")
    store.save(page.token, of("2", rejected=(GATEWAY,), read=True), 0)
    page.fill(field("2", GATEWAY), "accepted")
    assert "changed elsewhere" in page.text
    assert f"Accepted {GATEWAY}" in page.text
    assert f"Rejected {GATEWAY}" in page.text
    page.press("Keep mine")
    assert kept(page) == (of("2", accepted=(GATEWAY,), read=True),)


def test_a_decision_the_browser_brought_back_is_not_saved_unasked(
    reader: Opened, law: Assessment
) -> None:
    page = reader(law).open("provisions")
    key = state.widget_key(name_of(of("2")), f"{GATEWAY}.0")
    page.test.session_state[key] = "accepted"
    page.again()
    assert "The connection was lost meanwhile" in page.text
    assert kept(page) == ()


def test_in_a_round_each_has_their_own_decisions(
    reader: Opened, store: Store, law: Assessment
) -> None:
    page = reader(law)
    link = store.open_round(page.token, ["Amina", "Jun"])
    seat = store.take_seat(link, store.load(page.token).assessment.assessors[1].id)
    page.open("provisions").fill(field("2", GATEWAY), "accepted")
    theirs = Reader(page.test, store, seat).open("provisions")
    assert theirs.asks("law.shelf.")
    assert "You have read 0 of 5 provisions." in theirs.text
    assert not theirs.asks("law.language")
