"""A law is screened: words found where they stand, ranked, and the rest said to be unread."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assess.bill.clause import Chain, Clause, Split
from assess.bill.extract import Extract, Line
from assess.bill.match import Screening
from assess.bill.screening import Finder, Lexicon, languages, screen
from assess.bill.screening.folding import fold
from assess.library import CHECKOUT, Library

FRAMEWORK = ("internet-way-of-networking", "1.0.0")
LIBRARY = Library(CHECKOUT)
LANGUAGES = ("ar", "de", "en", "es", "fr", "pt", "ru", "zh")
LEXICONS = {name: LIBRARY.lexicon(*FRAMEWORK, name) for name in LANGUAGES}
FINDERS = {name: Finder(lexicon) for name, lexicon in LEXICONS.items()}

# Made up for this test: a block, a gateway, a duty to keep data, and one that touches nothing.
LAWS = {
    "en": (
        "1. Operators shall block access to the websites on the list.",
        "2. All traffic enters through the National Internet Gateway.",
        "3. Providers shall retain traffic data for twelve months.",
        "4. This Act comes into force on the day after its publication.",
    ),
    "fr": (
        "Article 1. Les opérateurs empêchent l’accès aux sites figurant sur la liste.",
        "Article 2. Le trafic passe par la PASSERELLE NATIONALE.",
        "Article 3. Les fournisseurs conservent les données de connexion pendant un an.",
        "Article 4. La présente loi entre en vigueur le lendemain de sa publication.",
    ),
    "de": (
        "§ 1 Betreiber sperren den Zugang zu den Internetseiten auf der Liste.",
        "§ 2 Aller Verkehr läuft hindurch: ein zentraler Netzübergang entsteht.",
        "§ 3 Anbieter speichern Verkehrsdaten für sechs Monate.",
        "§ 4 Dieses Gesetz tritt am Tag nach der Verkündung in Kraft.",
    ),
    "es": (
        "Artículo 1. Los operadores bloquearán el acceso a los sitios de la lista.",
        "Artículo 2. El tráfico pasa por la pasarela nacional.",
        "Artículo 3. Los proveedores conservarán los datos de tráfico durante un año.",
        "Artículo 4. Esta ley entrará en vigor al día siguiente.",
    ),
    "pt": (
        "Art. 1º As operadoras bloquearão o acesso aos sítios da lista.",
        "Art. 2º O tráfego passa pelo gateway nacional.",
        "Art. 3º Os provedores guardarão os registros de conexão pelo prazo de um ano.",
        "Art. 4º Esta Lei entra em vigor na data de sua publicação.",
    ),
    "ar": (
        "المادة 1: يلتزم المشغلون بحجب المواقع المدرجة في القائمة.",
        "المادة 2: تمر حركة المرور عبر البوابة الوطنية.",
        "المادة 3: يلتزم مقدمو الخدمة بحفظ سجلات الاتصالات لمدة سنة.",
        "المادة 4: يعمل بهذا القانون من اليوم التالي لنشره.",
    ),
    "zh": (
        "第一条 运营者应当屏蔽清单所列网站。",
        "第二条 进行国际联网的流量必须使用国际出入口信道。",
        "第三条 网络运营者应当留存网络日志不少于六个月。",
        "第四条 本法自公布之日起施行。",
    ),
    "ru": (
        "Статья 1. Операторы ограничивают доступ к сайтам, блокируют сайты из списка.",
        "Статья 2. Трафик проходит через национальный шлюз.",
        "Статья 3. Операторы обязаны хранить данные о соединениях в течение года.",
        "Статья 4. Настоящий закон вступает в силу со дня опубликования.",
    ),
}
EXPECTED = ("dns-filtering", "mandatory-national-gateway", "data-retention-logging")


def law(
    *texts: str, recitals: tuple[str, ...] = (), refers: dict[str, tuple[str, ...]] | None = None
) -> Split:
    clauses, start = [], 0
    for number, text in enumerate(texts, 1):
        clauses.append(
            Clause(
                id=str(number),
                label=f"Article {number}",
                heading="",
                text=text,
                start=start,
                end=start + len(text),
                kind="recital" if str(number) in recitals else "provision",
                refers=(refers or {}).get(str(number), ()),
            )
        )
        start += len(text) + 1
    return Split(tuple(clauses), Chain("1", str(len(texts)), len(texts)), "Article 1")


def screened(language: str, *texts: str) -> Screening:
    return screen(law(*texts), LEXICONS[language], FINDERS[language])


def strong(screening: Screening, clause: str) -> set[str]:
    return {m.intervention for m in screening.matches.get(clause, ()) if m.strong}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_small_law_is_read_in_each_language(language: str) -> None:
    found = screened(language, *LAWS[language])
    for number, intervention in enumerate(EXPECTED, 1):
        assert intervention in strong(found, str(number)), (language, number)
    assert found.unmatched == ("4",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_places_hold_the_words_that_are_shown(language: str) -> None:
    texts = LAWS[language]
    for match in screened(language, *texts).ranked:
        text = texts[int(match.clause) - 1]
        for word in match.words:
            assert word.text == text[word.start : word.end] != ""
            assert word.why.endswith(".")


@given(st.sampled_from(LANGUAGES), st.data())
def test_places_lie_in_the_clause_and_hold_the_term_whatever_the_text(language: str, data) -> None:
    parts = [*(word for text in LAWS[language] for word in text.split()), "İ", "ß", "ﬁ", "’", "\n"]
    drawn = data.draw(st.lists(st.one_of(st.sampled_from(parts), st.text(max_size=6)), max_size=30))
    text = " ".join(drawn)
    finder = FINDERS[language]
    found = screened(language, text)
    for match in found.ranked:
        for word in match.words:
            assert 0 <= word.start < word.end <= len(text)
            assert word.text == text[word.start : word.end]
            sides = [
                side for e in finder.entries if e.term.written == word.term for side in e.sides
            ]
            begins = {finder.literals[n].begin for side in sides for n in side}
            assert any(begin in fold(word.text, language) for begin in begins)


@given(st.sampled_from(LANGUAGES), st.text())
def test_folding_keeps_every_character_in_its_place(language: str, text: str) -> None:
    assert len(fold(text, language)) == len(text)


def test_a_place_is_right_behind_a_letter_whose_lower_case_is_longer() -> None:
    (match,) = (
        m
        for m in screened("en", "İİİ the national internet gateway").ranked
        if m.intervention == "mandatory-national-gateway"
    )
    assert [word.text for word in match.words] == ["national internet gateway"]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("The operator shall block the listed websites.", True),
        ("The operator shall block it. The websites stay.", False),  # another sentence
        ("Operators block access under Art. L. 33 to websites.", True),  # no sentence ends
        (f"Block {'and so forth ' * 8}websites.", False),  # too far
        ("The operator shall unblock the listed websites.", False),  # inside a word
    ],
)
def test_two_words_count_in_one_sentence_and_close(text: str, there: bool) -> None:
    found = screened("en", text)
    assert ("dns-filtering" in strong(found, "1")) is there


@pytest.mark.parametrize(
    "text",
    [
        "Les opérateurs empêchent l'accès aux sites.",
        "LES OPÉRATEURS EMPÊCHENT L’ACCÈS AUX SITES.",
        "Les operateurs empechent l'acces aux sites.",
    ],
)
def test_accents_case_and_apostrophes_make_no_difference(text: str) -> None:
    assert "dns-filtering" in strong(screened("fr", text), "1")


def test_a_weak_word_alone_makes_a_weak_match() -> None:
    found = screened("en", "The licensee keeps its premises clean.", "Nothing of the kind.")
    assert found.weakly_matched == ("1",)
    assert found.matched == ()
    assert not any(match.strong for match in found.ranked)


def test_what_no_word_matches_is_unread_and_its_share_is_told() -> None:
    found = screened("en", "national gateway", "x" * 16, "y" * 16)
    assert found.unmatched == ("2", "3")
    assert found.unmatched_share == pytest.approx(32 / 48)


def test_recitals_are_set_aside_and_said_to_be() -> None:
    split = law("All use the national gateway.", "Through the national gateway.", recitals=("1",))
    found = screen(split, LEXICONS["en"])
    assert found.aside == ("1",)
    assert [place.id for place in found.screened] == ["2"]


def test_a_reference_to_a_matched_provision_is_a_note_not_a_match() -> None:
    split = law(
        "Traffic enters by the national gateway.",
        "Who infringes Article 1 pays.",
        "Who infringes Article 2 pays.",
        refers={"2": ("1",), "3": ("2",)},
    )
    found = screen(split, LEXICONS["en"])
    assert found.refers == {"2": ("1",)}
    assert found.unmatched == ("2", "3")


def test_a_word_of_every_provision_ranks_below_a_rare_one() -> None:
    common = ["Trust services serve."] * 6
    found = screened("en", *common, "Web-browsers recognise certificates and trust services.")
    ranks = {m.clause: m.rank for m in found.ranked if m.intervention == "root-certificate-mandate"}
    assert ranks["7"] == max(ranks.values())
    assert ranks["7"] > ranks["1"]


def test_matches_say_what_they_may_touch() -> None:
    (best, *_) = screened("en", "The national internet gateway.").ranked
    assert best.intervention == "mandatory-national-gateway"
    assert "decentralized-management-distributed-routing" in best.may_touch


def test_the_document_gives_places_in_the_whole_text() -> None:
    texts = ("Nothing here.", "The national internet gateway.")
    lines = (Line(texts[0], 0), Line(texts[1], len(texts[0]) + 1))
    extract = Extract("text", lines, warnings=("A warning.",))
    document = screened("en", *texts).document(extract, "law.txt", "2 articles, 1 to 2, no gap")
    assert document["format"] == "assess-screening/1"
    assert document["unmatched"] == ["1"]
    assert document["read"]["characters"] == len(extract.text)
    assert document["read"]["warnings"] == ["A warning."]
    (word, *_) = document["provisions"][1]["matches"][0]["words"]
    assert extract.text[word["start"] : word["end"]] == word["text"] == "national internet gateway"
    assert document["lexicon"]["terms"] == LEXICONS["en"].coverage.terms > 500


@pytest.mark.parametrize("language", [None, "", "xx", "../en", "tlh-Latn"])
def test_a_language_without_words_leaves_everything_unread(language: str | None) -> None:
    lexicon = LIBRARY.lexicon(*FRAMEWORK, language)
    found = screen(law("The national internet gateway."), lexicon)
    assert lexicon.coverage.support == "none"
    assert lexicon.coverage.terms == 0
    assert found.unmatched == ("1",)
    assert found.unmatched_share == 1


def test_a_law_without_provisions_is_wholly_unread() -> None:
    assert screen(law(), LEXICONS["en"]).unmatched_share == 1


@pytest.mark.parametrize("tag", ["en", "en-GB", "EN_us"])
def test_a_language_is_found_by_the_tag_a_document_carries(tag: str) -> None:
    assert LIBRARY.lexicon(*FRAMEWORK, tag).language == "en"


def test_every_language_says_how_far_it_can_be_trusted() -> None:
    folder = CHECKOUT / "frameworks" / FRAMEWORK[0] / FRAMEWORK[1]
    assert languages(folder) == LANGUAGES
    for each in LEXICONS.values():
        assert each.coverage.support in ("supported", "experimental")
        assert each.coverage.tested


def test_every_intervention_can_be_found_in_every_language() -> None:
    kinds = LIBRARY.interventions(*FRAMEWORK)
    assert kinds is not None
    every = {kind.id for kind in kinds.interventions}
    for name, lexicon in LEXICONS.items():
        assert {hint for idea, _ in lexicon.ideas for hint in idea.hints} == every, name


def test_an_empty_lexicon_has_a_finder_that_finds_nothing() -> None:
    empty: Lexicon = LIBRARY.lexicon(*FRAMEWORK, None)
    assert Finder(empty).places("anything") == {}
