"""What every part of a page draws on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from assess import wording
from assess.proposal import Draft
from assess.publication.markup import Child, Pen, add, el
from assess.publication.page.place import Place
from assess.publication.subject import Subject
from assess.text import Words


@dataclass(frozen=True)
class Sheet:
    """A subject, the hand it is written in, and the place its links lead from."""

    subject: Subject
    pen: Pen
    place: Place

    @property
    def words(self) -> Words:
        """Our words."""
        return self.subject.words

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The drafts judged, as they stand in the file."""
        return self.subject.assessment.drafts

    def draft_name(self, draft: Draft) -> str:
        """A draft's label, else its number."""
        return wording.draft(self.words, self.drafts.index(draft), draft)

    def source_numbers(self, names: tuple[str, ...]) -> Element | None:
        """Links to sources further down, by their numbers there; None where none is named."""
        case = self.subject.case
        there = [each.id for each in case.sources] if case else []
        numbers = (there.index(name) + 1 for name in names if name in there)
        links = (el("a", f"[{each}]", href=f"#source-{each}") for each in numbers)
        return listed(*links, between=" ")

    def whose(self, key: Literal["source", "us"]) -> Element:
        """Whose claim something is: a word, to which the stylesheet adds a mark and a colour."""
        return el("span", wording.stated_by(self.words, key), class_=f"whose {key}")


def section(name: str, title: str, *children: Child) -> Element:
    """A part of the page under a heading."""
    return el("section", el("h2", title, id=name), *children, aria_labelledby=name)


def facts(*rows: tuple[str, Child]) -> Element | None:
    """Names with what is said under each; None where nothing is said at all."""
    told = [(name, said) for name, said in rows if said is not None and said != ""]
    if not told:
        return None
    return el("dl", *(el("div", el("dt", name), el("dd", said)) for name, said in told))


def listed(*children: Child, between: str = "; ") -> Element | None:
    """Children in one line; None where there are none."""
    made = el("span")
    for place, child in enumerate(children):
        add(made, between if place else None, child)
    return made if children else None
