"""Contributing an assessment as a case of the library: asked step by step, taken away as a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from assess import casefile
from assess.casefile import FILE, Remark
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import case_fields, case_steps, prose

Show = Callable[[Words], None]
# The step that asks for a part of the file; what is not named belongs to the first.
ASKED_IN = {
    **dict.fromkeys(("sources",), "sources"),
    **dict.fromkeys(("proposal", "drafts", "triage", "framework"), "text"),
    **dict.fromkeys(("recommendations", "outcome"), "outcome"),
}
CLAIM = ("stated_by", "sources", "note")


def page() -> None:
    """One step at a time; what is missing beside it."""
    words = state.current_words()
    _ = words.gettext
    prose.title(_("Contribute as a case"), state.assessment().proposal.title)
    if state.role() != "owner":
        prose.lead(_("Only the person who opened the round can contribute this assessment."))
        return
    prose.lead(
        _(
            "A case of the library tells others what was proposed, how it was judged, where each"
            " claim comes from and what became of it. Here your assessment becomes such a file. You"
            " need not fill in everything at once, and nothing is sent to anyone."
        )
    )
    step = _chosen(words)
    _step(step, words)
    with st.container(horizontal=True, key="onward"):
        _next(step, words)
        site.link("cases", _("Look at the cases there are"))
        site.link("publish", _("Publish a page of your own instead"))


def _steps(words: Words) -> dict[str, tuple[str, Show]]:
    _ = words.gettext
    return {
        "about": (_("About the case"), case_steps.about),
        "sources": (_("Sources"), case_steps.sources),
        "text": (_("From your assessment"), case_steps.text),
        "claims": (_("Whose claims"), case_steps.claims),
        "outcome": (_("What came of it"), case_steps.outcome),
        "file": (_("The file"), _file),
    }


def _chosen(words: Words) -> str:
    steps = _steps(words)
    asked = st.query_params.get("step", "")
    now = asked if asked in steps else "about"
    key = f"contribute.step.{now}"
    st.radio(
        words.gettext("Step"),
        list(steps),
        index=list(steps).index(now),
        format_func=lambda step: steps[step][0],
        horizontal=True,
        key=key,
        on_change=lambda: state.look_at(step=state.standing_in(key)),
    )
    return now


def _next(step: str, words: Words) -> None:
    steps = _steps(words)
    after = list(steps)[list(steps).index(step) + 1 :]
    if after:
        told = words.gettext("Next step: {name}")
        site.link("contribute", told.format(name=steps[after[0]][0]), step=after[0])


@st.fragment
def _step(step: str, words: Words) -> None:
    """What is typed is saved, and what is missing told anew, without the rest of the page."""
    name, show = _steps(words)[step]
    found = case_fields.remarks()
    prose.heading(name)
    if step == "file":
        show(words)
        return
    asked, aside = st.columns([3, 2], gap="large")
    with asked:
        show(words)
        if step != "text":
            case_fields.status(words)
    with aside:
        here = [each for each in found if _asked_in(each) == step]
        case_fields.beside(here, words, elsewhere=bool(found))


def _asked_in(remark: Remark) -> str:
    match remark.spot:
        case ("judgements", int(), str(field), *_rest):
            return "claims" if field in CLAIM and _is_judged(remark) else "text"
        case ("judgements", *_rest):
            return "text"
        case (str(part), *_rest):
            return ASKED_IN.get(part, "about")
    return "file"


def _is_judged(remark: Remark) -> bool:
    found = casefile.asked(state.assessment(), state.framework(), state.own())
    return found[int(remark.spot[1])].judgement is not None


def _file(words: Words) -> None:
    _ = words.gettext
    found = case_fields.remarks()
    if found:
        prose.note(
            words.ngettext(
                "{count} place is still open or to be mended. You can take the file all the same"
                " and finish it elsewhere.",
                "{count} places are still open or to be mended. You can take the file all the same"
                " and finish it elsewhere.",
                len(found),
            ).format(count=words.number(len(found))),
            "warning",
        )
        _by_step(found, words)
    else:
        prose.note(_("Nothing is missing: the file passes the check of the library."), "good")
    st.download_button(
        _("Download case.yaml"),
        partial(_written),
        FILE,
        "application/yaml",
        on_click="ignore",
        type="primary",
        key="download.case",
    )
    _what_to_do(
        "" if any(each.spot == ("id",) for each in found) else case_fields.shown().id, words
    )


def _by_step(found: Sequence[Remark], words: Words) -> None:
    for step, (name, _show) in _steps(words).items():
        there = [each for each in found if _asked_in(each) == step]
        if there:
            with st.expander(name):
                case_fields.beside(there, words)


def _written() -> str:
    assessment = state.assessment()
    given = assessment.contribution
    return casefile.case_file(assessment, given, state.framework(), state.own())


def _what_to_do(name: str, words: Words) -> None:
    """name: the short name of the case, where it is fit for a folder."""
    _ = words.gettext
    prose.heading(_("What to do with it"), 3)
    prose.show_items(
        [
            _("Put it into the folder {folder} of a copy of this toolkit.").format(
                folder=f"cases/{name}/"
            )
            if name
            else _("Put it into a copy of this toolkit: in cases/, a folder of its short name."),
            _(
                "Run python -m assess check, which reads it once more, then"
                " python -m assess.expected --write, which writes down what the case gives."
            ),
            _("Open a pull request with both files. A reviewer reads them and signs."),
            _(
                "Without a copy or without Python: send the file to somebody who maintains the"
                " library. The two commands are then theirs to run."
            ),
        ]
    )
    prose.text(
        _(
            "The same file can be written by hand: cases/template.yaml explains each line, and"
            " cases/README.md says what a source must be."
        )
    )
