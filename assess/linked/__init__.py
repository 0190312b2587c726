"""An assessment as linked data: JSON-LD and Turtle in the European vocabulary IOPA 1.0.0.

`describe` makes the graph once; `write` gives it as a file. What each part of an assessment
becomes stands in `docs/formats.md`; why it is so, in decision 0105. Nothing is fetched.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Final, Literal, get_args

from assess import findings as engine
from assess.errors import AssessError
from assess.linked.graph import Graph, Thing
from assess.linked.statements import statements
from assess.linked.subject import IOPA, Subject, things
from assess.linked.vocabulary import terms
from assess.linked.writing import json_ld, turtle

if TYPE_CHECKING:
    from assess.explain import Telling

Kind = Literal["ttl", "jsonld"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
MEDIA_TYPES: Final[Mapping[Kind, str]] = {"ttl": "text/turtle", "jsonld": "application/ld+json"}

__all__ = ["KINDS", "MEDIA_TYPES", "Graph", "Kind", "describe", "write"]


def describe(
    telling: Telling,
    *,
    made_on: datetime.date,
    version: str,
    documents: tuple[str, ...] = (),
) -> Graph:
    """The assessment of one draft by one person, with its findings, as a graph.

    `version` is this program's, `documents` are addresses of what was read. Raises AssessError for
    the present situation, which is no text that requires anything.
    """
    _ = telling.words.gettext
    text = engine.dumps(telling.findings)
    subject = Subject(telling, made_on, version, documents, sha256(text.encode()).hexdigest())
    if subject.draft.kind == "no-measure":
        raise AssessError(
            _(
                "the present situation is not a legal text, and linked data describes what a text"
                " requires; choose a draft with a text"
            )
        )
    said = statements(subject)
    return (_assessment(subject, said), *said, *things(subject), *terms())


def write(graph: Graph, kind: Kind) -> bytes:
    """The graph as a file in UTF-8; the same graph always gives the same bytes."""
    return (turtle(graph) if kind == "ttl" else json_ld(graph)).encode()


def _assessment(subject: Subject, said: Graph) -> Thing:
    provisions = (subject.requirement(each.id) for each in subject.cited)
    return Thing(
        subject.iri("assessment"),
        ("cav:Assessment", "prov:Entity"),
        (
            ("dct:conformsTo", IOPA),
            ("cv:isProvidedBy", subject.iri("provider")),
            ("cav:assesses", subject.iri("requirement")),
            *(("cav:assesses", iri) for iri in provisions if iri),
            *(("cav:resultsIn", each.id) for each in said),
            ("prov:wasAttributedTo", subject.iri("assessor")),
            ("prov:wasGeneratedBy", subject.iri("making")),
        ),
    )
