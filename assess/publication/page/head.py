"""What a page says of itself to search engines, to other sites and to the browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from importlib.resources import files
from typing import Any
from xml.etree.ElementTree import Element

from assess import __version__, explain
from assess.case import Case
from assess.publication.markup import el
from assess.publication.page.edition import Edition, Kept
from assess.publication.page.sheet import Sheet
from assess.publication.subject import Subject

_ABOUT = 200  # characters of a text that search engines show


@cache
def style() -> str:
    """The one stylesheet, which every page carries."""
    return tight(files("assess.publication").joinpath("page.css").read_text("utf-8"))


def tight(sheet: str) -> str:
    """A stylesheet without the space that only its writer needs."""
    return re.sub(r"\s+(?=[{}])|(?<=[{};,])\s+|(?<=[a-z]:)\s+", "", " ".join(sheet.split()))


@cache
def policy(style: str) -> str:
    """The browser may use this page's own style and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    rules = ("default-src 'none'", f"style-src 'sha256-{digest}'", "base-uri 'none'")
    return "; ".join((*rules, "form-action 'none'"))


def head(title: str, about: str, *more: Element | None, styles: str = "") -> Element:
    """The head of any page, with `styles` beside what all pages have.

    The policy comes before whatever it governs.
    """
    sheet = style() + styles
    return el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=policy(sheet)),
        el("meta", name="referrer", content="no-referrer"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("title", title),
        el("meta", name="description", content=about) if about else None,
        *more,
        el("style", sheet),
    )


def of_subject(sheet: Sheet, edition: Edition) -> Element:
    """The head of a page on a subject, with Open Graph and schema.org data."""
    _, subject, place = sheet.words.gettext, sheet.subject, sheet.place
    about, full = description(subject), place.full(edition.path)
    data = place.file(f"{edition.path}.json")
    graph = {
        "og:type": "article",
        "og:title": subject.title,
        "og:description": about,
        "og:locale": subject.words.language.replace("-", "_"),
        "og:site_name": _("Internet impact assessment"),
        **({"og:url": full} if full else {}),
    }
    return head(
        subject.title,
        about,
        el("meta", name="generator", content=_maker(sheet)),
        el("link", rel="canonical", href=full) if full else None,
        el("link", rel="alternate", type="application/json", href=data),
        *(el("meta", property=name, content=content) for name, content in graph.items()),
        _data(sheet, edition),
    )


def _maker(sheet: Sheet) -> str:
    told = sheet.words.gettext("Internet impact assessment toolkit {version}")
    return told.format(version=__version__)


def description(subject: Subject) -> str:
    """What it is about, and the conclusion on harm, in the length search engines show."""
    text = subject.case.subject if subject.case else subject.assessment.proposal.summary
    text = " ".join(text.split())
    if len(text) > _ABOUT:
        text = f"{text[:_ABOUT].rsplit(' ', 1)[0]} …"
    told = explain.verdict(subject.telling(subject.assessment.drafts[-1].id), "harm").text
    return f"{text} {told}" if text else told


def _data(sheet: Sheet, edition: Edition) -> Element:
    """schema.org: a report on a law. A block of data, which no browser runs."""
    subject, full = sheet.subject, sheet.place.full(edition.path)
    proposal = subject.assessment.proposal
    told: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": subject.title,
        "description": description(subject),
        "inLanguage": subject.words.language,
        "about": {
            "@type": "Legislation",
            "name": proposal.title,
            "legislationJurisdiction": proposal.jurisdiction,
        },
        **({"url": full} if full else {}),
        **(_dated(edition)),
        **(_based_on(subject.case) if subject.case else {}),
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return el("script", text, type="application/ld+json")


def _dated(edition: Edition) -> dict[str, str]:
    if not isinstance(edition, Kept):
        return {}
    version = edition.version
    return {"datePublished": version.made_on.isoformat(), "identifier": version.address}


def _based_on(case: Case) -> dict[str, object]:
    sources = [
        {
            "@type": "CreativeWork",
            "name": each.title,
            **({"url": each.url} if each.url.startswith("https://") else {}),
        }
        for each in case.sources
    ]
    return {"isBasedOn": sources}
