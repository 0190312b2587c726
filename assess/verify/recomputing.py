"""Makes a report again from what travels in it, and compares the two."""

from __future__ import annotations

from assess import __version__
from assess.errors import AssessError, FileProblems, Place, Problem
from assess.library import Library
from assess.report.opening import Opened, open_report
from assess.report.seal import Seal
from assess.text import Words
from assess.verify.figures import other_figure
from assess.verify.printed import Unreadable, kind_of
from assess.verify.rebuilt import rebuilt
from assess.verify.text import other_words
from assess.verify.verified import Verified


def verify(data: bytes, library: Library, words: Words) -> Verified:
    """Whether a report is what follows from the answers inside it.

    Raises FileProblems where that cannot be said: nothing is inside, or it is damaged, or made by
    an older or a newer version.
    """
    _ = words.gettext
    opened = open_report(data, library, words)
    if opened.seal is None:
        message = _(
            "the file does not say with which figures it was made, or says it as a newer version"
            " does: there is nothing to compare; its answers can be opened"
        )
        raise FileProblems((Problem(Place(), message),))
    try:
        return _compared(data, opened, opened.seal, library, words)
    except Unreadable:
        message = _("the file is damaged or cut off; fetch it again, or ask for it anew")
        raise FileProblems((Problem(Place(), message),)) from None
    except FileProblems:
        raise
    except AssessError as error:
        raise FileProblems((Problem(Place(), str(error)),)) from None


def _compared(data: bytes, opened: Opened, seal: Seal, library: Library, words: Words) -> Verified:
    _, assessment = words.gettext, opened.assessment
    if figure := other_figure(assessment, seal, library, words):
        sentence = _(
            "The figures differ. The first is {place}: the file has {file}, computed again it is"
            " {computed}."
        )
        told = sentence.format(**figure.model_dump())
        return Verified(figures="differ", text="not compared", difference=figure, told=(told,))
    equal = _(
        "Every figure computed again from the answers inside is equal to the one this report was"
        " made with."
    )
    if why := _why_not(data, seal, words):
        return Verified(figures="equal", text="not compared", told=(equal, why))
    if other := other_words(data, rebuilt(assessment, seal, library, words)):
        sentence = _(
            "The text differs from the data inside. The first place is under “{place}”: the file"
            " says “{file}”, the data inside give “{computed}”."
        )
        told = sentence.format(**other.model_dump())
        return Verified(figures="equal", text="differ", difference=other, told=(told, equal))
    same = _("Its text is, word for word, what the toolkit writes from those answers.")
    return Verified(figures="equal", text="equal", told=(equal, same))


def _why_not(data: bytes, seal: Seal, words: Words) -> str:
    """Why the text cannot be compared; empty where it can."""
    _ = words.gettext
    if kind_of(data) == "json":
        return _("A JSON file prints no text to compare.")
    if seal.template:
        return _("Its text was not compared: it stands in a template that is not the toolkit's.")
    if seal.program != __version__:
        return _(
            "Its text was not compared: version {file} of the toolkit wrote it, and this is"
            " version {here}, which may word things otherwise."
        ).format(file=seal.program, here=__version__)
    return ""
