"""One switch for everything that asks a source over the network; nothing is sent before it.

ASSESS_LIVE_EVIDENCE is `never` (whoever runs this toolkit forbids it), `ask` (each fetch needs a
person's word; also where nothing is set) or `on` (the command line need not ask again).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Literal

from assess.errors import AssessError
from assess.refusal import ENGLISH
from assess.text import Words

SWITCH = "ASSESS_LIVE_EVIDENCE"
Setting = Literal["never", "ask", "on"]


class NotPermitted(AssessError):
    """A source was to be asked, and nobody had said that it may be."""


@dataclass(frozen=True)
class Permission:
    """That sources may be asked, for one fetch or one run; made by `permit` and by nothing else."""


def setting() -> Setting:
    """What the environment says; a word that is none of the three is taken as `ask`."""
    said = os.environ.get(SWITCH, "").strip().lower()
    if said == "never":
        return "never"
    return "on" if said == "on" else "ask"


def permit(*, pressed: bool = False, words: Words = ENGLISH) -> Permission:
    """The permission to ask; `pressed`: a person has just said yes, having seen what is sent.

    Raises NotPermitted where the operator forbids it, or where nobody said yes.
    """
    _ = words.gettext
    match setting():
        case "never":
            raise NotPermitted(
                _("Live sources are switched off here (ASSESS_LIVE_EVIDENCE is never).")
            )
        case "ask" if not pressed:
            raise NotPermitted(_("Nothing was sent: nobody has said yes to asking the sources."))
    return Permission()
