"""What a report is made of: sections and blocks, the same for every file it is written to.

Every text here is plain text, ours and the assessor's alike: a writer escapes what its format
would read as markup. Words of the assessor stand in `UserText`, or in a cell or row marked `user`,
so that they never look like ours.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from assess.report.audience import Audience
from assess.report.seal import Seal
from assess.text import Words

Tone = Literal["plain", "harm", "benefit", "unknown"]
NoteKind = Literal["question", "suggestion", "caution"]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in our words; `lead` opens a section, `small` is an aside.

    `number` is printed before it, as "3.", where paragraphs are numbered.
    """

    text: str
    role: Literal["body", "lead", "small"] = "body"
    number: str = ""


@dataclass(frozen=True)
class UserText:
    """The assessor's own words, line breaks kept, under a label of ours where there is one.

    `number` is printed before them, as "3.", where paragraphs are numbered. `language` is theirs
    where it is not that of the report's other words of the assessor.
    """

    label: str
    text: str
    number: str = ""
    language: str = ""


@dataclass(frozen=True)
class Mark:
    """A finding on one line: a symbol, hidden from screen readers, and the words it stands for."""

    symbol: str
    text: str
    tone: Tone = "plain"


@dataclass(frozen=True)
class Marks:
    """Findings that belong together, one a line."""

    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Verdict:
    """A main conclusion with the sentences that bound it."""

    heading: str
    text: str
    more: tuple[str, ...] = ()
    tone: Tone = "plain"


@dataclass(frozen=True)
class Item:
    """One entry of a list; `detail` follows on its own line, `url` links there."""

    text: str
    detail: str = ""
    url: str = ""


@dataclass(frozen=True)
class Items:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True)
class Fact:
    """A term and what is to be said of it; `user` where the assessor says it, in `language`."""

    term: str
    text: str
    user: bool = False
    language: str = ""


@dataclass(frozen=True)
class Facts:
    """Terms and their texts."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Cell:
    """One cell; `symbol` stands before the words and is hidden from screen readers."""

    text: str
    symbol: str = ""
    tone: Tone = "plain"
    user: bool = False
    language: str = ""


@dataclass(frozen=True)
class Table:
    """A table whose first column heads its rows; `widths` are relative, one a column.

    Where the heads after the first are codes, `key` says what each stands for.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    key: tuple[str, ...] = ()

    @property
    def meanings(self) -> tuple[str, ...]:
        """The codes that head columns, each followed by what it stands for."""
        return tuple(map(" ".join, zip(self.head[1:], self.key, strict=False)))

    @property
    def spelled_out(self) -> tuple[str, ...]:
        """The heads, codes with what they stand for."""
        return (self.head[0], *self.meanings) if self.key else self.head


@dataclass(frozen=True)
class Picture:
    """A picture as SVG markup made by this library, with what it shows in words."""

    svg: str
    title: str
    description: str


@dataclass(frozen=True)
class Note:
    """Set apart from the findings: a question to the reader, a suggestion, a caution."""

    kind: NoteKind
    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Beside:
    """The same in two languages: that of the report, and that of its `second`."""

    first: Block
    second: Block

    @property
    def is_wide(self) -> bool:
        """Whether it needs the whole width, so that one stands above the other."""
        wide = Table | Picture | Facts
        return isinstance(self.first, wide) or isinstance(self.second, wide)


Block = Paragraph | UserText | Marks | Verdict | Items | Facts | Table | Picture | Note | Beside


@dataclass(frozen=True)
class Section:
    """A heading and what stands under it; `id` is unique in the report.

    `second` is the heading in the report's second language, empty where that is the same.
    """

    id: str
    title: str
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    second: str = ""


@dataclass(frozen=True)
class Length:
    """How long a paper is that may have so many words and no more.

    `words` are counted over all that is printed but running heads; `own` are those that the
    assessor wrote or pasted, which are never left out; `left_out` says in sentences what is, after
    so many `steps` of shortening.
    """

    words: int
    limit: int | None
    own: int
    left_out: tuple[str, ...] = ()
    steps: int = 0

    @property
    def over(self) -> int:
        """By how many words it passes the limit; 0 where it does not."""
        return max(self.words - self.limit, 0) if self.limit else 0


@dataclass(frozen=True)
class Report:
    """A report, ready to be written to any file.

    `text_language` is the language of the assessor's words (a BCP 47 tag), `assessment` the
    assessment file in full, as UTF-8 JSON; `seal` says how the report was made.
    `length` is told of a paper with a limit. `second` is the same report in a second language,
    for a paper in two: what stands below its head is in the sections of the first, as `Beside`.
    """

    kind: str
    title: str
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    words: Words
    text_language: str
    made_on: datetime.date
    maker: str
    assessment: bytes
    seal: Seal
    audience: Audience = "brief"
    length: Length | None = None
    second: Report | None = None

    @property
    def has_contents(self) -> bool:
        """Whether it is long enough for a list of its sections."""
        return self.audience in ("brief", "annex")

    @property
    def steps(self) -> int:
        """How many steps of shortening it took to keep to a limit of words."""
        return self.length.steps if self.length else 0

    @property
    def is_compact(self) -> bool:
        """Whether it must stay on one page."""
        return self.audience == "one-page"
