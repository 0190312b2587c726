"""The drafts as they stand in the fields of a page, kept together with the answers they carry."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import ValidationError

from assess.amendment import renumbered, rewrite
from assess.assessment import Assessment
from assess.errors import AssessError
from assess.proposal import Draft, Provision
from assess.refusal import refusals
from assess.ui import state

DRAFTS = "drafts"
FIELDS = ("label", "date", "reference", "kind", "purpose", "purpose_reason")


def standing() -> tuple[Draft, ...] | None:
    """The drafts as they stand in the fields; None, and said, where they cannot be kept."""
    try:
        return tuple(_standing(*each) for each in enumerate(state.assessment().drafts))
    except ValidationError as error:
        refuse(error)
        return None


def refuse(error: ValidationError) -> None:
    """Says why what stands in the fields cannot be kept."""
    said = refusals(error, Draft, state.current_words())
    state.refuse(DRAFTS, " ".join(each.message for each in said))


def save() -> None:
    """Keeps what stands in the fields."""
    saved()


def saved() -> bool:
    """Keeps what stands in the fields; whether that was possible.

    What cites a provision goes on to cite it under the number it has now.
    """
    given = standing()
    if given is None:
        return False
    wanted = state.assessment()
    for draft in given:
        wanted = renumbered(wanted, draft.id, [each.id for each in draft.provisions])
    return _kept(wanted, given)


def keep(drafts: tuple[Draft, ...]) -> bool:
    """Keeps these drafts; answers carried from one to another follow the text."""
    return _kept(state.assessment(), drafts)


def _kept(wanted: Assessment, drafts: tuple[Draft, ...]) -> bool:
    try:
        for draft in drafts:
            if draft != wanted.draft(draft.id):
                wanted = rewrite(wanted, draft)
    except AssessError as error:
        state.refuse(DRAFTS, state.current_words().gettext(str(error)))
    else:
        _adopt(wanted)
    return state.trouble(DRAFTS) is None


def _adopt(wanted: Assessment) -> None:
    now = state.assessment()
    if (wanted.judgements, wanted.marks) == (now.judgements, now.marks):
        state.change(wanted.drafts)
    else:
        state.adopt(wanted)


def correct(verb: Callable[[Assessment], Assessment]) -> bool:
    """Puts right how a text was cut, after what stands in the fields was kept; whether it did."""
    if not saved():
        return False
    try:
        _adopt(verb(state.assessment()))
    except AssessError as error:
        state.refuse(DRAFTS, state.current_words().gettext(str(error)))
        return False
    state.show_anew()
    return True


def replace(place: int, **fields: object) -> None:
    """Keeps one draft with other fields."""
    drafts = list(state.assessment().drafts)
    drafts[place] = Draft(**{**dict(drafts[place]), **fields})
    keep(tuple(drafts))


def _standing(place: int, draft: Draft) -> Draft:
    given = {name: _field(f"{place}.{name}", getattr(draft, name)) for name in FIELDS}
    provisions = tuple(
        Provision(
            id=_field(f"{place}.{row}.id", each.id),
            heading=_field(f"{place}.{row}.heading", each.heading),
            text=_field(f"{place}.{row}.text", each.text),
        )
        for row, each in enumerate(draft.provisions)
    )
    return Draft(**{**dict(draft), **given, "provisions": provisions})


def _field(name: str, otherwise: object) -> object:
    return state.widget(DRAFTS, name, otherwise)
