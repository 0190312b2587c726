"""Whether a list of changes says what really differs between two versions: all, and nothing else.

What counts is what an assessor reads on a node, its id and its place: the kind of node and the
goal it is published under. Printed codes, sources and notes on them ask nobody anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from assess.framework import Framework, JudgedNode
from assess.migration.changes import Change, ChangeKind, Changes
from assess.refusal import did_you_mean

_DESTINIES: Final = ("removed", "moved", "split", "merged")
_BEGINNINGS: Final = ("added", "moved", "split", "merged")
_READ: Final = (
    *("name", "summary", "descriptor", "characteristics", "benefit"),
    *("strengthens", "weakens", "indicators"),
)


class Untrue(NamedTuple):
    """What a list of changes gets wrong: where in its document, and how to mend it."""

    spot: tuple[str | int, ...]
    message: str


def untruths(old: Framework, new: Framework, told: Changes) -> Iterator[Untrue]:
    """Everything that is wrong in the list of changes from one version to the next."""
    unknown = list(_unknown(old, new, told))
    yield from unknown or _untrue(old, new, told)


def wording_differs(before: JudgedNode, after: JudgedNode) -> bool:
    """Whether an assessor reads anything else on a node, its levels left aside."""
    if [each.text for each in before.questions] != [each.text for each in after.questions]:
        return True
    return any(getattr(before, name, None) != getattr(after, name, None) for name in _READ)


def _unknown(old: Framework, new: Framework, told: Changes) -> Iterator[Untrue]:
    sides = (("from", "origins", old), ("to", "targets", new))
    for place, change in enumerate(told.changes):
        for name, field, framework in sides:
            judged = [node.id for node in framework.judged]
            for number, node in enumerate(getattr(change, field)):
                if node not in judged:
                    hint = did_you_mean(node, judged)
                    there = f"{framework.version} asks about no {node}; {hint}"
                    yield Untrue(("changes", place, name, number), there)


def _untrue(old: Framework, new: Framework, told: Changes) -> Iterator[Untrue]:
    yield from _told_twice(told)
    ends, starts = _ends(told, _DESTINIES, "origins"), _ends(told, _BEGINNINGS, "targets")
    before = {node.id: node for node in old.judged}
    after = {node.id: node for node in new.judged}
    for name in before:
        if name not in ends and (name not in after or name in starts):
            yield Untrue(("changes",), f"{name} is gone, which is not told; {_TELL_GONE}")
    for name in after:
        if name not in starts and (name not in before or name in ends):
            yield Untrue(("changes",), f"{name} is new, which is not told; {_TELL_NEW}")
    for place, change in enumerate(told.changes):
        yield from _false(place, change, old, new, ends, starts)
    pairs = {name: name for name in before if name in after and name not in ends}
    pairs |= {each.origins[0]: each.targets[0] for each in told.changes if each.kind == "moved"}
    for one, other in pairs.items():
        yield from _left_out(before[one], after[other], old, new, told)


_TELL_GONE: Final = "list it as removed, moved, split or merged"
_TELL_NEW: Final = "list it as added, moved, split or merged"


def _ends(told: Changes, kinds: tuple[ChangeKind, ...], field: str) -> set[str]:
    return {n for each in told.changes if each.kind in kinds for n in getattr(each, field)}


def _told_twice(told: Changes) -> Iterator[Untrue]:
    """A node has one destiny, one beginning, and is said to differ in one way once."""
    groups = (("origins", _DESTINIES), ("targets", _BEGINNINGS))
    for field, kinds in groups:
        first: dict[str, int] = {}
        for place, change in enumerate(told.changes):
            for node in getattr(change, field) if change.kind in kinds else ():
                if first.setdefault(node, place) != place:
                    said = f"{node} is told of in changes[{first[node]}] too; keep one of them"
                    yield Untrue(("changes", place), said)
    seen: dict[tuple[ChangeKind, str], int] = {}
    for place, change in enumerate(told.changes):
        if change.kind in ("reworded", "rescaled"):
            earlier = seen.setdefault((change.kind, change.origins[0]), place)
            if earlier != place:
                said = f"{change.origins[0]} is {change.kind} in changes[{earlier}] too; keep one"
                yield Untrue(("changes", place), said)


def _false(
    place: int, change: Change, old: Framework, new: Framework, ends: set[str], starts: set[str]
) -> Iterator[Untrue]:
    """A change that is told and is none."""
    spot = ("changes", place)
    if change.kind == "removed":
        for node in set(change.origins) & {each.id for each in new.judged} - starts:
            yield Untrue(spot, f"{node} is still asked about in {new.version}; take it out")
    elif change.kind == "added":
        for node in set(change.targets) & {each.id for each in old.judged} - ends:
            yield Untrue(spot, f"{node} was asked about in {old.version} already; take it out")
    elif change.kind in ("reworded", "rescaled", "moved"):
        before, after = _judged(old, change.origins[0]), _judged(new, change.targets[0])
        if change.kind != "moved" and before.id != after.id and before.id not in ends:
            yield Untrue(spot, f"{before.id} has another id in to; list it as moved, too")
        elif not _is_so(change.kind, before, after, old, new):
            yield Untrue(spot, f"{before.id} is not {change.kind}: {_SAME[change.kind]}")


_SAME: Final[dict[ChangeKind, str]] = {
    "reworded": "both versions have the same words; take it out",
    "rescaled": "the sentences of its levels are the same; take it out",
    "moved": "it has the same id, kind and goal; take it out",
}


def _is_so(
    kind: ChangeKind, before: JudgedNode, after: JudgedNode, old: Framework, new: Framework
) -> bool:
    if kind == "moved":
        return before.id != after.id or _stand(old, before) != _stand(new, after)
    if kind == "rescaled":
        return before.levels != after.levels
    return wording_differs(before, after) or before.levels != after.levels


def _left_out(
    before: JudgedNode, after: JudgedNode, old: Framework, new: Framework, told: Changes
) -> Iterator[Untrue]:
    """What differs between a node and what became of it, and is told nowhere."""
    kinds = {each.kind for each in told.changes if before.id in each.origins}
    named = before.id if before.id == after.id else f"{before.id} (now {after.id})"
    if wording_differs(before, after) and "reworded" not in kinds:
        yield Untrue(("changes",), f"{named} reads otherwise, which is not told; add a reworded")
    elif before.levels != after.levels and not kinds & {"reworded", "rescaled"}:
        said = "has other sentences for its levels, which is not told; add a rescaled, or a"
        yield Untrue(("changes",), f"{named} {said} reworded where they mean the same")
    if _stand(old, before) != _stand(new, after) and "moved" not in kinds:
        said = "is of another kind or under another goal, which is not told; add a moved"
        yield Untrue(("changes",), f"{named} {said}")


def _judged(framework: Framework, node: str) -> JudgedNode:
    return next(each for each in framework.judged if each.id == node)


def _stand(framework: Framework, node: JudgedNode) -> tuple[str, str]:
    return framework.kind(node.id), getattr(node, "goal", "")
