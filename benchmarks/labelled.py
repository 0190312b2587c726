"""The laws that someone read and labelled, provision by provision; they stand beside the project.

They are taken from the formats that give their provisions outright, so that what is measured is
the screening and not the splitting. A label is joined to its text by the text's hash or, where
that differs by a heading or a mark, by its first words.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree, html

from assess.library import CHECKOUT

BILLS = CHECKOUT.parent / "shared" / "bills"
_CHINESE = re.compile(r"(?m)^(?=第[一二三四五六七八九十百]+条)|^#.*$")


@dataclass(frozen=True)
class Law:
    """A labelled law: its provisions and the codes of each; `lost` labels have no text here."""

    name: str
    language: str
    texts: tuple[str, ...]
    codes: tuple[frozenset[str], ...]
    lost: int


def _json(path: Path) -> Iterator[str]:
    document = json.loads(path.read_text(encoding="utf-8"))
    for each in document.get("provisions", ()):
        yield f"{each['title']} {each['content']}"
    for each in document.get("articles", ()):
        yield f"Article {each['number']} {each.get('title') or ''} {each['text']}"


def _german(path: Path) -> Iterator[str]:
    yield from re.split(r"(?m)^(?=## )", path.read_text(encoding="utf-8"))[1:]


def _chinese(path: Path) -> Iterator[str]:
    body = path.read_text(encoding="utf-8").partition("<!-- INFO END -->")[2]
    yield from (part for part in _CHINESE.split(body) if part and part.startswith("第"))


def _canadian(path: Path) -> Iterator[str]:
    for section in etree.parse(str(path)).iter("Section"):
        yield " ".join(str(part) for part in section.itertext())


def _european(path: Path) -> Iterator[str]:
    whole = " ".join(str(part) for part in html.parse(str(path)).getroot().itertext())
    yield from re.split(r"(?=\bArticle \d+[a-z]? [A-Z▼])", " ".join(whole.split()))[1:]


SOURCES: dict[str, tuple[str, Callable[[Path], Iterator[str]]]] = {
    "eu_oir": ("eu/open_internet_2015_2120_consolidated.xhtml", _european),
    "eu_dsa": ("eu/truth_dsa_articles.json", _json),
    "eu_eidas": ("eu/truth_eidas_articles.json", _json),
    "in_telecom": ("in/telecommunications_act_2023.json", _json),
    "ca_c18": ("ca/c18_online_news_act_2023-c23_en.xml", _canadian),
    "fr_sren": ("fr/sren_2024-449.json", _json),
    "fr_lcen": ("fr/lcen_2004-575.json", _json),
    "de_netzdg": ("de/netzdg.md", _german),
    "cn_csl": ("cn/cybersecurity_law_2016.md", _chinese),
    "cn_intl": ("cn/international_networking_rules_1997.md", _chinese),
    "cn_iis": ("cn/internet_information_services_2011.md", _chinese),
}


@cache
def laws() -> tuple[Law, ...]:
    """Every labelled law."""
    with (BILLS / "labels.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(_law(name, [row for row in rows if row["bill"] == name]) for name in SOURCES)


def _law(name: str, rows: list[dict[str, str]]) -> Law:
    path, provisions = SOURCES[name]
    texts = [" ".join(text.split()) for text in provisions(BILLS / "laws" / path)]
    by_hash = {hashlib.sha1(text.encode()).hexdigest()[:12]: text for text in texts}
    labels: dict[str, set[str]] = {}
    lost = set()
    for row in rows:
        start = row["first_words"][:60]
        begun = (text for text in texts if text.startswith(start))
        text = by_hash.get(row["text_sha1"]) or next(begun, None)
        if text is None:
            lost.add(row["provision"])
        else:
            labels.setdefault(text, set()).update({row["mechanism"]} - {""})
    codes = tuple(frozenset(found) for found in labels.values())
    return Law(name, rows[0]["lang"], tuple(labels), codes, len(lost))
