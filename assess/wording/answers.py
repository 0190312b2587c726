"""What people answer: kinds of answer, confidence, evidence, depth, state."""

from __future__ import annotations

from assess.assessment import (
    Answer,
    Confidence,
    Depth,
    DontKnowReason,
    Evidence,
    Judgement,
    Lack,
    State,
    TriageAnswer,
)
from assess.findings import Said
from assess.method import DEFAULT, Method
from assess.proposal import Stage
from assess.text import Words
from assess.wording.levels import level


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


def evidence(words: Words, key: Evidence) -> str:
    """How good the evidence for an answer is, as an option to choose."""
    _ = words.gettext
    return {
        "strong": _("Strong evidence"),
        "moderate": _("Moderate evidence"),
        "weak": _("Weak evidence"),
        "none": _("No evidence given"),
    }[key]


def confidence(words: Words, key: Confidence) -> str:
    """How sure an assessor is, as an option to choose."""
    _ = words.gettext
    return {
        "high": _("High confidence"),
        "medium": _("Medium confidence"),
        "low": _("Low confidence"),
    }[key]


def confidence_meaning(words: Words, key: Confidence, method: Method = DEFAULT) -> str:
    """What a confidence word does to the stated level, by the method in use."""
    _ = words.gettext
    share = next(each.share for each in method.confidences if each.word == key)
    times = round(10 * share)
    if share == times / 10:
        return _("the level stated is taken to be right {times} times in ten").format(times=times)
    return _("the level stated is taken to be right in {share} of cases").format(
        share=words.exact(share)
    )


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
        "review": _("your word that it still holds, as the question has changed"),
        "level": _("how strong the effect is"),
        "likelihood": _("how likely it is"),
        "confidence": _("how sure you are"),
        "reason": _("why it is not known"),
        "rationale": _("the rationale"),
        "sides": _("the effect as seen from the four sides"),
    }[key]
