"""Templates of one's own: a Word file with named fields, filled with a report.

`check` says what is wrong with a file, `fill` fills it, `starter` makes one to begin with. What
may stand in a template is in `docs/templates.md`; why it is so, in decision 0104.
"""

from __future__ import annotations

from assess.report.template.checking import check
from assess.report.template.fields import FIELDS, PARTS, WORDS
from assess.report.template.filling import Filled, fill, left_out
from assess.report.template.starter import starter

__all__ = ["FIELDS", "PARTS", "WORDS", "Filled", "check", "fill", "left_out", "starter"]
