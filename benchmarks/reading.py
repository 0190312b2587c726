"""Reading and splitting laws: every article found, and how long it takes beside the bare parsers.

The laws stand beside the project in `../shared/bills`; without them nothing is measured.
`python -m benchmarks.reading`.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from statistics import fmean

import pypdfium2
from lxml import etree

from assess.bill.clause import Split
from assess.bill.reading import read
from assess.bill.splitting import split
from assess.bill.splitting.numbers import cited
from benchmarks.figure import Figure, fastest, machine, ratio, table
from benchmarks.labelled import BILLS

PAGES = 300
LONG = ("laws/gr/fek_kallikratis_2010_2col.pdf", "laws/ch/constitution_2020.pdf")
DSA = {
    "DSA, web page": "laws/eu/dsa_2022_2065.xhtml",
    "DSA, PDF in one column": "made/dsa_1col.pdf",
    "DSA, PDF in two columns": "made/dsa_2col_hyph.pdf",
    "DSA, Word": "made/dsa_lo.docx",
    "DSA, OpenDocument": "made/dsa_1col.odt",
}
LEAST = 0.97


@dataclass(frozen=True)
class Counted:
    """A law whose numbers are known from elsewhere, and those of them that were found."""

    name: str
    known: frozenset[str]
    found: frozenset[str]

    @property
    def recall(self) -> float:
        """The share of its numbers that were found, 0 to 1."""
        return len(self.known & self.found) / len(self.known)


def numbers(path: str) -> frozenset[str]:
    """The numbers of the provisions that are found in a file."""
    return frozenset(clause.id for clause in law(path).clauses if clause.kind == "provision")


@cache
def law(path: str) -> Split:
    return split(read((BILLS / path).read_bytes(), path))


def from_json(name: str) -> frozenset[str]:
    """The numbers of the articles in a text by others."""
    content = json.loads((BILLS / "laws" / "eu" / name).read_text(encoding="utf-8"))
    return frozenset(article["number"] for article in content["articles"])


def from_labels(law: str) -> frozenset[str]:
    """The numbers that the one who labelled a law wrote down."""
    with (BILLS / "labels.csv").open(encoding="utf-8", newline="") as file:
        return frozenset(
            cited(row["provision"]) for row in csv.DictReader(file) if row["bill"] == law
        )


def marked(path: str, tag: str) -> frozenset[str]:
    """The numbers in an XML of the same law, read without our reader."""
    root = etree.parse(str(BILLS / path)).getroot()
    etree.strip_elements(root, "{*}authorialNote", with_tail=False)
    said = ("".join(each.itertext()).split() for each in root.iterfind(f".//{{*}}{tag}/{{*}}num"))
    return frozenset(cited(words[-1]) for words in said if words)


def counted() -> tuple[list[Counted], list[Counted]]:
    """The one law in its formats, and the others whose numbers are known."""
    dsa = from_json("truth_dsa_articles.json")
    others: list[tuple[str, str, Iterable[str]]] = [
        (
            "eIDAS, consolidated, web page",
            "laws/eu/eidas_910_2014_consolidated_2024.xhtml",
            from_json("truth_eidas_articles.json"),
        ),
        ("Greek gazette, PDF in two columns", LONG[0], map(str, range(1, 287))),
        ("Swiss constitution, PDF", LONG[1], marked("laws/ch/constitution.akn.xml", "article")),
        (
            "Online News Act, XML",
            "laws/ca/c18_online_news_act_2023-c23_en.xml",
            from_labels("ca_c18"),
        ),
        ("NetzDG, Markdown", "laws/de/netzdg.md", from_labels("de_netzdg")),
        (
            "Cybersecurity Law of China, Markdown",
            "laws/cn/cybersecurity_law_2016.md",
            from_labels("cn_csl"),
        ),
        (
            "Networking rules of China, Markdown",
            "laws/cn/international_networking_rules_1997.md",
            from_labels("cn_intl"),
        ),
        (
            "Information services, China, Markdown",
            "laws/cn/internet_information_services_2011.md",
            from_labels("cn_iis"),
        ),
    ]
    return (
        [Counted(name, dsa, numbers(path)) for name, path in DSA.items()],
        [Counted(name, frozenset(known), numbers(path)) for name, path, known in others],
    )


def told(found: Iterable[Counted]) -> str:
    """A row for each law."""
    rows = [
        f"| {each.name} | {len(each.known)} | {len(each.known & each.found)} | {each.recall:.3f} |"
        f" {', '.join(sorted(each.known - each.found)) or '–'} |"
        for each in found
    ]
    return "\n".join(["| law | articles | found | recall | lacking |", "| --- " * 5 + "|", *rows])


def long_pdf() -> bytes:
    """300 pages of the real gazettes, and of the DSA where they end, as one PDF."""
    made, left = pypdfium2.PdfDocument.new(), PAGES
    for path in (*LONG, "made/dsa_1col.pdf"):
        part = pypdfium2.PdfDocument(BILLS / path)
        taken = min(left, len(part))
        made.import_pages(part, list(range(taken)))
        left -= taken
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def bare_text(data: bytes) -> list[str]:
    """What pdfium alone takes from a PDF."""
    texts = []
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        texts.append(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return texts


def pdf_over_bare(name: str, data: bytes, most: float | None = None) -> Figure:
    """Reading and splitting over the bare text."""
    bare, ours = fastest(10, lambda: bare_text(data), lambda: split(read(data)))
    return Figure(
        f"{name}: read and split over pdfium's bare text", ratio(ours, bare), "x", most=most
    )


def xml_speed() -> list[Figure]:
    """All XML laws, each by itself and together: the speed of reading over that of the parser."""
    files = [
        path for path in sorted((BILLS / "laws").rglob("*")) if path.suffix in (".xml", ".akn")
    ]
    spent = [_parsed_and_read(path.read_bytes()) for path in files]
    whole = sum(bare for bare, _ in spent) / sum(ours for _, ours in spent)
    return [
        Figure("XML: speed of reading over lxml's bare parse", whole, "x", least=0.35),
        *(
            Figure(f"XML: {path.parent.name}/{path.name}", ratio(*each), "x")
            for path, each in zip(files, spent, strict=True)
        ),
    ]


def _parsed_and_read(data: bytes) -> list[float]:
    return fastest(15, lambda: etree.fromstring(data), lambda: read(data))


def main(arguments: list[str] | None = None) -> int:
    """1 where a target is missed."""
    argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__).parse_args(
        arguments
    )
    if not BILLS.is_dir():
        print("reading: the laws are not here (../shared/bills); nothing was measured")
        return 0
    dsa, others = counted()
    figures = [
        *(Figure(f"recall: {each.name}", each.recall, least=1.0) for each in dsa),
        Figure("recall: mean of the others", fmean(each.recall for each in others), least=LEAST),
        pdf_over_bare(f"PDF of {PAGES} pages", long_pdf(), most=1.4),
        *(
            pdf_over_bare(path.rpartition("/")[2], (BILLS / path).read_bytes())
            for path in (*LONG, "made/dsa_1col.pdf", "made/dsa_2col_hyph.pdf")
        ),
        *xml_speed(),
    ]
    print(f"{machine()}\n{told([*dsa, *others])}\n{table(figures)}")
    return 0 if all(figure.met for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
