"""What a model refuses, in plain words: where in the document, what is wrong, how to mend it."""

from __future__ import annotations

import re
import types
import unicodedata
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from assess.text import Words
from assess.text import words as words_of

Loc = tuple[int | str, ...]

ENGLISH = words_of("en")
MOST = 1_000
MANY = 20  # names that are still worth listing
SHOWN = 80  # characters of what was written that a message repeats


class Refusal(NamedTuple):
    """One thing a model refuses: the keys and positions (from 0) that lead to it, and why."""

    loc: Loc
    message: str


def refusals(
    error: ValidationError, model: type[BaseModel], words: Words = ENGLISH
) -> list[Refusal]:
    """What a document was refused for, in the order of its model; at most the first 1,000.

    `model` is the one that was to be built; its fields are what a misspelt one is compared with.
    """
    return [
        Refusal(_place(detail["loc"]), _message(detail, model, words))
        for detail in error.errors(include_url=False)[:MOST]
        if not _only_looks_short(detail)
    ]


def path(loc: Loc) -> str:
    """The place as it is written: `links[0].strength`, positions from 0."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{shown(step)}" for step in loc)
    return "".join(steps).removeprefix(".")


def shown(written: object) -> str:
    """What was written, made safe to repeat: clipped, and no character that cannot be seen."""
    whole = str(written)
    text = whole if len(whole) <= SHOWN else f"{whole[:SHOWN]}…"
    if text.isprintable():
        return text
    hidden = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return "".join(
        f"\\u{ord(char):04x}" if unicodedata.category(char) in hidden else char for char in text
    )


def did_you_mean(written: object, known: Iterable[str], words: Words = ENGLISH) -> str:
    """The nearest known name as a question; where none is near all of them, or the nearest few."""
    _ = words.gettext
    names = list(known)
    sought = str(written)[:SHOWN].strip().lower()
    near = get_close_matches(sought, names, n=1, cutoff=0.6)
    if near:
        return _("did you mean {name}?").format(name=near[0])
    if len(names) > MANY:
        few = get_close_matches(sought, names, n=5, cutoff=0.0)
        return _("the nearest of {count} are: {names}").format(
            count=len(names), names=", ".join(few)
        )
    return _("use one of: {names}").format(names=", ".join(names))


def _only_looks_short(detail: ErrorDetails) -> bool:
    """A list pydantic calls too short because it counts only the items it accepted."""
    least = detail.get("ctx", {}).get("min_length", 0)
    return detail["type"] == "too_short" and len(detail["input"]) >= least


def _place(loc: Loc) -> Loc:
    return tuple(step for step in loc if step != "[key]")  # pydantic's mark for a bad key


def _message(detail: ErrorDetails, model: type[BaseModel], words: Words) -> str:
    if detail["type"] == "extra_forbidden":
        return _unknown_field(detail["loc"], model, words)
    for start, say in _SAY.items():
        if detail["type"].startswith(start):
            return say(words, detail.get("input"), detail.get("ctx", {}))
    return detail["msg"]


def _unknown_field(loc: Loc, model: type[BaseModel], words: Words) -> str:
    known = _fields(loc, model)
    if not known:
        return words.gettext("unknown field; remove it")
    hint = did_you_mean(loc[-1], known, words)
    return words.gettext("unknown field; {hint}").format(hint=hint)


def _fields(loc: Loc, model: type[BaseModel]) -> list[str]:
    """The fields known where the unknown one stands, as they are written in the document."""
    here: Any = model
    for step in loc[:-1]:
        here = _inside(here, step)
    owner = _plain(here)
    if not _is_model(owner):
        return []
    return [field.alias or name for name, field in owner.model_fields.items()]


def _inside(annotation: Any, step: int | str) -> Any:
    kind = _plain(annotation)
    if _is_model(kind):
        fields = kind.model_fields
        return next((f.annotation for n, f in fields.items() if step in (n, f.alias)), None)
    inner = get_args(kind)
    if not inner:
        return None
    if isinstance(step, int) and get_origin(kind) is tuple and inner[-1] is not ...:
        return inner[min(step, len(inner) - 1)]
    return inner[-1] if isinstance(step, str) else inner[0]


def _plain(annotation: Any) -> Any:
    """The type itself, without what is annotated on it and without `| None`."""
    if get_origin(annotation) is Annotated:
        return _plain(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        kinds = [kind for kind in get_args(annotation) if kind is not type(None)]
        return _plain(next((kind for kind in kinds if _is_model(_plain(kind))), kinds[0]))
    return annotation


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


Say = Callable[[Words, Any, dict[str, Any]], str]

Sentence = Callable[[Callable[[str], str]], str]

_FORMS: dict[str, Sentence] = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": lambda _: _(
        "{written} is not an identifier; use lower-case letters, digits and single hyphens"
    ),
    r"^\d+\.\d+\.\d+$": lambda _: _("{written} is not a version; write three numbers, as in 1.0.0"),
    r"^[a-z0-9]+(_[a-z0-9]+)*$": lambda _: _(
        "{written} is no id of an indicator; use lower-case letters, digits and single underscores"
    ),
    r"^[A-Z]{2}$": lambda _: _("{written} is no country code; write two capitals, as in KE"),
    r"^[A-Z]{3}$": lambda _: _("{written} is no country code; write three capitals, as in KEN"),
}


def _missing(words: Words, _input: Any, _ctx: dict[str, Any]) -> str:
    return words.gettext("missing; add it")


def _one_of(words: Words, written: Any, ctx: dict[str, Any]) -> str:
    choices = re.findall(r"'([^']*)'", str(ctx["expected"]))
    # "None" would look like a misspelt "no"
    hint = did_you_mean("" if written is None else written, choices, words)
    return words.gettext("{written} is not a choice here; {hint}").format(
        written=_quoted(words, written), hint=hint
    )


def _wrong_form(words: Words, written: Any, ctx: dict[str, Any]) -> str:
    plain = _FORMS.get(str(ctx["pattern"]))
    if plain is None:
        return words.gettext("{written} does not have the form {pattern}").format(
            written=_quoted(words, written), pattern=ctx["pattern"]
        )
    return plain(words.gettext).format(written=_quoted(words, written))


def _text_too_long(words: Words, written: Any, ctx: dict[str, Any]) -> str:
    return words.gettext("too long: {length} characters; shorten it to {limit} or fewer").format(
        length=len(written), limit=ctx["max_length"]
    )


def _too_many(words: Words, _input: Any, ctx: dict[str, Any]) -> str:
    return words.gettext("too many: {length}; at most {limit} are allowed").format(
        length=ctx["actual_length"], limit=ctx["max_length"]
    )


def _too_few(words: Words, _input: Any, ctx: dict[str, Any]) -> str:
    return words.ngettext(
        "empty; at least {limit} is needed",
        "too few; at least {limit} are needed",
        ctx["min_length"],
    ).format(limit=ctx["min_length"])


def _not_text(words: Words, written: Any, _ctx: dict[str, Any]) -> str:
    return words.gettext("must be text, not {kind}; put it in quotation marks").format(
        kind=_kind(words, written)
    )


def _half_character(words: Words, _input: Any, _ctx: dict[str, Any]) -> str:
    return words.gettext("holds half a character (a lone surrogate); type the text again")


def _of_kind(sentence: Sentence) -> Say:
    def say(words: Words, written: Any, _ctx: dict[str, Any]) -> str:
        return sentence(words.gettext).format(kind=_kind(words, written))

    return say


def _bound(words: Words, _input: Any, ctx: dict[str, Any]) -> str:
    if "ge" in ctx or "gt" in ctx:
        return words.gettext("too small; the least allowed is {limit}").format(
            limit=ctx.get("ge", ctx.get("gt"))
        )
    return words.gettext("too large; the most allowed is {limit}").format(
        limit=ctx.get("le", ctx.get("lt"))
    )


def _ours(words: Words, _input: Any, ctx: dict[str, Any]) -> str:
    return words.gettext(str(ctx["error"]))


def _quoted(words: Words, written: Any) -> str:
    if written is None:
        return words.gettext("nothing")
    return f'"{shown(written)}"' if isinstance(written, str) else shown(written)


def _kind(words: Words, written: Any) -> str:
    _ = words.gettext
    if written is None:
        return _("nothing")
    if isinstance(written, bool):
        return _("true or false")
    if isinstance(written, int | float):
        return _("a number")
    if isinstance(written, dict):
        return _("a group of fields")
    return _("a list") if isinstance(written, list | tuple) else _("text")


# By the beginning of pydantic's error type; the first that fits speaks.
_SAY: dict[str, Say] = {
    "missing": _missing,
    "literal_error": _one_of,
    "string_type": _not_text,
    "string_unicode": _half_character,
    "string_pattern_mismatch": _wrong_form,
    "string_too_long": _text_too_long,
    "string_too_short": _of_kind(lambda _: _("empty; write something here")),
    "too_long": _too_many,
    "too_short": _too_few,
    "value_error": _ours,
    "int": _of_kind(lambda _: _("must be a whole number, not {kind}")),
    "float": _of_kind(lambda _: _("must be a number, not {kind}")),
    "finite_number": _of_kind(lambda _: _("must be a finite number")),
    "bool": _of_kind(lambda _: _("must be true or false, not {kind}")),
    "date": _of_kind(lambda _: _("must be a date, written as in 2026-11-30")),
    "tuple": _of_kind(lambda _: _("must be a list, not {kind}")),
    "list": _of_kind(lambda _: _("must be a list, not {kind}")),
    "dict": _of_kind(lambda _: _("must be a group of fields, not {kind}")),
    "model": _of_kind(lambda _: _("must be a group of fields, not {kind}")),
    "greater_than": _bound,
    "less_than": _bound,
}
