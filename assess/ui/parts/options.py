"""Ways to another draft: an amended text, no measure, another instrument, a mitigation tried."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import streamlit as st
from pydantic import ValidationError

from assess import wording
from assess.amendment import add, amend, merged, new_id, remove, try_mitigation
from assess.assessment import Assessment
from assess.compare import Move, Relief, relief_of
from assess.errors import AssessError
from assess.explain import Telling
from assess.explain import step as moved
from assess.findings import Effect
from assess.framework import LEVELS
from assess.intervention import Intervention
from assess.proposal import Draft, DraftKind, pasted
from assess.text import Words
from assess.ui import state
from assess.ui.parts import draft_fields, prose, table
from assess.ui.parts.draft_fields import DRAFTS

TRIED, BASE, PASTED, WHOLE = "tried", "options.base", "new.pasted", "new.whole"


def base() -> str:
    """The draft that a new one is to be based on."""
    return state.chosen(BASE) or state.draft()


def choose_base(words: Words) -> None:
    """Lets the reader choose it, where there are several."""
    drafts = state.assessment().drafts
    if len(drafts) < 2:
        return
    named = {each.id: wording.draft(words, place, each) for place, each in enumerate(drafts)}
    ids, now = list(named), base()
    key = f"{BASE}.{now}"
    st.selectbox(
        words.gettext("Start from"),
        ids,
        index=ids.index(now) if now in ids else 0,
        format_func=named.__getitem__,
        placeholder=words.gettext("Choose a draft"),
        key=key,
        on_change=lambda: state.choose(BASE, state.standing_in(key)),
        width=420,
    )


def new_drafts(words: Words) -> None:
    """An amended text; the present situation; another instrument."""
    _ = words.gettext
    with st.container(border=True, key="new-text"):
        prose.heading(_("An amended text"), 3)
        prose.text(
            _(
                "Answers go over to it wherever the provisions they cite stay as they are; only the"
                " others are asked again."
            )
        )
        _text(words)
    left, right = st.columns(2)
    with left, st.container(border=True, key="new-nothing", height="stretch"):
        prose.heading(_("No measure"), 3)
        prose.text(_("The present situation. It has harms of its own and is judged like a text."))
        _button(_("Add “no measure”"), lambda: _plain("no-measure"))
    with right, st.container(border=True, key="new-other", height="stretch"):
        prose.heading(_("Another instrument"), 3)
        prose.text(_("Something else that could meet the same aim, judged like a text."))
        _button(_("Add another instrument"), lambda: _plain("alternative"))


def _text(words: Words) -> None:
    _ = words.gettext
    with st.expander(_("Paste its provisions")):
        prose.block(
            "hint",
            _(
                "Leave an empty line between two provisions and begin each with its number, as in"
                " “Article 6 Gateway”."
            ),
        )
        st.text_area(
            _("Provisions of the amended text"), height=180, key=state.widget_key(DRAFTS, PASTED)
        )
        st.checkbox(
            _("This is the whole text: provisions that are not in it are removed"),
            key=state.widget_key(DRAFTS, WHOLE),
        )
    prose.block(
        "small",
        _(
            "If it is a file, add it without pasting anything. Then read the file on the page of"
            " the proposal, where each draft has a place for one."
        ),
    )
    _button(_("Add an amended text"), _amended, primary=True)


def _button(label: str, do: Callable[[], Assessment | None], *, primary: bool = False) -> None:
    st.button(label, on_click=_keep, args=(do,), type="primary" if primary else "secondary")


def _keep(do: Callable[[], Assessment | None]) -> None:
    """Keeps what a verb makes of the open assessment, or says why it cannot be done."""
    if not draft_fields.saved():
        return
    try:
        made = do()
    except AssessError as error:
        state.refuse(DRAFTS, state.current_words().gettext(str(error)))
    except ValidationError as error:
        draft_fields.refuse(error)
    else:
        if made:
            state.adopt(made)
            state.show_anew()


def _amended() -> Assessment:
    assessment = state.assessment()
    before = assessment.draft(base())
    given = pasted(state.widget(DRAFTS, PASTED) or "")
    whole = bool(given) and state.widget(DRAFTS, WHOLE, False)
    provisions = given if whole else merged(before, given)
    draft = Draft(id=new_id(assessment), provisions=provisions, language=before.language)
    return amend(assessment, before.id, draft)


def _plain(kind: DraftKind) -> Assessment:
    assessment = state.assessment()
    return add(assessment, Draft(id=new_id(assessment), kind=kind))


def removal(draft: Draft, words: Words) -> None:
    """Takes a draft away with its answers."""
    _ = words.gettext
    st.button(
        _("Remove this draft and the answers on it"),
        key=f"remove.{draft.id}",
        on_click=_keep,
        args=(lambda: remove(state.assessment(), draft.id),),
        type="tertiary",
    )


# --- mitigations ---------------------------------------------------------------------------------


def mitigations(words: Words) -> None:
    """The kinds of intervention picked or named in an answer, each with what could be tried."""
    _ = words.gettext
    found = list(_at_work())
    if not found:
        prose.text(
            _(
                "Pick what the law uses, or name it in an answer as the way to its effect; then"
                " its mitigations and alternatives stand here."
            )
        )
    for kind in found:
        with st.expander(kind.name):
            best = relief_of(state.framework(), state.assessment(), base(), kind.id, state.own())
            if best.answers:
                prose.text(in_short(best, words))
            else:
                prose.show_items(each.text for each in moved.relief(_telling(best, words), best))
            for text in (*kind.mitigations, *kind.alternatives):
                _try(kind, text)


def _at_work() -> Iterator[Intervention]:
    known = state.interventions()
    assessment = state.assessment()
    here = [each for each in assessment.judgements if each.draft == base()]
    named = (each.mechanism for each in here if each.mechanism)
    for name in dict.fromkeys((*named, *assessment.triage.interventions)):
        if known and (kind := known.get(name)):
            yield kind


def in_short(best: Relief, words: Words) -> str:
    count = len(best.removed)
    return words.ngettext(
        "At best it removes a harm on {n} of {all} properties, enablers and goals, and harm stays"
        " on {left} that these answers have a part in.",
        "At best it removes a harm on {n} of {all} properties, enablers and goals, and harm stays"
        " on {left} that these answers have a part in.",
        count,
    ).format(n=count, all=len(state.framework().nodes), left=len(best.remaining))


def _try(kind: Intervention, text: str) -> None:
    st.button(text, key=f"try.{kind.id}.{text}", on_click=_tried, args=(kind, text))


def _tried(kind: Intervention, text: str) -> None:
    there = len(state.assessment().drafts)
    _keep(lambda: try_mitigation(state.assessment(), base(), kind, text))
    drafts = state.assessment().drafts
    if len(drafts) > there:
        state.choose(TRIED, drafts[-1].id)


def relieved(best: Relief, words: Words) -> None:
    """What a mitigation that is tried would remove if it works fully, and what would stay."""
    _ = words.gettext
    telling = _telling(best, words)
    condition, *others = moved.relief(telling, best)
    prose.text(condition.text)
    if best.removed or best.remaining:
        table.show(
            _("What it would remove if it works fully"),
            (_("Where"), _("Harm now"), _("If it works fully")),
            [_relieved(telling, best, move) for move in (*best.removed, *best.remaining)],
            "assess-stacked",
        )
    prose.text(*(each.text for each in others if each.key == "relief.lost"))


def _relieved(telling: Telling, best: Relief, move: Move) -> list[str]:
    _ = telling.words.gettext
    then = _("Removed")
    if move.after.level:
        left = move.after.explanations[move.after.level - 1]
        then = _("Still {level}, by the answers on {causes}").format(
            level=_chance(telling, move.after, opening=False), causes=telling.causes(left.causes)
        )
    return [
        table.cell(telling.name(move.node)),
        table.marked("harm", move.before.level, _chance(telling, move.before)),
        table.cell(then),
    ]


def _chance(telling: Telling, effect: Effect, *, opening: bool = True) -> str:
    """The level of an effect that has one, with its chance."""
    _, words = telling.words.gettext, telling.words
    level = wording.at_least(words, LEVELS[effect.level - 1], "harm")
    return _("{level}: {chance}").format(
        level=wording.opening(level) if opening else level,
        chance=wording.chance(words, effect.p[effect.level - 1]),
    )


def _telling(best: Relief, words: Words) -> Telling:
    return Telling(state.framework(), state.assessment(), best.before, words)
