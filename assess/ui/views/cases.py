"""The case library: what was judged before, and what came of it."""

from __future__ import annotations

from assess.case import Case
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import prose


def page() -> None:
    """Lists the cases, newest first, and says which could not be read."""
    words = state.current_words()
    _ = words.gettext
    prose.title(_("Cases"))
    prose.lead(
        _(
            "Real laws and proposals read against the framework. What a source states and what is"
            " this toolkit's reading are kept apart in each."
        )
    )
    prose.heading(_("All cases, newest first"))
    for case in sorted(state.library().cases(), key=lambda case: -case.year):
        _case(case, words)
    problems = state.library().problems()
    if problems:
        prose.note(
            words.ngettext(
                "{count} problem was found in the files of the library; what it touches is not"
                " shown.",
                "{count} problems were found in the files of the library; what they touch is not"
                " shown.",
                len(problems),
            ).format(count=len(problems)),
            "warning",
        )
        prose.show_items(str(problem) for problem in problems[:20])


def _case(case: Case, words: Words) -> None:
    prose.summary(
        case.title,
        [
            (words.gettext("Jurisdiction"), case.proposal.jurisdiction),
            (words.gettext("Year"), str(case.year)),
            (words.gettext("What it is about"), case.subject),
            (words.gettext("Kind"), kind(case, words)),
        ],
    )
    site.link("case", words.gettext("Read: {case}").format(case=case.title), id=case.id)


def kind(case: Case, words: Words) -> str:
    """What kind of case this is."""
    _ = words.gettext
    return {
        "published-brief": _("A published impact brief, restated"),
        "published-text": _("Another published text, restated"),
        "own-reading": _("This toolkit's own reading"),
    }[case.kind]
