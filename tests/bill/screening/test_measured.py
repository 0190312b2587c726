"""What the lexicon's files say of themselves is what the benchmark measures."""

from __future__ import annotations

import pytest

from assess.bill.match import Coverage, Measured
from assess.library import CHECKOUT, Library
from benchmarks import judging, measured, parity
from benchmarks.labelled import BILLS, Law

LANGUAGES = ("ar", "de", "en", "es", "fr", "pt", "ru", "zh")
COVERAGE = {
    language: Library(CHECKOUT).lexicon(*judging.FRAMEWORK, language).coverage
    for language in LANGUAGES
}
beside = pytest.mark.skipif(
    not BILLS.is_dir(), reason="the labelled laws beside the checkout are absent"
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_called_supported_only_after_a_bilingual_law(language: str) -> None:
    called = COVERAGE[language].support == "supported"
    assert called is parity.deserves_support(parity.kept(), language)


@beside
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_bilingual_law_at_hand_speaks_against_a_language_called_supported(language: str) -> None:
    if COVERAGE[language].support == "supported":
        assert parity.deserves_support(parity.bilingual(), language)


def law(language: str, text: str, grown: bool = False) -> parity.Bilingual:
    """Made up: two provisions in English and in another language."""
    english = {"1": "All traffic passes the national internet gateway.", "2": "Cats purr."}
    return parity.Bilingual(
        law="made", grown=grown, provisions={"en": english, language: {"1": text, "2": "Miaou."}}
    )


SAME = "Le trafic passe par la passerelle nationale."


@pytest.mark.parametrize(
    ("laws", "deserved"),
    [
        ([law("fr", SAME)], True),
        ([law("fr", "Le chat dort.")], False),
        ([law("fr", SAME, grown=True)], False),  # words were written with it in view
        ([law("fr", SAME), law("de", "Die Katze schläft.")], True),
        ([], False),
    ],
)
def test_what_support_asks_for(laws: list[parity.Bilingual], deserved: bool) -> None:
    assert parity.deserves_support(laws, "fr") is deserved
    assert parity.deserves_support(laws, "en") is deserved
    assert parity.deserves_support(laws, "de") is False


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_parity_in_a_file_is_the_one_measured_on_the_excerpts(language: str) -> None:
    assert COVERAGE[language].parity == pytest.approx(
        parity.parities(parity.kept(), language), abs=0.011
    ), "renew it: python -m benchmarks.screening --measured"


@beside
@pytest.mark.parametrize("language", LANGUAGES)
def test_recall_and_precision_in_a_file_are_those_measured(language: str) -> None:
    said = COVERAGE[language].measured
    found = measured.measured(language, said.date) if said else None
    if said is None or found is None:
        laws = [q for q in measured.judged_all()[0] if q.law.language == language]
        assert said is None
        assert len(laws) < 2, "labelled, but its file says nothing of it"
        return
    assert (said.laws, said.provisions) == (found.laws, found.provisions)
    for name in ("recall", "recall_known", "precision"):
        assert getattr(said, name) == pytest.approx(getattr(found, name), abs=0.011), (
            f"{name}: renew it: python -m benchmarks.screening --measured"
        )


@beside
def test_what_tells_strong_from_weak_is_what_other_laws_would_choose() -> None:
    assert set(measured.thresholds().values()) == {0.5}


def test_a_law_is_judged_without_the_words_that_only_it_has() -> None:
    texts = ("Nothing resolves; a national internet gateway stands.",)
    one = Law("one", "en", (*texts, "A kill switch for the internet."), (frozenset(),) * 2, 0)
    other = Law("other", "en", texts, (frozenset(),), 0)
    kept = {
        literal.begin
        for _, terms in judging.unseen("en", one, [other]).ideas
        for term in terms
        for side in term.sides
        for literal in side
    }
    assert "kill switch" not in kept
    assert {"national internet gateway", "single gateway"} <= kept


def test_every_excerpt_says_where_it_is_from_and_has_the_same_numbers_in_each_language() -> None:
    for each in parity.kept():
        assert each.origin
        assert each.licence
        numbers = [list(texts) for texts in each.provisions.values()]
        assert numbers.count(numbers[0]) == len(numbers), each.law
    assert any(not each.grown for each in parity.kept())


def test_a_screening_says_how_much_is_found_in_laws_the_words_were_not_written_for() -> None:
    known = COVERAGE["en"]
    assert known.recall == known.measured.recall < known.measured.recall_known
    assert Coverage("eo", "none", "", 0, 0, 0).recall is None
    told = known.document()
    assert told["measured"] == known.measured.model_dump(mode="json")
    assert Measured.model_validate(told["measured"]) == known.measured
    assert told["parity"] == known.parity
    assert COVERAGE["ar"].document()["measured"] is None
