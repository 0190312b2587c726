"""Where people differ, who says what, and what changed between the rounds."""

from __future__ import annotations

from typing import Final

from assess import wording
from assess.agreement import Agreement, Changed, Dissent, Move, Stance
from assess.explain import agreement as told
from assess.explain.agreement import AgreementTelling
from assess.explain.statement import Statement
from assess.findings import CHANNELS, Channel, Said
from assess.judgement import Judgement
from assess.panel import Note, Panel
from assess.text import Words

TEXTS: Final = "texts"
"""Under this key a statement's values hold what people wrote themselves, as plain text."""
_MAJOR: Final = 3


def dissent(telling: AgreementTelling, found: Dissent) -> Statement:
    """How far apart the answers on one node are, under its name."""
    _ = telling.words.gettext
    text = _("{name}: {sentences}").format(
        name=telling.name(found.node), sentences=distance(telling, found)
    )
    return Statement("dissent", text, {"spread": found.spread}, (found.node,))


def distance(telling: AgreementTelling, found: Dissent) -> str:
    """How far apart the answers on one node are."""
    _ = telling.words.gettext
    apart = [_apart(telling, found, channel) for channel in found.channels]
    if found.opposite:
        apart.append(_("Some state harm only, others benefit only."))
    return " ".join(apart)


def _apart(telling: AgreementTelling, found: Dissent, channel: Channel) -> str:
    _ = telling.words.gettext
    levels = [each.level(channel) for each in found.stances]
    stated = [level for level in levels if level is not None]
    return _("From {least} to {most}.").format(
        least=_level(telling.words, min(stated), channel),
        most=_level(telling.words, max(stated), channel),
    )


def _level(words: Words, number: int, channel: Channel) -> str:
    """A stated level; 0 says what was stated, not what was found."""
    _ = words.gettext
    if key := wording.level_of(number):
        return wording.level(words, key, channel)
    return {"harm": _("no harm stated"), "benefit": _("no benefit stated")}[channel]


def unsettled(telling: AgreementTelling, found: Dissent) -> Statement:
    """A major effect that one states, and another does not know of."""
    _ = telling.words.gettext
    sentences = (
        _("A major effect is stated by {people}."),
        _("Not known to {people}."),
        _("Not applicable according to {people}."),
    )
    text = _("{name}: {sentences}").format(
        name=telling.name(found.node),
        sentences=" ".join(
            sentence.format(people=telling.people(each.assessor for each in people))
            for sentence, people in zip(sentences, sides(found), strict=True)
            if people
        ),
    )
    return Statement("unsettled", text, nodes=(found.node,))


def sides(found: Dissent) -> tuple[tuple[Stance, ...], ...]:
    """Who states a major effect, who does not know, who says it does not apply."""

    def saying(word: Said) -> tuple[Stance, ...]:
        return tuple(each for each in found.stances if each.said == word)

    major = (e for e in found.stances if any(e.level(c) == _MAJOR for c in found.channels))
    return tuple(major), saying("dont-know"), saying("not-applicable")


def stance(telling: AgreementTelling, of: Stance) -> tuple[Statement, ...]:
    """What one person says of a node: each answer with likelihood, confidence and evidence."""
    _ = telling.words.gettext
    name = telling.person(of.assessor)
    if not of.judgements:
        said = wording.said(telling.words, of.said)
        text = _("{name}: {answer}.").format(name=name, answer=said)
        return (Statement("stance", text, {"assessor": of.assessor}),)
    return tuple(
        Statement(
            "stance",
            _("{name}: {answer}.").format(
                name=_numbered(telling.words, name, each, len(of.judgements)),
                answer=_answer(telling.words, each),
            ),
            {"assessor": of.assessor, TEXTS: (each.rationale,)},
            judgements=((each.node, each.part),),
        )
        for each in of.judgements
    )


def _numbered(words: Words, name: str, judgement: Judgement, parts: int) -> str:
    _ = words.gettext
    if parts == 1:
        return name
    return _("{name} (answer {number})").format(name=name, number=judgement.part)


def _answer(words: Words, judgement: Judgement) -> str:
    """The answer with what goes with an effect, one after the other: a list, not a sentence."""
    found = answer(words, judgement)
    if judgement.answer != "effect" or not judgement.counts:
        return found
    details = (
        wording.likelihood(words, judgement.likelihood) if judgement.likelihood else "",
        wording.confidence(words, judgement.confidence) if judgement.confidence else "",
        wording.evidence(words, judgement.evidence) if judgement.evidence else "",
    )
    return " · ".join((found, *(each for each in details if each)))


def note(telling: AgreementTelling, of: Note) -> Statement:
    """Who remarked on which node; the remark itself is a text of theirs."""
    _ = telling.words.gettext
    text = _("{name} remarks on {node}:").format(
        name=telling.person(of.assessor), node=telling.name(of.node)
    )
    return Statement("note", text, {"assessor": of.assessor, TEXTS: (of.text,)}, (of.node,))


def answer(words: Words, judgement: Judgement) -> str:
    """What a judgement says, in short; one that does not count yet is unfinished."""
    if not judgement.counts:
        return wording.said(words, "unfinished")
    return wording.direction(words, judgement)


def rounds(telling: AgreementTelling) -> tuple[Statement, ...]:
    """What the first round's answers led to, where they changed since."""
    before = telling.agreement.before
    if before is None:
        return ()
    first = AgreementTelling(telling.framework, before, telling.words)
    return (_changes(telling), *_led(first), *_alpha(first))


def _changes(telling: AgreementTelling) -> Statement:
    moves = telling.agreement.moves
    text = telling.words.ngettext(
        "Between the first round and the second {count} answer changed.",
        "Between the first round and the second {count} answers changed.",
        len(moves),
    )
    return Statement("rounds", text.format(count=len(moves)), {"count": len(moves)})


def _led(first: AgreementTelling) -> tuple[Statement, ...]:
    many, total = first.words.ngettext, len(first.agreement.views)
    return tuple(
        Statement(
            f"rounds.votes.{channel}",
            many(
                "In the first round the one person's own answers led to “{verdict}”.",
                "In the first round {count} of {total} people's own answers led to “{verdict}”.",
                total,
            ).format(
                count=len(vote.assessors),
                total=total,
                verdict=told.concluded(first.words, vote, channel),
            ),
            {"level": vote.level, "count": len(vote.assessors), "total": total},
        )
        for channel in CHANNELS
        for vote in first.agreement.votes(channel)
    )


def _alpha(first: AgreementTelling) -> tuple[Statement, ...]:
    _ = first.words.gettext
    alpha = first.agreement.measure.alpha
    if alpha is None:
        return ()
    text = _("In the first round alpha was {alpha}.").format(alpha=told.figure(first.words, alpha))
    return (Statement("rounds.alpha", text, {"alpha": alpha}),)


def move(telling: AgreementTelling, made: Move) -> Statement:
    """What one person changed on a node."""
    _ = telling.words.gettext
    before, after = (_quoted(telling.words, each) for each in (made.before, made.after))
    if "answer" in made.changed:
        text = _("{person} on {node}: before {before}, now {after}.")
    elif before != after:
        text = _("{person} on {node}: before {before}, now {after}. Changed: {what}.")
    else:
        text = _("{person} on {node}: still {after}. Changed: {what}.")
    return Statement(
        "move",
        text.format(
            person=telling.person(made.assessor),
            node=telling.name(made.node),
            before=before,
            after=after,
            what=changes(telling.words, made),
        ),
        {"assessor": made.assessor, "changed": made.changed},
        (made.node,),
    )


def _quoted(words: Words, judgements: tuple[Judgement, ...]) -> str:
    _ = words.gettext
    return _("“{text}”").format(text=answers(words, judgements))


def answers(words: Words, judgements: tuple[Judgement, ...]) -> str:
    """All answers on one node, in short."""
    said = tuple(answer(words, each) for each in judgements)
    return wording.listed(words, said) or wording.said(words, "not-answered")


def changes(words: Words, made: Move) -> str:
    """What changed, as a list; with another answer goes all that belongs to an effect."""
    with_answer = ("answer", "text")
    keys = [key for key in made.changed if key in with_answer or "answer" not in made.changed]
    return wording.listed(words, tuple(_changed(words, key) for key in keys))


def _changed(words: Words, key: Changed) -> str:
    _ = words.gettext
    return {
        "answer": _("the answer"),
        "level": _("how strong the effect is"),
        "likelihood": _("how likely it is"),
        "confidence": _("how sure they are"),
        "evidence": _("the evidence"),
        "text": _("the reasons given"),
    }[key]


def still_open(words: Words, panel: Panel | None) -> str:
    """Why nothing is told of the others while a round is open; empty where none is."""
    _ = words.gettext
    if panel is None or not panel.private:
        return ""
    if panel.phase == "first":
        return _(
            "Several people are judging this proposal. Their first round is still open: nothing is "
            "told of anybody's answers to the others before it ends."
        )
    return _(
        "Several people are judging this proposal. Their second round is still open: nothing is "
        "told of anybody's new answers to the others before it ends."
    )


def agreement_statements(telling: AgreementTelling) -> tuple[Statement, ...]:
    """All there is to tell, whose answers lead to which verdict first."""
    return tuple(each for _, said in _in_parts(telling) for each in said)


def agreement_lines(telling: AgreementTelling) -> tuple[str, ...]:
    """The same as lines of plain text under headings, for a terminal."""
    lines: list[str] = []
    for heading, said in _in_parts(telling):
        if said:
            lines += ["", heading] if lines else [heading]
            lines += [line for each in said for line in _lines(each)]
    return tuple(lines)


def _lines(said: Statement) -> tuple[str, ...]:
    """A sentence, and below it, set apart, what people wrote themselves."""
    texts = said.values.get(TEXTS, ())
    assert isinstance(texts, tuple)
    written = (line for text in texts for line in str(text).strip().splitlines())
    return (f"- {said.text}", *(f"    | {line}" for line in written))


def _in_parts(telling: AgreementTelling) -> tuple[tuple[str, tuple[Statement, ...]], ...]:
    _, found = telling.words.gettext, telling.agreement
    own = tuple(told.view(telling, each) for each in found.views)
    return (
        (
            _("What each person's own answers lead to"),
            (
                *told.which_round(telling),
                *(each for channel in CHANNELS for each in told.votes(telling, channel)),
                *own,
                *told.unequal(telling),
                *told.silent(telling),
            ),
        ),
        (_("How far the answers agree"), told.measure(telling)),
        (_("All answers pooled"), _pooled(telling)),
        (_("Where people disagree"), _disagreements(telling)),
        (
            _("What changed between the rounds"),
            (*rounds(telling), *(move(telling, each) for each in found.moves)),
        ),
    )


def _pooled(telling: AgreementTelling) -> tuple[Statement, ...]:
    if telling.agreement.pooled is None:
        return ()
    return (
        *(told.pooled(telling, channel) for channel in CHANNELS),
        *(each for channel in CHANNELS for each in told.pooled_firmness(telling, channel)),
        told.mixture(telling),
        *told.pooled_flags(telling),
    )


def _disagreements(telling: AgreementTelling) -> tuple[Statement, ...]:
    found = telling.agreement
    return (
        *none_found(telling),
        *(each for one in found.dissents for each in _everybody(telling, one)),
        *(unsettled(telling, each) for each in found.unsettled),
        *(note(telling, each) for each in other_notes(found)),
    )


def _everybody(telling: AgreementTelling, one: Dissent) -> tuple[Statement, ...]:
    return (
        dissent(telling, one),
        *(said for each in one.stances for said in stance(telling, each)),
        *(note(telling, each) for each in telling.agreement.notes_on(one.node)),
    )


def other_notes(found: Agreement) -> tuple[Note, ...]:
    """What people remarked on nodes where their answers are not far apart."""
    told_of = {each.node for each in found.dissents}
    return tuple(each for each in found.notes if each.node not in told_of)


def none_found(telling: AgreementTelling) -> tuple[Statement, ...]:
    """Said where answers can be compared and none are far apart."""
    _ = telling.words.gettext
    found = telling.agreement
    if found.dissents or not found.measure.items:
        return ()
    text = _("No two answers on the same node are two levels apart or point opposite ways.")
    return (Statement("dissent.none", text),)
