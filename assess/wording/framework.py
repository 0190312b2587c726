"""Kinds of node, links and where they come from."""

from __future__ import annotations

from assess.framework import (
    Duty,
    Framework,
    Kind,
    Match,
    OverlayRef,
    Provenance,
    Relation,
    Strength,
)
from assess.method import DEFAULT, Method
from assess.text import Words
from assess.topic import base_of, topics_of
from assess.variant import Rating
from assess.wording import overlay
from assess.wording.chances import span
from assess.wording.sentence import series


def kind(words: Words, key: Kind) -> str:
    """A kind of node."""
    _ = words.gettext
    return {
        "critical-property": _("Critical property"),
        "enabler": _("Enabler"),
        "goal": _("Goal"),
        "criterion": _("Criterion"),
        "right": _("Right"),
    }[key]


def provenance(words: Words, key: Provenance, by: OverlayRef | None = None) -> str:
    """Whether a source says it or we argue it, or a chapter in its overlay."""
    _ = words.gettext
    if by and key == "argued":
        return _("argued by {by}").format(by=by.by)
    return {"published": _("published"), "argued": _("argued by this toolkit")}[key]


def against(words: Words, framework: Framework) -> str:
    """What was assessed against: framework and topics with their versions, who changed them."""
    said = words.gettext("{framework}, version {version}")
    ref = framework.overlay_ref
    topics = (each for each in topics_of(framework) if ref is None or each.id != ref.id)
    named = (base_of(framework), *topics)
    told = [said.format(framework=e.title, version=e.version) for e in named]
    return series(words, (*told, *([overlay.named(words, ref)] if ref else [])))


def verified(words: Words, seen: bool) -> str:
    """Whether the text a claim rests on was seen."""
    _ = words.gettext
    return _("source seen") if seen else _("not checked by anyone yet")


def duty(words: Words, key: Duty) -> str:
    """Whether those who take part in a programme must do something."""
    _ = words.gettext
    return {
        "compulsory": _("compulsory"),
        "recommended": _("recommended"),
        "optional": _("optional"),
        "unclear": _("unclear whether compulsory"),
    }[key]


def match(words: Words, key: Match) -> str:
    """How another question compares with the one on the page."""
    _ = words.gettext
    return {
        "equal": _("the same question"),
        "broader": _("a broader question"),
        "narrower": _("a narrower question"),
        "related": _("a related question"),
    }[key]


def relation(words: Words, key: Relation) -> str:
    """How one node bears on another, as a verb between their names."""
    _ = words.gettext
    return {
        "underpins": _("underpins"),
        "supports": _("supports"),
        "contributes_to": _("contributes to"),
        "tension": _("is in tension with"),
    }[key]


def strength(words: Words, key: Strength, method: Method = DEFAULT) -> str:
    """How strong a link is, with its numbers: "strong (80–100% of such effects get through)"."""
    _ = words.gettext
    band = method.strength(key)
    return _("{word} ({range} of such effects get through)").format(
        word=strength_word(words, key), range=span(words, band.low, band.high)
    )


def strength_word(words: Words, key: Strength) -> str:
    """The bare word for a link's strength. Show it only where the numbers are near."""
    _ = words.gettext
    return {"weak": _("weak"), "material": _("material"), "strong": _("strong")}[key]


def rating(words: Words, key: Rating, method: Method = DEFAULT) -> str:
    """How strong a reader takes a link to be; "off" lets nothing through."""
    if key == "off":
        return words.gettext("carries nothing")
    return strength(words, key, method)


def link(words: Words, relation_key: Relation, origin: str, target: str) -> str:
    """A link as a clause: "Integrity supports Privacy". `origin` and `target` are names."""
    _ = words.gettext
    return {
        "underpins": _("{origin} underpins {target}"),
        "supports": _("{origin} supports {target}"),
        "contributes_to": _("{origin} contributes to {target}"),
        "tension": _("{origin} is in tension with {target}"),
    }[relation_key].format(origin=origin, target=target)
