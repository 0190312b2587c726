"""The provisions that may touch what is judged, beside the question, each cited by a click."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape

import streamlit as st

from assess import wording
from assess.explain import provisions as told
from assess.framework import JudgedNode
from assess.intervention import Interventions
from assess.margin import Beside, Margin
from assess.proposal import Provision
from assess.text import Words
from assess.ui import site, state
from assess.ui.parts import law_text, prose

MOST = 6
OPEN = 3
"""The first so many show their text at once; of the others it is unfolded."""
ROOM = 320
"""About so many characters of a provision are shown before it is unfolded."""

# A button's name is read as Markdown: what is more than a plain number does not come into it.
_PLAIN = re.compile(r"(?!.*www\.)(?:[^\W_]|[ .()/§–-])+", re.IGNORECASE)


@dataclass(frozen=True)
class Citing:
    """Where a click on a provision goes: the effects of this judgement and what each cites.

    `click` is given the effect (from 1) and the number of the provision; None where answers cannot
    be changed now.
    """

    cited: Mapping[int, tuple[str, ...]]
    click: Callable[[int, str], None] | None


def provisions(
    node: JudgedNode,
    margin: Margin | None,
    kinds: Interventions | None,
    citing: Citing,
    words: Words,
) -> None:
    """The provisions of the draft on the page that may touch a node, what points there first."""
    _ = words.gettext
    prose.heading(_("Provisions that may touch it"), small=True)
    if margin is None:
        _no_text(words)
        return
    found = margin.beside(node.id)
    if all(each.basis == "cited" for each in found):
        prose.block("small", *_silence(node, margin, words))
    part = _part(node, citing, words) if citing.click and found else max(citing.cited)
    shown = _shown(found, citing)
    for place, each in enumerate(shown):
        _Card(each, margin, kinds, citing, words).draw(part, at_once=place < OPEN)
    _further(node, len(found) - len(shown), words)


def _shown(found: tuple[Beside, ...], citing: Citing) -> list[Beside]:
    """The first ones, after them those that are cited, so that a click moves none of the first."""
    cited = {number for numbers in citing.cited.values() for number in numbers}
    later = [each for each in found[MOST:] if each.provision in cited]
    return [*found[:MOST], *later[:MOST]]


def _no_text(words: Words) -> None:
    _ = words.gettext
    if state.assessment().draft(state.draft()).provisions:
        prose.block("small", _("There are no words to look for with this framework."))
        return
    prose.block(
        "small",
        _(
            "This draft has no provisions yet. Once its text is here, those that may touch this"
            " stand beside the question, to be read and cited by a click."
        ),
    )
    if state.role() != "seat":
        site.link("proposal", _("Bring the text of the law"))


def _silence(node: JudgedNode, margin: Margin, words: Words) -> tuple[str, ...]:
    """That nothing points to a node, which is not to say that nothing touches it."""
    known = margin.screening.coverage
    if known.support == "none":
        return told.coverage(words, known)
    unread = len(margin.shelves["unread"])
    said = words.gettext("No listed word points from this law to {name}.").format(name=node.name)
    rest = words.ngettext(
        "That does not mean that no provision does: {count} provision has been read by nobody yet.",
        "That does not mean that no provision does: {count} provisions have been read by nobody"
        " yet.",
        unread,
    )
    if not unread:
        rest = words.gettext("That does not mean that no provision does.")
    return said, rest.format(count=words.number(unread))


def _part(node: JudgedNode, citing: Citing, words: Words) -> int:
    """Which effect a click goes to: the last one, where there are several, unless chosen."""
    _, parts = words.gettext, sorted(citing.cited)
    if len(parts) == 1:
        return parts[0]
    chosen = st.radio(
        _("A click cites for"),
        parts,
        index=len(parts) - 1,
        format_func=lambda part: _("Effect {number}").format(number=part),
        horizontal=True,
        key=f"beside.part.{state.draft()}.{node.id}.{len(parts)}",
    )
    return chosen or parts[-1]


def _further(node: JudgedNode, more: int, words: Words) -> None:
    if more > 0:
        label = words.ngettext(
            "{count} more on the page of provisions",
            "{count} more on the page of provisions",
            more,
        )
        site.link("provisions", label.format(count=words.number(more)), node=node.id)
    else:
        site.link("provisions", words.gettext("Go through all provisions"))


class _Card:
    """One provision beside the question."""

    def __init__(
        self,
        beside: Beside,
        margin: Margin,
        kinds: Interventions | None,
        citing: Citing,
        words: Words,
    ) -> None:
        self.beside, self.citing, self.words = beside, citing, words
        self.place = [each.id for each in margin.draft.provisions].index(beside.provision)
        self.provision: Provision = margin.draft.provisions[self.place]
        self.matches = [
            each for each in margin.matches(beside.provision) if beside.node in each.may_touch
        ]
        self.names = {each.id: each.name for each in kinds.interventions} if kinds else {}

    def draw(self, part: int, *, at_once: bool) -> None:
        """The text with its words, why it stands here, and the button that cites it."""
        with st.container(border=True, key=f"beside-{self.place}", gap="small"):
            st.html(
                law_text.heading(self.provision, self.matches)
                + f'<p class="assess-beside-why">{escape(self._why())} {self._cited()}</p>'
                + self._text(at_once=at_once)
            )
            if self.citing.click:
                self._button(part, self.citing.click)

    def _why(self) -> str:
        _ = self.words.gettext
        kinds = tuple(self.names.get(each, each) for each in self.beside.interventions)
        said = {
            "held": _("You see in it: {kinds}."),
            "strong": _("Its words hint at: {kinds}."),
            "weak": _("Its words hint weakly at: {kinds}."),
            "cited": _("Your answer cites it; no listed word points from it to this."),
        }[self.beside.basis]
        return said.format(kinds=wording.listed(self.words, kinds))

    def _cited(self) -> str:
        """HTML of a mark for each effect that cites it."""
        _ = self.words.gettext
        several = len(self.citing.cited) > 1
        return " ".join(
            prose.tag(
                _("✓ cited for effect {number}").format(number=part) if several else _("✓ cited")
            )
            for part, numbers in sorted(self.citing.cited.items())
            if self.provision.id in numbers
        )

    def _text(self, *, at_once: bool) -> str:
        """HTML of the text, a long one folded, with why its words point here."""
        _, long = self.words.gettext, len(self.provision.text) > ROOM
        short = law_text.text(self.provision, self.matches, ROOM) if at_once or not long else ""
        whole = law_text.text(self.provision, self.matches, None) if long else ""
        folded = whole + self._reasons()
        if not folded:
            return short
        label = _("All of it, and why these words") if whole and self.matches else _("All of it")
        if not whole:
            label = _("Why these words")
        return (
            f'{short}<details class="assess-fold"><summary>{escape(label)}</summary>{folded}'
            "</details>"
        )

    def _reasons(self) -> str:
        return "".join(
            law_text.reasons(self.names.get(each.intervention, each.intervention), each)
            for each in self.matches
        )

    def _button(self, part: int, click: Callable[[int, str], None]) -> None:
        number = self.provision.id
        cited = number in self.citing.cited[part]
        st.button(
            _label(number, self.words, cited=cited),
            key=f"beside.cite.{self.place}",
            on_click=click,
            args=(part, number),
            type="tertiary" if cited else "secondary",
        )


def _label(number: str, words: Words, *, cited: bool) -> str:
    _ = words.gettext
    if not _PLAIN.fullmatch(number):
        return _("Do not cite this provision") if cited else _("Cite this provision")
    said = _("Do not cite provision {number}") if cited else _("Cite provision {number}")
    return said.format(number=number)
