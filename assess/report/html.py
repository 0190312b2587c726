"""A report as one HTML file: no script, no outside request, readable on paper and in the dark."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files

from assess.report.carrier import envelope, html_script
from assess.report.document import (
    Beside,
    Block,
    Cell,
    Fact,
    Facts,
    Item,
    Items,
    Mark,
    Marks,
    Note,
    Paragraph,
    Picture,
    Report,
    Section,
    Table,
    UserText,
    Verdict,
)

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"


def write(report: Report) -> bytes:
    """The report as a UTF-8 HTML page with the assessment file at its end."""
    words = report.words
    writer = _Writer(report)
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{escape(words.language)}" dir="{words.direction}">',
            _head(report),
            f'<body class="{report.audience}">',
            writer.title_block(),
            *([writer.contents()] if report.has_contents else []),
            "<main>",
            *(writer.section(section, 2) for section in report.sections),
            "</main>",
            html_script(envelope(report)),
            "</body>",
            "</html>",
            "",
        )
    ).encode()


def _head(report: Report) -> str:
    return "\n".join(
        (
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta name="generator" content="{escape(report.maker)}">',
            f'<meta name="dcterms.created" content="{report.made_on.isoformat()}">',
            f"<title>{escape(report.title)}</title>",
            f"<style>\n{_style()}</style>",
            "</head>",
        )
    )


@cache
def _style() -> str:
    return files("assess.report").joinpath("page.css").read_text("utf-8")


class _Writer:
    """Writes blocks, knowing the languages of the report and of the assessor's words."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.second = _Writer(report.second) if report.second else None

    def user(self, language: str = "") -> str:
        """The attributes of the assessor's words, in this language or in that of the others."""
        return f'lang="{escape(language or self.report.text_language)}" dir="auto"'

    def tongue(self) -> str:
        """The attributes of this report's own words."""
        words = self.report.words
        return f'lang="{escape(words.language)}" dir="{words.direction}"'

    def title_block(self) -> str:
        return f'<header class="title">\n{self.title()}\n</header>'

    def title(self) -> str:
        report, second = self.report, self.report.second
        kind, title, facts = escape(report.kind), escape(report.title), self.facts(report.facts)
        if self.second is None or second is None:
            return f'<p class="kind">{kind}</p>\n<h1 {self.user()}>{title}</h1>\n{facts}'
        if second.title != report.title:
            title = (
                f"<span {self.user()}>{title}</span> / "
                f"<span {self.second.user()}>{escape(second.title)}</span>"
            )
        return (
            f'<p class="kind">{self.both(report.kind, second.kind)}</p>\n'
            f"<h1 {self.user()}>{title}</h1>\n"
            f'<div class="beside">\n<div {self.tongue()}>\n{facts}\n</div>\n'
            f"<div {self.second.tongue()}>\n{self.second.facts(second.facts)}\n</div>\n</div>"
        )

    def both(self, first: str, second: str) -> str:
        """A line in one language, or in both where they are not the same."""
        if self.second is None or second in ("", first):
            return escape(first)
        return f"{escape(first)} / <bdi {self.second.tongue()}>{escape(second)}</bdi>"

    def contents(self) -> str:
        _ = self.report.words.gettext
        entries = "\n".join(
            f'<li><a href="#{escape(section.id)}">'
            f"{self.both(section.title, section.second)}</a></li>"
            for section in self.report.sections
        )
        again = self.second.report.words.gettext("Contents") if self.second else ""
        name = self.both(_("Contents"), again)
        return (
            f'<nav aria-labelledby="contents">\n<h2 id="contents">{name}</h2>\n'
            f"<ol>\n{entries}\n</ol>\n</nav>"
        )

    def section(self, section: Section, depth: int) -> str:
        tag = f"h{min(depth, 6)}"
        return "\n".join(
            (
                f'<section aria-labelledby="{escape(section.id)}">',
                f'<{tag} id="{escape(section.id)}">'
                f"{self.both(section.title, section.second)}</{tag}>",
                *(self.block(block, depth + 1) for block in section.blocks),
                *(self.section(child, depth + 1) for child in section.sections),
                "</section>",
            )
        )

    def block(self, block: Block, depth: int) -> str:
        if isinstance(block, Verdict | Note):
            return self.verdict(block, depth) if isinstance(block, Verdict) else note(block, depth)
        if isinstance(block, UserText):
            return self.user_text(block)
        if isinstance(block, Facts):
            return self.facts(block.facts)
        if isinstance(block, Table):
            return self.table(block)
        return self.beside(block, depth) if isinstance(block, Beside) else _plain(block)

    def beside(self, block: Beside, depth: int) -> str:
        """Both languages, each in a column, or one above the other where both are wide."""
        second = self.second or self
        return (
            f'<div class="{"both" if block.is_wide else "beside"}">\n'
            f"<div {self.tongue()}>\n{self.block(block.first, depth)}\n</div>\n"
            f"<div {second.tongue()}>\n{second.block(block.second, depth)}\n</div>\n</div>"
        )

    def verdict(self, verdict: Verdict, depth: int) -> str:
        tag = f"h{min(depth, 6)}"
        more = "".join(f"\n<p>{escape(text)}</p>" for text in verdict.more)
        return (
            f'<div class="verdict {verdict.tone}">\n<{tag}>{escape(verdict.heading)}</{tag}>\n'
            f'<p class="main">{escape(verdict.text)}</p>{more}\n</div>'
        )

    def user_text(self, block: UserText) -> str:
        user = self.user(block.language)
        said = f'<blockquote class="user" {user}>{escape(block.text)}</blockquote>'
        if block.number:
            return f'<div class="numbered">{number(block.number)}{said}</div>'
        label = f"<figcaption>{escape(block.label)}</figcaption>" if block.label else ""
        return f'<figure class="words">{label}{said}</figure>'

    def facts(self, facts: tuple[Fact, ...]) -> str:
        rows = "\n".join(self.fact(fact) for fact in facts)
        return f'<dl class="facts">\n{rows}\n</dl>'

    def fact(self, fact: Fact) -> str:
        user = f' class="user" {self.user(fact.language)}' if fact.user else ""
        return f"<div><dt>{escape(fact.term)}</dt><dd{user}>{escape(fact.text)}</dd></div>"

    def table(self, table: Table) -> str:
        # the roles keep it a table where a narrow page lays it out as blocks
        head = "".join(
            f'<th role="columnheader" scope="col">{escape(text)}</th>' for text in table.spelled_out
        )
        rows = "\n".join(self.row(table, row) for row in table.rows)
        columns = "".join(
            f'<col style="width:{round(100 * width / sum(table.widths))}%">'
            for width in table.widths
        )
        return (
            f'<table role="table">\n<caption>{escape(table.caption)}</caption>\n'
            f'<colgroup>{columns}</colgroup>\n<thead><tr role="row">{head}</tr></thead>\n'
            f"<tbody>\n{rows}\n</tbody>\n</table>"
        )

    def row(self, table: Table, row: tuple[Cell, ...]) -> str:
        first, *others = row
        cells = "".join(
            f'<td role="cell" class="{cell.tone}" data-head="{escape(head)}">{self.cell(cell)}</td>'
            for head, cell in zip(table.spelled_out[1:], others, strict=True)
        )
        return (
            f'<tr role="row"><th role="rowheader" scope="row">{self.cell(first)}</th>{cells}</tr>'
        )

    def cell(self, cell: Cell) -> str:
        text = escape(cell.text)
        return sign(cell.symbol) + (
            f'<span class="user" {self.user(cell.language)}>{text}</span>' if cell.user else text
        )


def _plain(block: Paragraph | Marks | Items | Picture) -> str:
    if isinstance(block, Paragraph):
        role = f' class="{block.role}"' if block.role != "body" else ""
        said = f"<p{role}>{escape(block.text)}</p>"
        return f'<div class="numbered">{number(block.number)}{said}</div>' if block.number else said
    if isinstance(block, Marks):
        return '<ul class="marks">\n' + "\n".join(mark(each) for each in block.marks) + "\n</ul>"
    return items(block) if isinstance(block, Items) else picture(block)


def sign(symbol: str) -> str:
    """A symbol that screen readers pass over: the words beside it say the same."""
    return f'<span class="sign" aria-hidden="true">{escape(symbol)}</span>' if symbol else ""


def number(text: str) -> str:
    """The number of a paragraph."""
    return f'<span class="number">{escape(text)} </span>'


def mark(each: Mark) -> str:
    """One finding of a list of findings."""
    symbol = sign(each.symbol or " ")
    return f'<li class="{each.tone}">{symbol}<span>{escape(each.text)}</span></li>'


def items(block: Items) -> str:
    """A list, its links with their addresses in sight on paper too."""
    entries = "\n".join(f"<li>{item(each)}</li>" for each in block.items)
    return f"<ul>\n{entries}\n</ul>"


def item(each: Item) -> str:
    """One entry of a list."""
    detail = f'<span class="detail" dir="auto">{escape(each.detail)}</span>' if each.detail else ""
    if not each.url:
        return escape(each.text) + detail
    url = escape(each.url)
    if not each.url.startswith(("https://", "http://")):
        return f'{escape(each.text)}<span class="detail">{url}</span>{detail}'
    link = f'<span class="detail"><a href="{url}" rel="noreferrer">{url}</a></span>'
    return escape(each.text) + link + detail


def picture(block: Picture) -> str:
    """A drawing of ours with its caption."""
    return (
        f'<figure class="picture">{block.svg}\n'
        f"<figcaption>{escape(block.description)}</figcaption></figure>"
    )


def note(block: Note, depth: int) -> str:
    """Something set apart from the findings."""
    tag = f"h{min(depth, 6)}"
    texts = "".join(f"\n<p>{escape(text)}</p>" for text in block.texts)
    return f'<aside class="{block.kind}">\n<{tag}>{escape(block.title)}</{tag}>{texts}\n</aside>'
