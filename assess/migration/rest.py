"""What else people said, as it goes on when an assessment moves: all that is no judgement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from assess.assessment import Archived, Key, Topics, Triage
from assess.contribution import Claim, Contribution
from assess.framework import FrameworkRef
from assess.mark import DECISIONS, Mark
from assess.migration.course import Why
from assess.migration.moving import Fate, Moving, Outcome
from assess.overlay import Overlaid
from assess.panel import Note
from assess.submission import Advice, Recommendations, SecondLanguage, place
from assess.value import TEXT_LIMIT
from assess.variant import LinkChange, Variant


def rest(moving: Moving) -> dict[str, Any]:
    """All parts of the moved assessment but for its answers, which must have been moved before.

    An overlay is made for one version and stays behind when another comes.
    """
    new = moving.way.new
    topics = Topics(new.topic_refs)
    return {
        "framework": FrameworkRef(id=new.id, version=new.version),
        "topics": topics,
        "overlay": new.overlay if isinstance(new, Overlaid) else None,
        "triage": _triage(moving),
        "variant": Variant(links=tuple(_links(moving))),
        "notes": tuple(_notes(moving)),
        "marks": tuple(_mark(moving, each) for each in moving.of.marks),
        "recommendations": Recommendations(
            items=tuple(_advice(moving, each) for each in moving.of.recommendations.items)
        ),
        "second": _second(moving),
        "contribution": _contribution(moving),
    }


# --- screening and interventions ------------------------------------------------------------------


def _triage(moving: Moving) -> Triage:
    before, way = moving.of.triage, moving.way
    old = {each.id: each for each in way.old.screening}
    new = {each.id: each for each in way.new.screening}
    kept = {}
    for name, answer in before.answers.items():
        text = old[name].text if name in old else name
        if name in new and name in old and new[name].text == old[name].text:
            kept[name] = answer
            moving.fates.append(Fate("screening", text, "kept", ("unchanged",), (text,)))
            continue
        moving.archived.append(Archived(what="screening", name=text, text=answer))
        why: Why = "asked-otherwise" if name in new else "question-gone"
        moving.fates.append(Fate("screening", text, "archived", (why,)))
    return Triage(
        answers=kept,
        depth=before.depth,
        interventions=tuple(_known(moving, before.interventions)),
    )


def _known(moving: Moving, kinds: Iterable[str]) -> Iterable[str]:
    for kind in kinds:
        name = moving.way.names.get(kind, kind)
        if moving.way.knows(kind):
            moving.fates.append(Fate("intervention", name, "kept", ("unchanged",), (name,)))
            yield kind
        else:
            moving.archived.append(Archived(what="intervention", name=name, text=kind))
            moving.fates.append(Fate("intervention", name, "archived", ("kind-gone",)))


def _mark(moving: Moving, mark: Mark) -> Mark:
    """The mark without interventions that the new version does not know; each is archived."""
    fields = {
        name: tuple(each for each in getattr(mark, name) if moving.way.knows(each))
        for name in DECISIONS
    }
    lost = [each for name in DECISIONS for each in getattr(mark, name) if each not in fields[name]]
    for kind in lost:
        name = moving.way.names.get(kind, kind)
        moving.archived.append(Archived(what="intervention", name=name, text=mark.provision))
    outcome: Outcome = "archived" if lost else "kept"
    moving.fates.append(
        Fate(
            "mark",
            mark.provision,
            outcome,
            ("kind-gone",) if lost else ("unchanged",),
            draft=mark.draft,
            assessor=mark.assessor,
        )
    )
    return mark.replace(**fields) if lost else mark


# --- links ----------------------------------------------------------------------------------------


def _links(moving: Moving) -> Iterable[LinkChange]:
    there = {(link.origin, link.target, link.relation) for link in moving.way.new.links}
    for change in moving.of.variant.links:
        ends = [moving.course(node).to for node in (change.origin, change.target)]
        single = all(len(each) == 1 for each in ends)
        moved = (ends[0][0], ends[1][0], change.relation) if single else None
        name = f"{moving.name(change.origin)} → {moving.name(change.target)}"
        if moved is None or moved not in there:
            moving.archived.append(Archived(what="link", name=name, link=change))
            moving.fates.append(Fate("link", name, "archived", ("link-gone",)))
            continue
        there.discard(moved)  # a merge may bring two changes to one link: the first stays
        same = moved[:2] == (change.origin, change.target)
        to = " → ".join(moving.names(moved[:2]))
        outcome: Outcome = "kept" if same else "moved"
        moving.fates.append(Fate("link", name, outcome, ("unchanged" if same else "moved",), (to,)))
        yield LinkChange(**{**dict(change), "origin": moved[0], "target": moved[1]})


# --- notes and recommendations --------------------------------------------------------------------


def _notes(moving: Moving) -> Iterable[Note]:
    found: dict[tuple[str, str, str], Note] = {}
    for note in moving.of.notes:
        course = moving.course(note.node)
        kept = []
        for node in course.to:
            moved = Note(**{**dict(note), "node": node})
            text = "\n\n".join(each.text for each in (found.get(moved.key), moved) if each)
            if len(text) <= TEXT_LIMIT:
                found[moved.key] = Note(**{**dict(moved), "text": text})
                kept.append(node)
        if not kept:
            name = moving.name(note.node)
            left = Archived(what="note", name=name, note=note, notes=course.notes)
            moving.archived.append(left)
        _tell_note(moving, note, tuple(kept))
    return found.values()


def _tell_note(moving: Moving, note: Note, kept: tuple[str, ...]) -> None:
    course = moving.course(note.node)
    outcome: Outcome = "kept" if kept == (note.node,) else "moved" if kept else "archived"
    why = course.why if kept or not course.to else ("no-room",)
    told = (moving.name(note.node), outcome, why, moving.names(kept), course.notes)
    moving.fates.append(Fate("note", *told, note.draft, note.assessor))


def _advice(moving: Moving, advice: Advice) -> Advice:
    """The recommendation, tied to where the answers it names are asked now."""
    ties = [moving.course(node).to for node in advice.answers]
    answers = tuple(dict.fromkeys(node for to in ties for node in to))[:50]
    known = moving.way.knows(advice.intervention)
    lost = not known or not all(ties)
    outcome: Outcome = "kept" if answers == advice.answers else "moved"
    moving.fates.append(
        Fate(
            "recommendation",
            advice.text,
            "kept" if lost else outcome,
            ("tie-gone",) if lost else ("unchanged" if outcome == "kept" else "moved",),
            moving.names(answers),
            draft=advice.draft,
        )
    )
    intervention = advice.intervention if known else None
    return Advice(**{**dict(advice), "answers": answers, "intervention": intervention})


# --- what goes with an answer ---------------------------------------------------------------------


def _second(moving: Moving) -> SecondLanguage:
    """The second versions of what people wrote, under the names their answers have now."""
    before = moving.of.second
    names = {place("judgement", "", key): to for key, to in moving.places.items()}
    texts: dict[str, str] = {}
    for name, text in before.texts.items():
        start = next((each for each in names if name.startswith(each)), None)
        if start is None:
            texts[name] = text
            continue
        for key in names[start]:
            texts[place("judgement", name.removeprefix(start), key)] = text
    return SecondLanguage(language=before.language, texts=texts)


def _contribution(moving: Moving) -> Contribution:
    """The contribution with whose claim each answer is, said of where the answer stands now."""
    places: dict[tuple[str, str, int], tuple[Key, ...]] = {}
    for key, to in moving.places.items():
        places.setdefault((key.draft, key.node, key.part), to)
    claims: dict[tuple[str, str, int], Claim] = {}
    for claim in moving.of.contribution.claims:
        stay = tuple(Key(claim.draft, "", node, claim.part) for node in _course(moving, claim))
        for key in places.get(claim.key, stay):
            moved = Claim(**{**dict(claim), "node": key.node, "part": key.part})
            claims.setdefault(moved.key, moved)
    return moving.of.contribution.replace(claims=tuple(claims.values()))


def _course(moving: Moving, claim: Claim) -> tuple[str, ...]:
    return moving.course(claim.node).to
