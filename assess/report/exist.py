"""Node by node: what the Internet needs to exist, and what it needs to thrive."""

from __future__ import annotations

from assess import explain, wording
from assess.assessment import Judgement
from assess.explain import Statement
from assess.findings import CHANNELS, Channel, Triple
from assess.framework import AnyNode, Goal, JudgedNode
from assess.report import overlay
from assess.report.document import (
    Block,
    Cell,
    Fact,
    Mark,
    Marks,
    Note,
    Paragraph,
    Picture,
    Section,
    Table,
    Tone,
    UserText,
)
from assess.report.gravest import Where, grounds
from assess.report.matter import Matter, tone
from assess.text import Words


def properties(matter: Matter) -> Section:
    """The critical properties, first at a glance and then one by one."""
    _ = matter.words.gettext
    nodes = matter.framework.critical_properties
    return Section(
        "exist",
        _("What the Internet needs to exist"),
        (
            Paragraph(
                _("Without these critical properties a network is not the Internet."), "lead"
            ),
            Paragraph(
                _("Ranges in this paper show each chance {however}.").format(
                    however=matter.telling.however()
                ),
                "small",
            ),
            *_picture(matter),
            glance(matter, nodes, _("Critical properties at a glance")),
        ),
        tuple(judged(matter, node) for node in nodes),
    )


def _picture(matter: Matter) -> tuple[Picture, ...]:
    _ = matter.words.gettext
    if not matter.picture_svg:
        return ()
    text = _(
        "The framework with the findings: critical properties, enablers and goals, and the links "
        "over which effects travel. The tables give the same facts in words."
    )
    return (Picture(matter.picture_svg, _("The framework with the findings"), text),)


def goals(matter: Matter) -> Section:
    """The goals, each with the enablers published under it."""
    _ = matter.words.gettext
    framework = matter.framework
    return Section(
        "thrive",
        _("What the Internet needs to thrive"),
        (
            Paragraph(
                _("Enablers serve four goals. A goal is never judged: it follows from the rest."),
                "lead",
            ),
            glance(matter, framework.goals, _("Goals at a glance")),
            glance(matter, framework.enablers, _("Enablers at a glance")),
        ),
        tuple(_goal(matter, goal) for goal in framework.goals),
    )


def _goal(matter: Matter, goal: Goal) -> Section:
    found = explain.effects(matter.telling, goal.id)
    enablers = (each for each in matter.framework.enablers if each.goal == goal.id)
    return Section(
        goal.id,
        goal.name,
        (Paragraph(goal.summary), _marks(matter, goal.id, found), *_origin_of(matter, goal.id)),
        tuple(judged(matter, node) for node in enablers),
    )


def glance(matter: Matter, nodes: tuple[AnyNode, ...], caption: str) -> Table:
    """Nodes with what was said of them and harm and benefit side by side."""
    _ = matter.words.gettext
    rows = tuple(
        (
            Cell(node.name),
            Cell(_said(matter, node.id)),
            cell(matter, node.id, "harm"),
            cell(matter, node.id, "benefit"),
        )
        for node in nodes
    )
    return Table(caption, (_("Name"), _("Answer"), _("Harm"), _("Benefit")), rows, (7, 5, 7, 7))


def _said(matter: Matter, node: str) -> str:
    _ = matter.words.gettext
    found = matter.telling.findings.node(node)
    if found.said is None:
        return _("Follows from the rest")
    if found.said == "effect":
        answers = (
            wording.direction(matter.words, each) for each in matter.telling.judgements(node)
        )
        return wording.opening(wording.listed(matter.words, tuple(dict.fromkeys(answers))))
    return wording.said(matter.words, found.said)


def cell(matter: Matter, node: str, channel: Channel) -> Cell:
    """Harm or benefit of a node in a table: symbol, level, chance with its word."""
    _ = matter.words.gettext
    found = matter.telling.findings.node(node)
    effect = found.effect(channel)
    if found.said in ("none", "not-applicable"):
        return Cell(_("none, as judged"))
    return level_cell(matter.words, effect.level, effect.p, channel)


def level_cell(words: Words, number: int, p: Triple, channel: Channel) -> Cell:
    """A level found (0 to 3) with the chance that belongs to it."""
    _ = words.gettext
    if not p[0]:
        return Cell(_("none found"))
    level = wording.level_of(max(number, 1))
    assert level is not None
    text = _("{level}: {chance}").format(
        level=wording.opening(wording.at_least(words, level, channel)),
        chance=wording.chance(words, p[max(number, 1) - 1]),
    )
    return Cell(text, wording.symbol(channel, number), tone(channel, number))


def judged(matter: Matter, node: JudgedNode) -> Section:
    """A node with what was answered and what follows."""
    _ = matter.words.gettext
    told = explain.node(matter.telling, node.id)
    judgements = matter.telling.judgements(node.id)
    answers = tuple(
        block
        for number, each in enumerate(judgements, start=1)
        for block in _told(matter, each, number if len(judgements) > 1 else 0)
    )
    title = _("{name} ({code})").format(name=node.name, code=node.code)
    said, *effects = told
    blocks: tuple[Block, ...] = (
        Paragraph(node.summary),
        *overlay.remarks(matter, node.id),
        _marks(matter, node.id, (said, *effects)),
        *answers,
        *_origin_of(matter, node.id),
    )
    return Section(node.id, title, blocks)


def _told(matter: Matter, judgement: Judgement, number: int) -> tuple[Block, ...]:
    """An answer in full, or what a reader of the brief needs of it."""
    return (answer if matter.in_full else _in_short)(matter, judgement, number)


def _marks(matter: Matter, node: str, told: tuple[Statement, ...]) -> Marks:
    return Marks((*(_mark(matter, node, each) for each in told), *_flag(matter, node)))


def _mark(matter: Matter, node: str, told: Statement) -> Mark:
    for channel in CHANNELS:
        if told.key == f"effect.{channel}":
            level = matter.telling.findings.node(node).effect(channel).level
            return Mark(wording.symbol(channel, level), told.text, tone(channel, level))
    unknown = told.key in ("said.dont-know", "said.unfinished", "said.not-answered")
    signs: dict[bool, tuple[str, Tone]] = {True: ("?", "unknown"), False: ("○", "plain")}
    symbol, colour = signs[unknown]
    return Mark("" if told.key == "said.effect" else symbol, told.text, colour)


def _flag(matter: Matter, node: str) -> tuple[Mark, ...]:
    _ = matter.words.gettext
    findings = matter.telling.findings
    key = findings.node(node).flag
    if key is None or key == "not-shown":
        return ()
    text = _("{flag}. {meaning}").format(
        flag=wording.flag(matter.words, key),
        meaning=wording.flag_meaning(matter.words, key, findings.method),
    )
    return (Mark("!", text, "unknown" if key == "open" else "harm"),)


def _in_short(matter: Matter, judgement: Judgement, number: int) -> tuple[Block, ...]:
    """Why the assessor says so, on which provisions, and whose reading it is."""
    _ = matter.words.gettext
    texts = (
        (_("Rationale"), judgement.rationale),
        (_("Effect on people"), judgement.people),
        (_("Only if"), judgement.condition or ""),
    )
    facts = matter.facts(
        (
            _number(matter, judgement, number),
            Fact(_("Provisions cited"), _cited(matter, judgement), user=True),
            Fact(_("Taken over from"), _copied(matter, judgement)),
            Fact(_("Whose reading"), _whose(matter, judgement)),
        )
    )
    return (*((facts,) if facts.facts else ()), *_written(matter, judgement, texts))


def answer(matter: Matter, judgement: Judgement, number: int) -> tuple[Block, ...]:
    """What goes with one answer, in the assessor's words and ours; a `number` of 0 is not told."""
    _ = matter.words.gettext
    texts = (
        (_("Rationale"), judgement.rationale),
        (_("Effect on people"), judgement.people),
        (_("Only if"), judgement.condition or ""),
        (_("Seen by a consumer"), judgement.sides.consumer),
        (_("Seen by a provider"), judgement.sides.provider),
        (_("Seen by an intermediary"), judgement.sides.intermediary),
        (_("Seen from compliance"), judgement.sides.compliance),
    )
    return (*_answer_facts(matter, judgement, number), *_written(matter, judgement, texts))


def _written(
    matter: Matter, judgement: Judgement, texts: tuple[tuple[str, str], ...]
) -> tuple[Block, ...]:
    """The assessor's words under their labels; where there is no rationale, that is said."""
    said = tuple(UserText(label, text) for label, text in texts if text.strip())
    if judgement.rationale.strip():
        return said
    return (*said, Paragraph(matter.words.gettext("No rationale given."), "small"))


def _number(matter: Matter, judgement: Judgement, number: int) -> Fact:
    """Which of several answers it is, and what it says."""
    if not number:
        return Fact("", "")
    term = matter.words.gettext("Answer {number}").format(number=number)
    return Fact(term, wording.direction(matter.words, judgement))


def _cited(matter: Matter, judgement: Judgement) -> str:
    return wording.listed(matter.words, judgement.provisions)


def _copied(matter: Matter, judgement: Judgement) -> str:
    """The name of the node whose answer this one was taken over from."""
    origin, framework = judgement.copied_from, matter.framework
    return framework.node(origin).name if origin and framework.has(origin) else ""


def _answer_facts(matter: Matter, judgement: Judgement, number: int) -> tuple[Block, ...]:
    _, words = matter.words.gettext, matter.words
    facts = matter.facts(
        (
            _number(matter, judgement, number),
            Fact(
                _("Likelihood"),
                wording.likelihood(words, judgement.likelihood) if judgement.likelihood else "",
            ),
            Fact(
                _("Confidence"),
                wording.confidence(words, judgement.confidence) if judgement.confidence else "",
            ),
            Fact(
                _("Evidence"),
                wording.evidence(words, judgement.evidence) if judgement.evidence else "",
            ),
            Fact(_("Provisions cited"), _cited(matter, judgement), user=True),
            Fact(_("By way of"), _mechanism(matter, judgement)),
            Fact(_("Taken over from"), _copied(matter, judgement)),
            Fact(_("Whose reading"), _whose(matter, judgement)),
        )
    )
    return (facts,) if facts.facts else ()


def _mechanism(matter: Matter, judgement: Judgement) -> str:
    known = matter.interventions
    if judgement.mechanism is None or known is None:
        return ""
    kind = known.get(judgement.mechanism)
    return kind.name if kind else ""


def _whose(matter: Matter, judgement: Judgement) -> str:
    """In a case: what a source says, and what is the library's own reading."""
    _ = matter.words.gettext
    origin = matter.origin(judgement)
    if origin is None or matter.case is None:
        return ""
    titles = {source.id: source.title for source in matter.case.sources}
    cited = wording.listed(
        matter.words, tuple(titles[name] for name in origin.sources if name in titles)
    )
    if origin.stated_by == "source":
        ours = _("A source names this; the level, likelihood and confidence are our reading.")
    else:
        ours = _("Our reading.")
    sources = _("Sources: {titles}.").format(titles=cited) if cited else ""
    return " ".join(part for part in (ours, origin.note, sources) if part)


def _origin_of(matter: Matter, node: str) -> tuple[Block, ...]:
    """Where the numbers come from, where they are not simply the answer on the node itself."""
    found = matter.telling.findings.node(node)
    derived = [each for each in CHANNELS if found.effect(each).p[0]]
    if found.mode == "answered":
        return ()
    if matter.in_full:
        return tuple(_number_note(matter, node, channel) for channel in derived)
    told = dict.fromkeys(grounds(matter, Where(node, channel)) for channel in derived)
    return tuple(Paragraph(text, "small") for text in told)


def _number_note(matter: Matter, node: str, channel: Channel) -> Note:
    _ = matter.words.gettext
    effect = matter.telling.findings.node(node).effect(channel)
    explanation = effect.explanations[max(effect.level, 1) - 1]
    told = (
        *explain.causes(matter.telling, explanation),
        explain.chain(matter.telling, node, channel),
    )
    title = {
        "harm": _("Where the chance of harm comes from"),
        "benefit": _("Where the chance of benefit comes from"),
    }[channel]
    return Note("caution", title, tuple(each.text for each in told))
