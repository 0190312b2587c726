"""One assessment as one file, and back: the JSON of format `assess/1` in `docs/`.

A file comes from outside. It is read whole or refused whole, with everything that is wrong in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice

from pydantic import ValidationError

from assess.assessment import Assessment
from assess.bundle.document import FORMAT, SIZE_LIMIT, Document, Reader, Refused
from assess.bundle.links import LOOKED_AT, Frameworks, dangling
from assess.errors import FileProblems, Place, Problem
from assess.panel import in_order
from assess.refusal import ENGLISH, Refusal, path, refusals
from assess.text import Words

__all__ = ["FORMAT", "LOOKED_AT", "SIZE_LIMIT", "TOLD", "Frameworks", "dumps", "loads"]

TOLD = 100  # problems named one by one; a file of nothing else must not keep the server busy


def dumps(assessment: Assessment) -> str:
    """The assessment as text, the same for the same assessment: every field written, in order.

    Judgements stand by draft, assessor, node and part, so that two files can be laid side by side.
    """
    document = _in_order(assessment).model_dump(mode="json")
    document["triage"]["answers"] = dict(sorted(document["triage"]["answers"].items()))
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def loads(data: bytes, library: Frameworks, file: str = "", words: Words = ENGLISH) -> Assessment:
    """The assessment in a file, judgements in order. Raises FileProblems with all that is wrong.

    `file` is the name to say in the problems.
    """
    try:
        document = Reader(words).document(data)
        return _assessment(document, library, words)
    except Refused as refused:
        raise FileProblems(tuple(_problems(refused, file, words))) from None


def _problems(refused: Refused, file: str, words: Words) -> Iterator[Problem]:
    for loc, message in refused.told[:TOLD]:
        yield Problem(Place(file, refused.line, path(loc)), message)
    if len(refused.told) > TOLD:
        message = words.gettext("there are more problems; mend these and open the file again")
        yield Problem(Place(file), message)


def _assessment(document: Document, library: Frameworks, words: Words) -> Assessment:
    places = {refusal.loc for refusal in document.told}
    told = [*document.told, *islice(dangling(document.content, library, words), TOLD + 1)]
    try:
        found = Assessment.model_validate_json(json.dumps(document.content), strict=True)
    except ValidationError as error:
        for refusal in refusals(error, Assessment, words):
            # Not what was taken out, nor what is said of the whole where a part of it was named.
            if refusal.loc not in places and (refusal.loc or not told):
                told.append(refusal)
    if told:
        raise Refused(*sorted(told, key=_reading_order))
    return _in_order(found)


def _in_order(assessment: Assessment) -> Assessment:
    judgements = sorted(assessment.judgements, key=lambda each: each.key)
    return assessment.replace(
        judgements=tuple(judgements),
        notes=in_order(assessment.notes),
        marks=in_order(assessment.marks),
    )


def _reading_order(refusal: Refusal) -> tuple[int, tuple[str, ...]]:
    """Part by part as an assessment is written, so that mistakes are met in the order of a file."""
    parts = list(Assessment.model_fields)
    first = refusal.loc[0] if refusal.loc else ""
    place = parts.index(first) if first in parts else -1
    return place, tuple(f"{step:08}" if isinstance(step, int) else step for step in refusal.loc)
