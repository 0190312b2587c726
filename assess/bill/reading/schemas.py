"""What lawmakers' own XML calls the parts of a law: one row of tag names for each schema."""

from __future__ import annotations

from typing import NamedTuple


def tags(names: str) -> frozenset[str]:
    """The tags of a list with spaces."""
    return frozenset(names.split())


class Schema(NamedTuple):
    """The tags of one schema, without namespaces.

    `roots`: the element a document begins with. `provisions`: in order of preference; the first
    that occurs is what is cited (some laws have articles in sections, others only sections).
    `numbers` and `headings` of whatever they stand in; `margins` are headings printed beside the
    text, which no number is joined to. `divisions`: parts that hold provisions. `bracketed`: parts
    whose number is printed in brackets that the file leaves out. `skipped`: metadata and notes.
    `word`: what a provision is called where its number does not say it. `struck`: the attribute,
    as it is written, of what a bill strikes out.
    """

    name: str
    roots: frozenset[str]
    provisions: tuple[str, ...]
    numbers: frozenset[str]
    headings: frozenset[str]
    margins: frozenset[str] = frozenset()
    recitals: frozenset[str] = frozenset()
    preambles: frozenset[str] = frozenset()
    annexes: frozenset[str] = frozenset()
    divisions: frozenset[str] = frozenset()
    bracketed: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    word: str = "Section"
    struck: str = ""


SCHEMAS = (
    Schema(
        name="Akoma Ntoso",
        roots=tags("akomaNtoso"),
        provisions=("article", "section", "rule"),
        numbers=tags("num"),
        headings=tags("heading"),
        recitals=tags("recital"),
        preambles=tags("preamble"),
        annexes=tags("attachment annex"),
        divisions=tags("book part title subtitle chapter section subdivision tome"),
        skipped=tags("meta authorialNote noteEditorial"),
        word="Article",
    ),
    Schema(
        name="USLM",
        roots=tags("bill resolution uscDoc lawDoc pLaw statutesAtLarge amendment"),
        provisions=("section",),
        numbers=tags("num"),
        headings=tags("heading"),
        preambles=tags("preamble"),
        annexes=tags("appendix schedule"),
        divisions=tags("title subtitle division part subpart chapter subchapter"),
        skipped=tags("meta preface endorsement toc footnote sourceCredit notes slugLine"),
        struck='changed="deleted"',
    ),
    Schema(
        name="UK CLML",
        roots=tags("Legislation"),
        provisions=("P1group", "P1"),
        numbers=tags("Pnumber Number"),
        headings=tags("Title"),
        preambles=tags("PrimaryPreamble SecondaryPreamble"),
        annexes=tags("Schedule"),
        divisions=tags("Part Chapter Pblock PsubBlock"),
        bracketed=tags("P2 P3 P4 P5"),
        skipped=tags("Metadata Contents Commentaries CommentaryRef Footnotes FootnoteRef"),
    ),
    Schema(
        name="Formex",
        roots=tags("ACT CONS.ACT CONS.DOC GENERAL ANNEX"),
        provisions=("ARTICLE",),
        numbers=tags("TI.ART NO.PARAG NO.P"),
        headings=tags("STI.ART TI STI"),
        recitals=tags("CONSID"),
        preambles=tags("PREAMBLE"),
        annexes=tags("ANNEX"),
        divisions=tags("DIVISION TITLE"),
        skipped=tags("BIB.INSTANCE BIB.DATA NOTE TOC"),
        word="Article",
    ),
    Schema(
        name="Justice Canada",
        roots=tags("Bill Statute Regulation"),
        provisions=("Section",),
        numbers=tags("Label"),
        headings=tags("TitleText"),
        margins=tags("MarginalNote"),
        preambles=tags("Preamble"),
        annexes=tags("Schedule"),
        divisions=tags("Heading"),
        skipped=tags("Identification RecentAmendments HistoricalNote Footnote FootnoteRef Stages"),
    ),
    Schema(
        name="BCN LeyChile",
        roots=tags("Norma"),
        provisions=("EstructuraFuncional",),
        numbers=frozenset(),
        headings=tags("TituloNorma TituloParte Titulo"),
        preambles=tags("Encabezado"),
        annexes=tags("Anexo"),
        skipped=tags(
            "TiposNumeros Organismos IdentificacionFuente NumeroFuente Materias NombreParte"
            " Promulgacion"
        ),
        word="Artículo",
    ),
)
UNKNOWN = Schema("", frozenset(), (), frozenset(), frozenset())
BY_ROOT = {root: schema for schema in SCHEMAS for root in schema.roots}

INLINE = tags(
    "a abbr b br def del em font i inline ins mref placeholder ref remark rref s shortTitle small"
    " span strong sub sup term u date docNumber location organization person quantity"
    " quotedText role"
    " Acronym Addition Abbreviation Citation CitationSubRef Emphasis Inferior InternalLink"
    " ExternalLink Quote Repeal SmallCaps Strong Substitution Superior Term Underline"
    " XRefExternal XRefInternal Keep InlineAmendment DefinedTermEn DefinedTermFr DefinitionRef"
    " DefinitionEnOnly DefinitionFrOnly Language Sup Sub Leader LeaderRightJustified Repealed"
    " DATE FT HT IE QUOT.END QUOT.START REF.DOC REF.DOC.OJ"
)
"""Tags within a sentence, of all schemas; any other begins a line."""
