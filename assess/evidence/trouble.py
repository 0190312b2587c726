"""Why a source gave nothing: a state for the record, and a sentence for the reader."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assess.evidence.pack import Failure
from assess.text import Words


class Reason(StrEnum):
    """What came between the question and the value."""

    OFFLINE = "offline"
    SILENT = "silent"
    BROKEN_OFF = "broken-off"
    UNTRUSTED = "untrusted"
    WEB_PAGE = "web-page"
    GARBLED = "garbled"
    LARGE = "large"
    ELSEWHERE = "elsewhere"
    TOO_MANY = "too-many"
    REFUSED = "refused"
    NO_TOKEN = "no-token"
    STATUS = "status"
    SHAPE = "shape"


STATES: dict[Reason, Failure] = {
    Reason.OFFLINE: "offline",
    Reason.TOO_MANY: "rate-limited",
    Reason.REFUSED: "token-required",
    Reason.NO_TOKEN: "token-required",
}


@dataclass(frozen=True)
class Trouble:
    """A reason with what it needs to be told.

    `detail` is a host, a number or a field of the answer, never anything that could hold a token.
    `wait` is how many seconds the source asked us to stay away; 0 where it said nothing.
    """

    reason: Reason
    detail: str = ""
    wait: int = 0

    @property
    def state(self) -> Failure:
        """The state of a reading that could not be had for this reason."""
        return STATES.get(self.reason, "error")


class Troubled(Exception):
    """A question that brought no answer we can use."""

    def __init__(self, reason: Reason, detail: str = "", wait: int = 0) -> None:
        super().__init__(reason.value, detail[:80])
        self.trouble = Trouble(reason, detail[:80], wait)


def told(words: Words, trouble: Trouble, title: str) -> str:
    """The sentence for the reader; `title` names the source."""
    sentence = _sentences(words)[trouble.reason]
    return sentence.format(source=title, detail=trouble.detail)


def _sentences(words: Words) -> dict[Reason, str]:
    _ = words.gettext
    return {
        Reason.OFFLINE: _("{source} could not be reached. Check the network, then try again."),
        Reason.SILENT: _("{source} did not answer within {detail} seconds. Try again later."),
        Reason.BROKEN_OFF: _("{source} broke off in the middle of its answer. Try again later."),
        Reason.UNTRUSTED: _(
            "What answered in the name of {source} could not prove that it is {source}, so nothing"
            " was taken. Some networks answer for others; try from another one."
        ),
        Reason.WEB_PAGE: _(
            "{source} answered with a web page instead of data. Some networks show a page to log"
            " in first; open any page in your browser, then try again."
        ),
        Reason.GARBLED: _("The answer of {source} is damaged and was not used. Try again later."),
        Reason.LARGE: _(
            "The answer of {source} is longer than {detail} MB, more than it should be, and was"
            " not used."
        ),
        Reason.ELSEWHERE: _(
            "{source} sent us on to another address ({detail}). We did not follow; its service"
            " may have moved."
        ),
        Reason.TOO_MANY: _("{source} has been asked too often. Try again in an hour or later."),
        Reason.REFUSED: _(
            "{source} refused us. It wants a token, or does not accept the one it was given."
        ),
        Reason.NO_TOKEN: _(
            "{source} wants a token of your own, which is free. Set it as ASSESS_PULSE_TOKEN"
            " where this toolkit runs."
        ),
        Reason.STATUS: _("{source} answered with the error {detail}. Try again later."),
        Reason.SHAPE: _(
            "The answer of {source} is not what it used to be ({detail}) and was not used. A new"
            " version of this toolkit may be needed."
        ),
    }
