"""What a move to another version of a framework does with what people said."""

from __future__ import annotations

from collections.abc import Iterable

from assess.assessment import ArchivedWhat
from assess.judgement import ReviewWhy
from assess.migration import Fate, Outcome, Plan, Since, What, Why
from assess.text import Words


def what(words: Words, key: What | ArchivedWhat) -> str:
    """A kind of thing people say."""
    _ = words.gettext
    return {
        "answer": _("Answer"),
        "first-round": _("Answer of the first round"),
        "note": _("Note"),
        "recommendation": _("Recommendation"),
        "mark": _("Decision on a provision"),
        "link": _("Link rated otherwise"),
        "screening": _("Screening answer"),
        "intervention": _("Kind of intervention named"),
    }[key]


def outcome(words: Words, key: Outcome) -> str:
    """What becomes of something that was said."""
    _ = words.gettext
    return {
        "kept": _("Kept"),
        "moved": _("Moved"),
        "needs-review": _("Look at it again"),
        "archived": _("Archived"),
    }[key]


def outcome_mark(key: Outcome) -> str:
    """A sign for the same, to stand before the word; to be hidden from screen readers."""
    return {"kept": "=", "moved": "→", "needs-review": "?", "archived": "×"}[key]


def outcome_meaning(words: Words, key: Outcome) -> str:
    """What that means for whoever said it."""
    _ = words.gettext
    return {
        "kept": _("It stands as it is."),
        "moved": _("It stands as it is, at another place."),
        "needs-review": _(
            "Everything typed is kept, with the old wording. It counts as not finished until you"
            " confirm it."
        ),
        "archived": _("It stays in the file and is shown, but no finding rests on it."),
    }[key]


def why(words: Words, key: Why) -> str:
    """Why something has its fate."""
    _ = words.gettext
    return {
        "unchanged": _("What was asked is the same."),
        "moved": _("What was asked has another name in the file, or stands elsewhere."),
        "reworded-alike": _("It is asked in other words that mean the same."),
        "reworded": _("The question has another meaning."),
        "rescaled": _("The sentences of the levels mean another thing."),
        "split": _("One question became several; the answer stands at each of them."),
        "merged": _("Several questions became one; their answers stand side by side."),
        "mechanism": _("The new version does not know the kind of intervention it named."),
        "overlay": _("A chapter’s words came in the place of others, or went."),
        "overlay-gone": _("A chapter asked it, for the version before only."),
        "removed": _("It is not asked any more."),
        "topic-gone": _("No version of its topic goes with the new version."),
        "no-room": _("There is no room for it where the others stand already."),
        "asked-otherwise": _("The question is asked in other words; answer it anew."),
        "question-gone": _("The question is not asked any more."),
        "link-gone": _("The new version has no such link."),
        "kind-gone": _("The new version does not know this kind of intervention."),
        "tie-gone": _("Its text stands; some of what it answered is not asked any more."),
    }[key]


def reasons(words: Words, fate: Fate) -> str:
    """Why something has its fate, with what the framework's authors say of the change."""
    return told(words, fate.why, fate.notes)


def told(words: Words, why_: Iterable[Why | ReviewWhy], notes: Iterable[str]) -> str:
    """Reasons as sentences, then the words of the framework's authors."""
    said = [why(words, each) for each in why_]
    said += [words.gettext("In the authors’ words: “{note}”").format(note=each) for each in notes]
    return " ".join(said)


def counts(words: Words, plan: Plan) -> tuple[str, ...]:
    """How much of what was said has which fate, in a sentence each."""
    many = words.ngettext
    kept, moved, review, archived = (
        plan.count(each) for each in ("kept", "moved", "needs-review", "archived")
    )
    said = (
        (kept, many("{n} thing is kept as it is.", "{n} things are kept as they are.", kept)),
        (moved, many("{n} moves to another place.", "{n} move to another place.", moved)),
        (
            review,
            many(
                "{n} is to be looked at again, because the question changed.",
                "{n} are to be looked at again, because the questions changed.",
                review,
            ),
        ),
        (
            archived,
            many(
                "{n} is archived, because it is not asked any more.",
                "{n} are archived, because they are not asked any more.",
                archived,
            ),
        ),
    )
    dropped = [each.id for each in plan.dropped_topics()]
    return (
        *(text.format(n=number) for number, text in said if number),
        *(
            words.gettext(
                "The topic {topic} has no version that goes with the new one, so it stays behind."
            ).format(topic=each)
            for each in dropped
        ),
    )


def since(words: Words, found: Since) -> tuple[str, ...]:
    """What going back would set aside; empty where that is nothing."""
    many = words.ngettext
    said = []
    if found.answers:
        said.append(
            many(
                "{n} answer was given, changed or confirmed since the move.",
                "{n} answers were given, changed or confirmed since the move.",
                found.answers,
            ).format(n=found.answers)
        )
    if found.notes:
        said.append(
            many(
                "{n} note was written or changed since the move.",
                "{n} notes were written or changed since the move.",
                found.notes,
            ).format(n=found.notes)
        )
    if found.parts:
        said.append(words.gettext("Other parts were changed too, such as the proposal or advice."))
    return tuple(said)
