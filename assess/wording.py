"""Levels, likelihoods, verdicts and flags in words: one place, so that page and report agree.

Every function takes the reader's `Words` and a stored key, and gives whole words that stand alone.
A likelihood is never said without its numbers, nor a computed chance without its word: readers
misread either alone.
"""

from __future__ import annotations

from assess.assessment import (
    LIKELIHOODS,
    Answer,
    Confidence,
    Depth,
    DontKnowReason,
    Evidence,
    Judgement,
    Lack,
    Likelihood,
    State,
    TriageAnswer,
)
from assess.findings import Channel, Firmness, Flag, Said
from assess.framework import LEVELS, Kind, Level, Provenance, Relation, Strength
from assess.method import DEFAULT
from assess.proposal import Stage
from assess.text import Words


def answer(words: Words, key: Answer) -> str:
    """A kind of answer, as an option to choose."""
    _ = words.gettext
    return {
        "effect": _("It has an effect"),
        "none": _("No effect"),
        "not-applicable": _("Not applicable"),
        "dont-know": _("Don't know"),
    }[key]


def dont_know_reason(words: Words, key: DontKnowReason) -> str:
    """Why something is not known, to follow "Don't know:"."""
    _ = words.gettext
    return {
        "no-evidence": _("there is no evidence"),
        "contested": _("it is contested"),
        "secondary-rules": _("it depends on secondary rules that are not written yet"),
    }[key]


def said(words: Words, key: Said) -> str:
    """How a node was answered: four answers and three ways of not having one, never mixed up."""
    _ = words.gettext
    return {
        "effect": _("An effect, as judged"),
        "none": _("No effect, as judged"),
        "not-applicable": _("Not applicable, as judged"),
        "dont-know": _("Don't know"),
        "unfinished": _("Unfinished"),
        "not-answered": _("Not answered"),
        "not-asked": _("Not asked"),
    }[key]


def channel(words: Words, key: Channel) -> str:
    """Harm or benefit, as a heading."""
    _ = words.gettext
    return {"harm": _("Harm"), "benefit": _("Benefit")}[key]


def level(words: Words, key: Level, side: Channel) -> str:
    """A level with its side, as in "material harm"."""
    _ = words.gettext
    return {
        ("minor", "harm"): _("minor harm"),
        ("material", "harm"): _("material harm"),
        ("major", "harm"): _("major harm"),
        ("minor", "benefit"): _("minor benefit"),
        ("material", "benefit"): _("material benefit"),
        ("major", "benefit"): _("major benefit"),
    }[key, side]


def at_least(words: Words, key: Level, side: Channel) -> str:
    """A level or a stronger one, as in "material harm or worse"."""
    _ = words.gettext
    return {
        ("minor", "harm"): _("minor harm or worse"),
        ("material", "harm"): _("material harm or worse"),
        ("major", "harm"): _("major harm"),
        ("minor", "benefit"): _("minor benefit or more"),
        ("material", "benefit"): _("material benefit or more"),
        ("major", "benefit"): _("major benefit"),
    }[key, side]


def level_of(number: int) -> Level | None:
    """The level with this number (1 to 3), None for 0. Raises IndexError above 3."""
    return LEVELS[number - 1] if number else None


def found(words: Words, number: int, side: Channel) -> str:
    """A computed level (0 to 3); 0 says that nothing was found, never that there is nothing."""
    _ = words.gettext
    if key := level_of(number):
        return level(words, key, side)
    return {"harm": _("no harm found"), "benefit": _("no benefit found")}[side]


def nothing(words: Words, said: Said | None) -> str:
    """Why no level stands on a node: judged so, not known, or nothing found (None: a goal)."""
    _ = words.gettext
    if said == "none":
        return _("judged: no effect")
    if said == "not-applicable":
        return _("judged: not applicable")
    return _("nothing found") if said in (None, "effect") else _("not known")


def none_of(words: Words, said: Said | None, side: Channel) -> str:
    """The same for one side: "no harm found" where there is an answer, or for a goal."""
    return found(words, 0, side) if said in (None, "effect") else nothing(words, said)


def possible(words: Words, side: Channel) -> str:
    """An effect that some answers lead to, but that is less likely than not."""
    _ = words.gettext
    return {"harm": _("harm possible"), "benefit": _("benefit possible")}[side]


def symbol(side: Channel, number: int) -> str:
    """A mark for a level (1 to 3) to stand beside its word, never in its place; 0 gives a ring.

    Down is harm, up is benefit, one mark a level: it can be told without colour and prints in
    black. Hide it from screen readers, which would spell the triangles out.
    """
    return {"harm": "▼", "benefit": "▲"}[side] * number or "○"


def direction(words: Words, judgement: Judgement) -> str:
    """What a judgement says, in short: "major harm", "minor harm and material benefit", …"""
    _ = words.gettext
    if judgement.answer is None:
        return _("Not answered")
    if judgement.answer != "effect":
        return answer(words, judgement.answer)
    harm = level(words, judgement.harm, "harm") if judgement.harm else ""
    benefit = level(words, judgement.benefit, "benefit") if judgement.benefit else ""
    if harm and benefit:
        return _("{harm} and {benefit}").format(harm=harm, benefit=benefit)
    return harm or benefit or _("an effect, how strong is not said")


def likelihood_word(words: Words, key: Likelihood) -> str:
    """The bare word. Show it only where `likelihood` stands beside it."""
    _ = words.gettext
    return {
        "virtually certain": _("virtually certain"),
        "very likely": _("very likely"),
        "likely": _("likely"),
        "about as likely as not": _("about as likely as not"),
        "unlikely": _("unlikely"),
        "very unlikely": _("very unlikely"),
        "exceptionally unlikely": _("exceptionally unlikely"),
    }[key]


def likelihood(words: Words, key: Likelihood) -> str:
    """A likelihood with its numbers: "very likely (90–99%)"."""
    _ = words.gettext
    band = DEFAULT.likelihood(key)
    return _("{word} ({range})").format(
        word=likelihood_word(words, key), range=span(words, band.low, band.high)
    )


def span(words: Words, low: float, high: float) -> str:
    """Two shares (0 to 1) as whole per cent: "64–79%", or "71%" where they are the same."""
    _ = words.gettext
    least, most = round(100 * low), round(100 * high)
    if least == most:
        return words.percent(low)
    return _("{low}–{high}%").format(low=least, high=most)


def chance(words: Words, share: float) -> str:
    """A computed share (0 to 1) with its word: "likely (71%)"; 0 is "nothing found (0%)"."""
    _ = words.gettext
    return _("{word} ({share})").format(word=chance_word(words, share), share=words.percent(share))


def chance_word(words: Words, share: float) -> str:
    """The bare word for a computed share. Show it only with the number beside it."""
    _ = words.gettext
    return likelihood_word(words, likelihood_of(share)) if share > 0 else _("nothing found")


def likelihood_of(share: float) -> Likelihood:
    """The likelihood word whose bin a share (0 to 1) falls into."""
    return next(key for key in LIKELIHOODS if share >= DEFAULT.likelihood(key).low)


def confidence(words: Words, key: Confidence) -> str:
    """How sure an assessor is, as an option to choose."""
    _ = words.gettext
    return {
        "high": _("High confidence"),
        "medium": _("Medium confidence"),
        "low": _("Low confidence"),
    }[key]


def confidence_meaning(words: Words, key: Confidence) -> str:
    """What a confidence word does to the stated level."""
    _ = words.gettext
    weight = next(each for each in DEFAULT.confidences if each.word == key)
    return _("the level stated is taken to be right {times} times in ten").format(
        times=round(10 * weight.share)
    )


def evidence(words: Words, key: Evidence) -> str:
    """How good the evidence for an answer is, as an option to choose."""
    _ = words.gettext
    return {
        "strong": _("Strong evidence"),
        "moderate": _("Moderate evidence"),
        "weak": _("Weak evidence"),
        "none": _("No evidence given"),
    }[key]


def stage(words: Words, key: Stage) -> str:
    """How far a proposal has come."""
    _ = words.gettext
    return {
        "idea": _("An idea under discussion"),
        "consultation": _("In public consultation"),
        "draft": _("A draft text"),
        "before-parliament": _("Before parliament"),
        "adopted": _("Adopted, not yet in force"),
        "in-force": _("In force"),
    }[key]


def depth(words: Words, key: Depth) -> str:
    """How deep an assessment goes."""
    _ = words.gettext
    return {"quick": _("Quick"), "standard": _("Standard"), "full": _("Full")}[key]


def depth_meaning(words: Words, key: Depth) -> str:
    """What an assessment of this depth asks."""
    _ = words.gettext
    return {
        "quick": _("the critical properties only"),
        "standard": _("the critical properties and the enablers"),
        "full": _("the critical properties and the enablers, each effect seen from four sides"),
    }[key]


def triage_answer(words: Words, key: TriageAnswer) -> str:
    """An answer to a screening question."""
    _ = words.gettext
    return {"yes": _("Yes"), "no": _("No"), "unsure": _("Unsure")}[key]


def state(words: Words, key: State) -> str:
    """How far a node is answered."""
    _ = words.gettext
    return {
        "not-started": _("Not started"),
        "in-progress": _("In progress"),
        "done": _("Done"),
    }[key]


def lack(words: Words, key: Lack) -> str:
    """What an answer still lacks, to follow "missing:"."""
    _ = words.gettext
    return {
        "answer": _("an answer"),
        "level": _("how strong the effect is"),
        "likelihood": _("how likely it is"),
        "confidence": _("how sure you are"),
        "reason": _("why it is not known"),
        "rationale": _("the rationale"),
        "sides": _("the effect as seen from the four sides"),
    }[key]


def kind(words: Words, key: Kind) -> str:
    """A kind of node."""
    _ = words.gettext
    return {
        "critical-property": _("Critical property"),
        "enabler": _("Enabler"),
        "goal": _("Goal"),
    }[key]


def provenance(words: Words, key: Provenance) -> str:
    """Whether a source says it or we argue it."""
    _ = words.gettext
    return {"published": _("published"), "argued": _("argued by this toolkit")}[key]


def relation(words: Words, key: Relation) -> str:
    """How one node bears on another, as a verb between their names."""
    _ = words.gettext
    return {
        "underpins": _("underpins"),
        "supports": _("supports"),
        "contributes_to": _("contributes to"),
        "tension": _("is in tension with"),
    }[key]


def strength(words: Words, key: Strength) -> str:
    """How strong a link is, with its numbers: "strong (80–100% of such effects get through)"."""
    _ = words.gettext
    band = DEFAULT.strength(key)
    return _("{word} ({range} of such effects get through)").format(
        word=strength_word(words, key), range=span(words, band.low, band.high)
    )


def strength_word(words: Words, key: Strength) -> str:
    """The bare word for a link's strength. Show it only where the numbers are near."""
    _ = words.gettext
    return {"weak": _("weak"), "material": _("material"), "strong": _("strong")}[key]


def verdict(words: Words, number: int, side: Channel) -> str:
    """The verdict class (0 to 3) as a clause that begins a sentence."""
    _ = words.gettext
    return {
        (3, "harm"): _("Breaks a critical property"),
        (2, "harm"): _("Weakens materially what the Internet needs"),
        (1, "harm"): _("Minor harm only"),
        (0, "harm"): _("No harm found in the answers given"),
        (3, "benefit"): _("Strengthens a critical property to a major degree"),
        (2, "benefit"): _("Strengthens materially what the Internet needs"),
        (1, "benefit"): _("Minor benefit only"),
        (0, "benefit"): _("No benefit found in the answers given"),
    }[number, side]


def flag(words: Words, key: Flag) -> str:
    """What is flagged on a critical property."""
    _ = words.gettext
    return {
        "broken": _("Broken"),
        "at-risk": _("At risk"),
        "open": _("Open"),
        "not-shown": _("Not shown to be at risk"),
    }[key]


def flag_meaning(words: Words, key: Flag) -> str:
    """What a flag says, as a sentence with the cut-offs in it."""
    _ = words.gettext
    sentence = {
        "broken": _("Major harm has a chance of {broken} or more."),
        "at-risk": _(
            "Major harm has a chance of {at_risk} or more, or an assessor states major harm, "
            "however unlikely."
        ),
        "open": _("It turns on what is not known or not answered."),
        "not-shown": _(
            "The answers given do not show a chance of major harm of {at_risk} or more."
        ),
    }[key]
    return sentence.format(
        broken=words.percent(DEFAULT.broken), at_risk=words.percent(DEFAULT.at_risk)
    )


def firmness(words: Words, key: Firmness) -> str:
    """How far the conclusion follows from the answers given."""
    _ = words.gettext
    return {"firm": _("firm"), "fairly firm": _("fairly firm"), "open": _("open")}[key]


def listed(words: Words, names: tuple[str, ...]) -> str:
    """Names as a list inside a sentence: "a", "a and b", "a, b and c"."""
    _ = words.gettext
    if len(names) < 2:
        return "".join(names)
    *first, last = names
    before = first[0]
    for name in first[1:]:
        before = _("{names}, {name}").format(names=before, name=name)
    return _("{names} and {name}").format(names=before, name=last)


def opening(text: str) -> str:
    """Words that begin a sentence: the first letter large, where the script has large letters."""
    return text[:1].upper() + text[1:]
