"""The catalogue of indicators: what the shipped one holds, and what is told of a bad one."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from assess.check import check
from assess.errors import FileProblems
from assess.evidence import NO_CATALOGUE
from assess.library import Library
from tests.evidence.made_pack import CATALOGUE
from tests.made_library import change, copied

FILE = "frameworks/indicators.yaml"
MADE = Path(__file__).parent / "data" / "indicators.yaml"
CORE = ("internet-way-of-networking", "1.0.0")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small library, with a catalogue of one indicator."""
    made = copied(tmp_path)
    shutil.copy(MADE, made / FILE)
    return made


def told(root: Path) -> list[str]:
    return [str(problem) for problem in check(Library(root), [root / FILE])]


def test_the_shipped_catalogue_has_41_indicators_and_nothing_wrong() -> None:
    library = Library()
    assert len(CATALOGUE.indicators) == 41
    assert check(library, [library.root / FILE]) == ()
    assert library.root / FILE in library.files()
    assert library.catalogue() == CATALOGUE


def test_it_serves_each_programme_as_often_as_was_counted() -> None:
    served = {programme: len(CATALOGUE.serving(programme)) for programme in CATALOGUE.programmes}
    assert served == {
        "internet-way-of-networking": 9,
        "encryption": 9,
        "routing-security": 5,
        "time-security": 1,
        "open-standards": 10,
        "community-connectivity": 6,
        "interconnection": 24,
        "measuring": 33,
    }


def test_every_node_of_the_core_is_informed_or_said_to_be_silent() -> None:
    judged = [node.id for node in Library().framework(*CORE).judged]
    informed = Counter(node for each in CATALOGUE.indicators for node in each.informs)
    silent = {each.node: each.measured for each in CATALOGUE.silent}
    assert {node for node in judged if not informed[node]} == {
        node for node, measured in silent.items() if measured == "none"
    }
    assert set(informed) <= set(judged)
    assert len(silent) == 5


def test_what_may_not_be_passed_on_is_never_said_to_be_in_an_open_file() -> None:
    for each in CATALOGUE.indicators:
        allowed = CATALOGUE.sources[each.source].redistribute
        if each.access == "restricted":
            assert allowed == "no", each.id
        if each.access == "snapshot":
            assert allowed != "no", each.id


def test_counts_of_events_and_yes_or_no_are_never_ranked() -> None:
    for each in CATALOGUE.indicators:
        if each.unit == "yes or no" or each.id.startswith("shutdown_"):
            assert each.compare == "none", each.id


def test_each_indicator_says_in_sentences_what_it_cannot_say() -> None:
    for each in CATALOGUE.indicators:
        for said in (each.says, each.beside_a_law, each.cannot_say):
            assert said[0].isupper(), each.id
            assert said.endswith("."), each.id
        assert len(each.cannot_say) > 30, each.id


def test_the_breaks_of_the_resilience_index_are_there_in_order() -> None:
    index = CATALOGUE.get("iri_overall")
    assert index is not None
    dates = [each.date.isoformat() for each in index.breaks]
    assert dates == sorted(dates)
    assert dates[0] == "2025-04-11"
    assert len(dates) == 6


def test_a_library_without_the_file_has_no_catalogue_and_no_problem(root: Path) -> None:
    (root / FILE).unlink()
    assert Library(root).catalogue() is NO_CATALOGUE
    assert root / FILE not in Library(root).files()


def test_the_made_catalogue_has_no_problem(root: Path) -> None:
    assert told(root) == []
    assert [each.id for each in Library(root).catalogue().informing("one-protocol")] == [
        "made_up_pct"
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("informs: [one-protocol]", "informs: [one-protocl]", 21, "did you mean one-protocol?"),
        ("node: easy-access", "node: nowhere", 35, "there is no property, enabler or criterion"),
        ("    source: made", "    source: hearsay", 17, "there is no source hearsay; use one of"),
        ("[small]", "[smal]", 22, "there is no programme smal; did you mean small?"),
        ("    cannot_say: Anything.\n", "", 13, "indicators[0].cannot_say: missing; add it"),
        ("cannot_say: Anything.", 'cannot_say: ""', 29, "cannot_say: empty; write something here"),
        ("value: 50", "value: 140", 24, "outside 0 to 100, though the unit is %"),
        ("value: 50", "value: .nan", 24, "threshold.value: "),
        ("direction: higher-better", "direction: up", 19, '"up" is not a choice here'),
        ("id: made_up_pct", "id: made-up", 13, "is no id of an indicator; use"),
        ("stale_after: 12", "stale_after: 0", 30, "too small; the least allowed is 1"),
        ("    says:", "    say:", 27, "unknown field; did you mean says?"),
        ("https://example.org/made", "www.example.org", 8, "not an address that begins with"),
        ("date: 2025-01-01", "date: soon", 32, "must be a date, written as in 2026-11-30"),
        ('redistribute: "yes"', "redistribute: maybe", 10, '"maybe" is not a choice here'),
    ],
)
def test_a_mistake_is_told_with_its_line(root: Path, old, new, line, said) -> None:
    change(root / FILE, old, new)
    (found,) = told(root)
    assert f"indicators.yaml:{line}: " in found
    assert said in found


def test_an_id_given_twice_is_told_at_its_second_place(root: Path) -> None:
    text = (root / FILE).read_text(encoding="utf-8")
    start, end = text.index("  - id: made_up_pct"), text.index("silent:")
    (root / FILE).write_text(text[:end] + text[start:end] + text[end:], encoding="utf-8")
    (found,) = told(root)
    assert "indicators[1].id: made_up_pct is the id of indicators[0] too; give each" in found
    with pytest.raises(FileProblems):
        Library(root).catalogue()
    assert Library(root).problems()
