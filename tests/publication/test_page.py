"""Pages: what they say, to whom, in how many bytes, and that nothing written can become markup."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assess.assessment import Assessment, FrameworkRef
from assess.library import Library
from assess.proposal import Draft, Proposal, Provision
from assess.publication import Place, Subject, of_case, take
from assess.publication.page import MOST, Living, Version, living
from assess.text import Words, words
from tests.publication.made import DAY, SLUG, hostile, shipped, small
from tests.publication.raw import Raw, outside

CASES = ("2022-cambodia-national-internet-gateway", "2021-european-union-nis2-root-servers")
ORIGIN = "https://impact.example.org"
VERSION = Version("ab" * 16, DAY)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return shipped(tmp_path_factory.mktemp("shipped"), *CASES)


@pytest.fixture(scope="module")
def kept(shelf: Library) -> dict[str, Raw]:
    """The snapshot of each shipped case."""
    cases = (shelf.case(slug) for slug in CASES)
    return {case.id: Raw(take(of_case(shelf, case), DAY).page.decode()) for case in cases}


def page(library: Library, place: Place | None = None, **edition: object) -> Raw:
    """The living page of the small library's case."""
    subject = of_case(library, library.case(SLUG))
    return Raw(living(subject, Living(SLUG, **edition), place or Place()).decode())  # type: ignore[arg-type]


def places(raw: Raw) -> Iterator[str]:
    """Where the page leads within itself."""
    return (link[1:] for link in raw.links if link.startswith("#"))


# --- what every page is -------------------------------------------------------------------------


def test_a_snapshot_is_sound_html_that_asks_for_nothing(kept: dict[str, Raw]) -> None:
    for raw in kept.values():
        assert raw.wrong == []
        assert raw.fetched == []
        assert [each.get("type") for each in raw.named("script")] == ["application/ld+json"]
        assert set(places(raw)) <= set(raw.ids)
        assert len(list(places(raw))) > 20


def test_a_snapshot_is_light_also_with_two_drafts(kept: dict[str, Raw]) -> None:
    for raw in kept.values():
        assert len(raw.text.encode()) < MOST
        assert "shortened" not in raw.words


def test_the_page_allows_itself_its_own_style_and_nothing_else(kept: dict[str, Raw]) -> None:
    for raw in kept.values():
        style = re.search("<style>(.*?)</style>", raw.text, re.DOTALL)
        assert style
        digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
        policy = next(each for each in raw.named("meta") if "http-equiv" in each)["content"]
        assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}'")
        assert "@import" not in style[1]
        assert "url(" not in style[1]


def test_a_snapshot_names_no_host_of_its_own_and_leads_on_by_relative_links(
    kept: dict[str, Raw],
) -> None:
    for raw in kept.values():
        own = [link for link in raw.links if not outside(link) and not link.startswith("#")]
        assert own
        assert not [link for link in own if link.startswith("/")]
        assert raw.meta("og:url") == ""
        assert not [each for each in raw.named("link") if each["rel"] == "canonical"]


def test_a_snapshot_says_that_it_never_changes_and_leads_to_the_newest(
    kept: dict[str, Raw],
) -> None:
    raw = kept[CASES[0]]
    assert "Snapshot of 22 November 2026. This page never changes." in raw.words
    address = next(link for link in raw.links if link.endswith("/newest.html")).split("/")[-2]
    assert f"Snapshot of 22 November 2026. s/{address}" in raw.words
    beside = {f"../s/{address}.json", f"../s/{address}/use.html", f"../cases/{CASES[0]}.html"}
    assert beside <= set(raw.links)


# --- what it says of a case ---------------------------------------------------------------------


def test_it_says_what_follows_with_its_numbers_and_how_sure(kept: dict[str, Raw]) -> None:
    said = kept[CASES[0]].words
    assert "Breaks a critical property: likely (79%; 76–82% however" in said
    assert "This conclusion holds in 79 of 100 readings of the answers" in said
    assert "Decentralized Management and a Single Distributed Routing System: Broken." in said
    assert "Postponed, 2022-02" in said
    assert "Only an excerpt was seen" in said
    assert "Internet Way of Networking, version 1.0.0" in said


def test_whose_claim_each_answer_is_is_told_by_word_and_class(shelf: Library) -> None:
    for slug in CASES:
        case = shelf.case(slug)
        raw = Raw(take(of_case(shelf, case), DAY).page.decode())
        rows = [each.get("class") for each in raw.named("tr")]
        stated = sum(each.stated_by == "source" for each in case.judgements)
        assert stated
        assert rows.count("from-source") == stated
        assert rows.count("from-us") == len(case.judgements) - stated
        told = f"{stated} of {len(case.judgements)} answers are stated by a source"
        assert told in raw.words
        assert 'content:"◆ "' in raw.text
        assert 'content:"◇ "' in raw.text


def test_drafts_stand_side_by_side_and_only_what_differs_is_told_again(
    kept: dict[str, Raw],
) -> None:
    said = kept[CASES[1]].words
    assert "harm falls on 10 and rises on 0 of 19 properties, enablers and goals" in said
    assert "What is not judged here is carried over: its text is the same." in said
    assert "Only what differs from the draft before." in said


def test_programs_find_the_same_facts(kept: dict[str, Raw]) -> None:
    raw = kept[CASES[0]]
    data = json.loads(re.search(r'ld\+json">(.*?)</script>', raw.text, re.DOTALL)[1])  # type: ignore[index]
    assert data["@type"] == "Report"
    assert data["name"] == raw.meta("og:title") == "Cambodia: national Internet gateway"
    assert data["description"] == raw.meta("description") == raw.meta("og:description")
    assert data["about"]["legislationJurisdiction"] == "Cambodia"
    assert data["datePublished"] == "2026-11-22"
    assert "likely (79%" in raw.meta("description")
    assert raw.meta("og:type") == "article"


# --- the living page ------------------------------------------------------------------------------


def test_the_living_page_leads_to_its_snapshots_and_into_the_app(tmp_path: Path) -> None:
    raw = page(small(tmp_path), versions=(VERSION,), current=True)
    assert "This page follows the case as it changes." in raw.words
    assert "The case has changed since then." not in raw.words
    assert {f"/s/{VERSION.address}", f"/case?id={SLUG}", f"/cases/{SLUG}.json"} <= set(raw.links)
    assert raw.named("svg") == []


@pytest.mark.parametrize(
    ("edition", "words"),
    [
        ({}, "No snapshot of it has been made yet."),
        ({"versions": (VERSION,)}, "The case has changed since then."),
    ],
)
def test_the_living_page_says_where_it_stands(
    tmp_path: Path, edition: dict[str, object], words: str
) -> None:
    assert words in page(small(tmp_path), **edition).words


def test_with_a_public_address_it_has_a_qr_code_and_something_for_other_sites(
    tmp_path: Path,
) -> None:
    raw = page(small(tmp_path), Place(origin=ORIGIN), versions=(VERSION,))
    full = f"{ORIGIN}/cases/{SLUG}"
    assert raw.wrong == []
    assert raw.meta("og:url") == full
    assert {"rel": "canonical", "href": full} in raw.named("link")
    assert [each["role"] for each in raw.named("svg")] == ["img"]
    assert f"QR code of this address: {full}" in raw.words
    assert f'<blockquote cite="{full}" lang="en" dir="ltr"><p><a href="{full}">' in raw.words
    assert f"{ORIGIN}/s/{VERSION.address}" in raw.words


# --- what people wrote ----------------------------------------------------------------------------


def test_whatever_is_written_stays_text(tmp_path: Path) -> None:
    library = hostile(tmp_path)
    case = library.case(SLUG)
    for text in (
        take(of_case(library, case), DAY).page.decode(),
        page(library, Place(origin=ORIGIN)).text,
    ):
        raw = Raw(text)
        assert raw.wrong == []
        assert raw.fetched == []
        assert len(raw.named("script")) == 1
        assert raw.named("img") == []
        assert "alert(1)" in raw.words
        assert "![seen](https://evil.example/seen.png)" in raw.words
        assert not [link for link in raw.links if "evil" in link or "javascript" in link]
        assert "javascript:alert(1)" in raw.words
        assert "\u202e" not in text
        assert "\u2066" not in text
        assert json.loads(re.search(r'ld\+json">(.*?)</script>', text, re.DOTALL)[1])  # type: ignore[index]


def test_a_page_in_another_language_is_turned_and_the_texts_keep_their_own(
    tmp_path: Path,
) -> None:
    library = small(tmp_path)
    arabic = Words("ar", words("en").translations)
    subject = replace(of_case(library, library.case(SLUG)), words=arabic)
    assert subject.assessment.proposal.language == "en"
    raw = Raw(take(subject, DAY).page.decode())
    (html,) = raw.named("html")
    assert html == {"lang": "ar", "dir": "rtl"}
    written = [tag.attributes for tag in raw.tags if tag.attributes.get("dir") == "auto"]
    assert written
    assert all(each["lang"] == "en" for each in written)


def test_long_texts_are_shortened_to_keep_the_page_light(tmp_path: Path) -> None:
    library = small(tmp_path)
    law = tuple(Provision(id=str(number), text="All doors. " * 900) for number in range(30))
    ref = FrameworkRef(id="small", version="1.0.0")
    assessment = Assessment(
        framework=ref, proposal=Proposal(title="Long"), drafts=(Draft(id="d1", provisions=law),)
    )
    subject = Subject(library.framework("small", "1.0.0"), assessment, words())
    made = take(subject, DAY)
    assert len(made.page) < MOST
    raw = Raw(made.page.decode())
    assert raw.wrong == []
    assert "(shortened; the data file has the whole text)" in raw.words
    assert "Not answered" in raw.words
    assert len(made.facts["content"]["drafts"][0]["provisions"][0]["text"]) > 9_000
