"""Corrections by the reader: two clauses joined, one divided, one renamed. No character is lost."""

from __future__ import annotations

from dataclasses import replace

from assess.bill.clause import Chain, Clause, Split
from assess.bill.splitting.clauses import unique
from assess.bill.splitting.pieces import chain_of


def merge(split: Split, id: str) -> Split:
    """The clause joined to the one before it, whose number stays; references to it follow.

    Raises ValueError where there is no such clause, or none before it.
    """
    at = _place(split, id)
    if at == 0:
        raise ValueError(f"{id} is the first; there is nothing before it to join it to")
    earlier, clause = split.clauses[at - 1], split.clauses[at]
    between = "\n" * (clause.start - earlier.end)
    joined = replace(
        earlier,
        text=f"{earlier.text}{between}{clause.text}",
        end=clause.end,
        quoted=earlier.quoted + clause.quoted,
        refers=earlier.refers + clause.refers,
    )
    others = (*split.clauses[: at - 1], joined, *split.clauses[at + 1 :])
    return _with(split, tuple(_renaming(each, clause.id, earlier.id) for each in others))


def _renaming(clause: Clause, old: str, new: str) -> Clause:
    """A clause that names another under its new number, once, and never itself."""
    named = dict.fromkeys(new if each == old else each for each in clause.refers)
    return replace(clause, refers=tuple(each for each in named if each != clause.id))


def divide(split: Split, id: str, offset: int) -> Split:
    """The clause cut in two at a place in its text; the second half is named "6 [2]".

    Raises ValueError where there is no such clause, or the place is not inside its text.
    """
    at = _place(split, id)
    clause = split.clauses[at]
    if not 0 < offset < len(clause.text):
        raise ValueError(f"{offset} is no place inside {id}; it has {len(clause.text)} characters")
    # A line break at the cut is what parts the two, as it parts all clauses.
    rest = offset + 1 if clause.text[offset] == "\n" and offset + 1 < len(clause.text) else offset
    middle = clause.start + offset
    taken = [each.id for each in split.clauses]
    name = list(unique([*taken, id]))[-1]
    first = replace(
        clause,
        text=clause.text[:offset],
        end=middle,
        quoted=tuple(each for each in clause.quoted if each.end <= middle),
    )
    second = replace(
        clause,
        id=name,
        label=name,
        heading="",
        text=clause.text[rest:],
        start=clause.start + rest,
        role=None,
        quoted=tuple(each for each in clause.quoted if each.start >= clause.start + rest),
    )
    return _with(split, (*split.clauses[:at], first, second, *split.clauses[at + 1 :]))


def rename(split: Split, id: str, number: str) -> Split:
    """The clause under another number; references to it follow.

    Raises ValueError where there is no such clause, or the number is empty, long or taken.
    """
    at = _place(split, id)
    name = " ".join(number.split())
    if not name or len(name) > 300:
        raise ValueError("a number has 1 to 300 characters")
    if name != id and any(each.id == name for each in split.clauses):
        raise ValueError(f"{name} is taken; choose another number or join the two")
    renamed = replace(split.clauses[at], id=name, label=name)
    clauses = (*split.clauses[:at], renamed, *split.clauses[at + 1 :])
    return _with(split, tuple(_renaming(each, id, name) for each in clauses))


def _place(split: Split, id: str) -> int:
    for at, clause in enumerate(split.clauses):
        if clause.id == id:
            return at
    raise ValueError(f"there is no provision {id}; reload the list and choose one of it")


def _with(split: Split, clauses: tuple[Clause, ...]) -> Split:
    provisions = [clause for clause in clauses if clause.kind == "provision"]
    chain = chain_of(provisions) if provisions else Chain("", "", 0)
    return replace(split, clauses=clauses, chain=chain)
