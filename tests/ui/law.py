"""A small law, and a reader on the page that leads through it."""

from __future__ import annotations

import re

from assess.assessment import Assessment
from assess.mark import Mark
from assess.proposal import Draft, Provision
from assess.store import name_of
from tests.ui.reader import Reader

GATEWAY, BLOCKING = "mandatory-national-gateway", "ip-address-blocking"
LAW = (
    Provision(
        id="1",
        heading="Definitions",
        text="In this Act “gateway” means the national internet gateway.",
    ),
    Provision(
        id="2",
        heading="Gateway",
        text="All international traffic shall pass the national internet gateway.",
    ),
    Provision(id="3", heading="Access", text="The operator may be blocked from the market."),
    Provision(
        id="4", heading="Penalties", text="Whoever contravenes section 2 is liable to a fine."
    ),
    Provision(id="5", heading="Commencement", text="This Act enters into force the day after."),
)


def in_english(assessment: Assessment) -> Assessment:
    """The assessment on this law, nothing decided."""
    return assessment.replace(drafts=(Draft(id="d1", language="en", provisions=LAW),))


def of(number: str, **more: object) -> Mark:
    """A mark on a provision as it reads."""
    wording = next(each.wording for each in LAW if each.id == number)
    return Mark(**{"provision": number, "wording": wording, **more})


def field(number: str, name: str) -> str:
    """Part of the key of a field on a provision's card."""
    return f"{name_of(of(number))}.{name}."


def cards(page: Reader) -> list[str]:
    """The numbers of the provisions that are shown."""
    return re.findall(r'assess-law-number" dir="auto">([^<]*)<', page.html)


def read(page: Reader, shelf: str) -> Reader:
    """Looks at another list; the whole page is drawn again."""
    return page.fill("law.shelf.", shelf).again()


def kept(page: Reader) -> tuple[Mark, ...]:
    """The marks as they are in the store."""
    return page.kept().marks


def lists(page: Reader) -> list[str]:
    """What is said of how much is in each list."""
    return list(page.field("law.shelf.").proto.captions)
