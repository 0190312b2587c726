"""A report as Markdown (CommonMark with tables), every text escaped so that it stays text."""

from __future__ import annotations

import re

from assess.report.carrier import envelope, markdown_comment
from assess.report.document import (
    Beside,
    Block,
    Cell,
    Fact,
    Facts,
    Item,
    Items,
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

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~$]")
_LINE_START = re.compile(r"^(\s*)([#+\-=:]|\d{1,9}(?=[.)]))")
_ADDRESS = re.compile(r"(?<=\w):(?=//)|(?<=\bwww)\.", re.IGNORECASE)
_SAFE_URL = re.compile(r"https?://[^\s<>]+")


def write(report: Report) -> bytes:
    """The report as UTF-8 Markdown with the assessment file in a comment at its end."""
    parts = [
        *_head(report),
        *(text for section in report.sections for text in _section(report, section, 2)),
        markdown_comment(envelope(report)),
    ]
    return ("\n\n".join(parts) + "\n").encode()


def _head(report: Report) -> list[str]:
    second = report.second
    kind = f"*{_both(report.kind, second.kind if second else '')}*"
    title = "# " + _both(report.title, second.title if second else "")
    given = Facts(report.facts)
    return [kind, title, _block(report, Beside(given, Facts(second.facts)) if second else given)]


def _both(first: str, second: str) -> str:
    return escape(f"{first} / {second}" if second not in ("", first) else first)


def _tongue(report: Report) -> str:
    """The name of the report's language, in itself, above what is said in it."""
    return f"*{escape(report.words.named(report.words.language))}*"


def escape(text: str) -> str:
    """One line of text with nothing left in it that Markdown would read as markup."""
    line = " ".join(text.split())
    line = _MARKUP.sub(lambda found: "\\" + found[0], line)
    line = _ADDRESS.sub(lambda found: "\\" + found[0], line)
    return _LINE_START.sub(_escape_start, line)


def _escape_start(found: re.Match[str]) -> str:
    space, start = found[1], found[2]
    return f"{space}{start}\\" if start.isdigit() else f"{space}\\{start}"


def _lines(text: str) -> list[str]:
    """Text with its line breaks kept: a backslash ends a line that goes on, blank lines stay."""
    lines = [escape(line) for line in text.strip().split("\n")]
    following = [*lines[1:], ""]
    return [
        line + "\\" if line and after else line
        for line, after in zip(lines, following, strict=True)
    ]


def _quote(lines: list[str]) -> str:
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _section(report: Report, section: Section, depth: int) -> list[str]:
    inner = [text for child in section.sections for text in _section(report, child, depth + 1)]
    title = "#" * min(depth, 6) + " " + _both(section.title, section.second)
    return [title, *(_block(report, block) for block in section.blocks), *inner]


def _block(report: Report, block: Block) -> str:
    if isinstance(block, Beside):
        second = report.second or report
        one, other = _block(report, block.first), _block(second, block.second)
        return "\n\n".join((_tongue(report), one, _tongue(second), other))
    if isinstance(block, Table):
        return table(block)
    if isinstance(block, Items):
        return items(block)
    if isinstance(block, Facts):
        return facts(block)
    return _prose(block)


def _prose(block: Paragraph | UserText | Marks | Verdict | Picture | Note) -> str:
    if isinstance(block, Paragraph):
        return escape(_numbered(block.number, block.text))
    if isinstance(block, Marks):
        return "\n".join(f"- {_signed(mark.symbol, mark.text)}" for mark in block.marks)
    if isinstance(block, Picture):
        return f"*{escape(block.description)}*"
    return _set_apart(block)


def _set_apart(block: UserText | Verdict | Note) -> str:
    if isinstance(block, UserText):
        label = [f"**{escape(block.label)}**", ""] if block.label else []
        return _quote([*label, *_lines(_numbered(block.number, block.text))])
    if isinstance(block, Verdict):
        more = [line for text in block.more for line in ("", escape(text))]
        return _quote([f"{escape(block.heading)}", "", f"**{escape(block.text)}**", *more])
    texts = [line for text in block.texts for line in ("", escape(text))]
    return _quote([f"**{escape(block.title)}**", *texts])


def _numbered(number: str, text: str) -> str:
    return f"{number} {text}" if number else text


def _signed(symbol: str, text: str) -> str:
    return f"{symbol} {escape(text)}" if symbol else escape(text)


def facts(block: Facts) -> str:
    """Terms and texts as a list; what the assessor says over several lines stays one entry."""
    return "\n".join(_fact(fact) for fact in block.facts)


def _fact(fact: Fact) -> str:
    first, *others = _lines(fact.text) or [""]
    return "\n".join((f"- **{escape(fact.term)}:** {first}", *(f"  {line}" for line in others)))


def items(block: Items) -> str:
    """A list."""
    return "\n".join(_item(each) for each in block.items)


def _item(each: Item) -> str:
    url = f"<{each.url}>" if _SAFE_URL.fullmatch(each.url) else escape(each.url)
    rest = [text for text in (url, escape(each.detail)) if text]
    return "\\\n".join((f"- {escape(each.text)}", *(f"  {text}" for text in rest)))


def table(block: Table) -> str:
    """A table; line breaks inside cells become spaces, as Markdown's tables have none."""
    rows = [_row([escape(text) for text in block.head]), "|" + " --- |" * len(block.head)]
    rows += [_row([_cell(cell) for cell in row]) for row in block.rows]
    key = (escape("; ".join(block.meanings)),) if block.key else ()
    return "\n\n".join((f"**{escape(block.caption)}**", "\n".join(rows), *key))


def _cell(cell: Cell) -> str:
    return _signed(cell.symbol, cell.text)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
