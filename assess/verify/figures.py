"""The figures a report was made with against those computed from its answers."""

from __future__ import annotations

from assess import wording
from assess.assessment import Assessment
from assess.findings import CHANNELS, Channel, analyse
from assess.framework import LEVELS, Framework
from assess.library import Library
from assess.report.seal import VERDICT, Figures, Seal, figures, fingerprint
from assess.text import Words
from assess.verify.verified import Difference


def other_figure(
    assessment: Assessment, seal: Seal, library: Library, words: Words
) -> Difference | None:
    """The first figure that differs, in the order of the framework; None where none does.

    Raises AssessError where the seal names a draft or an assessor that the assessment lacks.
    """
    _, ref = words.gettext, assessment.framework
    given, against = (f"{seal.framework} {seal.version}", f"{ref.id} {ref.version}")
    if given != against:
        return Difference(place=_("the framework"), file=given, computed=against)
    framework = library.framework_of(assessment)
    found = analyse(framework, assessment, draft=seal.draft, assessor=seal.assessor)
    if other := _first(seal.figures, figures(found), framework, words):
        return other
    print_here = fingerprint(found)
    if seal.findings_sha256 == print_here:
        return None
    return Difference(
        place=_("what the figures are made of (SHA-256)"),
        file=seal.findings_sha256,
        computed=print_here,
    )


def _first(
    sealed: Figures, computed: Figures, framework: Framework, words: Words
) -> Difference | None:
    for name, ours in computed.items():
        theirs = sealed.get(name, ())
        for at, number in enumerate(ours):
            given = theirs[at] if at < len(theirs) else None
            if given != number:
                return _difference(name, at, (given, number), framework, words)
    return None


def _difference(
    name: str,
    at: int,
    numbers: tuple[float | None, float],
    framework: Framework,
    words: Words,
) -> Difference:
    node, _, side = name.partition("/")
    channel = next(each for each in CHANNELS if each == side)
    file, computed = (_said(words, node, at, number, channel) for number in numbers)
    place = _place(words, framework, node, at, channel)
    return Difference(place=place, file=file, computed=computed)


def _place(words: Words, framework: Framework, node: str, at: int, channel: Channel) -> str:
    _ = words.gettext
    if node == VERDICT:
        conclusion = {
            "harm": _("the conclusion on harm"),
            "benefit": _("the conclusion on benefit"),
        }
        often = {
            "harm": _("how often the conclusion on harm holds"),
            "benefit": _("how often the conclusion on benefit holds"),
        }
        return (often if at else conclusion)[channel]
    name = framework.node(node).name
    if not at:
        sentence = {"harm": _("harm to “{name}”"), "benefit": _("benefit to “{name}”")}[channel]
        return sentence.format(name=name)
    level = wording.at_least(words, LEVELS[at - 1], channel)
    return _("the chance of {level} on “{name}”").format(level=level, name=name)


def _said(words: Words, node: str, at: int, number: float | None, channel: Channel) -> str:
    if number is None:
        return words.gettext("nothing")
    if at:
        return words.exact(number)
    if number not in (0, 1, 2, 3):
        return f"{number:g}"
    say = wording.verdict if node == VERDICT else wording.found
    return say(words, int(number), channel)
