"""What is assessed, by whom and with what: the text, its requirements, the making of the findings.

The vocabulary asks for a public organisation that provides the assessment and for a public service
that is affected. An assessment knows neither: both are there, and marked as not stated.
"""

from __future__ import annotations

import datetime
import uuid
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from assess import wording
from assess.explain import Telling
from assess.linked.graph import OWN, Graph, Iri, Object, Said, Thing, Typed, official
from assess.proposal import Draft, Provision
from assess.wording.overlay import changed

IOPA: Final = Iri("https://semiceu.github.io/IOPA/releases/1.0.0")
_ROOM = uuid.UUID(OWN.removeprefix("urn:uuid:").removesuffix("#"))


@dataclass(frozen=True)
class Subject:
    """What a graph is about, and the names its things have.

    `made_on` and `version` are of the making and the program, `documents` are addresses of what
    was read, `findings_sha256` is that of the findings as their document.
    """

    telling: Telling
    made_on: datetime.date
    version: str
    documents: tuple[str, ...]
    findings_sha256: str

    @property
    def draft(self) -> Draft:
        """The text assessed."""
        return self.telling.assessment.draft(self.telling.findings.draft)

    @cached_property
    def _base(self) -> str:
        found = self.telling.findings
        parts = (found.framework, found.version, found.input_sha256, found.draft, found.assessor)
        return uuid.uuid5(_ROOM, "/".join(parts)).urn

    def iri(self, name: str) -> Iri:
        """A thing of this assessment; the same answers always give the same name."""
        return Iri(f"{self._base}#{name}")

    @property
    def text(self) -> Iri:
        """The text assessed, by its official identifier where that can be read anywhere."""
        return official(self.draft.reference) or self.iri("text")

    def node(self, node: str = "framework") -> Iri:
        """A node of the framework, the same in all assessments made against this version."""
        found = self.telling.findings
        return Iri(f"{uuid.uuid5(_ROOM, f'{found.framework}/{found.version}').urn}#{node}")

    def ours(self, text: str) -> Said:
        """Words of this program."""
        return Said(text, self.telling.words.language)

    def theirs(self, text: str) -> Said:
        """Words of the assessor."""
        return Said(text, self.telling.assessment.proposal.language)

    @cached_property
    def cited(self) -> tuple[Provision, ...]:
        """The provisions of the text that answers are about, in the order of the text."""
        found = self.telling.findings
        named = {
            number
            for judgement in self.telling.assessment.judgements
            if judgement.key[:2] == (found.draft, found.assessor)
            for number in judgement.provisions
        }
        return tuple(each for each in self.draft.provisions if each.id in named)

    def requirement(self, number: str) -> Iri | None:
        """The requirement that a provision is, by its number; None where the text has it not."""
        places = {each.id: place for place, each in enumerate(self.cited, start=1)}
        return self.iri(f"requirement-{places[number]}") if number in places else None


def things(subject: Subject) -> Graph:
    """The text, what it requires, the provider, the assessor, the framework and the making."""
    return (
        _text(subject),
        _whole(subject),
        *(_provision(subject, each) for each in subject.cited),
        *_not_stated(subject),
        *_makers(subject),
        *_framework(subject),
    )


def _title(subject: Subject) -> str:
    _ = subject.telling.words.gettext
    return subject.telling.assessment.proposal.title.strip() or _("Proposal without a title")


def _text(subject: Subject) -> Thing:
    words, draft = subject.telling.words, subject.draft
    name = wording.draft(words, subject.telling.assessment.drafts.index(draft), draft)
    says: list[tuple[str, Object]] = [
        ("dct:title", subject.theirs(_title(subject))),
        ("dct:description", subject.ours(name)),
    ]
    if draft.reference.strip():
        says.append(("dct:identifier", Typed(draft.reference.strip())))
    if draft.date:
        says.append(("dct:issued", Typed(draft.date.isoformat(), "xsd:date")))
    place = subject.telling.assessment.proposal.jurisdiction.strip()
    if place:
        says.append(("assess:jurisdiction", Typed(place)))
    return Thing(subject.text, ("eli:LegalExpression", "frbr:Expression"), tuple(says))


def _whole(subject: Subject) -> Thing:
    about = subject.telling.assessment.proposal.summary.strip() or _title(subject)
    return Thing(
        subject.iri("requirement"),
        ("iopa:BindingRequirement",),
        (
            ("cav:valueDescription", subject.theirs(about)),
            ("dct:isPartOf", subject.text),
            ("iopa:affects", subject.iri("service")),
            *(("cav:documentedIn", Typed(url, "xsd:anyURI")) for url in subject.documents),
        ),
    )


def _provision(subject: Subject, provision: Provision) -> Thing:
    iri = subject.requirement(provision.id)
    assert iri is not None  # it is one of those cited
    language = subject.draft.language or subject.telling.assessment.proposal.language
    text = provision.text.strip() or provision.heading.strip() or provision.id
    heading = provision.heading.strip()
    return Thing(
        iri,
        ("iopa:BindingRequirement",),
        (
            ("dct:identifier", Typed(provision.id)),
            *((("dct:title", Said(heading, language)),) if heading else ()),
            ("cav:valueDescription", Said(text, language)),
            ("dct:isPartOf", subject.text),
            ("iopa:affects", subject.iri("service")),
        ),
    )


def _not_stated(subject: Subject) -> Graph:
    _ = subject.telling.words.gettext
    unknown = ("assess:notStated", Typed("true", "xsd:boolean"))
    name = subject.ours(_("Not stated"))
    provider = _("This assessment does not say which public organisation provides it.")
    service = _("This assessment does not say which public service the text affects.")
    return (
        Thing(
            subject.iri("provider"),
            ("cv:PublicOrganisation",),
            (("skos:prefLabel", name), ("dct:description", subject.ours(provider)), unknown),
        ),
        Thing(
            subject.iri("service"),
            ("cpsv:PublicService",),
            (
                ("dct:identifier", Typed(subject.iri("service").name)),
                ("dct:title", name),
                ("dct:description", subject.ours(service)),
                unknown,
            ),
        ),
    )


def _makers(subject: Subject) -> Graph:
    _, found = subject.telling.words.gettext, subject.telling.findings
    program = _("Internet impact assessment toolkit {version}").format(version=subject.version)
    person = wording.assessor(subject.telling.words, subject.telling.assessment, found.assessor)
    return (
        Thing(
            subject.iri("assessor"),
            ("foaf:Agent", "prov:Agent"),
            (("dct:title", subject.theirs(person)),),
        ),
        Thing(
            subject.iri("program"),
            ("prov:SoftwareAgent",),
            (("rdfs:label", subject.ours(program)),),
        ),
        Thing(
            subject.iri("making"),
            ("prov:Activity",),
            (
                ("prov:used", subject.node()),
                ("prov:wasAssociatedWith", subject.iri("program")),
                ("dct:date", Typed(subject.made_on.isoformat(), "xsd:date")),
                ("assess:inputSha256", Typed(found.input_sha256)),
                ("assess:findingsSha256", Typed(subject.findings_sha256)),
            ),
        ),
    )


def _changed(subject: Subject) -> tuple[tuple[str, Object], ...]:
    """Who changed what the framework asks, where somebody did."""
    words, ref = subject.telling.words, subject.telling.framework.overlay_ref
    return (("dct:description", Said(changed(words, ref), words.language)),) if ref else ()


def _framework(subject: Subject) -> Graph:
    framework = subject.telling.framework
    about: tuple[tuple[str, Object], ...] = (
        ("dct:title", Said(framework.title, "en")),
        ("dct:identifier", Typed(f"{framework.id} {framework.version}")),
        ("dct:rights", Said(framework.licence_note, "en")),
        *_changed(subject),
    )
    return (
        Thing(subject.node(), ("skos:ConceptScheme", "prov:Entity"), about),
        *(
            Thing(
                subject.node(node.id),
                ("skos:Concept",),
                (
                    ("skos:prefLabel", Said(node.name, "en")),
                    ("skos:notation", Typed(node.id)),
                    ("skos:inScheme", subject.node()),
                ),
            )
            for node in framework.nodes
        ),
    )
