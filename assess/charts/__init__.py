"""Pictures of findings, as Vega-Lite specifications that Altair describes.

Altair is slow and heavy, and what a picture is does not depend on what it shows. So each picture is
described once, with names in place of its data, and kept; a call only fills the data in. A
specification is a plain dict without any word in English: the browser draws it (assess/ui/parts).
"""

from __future__ import annotations

from assess.charts.cases import cases, timeline
from assess.charts.country import peers, shutdowns, trends
from assess.charts.disagreement import disagreement
from assess.charts.drafts import drafts
from assess.charts.levels import levels
from assess.charts.look import Spec
from assess.charts.tipping import tipping

__all__ = [
    "Spec",
    "cases",
    "disagreement",
    "drafts",
    "levels",
    "peers",
    "shutdowns",
    "timeline",
    "tipping",
    "trends",
]
