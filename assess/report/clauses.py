"""The provisions of the text against what the Internet needs: which bears on which, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from assess import wording
from assess.explain.provisions import coverage
from assess.findings import CHANNELS, Channel
from assess.framework import LEVELS, Criterion, CriticalProperty, Enabler, JudgedNode
from assess.judgement import Judgement
from assess.margin import Basis
from assess.report.document import (
    Block,
    Cell,
    Fact,
    Facts,
    Paragraph,
    Section,
    Table,
)
from assess.report.matter import Matter
from assess.tables.clauses import Clauses, Row, Sign, clauses
from assess.text import Words

ABREAST = 5
"""So many properties or enablers find room beside a provision; more stand in further tables."""
LISTED = 300
"""Provisions that only words point to are listed up to here; of the rest it is said how many."""
_OPENING = 60  # characters of a provision without a heading by which a reader knows it


def matrix(matter: Matter) -> Clauses:
    """The matrix of the draft reported, as the assessor reported has it."""
    return clauses(matter.framework, matter.draft, matter.judgements(), matter.margin)


def sections(matter: Matter, found: Clauses) -> tuple[Section, ...]:
    """The provisions that somebody cited or marked; none for a draft without a text."""
    _ = matter.words.gettext
    if matter.draft.kind == "no-measure" and not found.rows:
        return ()
    blocks = _matrix(matter, found) if found.said else _nothing(matter)
    return (
        Section("clauses", _("Provision by provision"), (*blocks, *_rest(matter.words, found))),
    )


def _nothing(matter: Matter) -> tuple[Block, ...]:
    _ = matter.words.gettext
    text = _("No answer cites a provision: nothing in this paper is tied to a passage of the text.")
    return (Paragraph(text, "lead"),)


def _matrix(matter: Matter, found: Clauses) -> tuple[Block, ...]:
    _ = matter.words.gettext
    lead = _(
        "Which provision bears on which property or enabler, as the answers that cite it say. Harm "
        "and benefit stand side by side; neither is set against the other."
    )
    return (Paragraph(lead, "lead"), *_tables(matter, found), *_legend(matter.words, found))


def _tables(matter: Matter, found: Clauses) -> Iterator[Block]:
    """Critical properties and enablers in tables of their own, as many abreast as find room.

    Only what people said stands there: where words were shown too, few cells were left empty and
    the answers could not be seen.
    """
    _ = matter.words.gettext
    of_properties = (
        _("Provisions and critical properties"),
        _("Provisions and critical properties, continued"),
    )
    of_enablers = (_("Provisions and enablers"), _("Provisions and enablers, continued"))
    left_out: list[str] = []
    of_criteria = (_("Provisions and criteria"), _("Provisions and criteria, continued"))
    for kind, captions in (
        (CriticalProperty, of_properties),
        (Enabler, of_enablers),
        (Criterion, of_criteria),
    ):
        asked = [node for node in found.nodes if isinstance(node, kind)]
        shown = [node for node in asked if any(_said(row, node) for row in found.said)]
        left_out += [node.name for node in asked if node not in shown]
        for place, nodes in enumerate(_abreast(shown)):
            yield _table(matter, found, captions[bool(place)], nodes)
    if left_out:
        names = wording.listed(matter.words, tuple(left_out))
        text = _("No provision is cited or marked for {names}.").format(names=names)
        yield Paragraph(text, "small")


def _abreast(nodes: Sequence[JudgedNode]) -> Iterator[Sequence[JudgedNode]]:
    """As many as find room, in tables of like width: none has one column left over."""
    tables = ceil(len(nodes) / ABREAST)
    for place in range(tables):
        yield nodes[len(nodes) * place // tables : len(nodes) * (place + 1) // tables]


def _table(matter: Matter, found: Clauses, caption: str, nodes: Sequence[JudgedNode]) -> Table:
    _ = matter.words.gettext
    rows = tuple(
        (_provision(row), *(_cell(matter.words, _said(row, node)) for node in nodes))
        for row in found.said
        if any(_said(row, node) for node in nodes)
    )
    return Table(
        caption,
        (_("Provision"), *(node.code for node in nodes)),
        rows,
        (6, *(4 for _node in nodes)),
        key=tuple(node.name for node in nodes),
    )


def _said(row: Row, node: JudgedNode) -> Sign | None:
    """What a person said, if anything."""
    sign = row.signs.get(node.id)
    return sign if sign and sign.by_a_person else None


def _provision(row: Row) -> Cell:
    if row.provision is None:
        return Cell(row.number, user=True)
    text = " ".join(row.provision.text.split())
    begins = text if len(text) <= _OPENING else f"{text[:_OPENING].rstrip()} …"
    return Cell(f"{row.number} {row.provision.heading or begins}".strip(), user=True)


def _cell(words: Words, sign: Sign | None) -> Cell:
    """What was said, in words; nothing where nothing was."""
    if sign is None:
        return Cell("")
    if sign.basis == "held":
        return Cell(words.gettext("Marked"), "●")
    return _answered(words, sign.answers)


def _answered(words: Words, answers: tuple[Judgement, ...]) -> Cell:
    """What the answers that cite a provision say, harm and benefit each by itself."""
    _ = words.gettext
    said = [
        wording.direction(words, each) if each.answer else _("cited, not answered yet")
        for each in answers
    ]
    text = wording.opening(wording.listed(words, tuple(dict.fromkeys(said))))
    levels = {channel: _highest(answers, channel) for channel in CHANNELS}
    stated = [channel for channel in CHANNELS if levels[channel]]
    if stated:
        signs = " ".join(wording.symbol(channel, levels[channel]) for channel in stated)
        return Cell(text, signs, stated[0] if len(stated) == 1 else "plain")
    if any(each.answer in (None, "dont-know", "effect") for each in answers):
        return Cell(text, "?", "unknown")
    return Cell(text, "○")


def _highest(answers: tuple[Judgement, ...], channel: Channel) -> int:
    """The highest level (0 to 3) that any of them states."""
    stated = (getattr(each, channel) for each in answers)
    return max((LEVELS.index(level) + 1 for level in stated if level), default=0)


def _legend(words: Words, found: Clauses) -> tuple[Block, ...]:
    """What stands in the cells besides answers, as far as it occurs."""
    _ = words.gettext
    marked = _(
        "The assessor marked in the provision an intervention that may touch it; no answer on it "
        "cites the provision."
    )
    empty = _(
        "No answer cites the provision there and nobody marked it. That does not say that there "
        "is no effect."
    )
    shown = [Fact(_("Marked"), marked)] if any(row.on("held") for row in found.said) else []
    return (Facts((*shown, Fact(_("An empty cell"), empty))),)


def _rest(words: Words, found: Clauses) -> Iterator[Paragraph]:
    """The provisions that are not in the table, counted with their share of the text."""
    unknown = tuple(row.number for row in found.rows if row.provision is None)
    if unknown:
        text = words.gettext("Cited, but not in the text of this draft: {numbers}.")
        yield Paragraph(text.format(numbers=wording.listed(words, unknown)))
    hinted = sum(1 for row in found.rows if _hinted(row))
    if hinted:
        yield Paragraph(
            words.ngettext(
                "In {count} provision listed words point to something that no answer citing it "
                "speaks of. “What only words point to” in the technical annex lists it.",
                "In {count} provisions listed words point to something that no answer citing them "
                "speaks of. “What only words point to” in the technical annex lists them.",
                hinted,
            ).format(count=words.number(hinted))
        )
    for told, rest in ((_unread(words, found), found.unread), (_read(words, found), found.read)):
        if rest.count:
            text = told.format(count=words.number(rest.count), share=words.percent(rest.share))
            yield Paragraph(text)


def _unread(words: Words, found: Clauses) -> str:
    if not found.screened:
        return words.ngettext(
            "{count} provision ({share} of the text) is cited by no answer. That does not say that "
            "it has no effect.",
            "{count} provisions ({share} of the text) are cited by no answer. That does not say "
            "that they have no effect.",
            found.unread.count,
        )
    return words.ngettext(
        "{count} provision ({share} of the text) has no sign: no answer cites it, no listed word "
        "points from it to anything, and the assessor has not said to have read it yet.",
        "{count} provisions ({share} of the text) have no sign: no answer cites them, no listed "
        "word points from them to anything, and the assessor has not said to have read them yet.",
        found.unread.count,
    )


def _read(words: Words, found: Clauses) -> str:
    return words.ngettext(
        "{count} provision ({share} of the text) was read by the assessor, who found nothing in it "
        "that may touch a property or enabler.",
        "{count} provisions ({share} of the text) were read by the assessor, who found nothing in "
        "them that may touch a property or enabler.",
        found.read.count,
    )


def _hinted(row: Row) -> bool:
    return bool(row.on("strong") or row.on("weak"))


def hints(matter: Matter, found: Clauses) -> tuple[Section, ...]:
    """What nothing but words points to; none where there is nothing."""
    _, words = matter.words.gettext, matter.words
    hinted = [row for row in found.rows if _hinted(row)]
    if not hinted or matter.margin is None:
        return ()
    lead = _(
        "The toolkit looks for listed words. In these provisions they hint at an intervention that "
        "often touches what is named. There no answer cites them and nobody has marked them: this "
        "is a list of what to read, not of what was found."
    )
    known = " ".join(coverage(words, matter.margin.screening.coverage))
    rows = tuple(
        (_provision(row), *(_codes(matter, row, basis) for basis in ("strong", "weak")))
        for row in hinted[:LISTED]
    )
    head = (_("Provision"), _("Words hint at"), _("Words hint weakly at"))
    more = len(hinted) - LISTED
    return (
        Section(
            "hints",
            _("What only words point to"),
            (
                Paragraph(lead),
                Paragraph(known, "small"),
                Table(_("Provisions by what their words hint at"), head, rows, (7, 6, 6)),
                Paragraph("; ".join(f"{node.code} {node.name}" for node in found.nodes), "small"),
                *((_further(words, more),) if more > 0 else ()),
            ),
        ),
    )


def _codes(matter: Matter, row: Row, basis: Basis) -> Cell:
    codes = tuple(matter.framework.node(node).code for node in row.on(basis))
    return Cell(wording.listed(matter.words, codes))


def _further(words: Words, more: int) -> Paragraph:
    text = words.ngettext(
        "{count} further provision is not listed here; the toolkit's page on provisions has it.",
        "{count} further provisions are not listed here; the toolkit's page on provisions has "
        "them.",
        more,
    )
    return Paragraph(text.format(count=words.number(more)))
