"""Which version of its framework an assessment can move to next, and with which topics."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from assess.assessment import Assessment, Topics
from assess.errors import AssessError, FileProblems
from assess.framework import Framework, FrameworkRef
from assess.intervention import Interventions
from assess.migration.changes import Change, Changes
from assess.migration.course import Way
from assess.overlay import Overlay


class Versions(Protocol):
    """Where versions are looked up: assess.library.Library."""

    def frameworks(self) -> tuple[FrameworkRef, ...]:
        """Every version that can be used, by id, oldest first."""

    def framework(self, framework_id: str, version: str, /) -> Framework:
        """One version. Raises UnknownFramework, FileProblems."""

    def changes(self, framework_id: str, version: str, /) -> Changes | None:
        """What differs from the version before; None for a first version."""

    def combined(
        self,
        base: FrameworkRef,
        topics: tuple[FrameworkRef, ...],
        overlay: Overlay | None = None,
        /,
    ) -> Framework:
        """A version with topics beside it, as an overlay has it. UnknownFramework, FileProblems."""

    def framework_of(self, assessment: Assessment, /) -> Framework:
        """What an assessment is made against. Raises as `combined`."""

    def interventions(self, framework_id: str, version: str, /) -> Interventions | None:
        """The interventions that come with a version, if any."""


def newer(assessment: Assessment, library: Versions) -> FrameworkRef | None:
    """The newest version that tells what changed since this assessment's own.

    Its own version where only a topic beside it has a newer one; None where nothing is newer.
    """
    now = assessment.framework
    onward = [each for each in _versions(now.id, library) if _follows(each, now, library)]
    if onward:
        return onward[-1]
    topics = _topics(assessment, now, library)
    alone = len(topics.refs) < len(assessment.topics.refs)
    return now if topics != assessment.topics and not alone else None


def way(assessment: Assessment, version: str, library: Versions) -> Way:
    """The way to a version of the assessment's framework, its topics moving along.

    A topic comes along in the newest version that builds on the new framework and tells what
    changed since its own. Raises AssessError where the version is older, the same, or further away
    than one step; UnknownFramework, FileProblems.
    """
    now = assessment.framework
    target = FrameworkRef(id=now.id, version=version)
    library.framework(target.id, target.version)
    topics = _topics(assessment, target, library)
    if target == now and topics == assessment.topics:
        raise AssessError(f"this assessment is on {now.id} {now.version} already")
    if target != now and _since(target, library) != now.version:
        raise AssessError(_not_next(now, target, library))
    return between(assessment, target, topics, library)


def between(assessment: Assessment, target: FrameworkRef, topics: Topics, library: Versions) -> Way:
    """The way from an assessment to a version with these topics. Raises as `way`."""
    now = assessment.framework
    moved = [(now, target), *_pairs(assessment.topics, topics)]
    changes = tuple(change for old, new in moved for change in _told(old, new, library))
    known = library.interventions(now.id, now.version)
    kinds = library.interventions(target.id, target.version)
    return Way(
        old=library.framework_of(assessment),
        new=library.combined(target, topics.refs),
        changes=changes,
        kinds=frozenset(kind.id for kind in kinds.interventions) if kinds else frozenset(),
        names={kind.id: kind.name for kind in known.interventions} if known else {},
    )


def with_overlay(assessment: Assessment, overlay: Overlay | None, library: Versions) -> Way:
    """The way to the same version as an overlay has it, or without one. Raises as `way`."""
    ref, topics = assessment.framework, assessment.topics.refs
    return Way(library.framework_of(assessment), library.combined(ref, topics, overlay), ())


def _pairs(before: Topics, after: Topics) -> Iterator[tuple[FrameworkRef, FrameworkRef]]:
    for old in before.refs:
        yield from ((old, new) for new in after.refs if new.id == old.id)


def _told(old: FrameworkRef, new: FrameworkRef, library: Versions) -> tuple[Change, ...]:
    changes = library.changes(new.id, new.version) if old != new else None
    return changes.changes if changes else ()


def _topics(assessment: Assessment, base: FrameworkRef, library: Versions) -> Topics:
    found = (_topic(ref, base, library) for ref in assessment.topics.refs)
    return Topics(tuple(ref for ref in found if ref))


def _topic(ref: FrameworkRef, base: FrameworkRef, library: Versions) -> FrameworkRef | None:
    fitting = [
        each
        for each in _versions(ref.id, library)
        if library.framework(each.id, each.version).builds_on == base
        and (ref == each or _follows(each, ref, library))
    ]
    return fitting[-1] if fitting else None


def _versions(framework_id: str, library: Versions) -> list[FrameworkRef]:
    return [ref for ref in library.frameworks() if ref.id == framework_id]


def _follows(ref: FrameworkRef, now: FrameworkRef, library: Versions) -> bool:
    """Whether a version tells what changed since another; not where its list is not true."""
    try:
        return _since(ref, library) == now.version
    except FileProblems:
        return False


def _since(ref: FrameworkRef, library: Versions) -> str | None:
    changes = library.changes(ref.id, ref.version)
    return changes.since if changes else None


def _not_next(now: FrameworkRef, target: FrameworkRef, library: Versions) -> str:
    since = _since(target, library)
    if since is None:
        return (
            f"{target.id} {target.version} does not tell what changed since {now.version}; "
            "an assessment goes forward only, or back with --undo"
        )
    return (
        f"{target.id} {target.version} tells what changed since {since}, and this assessment is on "
        f"{now.version}; move to {since} first"
    )
