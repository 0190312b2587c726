"""The first answer to a reader: Streamlit's own page with our language, title and files in it.

Streamlit's page is read from the installed package at every start, as its file names change with
each release.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from assess.text import Words
from assess.web.assets import Assets

NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
ICON = re.compile(r'<link rel="shortcut icon"[^>]*>')
AGENT = re.compile(r'<!--(?:(?!-->).)*?-->\s*<link rel="service-desc"[^>]*>', re.DOTALL)


@dataclass(frozen=True)
class Shell:
    """Our edition of Streamlit's page, in every language there is.

    page: the text of the installed index.html. languages: those with a catalogue, the one to
    fall back on first. words: gives the words of a language.
    """

    page: str
    languages: Sequence[str]
    words: Callable[[str], Words]
    assets: Assets

    @cached_property
    def _pages(self) -> dict[str, str]:
        return {language: self._in(self.words(language)) for language in self.languages}

    def _in(self, words: Words) -> str:
        _ = words.gettext
        title = escape(_("Internet impact assessment"))
        about = escape(
            _(
                "Find out what a proposed law or policy would do to what the Internet needs"
                " to exist and to thrive, and write it down as a brief."
            )
        )
        without = escape(
            _(
                "This page needs JavaScript. It loads nothing from any other site. Turn"
                " JavaScript on for this site to use it; your saved answers are not affected."
            )
        )
        head = (
            f'<meta name="description" content="{about}">\n    '
            '<meta name="referrer" content="no-referrer">\n    '
            f"{self._styles()}\n    "
            f'<script src="{self.assets.address("page.js")}" defer></script>\n  </head>'
        )
        icon = f'<link rel="icon" type="image/svg+xml" href="{self.assets.address("icon.svg")}">'
        start = f'<html lang="{escape(words.language)}" dir="{words.direction}">'
        page = self.page.replace('<html lang="en">', start).replace("</head>", head)
        cases = escape(_("Read the cases without it"))
        link = f'<p><a href="/cases/list">{cases}</a></p>'
        page = NOSCRIPT.sub(lambda _: f"<noscript><p>{without}</p>{link}</noscript>", page)
        page = TITLE.sub(lambda _: f"<title>{title}</title>", page)
        return ICON.sub(lambda _: icon, AGENT.sub("", page))

    def _styles(self) -> str:
        sheets = (name for name in self.assets.files if name.endswith(".css"))
        return "\n    ".join(
            f'<link rel="stylesheet" href="{self.assets.address(name)}">' for name in sheets
        )

    def language(self, request: Request) -> str:
        """The language asked for in the address, else the best the browser names."""
        wished = [request.query_params.get("lang", ""), *_accepted(request)]
        return next((one for one in wished if one in self._pages), self.languages[0])

    async def answer(self, request: Request) -> Response:
        """The page."""
        language = self.language(request)
        headers = {
            "Cache-Control": "private, no-cache",
            "Content-Language": language,
            "Vary": "Accept-Language",
        }
        if "a" in request.query_params:
            headers["X-Robots-Tag"] = "noindex, nofollow"
        return HTMLResponse(self._pages[language], headers=headers)


def _accepted(request: Request) -> list[str]:
    """Languages of the Accept-Language header, best first, each also without its region."""
    ranked = []
    for place, part in enumerate(request.headers.get("accept-language", "").split(",")):
        tag, _, quality = part.strip().partition(";q=")
        try:
            ranked.append((-float(quality or 1), place, tag))
        except ValueError:
            continue
    tags = [tag for _, _, tag in sorted(ranked)]
    return [one for tag in tags for one in (tag, tag.split("-")[0])]


NOT_FOUND = """<!DOCTYPE html>
<html lang="{language}" dir="{direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><link rel="stylesheet" href="{style}">
<link rel="icon" type="image/svg+xml" href="{icon}"></head>
<body class="assess-plain"><main><h1>{title}</h1><p>{advice}</p><p><a href="/">{home}</a></p></main>
</body></html>
"""


def not_found(shell: Shell, request: Request) -> Response:
    """A plain page for an address that leads nowhere; it says nothing of what might be near."""
    words = shell.words(shell.language(request))
    _ = words.gettext
    page = NOT_FOUND.format(
        language=escape(words.language),
        direction=words.direction,
        title=escape(_("Page not found")),
        advice=escape(_("Check that the address is complete, or start from the first page.")),
        home=escape(_("Go to the first page")),
        style=shell.assets.address("page.css"),
        icon=shell.assets.address("icon.svg"),
    )
    return HTMLResponse(page, 404, {"Cache-Control": "no-store"})
