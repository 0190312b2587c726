"""What a model refuses in a YAML file, told to the file's author: once, and with YAML in mind."""

from __future__ import annotations

import datetime
import json

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from assess.refusal import Refusal, refusals
from assess.yamlfile.tree import Refused, Spot, Unclear


def complaints(error: ValidationError, model: type[BaseModel]) -> tuple[Refusal, ...]:
    """Each refusal that says something new.

    What the YAML was refused for already is not told again, and a field that is missing because
    its name stands there misspelt is told once, as the misspelling.
    """
    details = {_place(detail["loc"]): detail for detail in error.errors(include_url=False)}
    told = [
        Refusal(loc, _bare_word(details[loc]) or message)
        for loc, message in refusals(error, model)
        if details[loc]["type"] == "missing" or not isinstance(details[loc]["input"], Refused)
    ]
    misspelt = {(loc[:-1], message) for loc, message in told if "did you mean" in message}
    return tuple(each for each in told if not _is_meant(each, misspelt))


def _place(loc: Spot) -> Spot:
    return tuple(step for step in loc if step != "[key]")  # pydantic's mark for a bad key


def _is_meant(refusal: Refusal, misspelt: set[tuple[Spot, str]]) -> bool:
    """Whether a missing field is the one that a misspelling beside it means."""
    return refusal.message.startswith("missing") and any(
        around == refusal.loc[:-1] and message.endswith(f"did you mean {refusal.loc[-1]}?")
        for around, message in misspelt
    )


def _bare_word(error: ErrorDetails) -> str:
    """What to say of a word that is no text because it stands without quotes; "" where it is."""
    given = error["input"]
    if isinstance(given, Unclear):
        return _unclear(given.text, error["type"])
    if given is None and error["type"] == "string_type":
        return 'nothing is written here; write the text, or "" for none'
    kinds = {bool: "true or false", datetime.date: "a date", int: "a number", float: "a number"}
    if error["type"] == "string_type" and type(given) in kinds:
        bare = str(given).lower() if isinstance(given, bool) else str(given)
        return f"{bare} is read as {kinds[type(given)]}; write it in quotes: {_quoted(bare)}"
    return ""


def _unclear(text: str, kind: str) -> str:
    read = f"{text[:60]} without quotes means different things to different programs"
    if kind.startswith("bool"):
        return f"{read}; write true or false"
    if kind.startswith(("int", "float")):
        return f"{read}; write it as a plain number"
    return f"{read}; write it in quotes: {_quoted(text[:60])}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
