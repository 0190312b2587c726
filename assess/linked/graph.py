"""Statements about things, for files that programs of others can join with their own (RDF).

Names are written short, as `cav:Assessment`; what the part before the colon stands for is in
`PREFIXES`. Nothing here is nameless: the same assessment gives the same names in every file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

OWN: Final = "urn:uuid:8c08e592-c095-4ee2-a887-18b0f59134df#"
"""Where this toolkit's own terms live: a name that belongs to nobody (decision 0105)."""

PREFIXES: Final = {
    "assess": OWN,
    "cav": "http://data.europa.eu/2sa/cav#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "frbr": "http://purl.org/vocab/frbr/core#",
    "iopa": "http://data.europa.eu/2qy/iopa#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_LOCAL = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
# What may not stand in an IRI, and the brackets, which may only hold the number of a machine.
_NOT_IN_IRI = r"\x00-\x20\x7f-\x9f<>\"{}|^`\\\[\]"
_OFFICIAL = re.compile(rf"(?:https?://|urn:)[^{_NOT_IN_IRI}]+", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True)
class Iri:
    """The name of a thing, in full."""

    name: str

    @property
    def short(self) -> str | None:
        """The name as `prefix:rest`, where it has one."""
        for prefix, space in PREFIXES.items():
            if self.name.startswith(space) and _LOCAL.fullmatch(self.name[len(space) :]):
                return f"{prefix}:{self.name[len(space) :]}"
        return None


@dataclass(frozen=True)
class Said:
    """Words in a language (a BCP 47 tag; what is not one counts as undetermined)."""

    text: str
    language: str

    @property
    def tag(self) -> str:
        """A tag that every reader takes."""
        return self.language if _LANGUAGE.fullmatch(self.language) else "und"


@dataclass(frozen=True)
class Typed:
    """A value written as text, and its datatype as a short name: `xsd:date`, `xsd:decimal`."""

    text: str
    datatype: str = "xsd:string"


Object = Iri | Said | Typed


@dataclass(frozen=True)
class Thing:
    """A thing, what it is, and what is said of it: predicate and object, in order."""

    id: Iri
    types: tuple[str, ...]
    says: tuple[tuple[str, Object], ...] = ()


Graph = tuple[Thing, ...]


def term(short: str) -> Iri:
    """The thing under a short name. Raises KeyError for a prefix that is not listed."""
    prefix, _, rest = short.partition(":")
    return Iri(PREFIXES[prefix] + rest)


def official(reference: str) -> Iri | None:
    """An identifier that somebody typed, as a name for what it identifies; None if it is none.

    Only addresses and URNs (an ELI, a URN:LEX) stand for something wherever they are read.
    """
    reference = reference.strip()
    return Iri(reference) if _OFFICIAL.fullmatch(reference) else None


def share(value: float) -> Typed:
    """A share from 0 to 1, with six digits."""
    return Typed(f"{value:.6f}", "xsd:decimal")
