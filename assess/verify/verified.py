"""What comparing a report with what follows from its answers came to."""

from __future__ import annotations

from typing import Literal

from assess.value import Value


class Difference(Value):
    """The first difference: where it stands, what the file has there, what follows instead."""

    place: str
    file: str
    computed: str


class Verified(Value):
    """The figures, and the text where it could be compared, each equal or not.

    `told` says it in sentences, the outcome first. `difference` is the first there is.
    """

    figures: Literal["equal", "differ"]
    text: Literal["equal", "differ", "not compared"]
    difference: Difference | None = None
    told: tuple[str, ...]

    @property
    def is_equal(self) -> bool:
        """Whether nothing that was compared differs."""
        return self.difference is None
