"""The fields of a case as the form and its list of problems name them."""

from __future__ import annotations

from assess.text import Words

Spot = tuple[str | int, ...]


def field(words: Words, name: str) -> str:
    """The name of a field that stands once in a case."""
    _ = words.gettext
    return {
        "id": _("Short name"),
        "title": _("Title"),
        "kind": _("Kind of case"),
        "year": _("Year of the assessment"),
        "law_year": _("Year of the law or proposal"),
        "subject": _("The law or proposal by its full name"),
        "region": _("Region"),
        "authors": _("Authors of the published text"),
        "note": _("What a reader must know about the whole case"),
        "sources": _("Sources"),
        "framework": _("Framework"),
        "drafts": _("Text of the law"),
        "judgements": _("Judgements"),
    }.get(name, name)


def source_field(words: Words, name: str) -> str:
    """The name of a field of a source."""
    _ = words.gettext
    return {
        "id": _("Short name of the source"),
        "title": _("Title of the source"),
        "publisher": _("Publisher"),
        "url": _("Official address"),
        "date": _("Date"),
        "seen": _("How much of it was seen"),
        "used_for": _("What in this case rests on it"),
        "note": _("Remark on the source"),
    }.get(name, name)


def case_field(words: Words, spot: Spot, node: str = "") -> str:
    """What in a case file is meant, in the words of the pages where it is asked.

    node: the name of the property or enabler, where it is about a judgement.
    """
    _ = words.gettext
    match spot:
        case ("sources", int(place), str(name), *_rest):
            told = _("Source {number}, {field}")
            return told.format(number=place + 1, field=source_field(words, name))
        case ("judgements", int(), *rest):
            told = _("{node}, {field}")
            return told.format(node=node, field=_claim(words, str(rest[0]) if rest else ""))
        case ("drafts", int(), "provisions", int(place), str(name)):
            told = _("Provision {number}, {field}")
            return told.format(number=place + 1, field=_of_the_law(words, name))
        case ("triage", *_rest):
            return _("Screening question")
        case ("proposal" | "drafts", *_rest, str(name)):
            return _of_the_law(words, name)
        case ("recommendations", int(place), *_rest):
            return _("Recommendation {number}").format(number=place + 1)
        case ("outcome", str(name), *_rest):
            return _outcome(words, name)
        case (str(name), *_rest):
            return field(words, name)
    return _("The file")


def _claim(words: Words, name: str) -> str:
    _ = words.gettext
    return {
        "answer": _("answer"),
        "rationale": _("rationale"),
        "stated_by": _("whose claim it is"),
        "sources": _("sources"),
        "mechanism": _("intervention"),
        "provisions": _("provisions"),
    }.get(name, _("judgement"))


def _of_the_law(words: Words, name: str) -> str:
    _ = words.gettext
    return {
        "id": _("number"),
        "heading": _("heading"),
        "text": _("text"),
        "title": _("Title of the proposal"),
        "jurisdiction": _("Country or jurisdiction"),
        "summary": _("What the proposal does"),
        "purpose": _("What the proposal wants"),
        "label": _("Name of the draft"),
        "date": _("Date of the draft"),
    }.get(name, _("Text of the law"))


def _outcome(words: Words, name: str) -> str:
    _ = words.gettext
    return {
        "status": _("What became of it"),
        "date": _("Date of the outcome"),
        "text": _("The outcome in words"),
        "sources": _("Sources of the outcome"),
        "seen": _("How much of these sources was seen"),
    }.get(name, name)
