"""Frozen values and the limits on what people may write into them."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

LINE_LIMIT = 300
TEXT_LIMIT = 20_000
PROVISION_LIMIT = 200_000


class Value(BaseModel):
    """A thing that never changes: a change is a new value. Unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def _one_line_break(text: object) -> object:
    return text.replace("\r\n", "\n").replace("\r", "\n") if isinstance(text, str) else text


# C0 and C1 control characters but for tab and line break, and halves of surrogate pairs.
_UNREADABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def _readable(text: str) -> str:
    if found := _UNREADABLE.search(text):
        raise ValueError(
            f"character {found.start() + 1} (U+{ord(found[0]):04X}) is a control character;"
            " remove it"
        )
    return text


def _single(text: str) -> str:
    if "\n" in text or "\t" in text:
        raise ValueError("must be a single line; remove the line breaks and tabs")
    return text


_LINE_BREAKS = BeforeValidator(_one_line_break)
_READABLE = AfterValidator(_readable)

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""An identifier that means nothing: lower-case letters, digits and single hyphens."""

CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""A country as ISO 3166-1 alpha-2 writes it: two capitals."""

# The limit stands before the validators: after them pydantic counts items, not characters.
Line = Annotated[
    str, StringConstraints(max_length=LINE_LIMIT), _LINE_BREAKS, _READABLE, AfterValidator(_single)
]
"""One line of text, at most 300 characters, no control characters."""

Text = Annotated[str, StringConstraints(max_length=TEXT_LIMIT), _LINE_BREAKS, _READABLE]
"""Free text, at most 20,000 characters; line breaks and tabs are the only control characters."""

LongText = Annotated[str, StringConstraints(max_length=PROVISION_LIMIT), _LINE_BREAKS, _READABLE]
"""The text of a provision of a law, at most 200,000 characters."""
