"""Real laws, from beside the checkout: the same words from every format, provisions as marked."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from assess.bill.extract import Extract
from assess.bill.reading import ocr, read
from assess.errors import FileProblems

BILLS = Path(__file__).resolve().parents[4] / "shared" / "bills"

pytestmark = pytest.mark.skipif(
    not BILLS.is_dir(), reason="shared data beside the checkout is absent"
)


@pytest.fixture(autouse=True)
def _without_recognition(monkeypatch) -> None:
    """Reading all the scanned pages takes half a minute; `test_ocr` reads one."""
    monkeypatch.setattr(ocr, "PROGRAM", "no such program")


@cache
def law(path: str) -> Extract:
    return read((BILLS / path).read_bytes(), path)


TRUTH = "laws/eu/dsa_2022_2065.xhtml"
SAME = ["made/dsa_lo.docx", "made/dsa_1col.odt", "made/dsa_1col.pdf", "made/dsa_2col_hyph.pdf"]


def articles(extract: Extract) -> list[str]:
    return [line.text for line in extract.lines if re.fullmatch(r"Article \d+", line.text)]


def words_in_order(extract: Extract) -> float:
    """The share of the truth's words that stand in the same order, compared in runs of ten."""
    true, text = law(TRUTH).text.split(), " ".join(extract.text.split())
    runs = [" ".join(true[at : at + 10]) for at in range(0, len(true), 10)]
    place, kept = 0, 0
    for run in runs:
        at = text.find(run, place, place + 5_000)
        if at >= 0:
            kept, place = kept + 1, at + len(run)
    return kept / len(runs)


@pytest.mark.parametrize("path", SAME)
def test_the_same_law_gives_the_same_words_in_the_same_order_from_every_format(path) -> None:
    extract = law(path)
    assert words_in_order(extract) > 0.985
    assert articles(extract) == [f"Article {number}" for number in range(1, 94)]
    true, found = (Counter(re.findall(r"\w+", each.text)) for each in (law(TRUTH), extract))
    assert sum((true & found).values()) > 0.999 * sum(true.values())
    assert extract.language == "en"


def test_points_in_tables_stand_with_their_letters() -> None:
    for path in [TRUTH, *SAME]:
        text = law(path).text
        assert "\n(a) does not initiate the transmission;\n" in text, path


PIECES = [
    ("laws/ch/constitution.akn.xml", "Akoma Ntoso", "de", 232, 0, "Art. 5a"),
    ("laws/fi/constitution.akn.xml", "Akoma Ntoso", "fi", 131, 0, "131 §"),
    ("laws/eu/akn_32014L0092.akn", "Akoma Ntoso", "en", 31, 58, "Article 31"),
    ("laws/fr/senat_ppl_tas24-021.akn.xml", "Akoma Ntoso", "fr", 11, 0, "Article 4 quinquies"),
    ("laws/us/s1325rs_118.xml", "USLM", "en", 10, 0, "SEC. 10"),
    ("laws/uk/human_rights_act_1998.xml", "UK CLML", "en", 23, 0, "Section 7A"),
    ("laws/uk/pre_release_statistics_asp_2021_11.xml", "UK CLML", "en", 5, 0, "Section 5"),
    ("laws/eu/formex_interoperable_europe_2024_903.fmx.xml", "Formex", "en", 23, 57, "Article 23"),
    ("laws/ca/c18_online_news_act_2023-c23_en.xml", "Justice Canada", "en", 94, 0, "Section 93"),
    ("laws/ca/telecommunications_act_T-3.4_en.xml", "Justice Canada", "en", 152, 0, "Section 4.1"),
]


@pytest.mark.parametrize(
    ("path", "schema", "language", "count", "recitals", "label"),
    PIECES,
    ids=[row[0] for row in PIECES],
)
def test_legal_xml_gives_the_provisions_it_marks(
    path, schema, language, count, recitals, label
) -> None:
    extract = law(path)
    kinds = Counter(piece.kind for piece in extract.pieces)
    assert (extract.schema, extract.language) == (schema, language)
    assert (kinds["provision"], kinds["recital"]) == (count, recitals)
    assert label in [piece.label for piece in extract.pieces]
    assert all(
        one.end <= two.start for one, two in zip(extract.pieces, extract.pieces[1:], strict=False)
    )


def test_the_right_words_stand_in_the_right_provision() -> None:
    extract = law("laws/ca/telecommunications_act_T-3.4_en.xml")
    piece = next(piece for piece in extract.pieces if piece.label == "Section 36")
    assert "control the content" in extract.text[piece.start : piece.end]
    assert extract.text[piece.start :].startswith(piece.heading)


def test_gazettes_in_columns_are_read_column_by_column() -> None:
    greek = law("laws/gr/fek_kallikratis_2010_2col.pdf")
    found = [line.text for line in greek.lines if re.fullmatch(r"Άρθρο \d+", line.text)]
    assert set(found) >= {f"Άρθρο {number}" for number in range(1, 287)}
    assert "ΕΦΗΜΕΡΙΣ ΤΗΣ ΚΥΒΕΡΝΗΣΕΩΣ (ΤΕΥΧΟΣ" not in greek.text[5000:]
    assert "\ufffe" not in greek.text
    register = law("laws/us/federal_register_2020-17221.pdf").text
    assert "The FAA invites you to participate in this rulemaking by submitting" in register


def test_a_scan_is_recognised_as_one() -> None:
    scan = law("laws/eg/cybercrime_175_2018_scan.pdf")
    assert scan.scanned
    assert scan.pages == 23
    assert scan.warnings[0] == "0 of 23 pages gave text."
    assert "seems to be a scan" in scan.warnings[1]


KINDS = [
    ("laws/mx/alcohol_ensenada.doc", "docx", "es", "ARTÍCULO 1.-"),
    ("laws/ad/llei_14-2017_utf16.html", "html", "ca", "prevenció i lluita"),
    ("laws/pl/ustawa_odra_2023.html", "html", "pl", "rewitalizacji"),
    ("laws/de/netzdg.md", "markdown", "de", "§ 1 Anwendungsbereich"),
    ("laws/cn/cybersecurity_law_2016.md", "markdown", "zh", "第一条 为了保障网络安全"),
    ("laws/cl/ley_21180_transformacion_digital.xml", "xml", "es", "Artículo 8º"),
    ("made/eg_cybercrime_175_2018_tesseract.txt", "text", "ar", "رئيس الجمهورية"),
]


@pytest.mark.parametrize(("path", "kind", "language", "words"), KINDS)
def test_what_a_law_is_and_says_is_known_whatever_it_is_called(path, kind, language, words) -> None:
    extract = law(path)
    assert (extract.kind, extract.language) == (kind, language)
    assert words in extract.text


def test_every_law_is_read_or_refused_with_how_to_mend() -> None:
    for path in sorted((BILLS / "laws").rglob("*.*")):
        name = str(path.relative_to(BILLS))
        if path.suffix == ".json" or path.name == "juegos_y_sorteos.doc":
            with pytest.raises(FileProblems, match="DOCX"):
                law(name)
        else:
            assert law(name).text or law(name).scanned, name
