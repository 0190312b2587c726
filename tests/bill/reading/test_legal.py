"""Lawmakers' own XML: one small law of Arcadia in each schema, the provisions as marked."""

from __future__ import annotations

import pytest

from assess.bill.reading import read

AKN = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act>
<meta><identification><FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression>
</identification></meta>
<preamble><p>Parliament,</p>
<recitals><recital><num>(1)</num><p>Networks matter.</p></recital></recitals>
</preamble><body>
<chapter><num>Chapter 1</num><heading>General</heading>
<article><num>Article 1</num><heading>Scope</heading>
<paragraph><num>1.</num><content><p>This Act covers <i>networks</i><authorialNote><p>A note.</p>
</authorialNote>.</p></content></paragraph>
<paragraph><num>2.</num><intro><p>It does not cover:</p></intro>
<point><num>(a)</num><content><p>roads;</p></content></point></paragraph></article>
<article><num>Article 1 bis</num><num>Definitions</num><p>In this Act:</p>
<table><tr><td><p>net</p></td></tr></table></article>
<article><num>Article 2</num><paragraph><content><p>Amend:
<quotedStructure><article><num>Article 9</num><p>Quoted.</p></article></quotedStructure>
</p></content></paragraph></article></chapter></body>
<attachments><attachment><heading>Annex</heading><p>A list.</p></attachment></attachments>
</act></akomaNtoso>"""

FINNISH = """<akomaNtoso><act><body><chapter><num>1 luku</num>
<section><num>1 §</num><heading>Ala</heading><p>Laki.</p></section>
<section><num>1 a §</num><heading>Muu</heading><p>Laki.</p></section>
</chapter></body></act></akomaNtoso>"""

USLM = """<bill xmlns="http://schemas.gpo.gov/xml/uslm" xml:lang="en">
<meta><num>9</num></meta><main>
<section changed="deleted"><num>SEC. 9.</num><heading>GONE.</heading><p>Struck.</p></section>
<section><num value="1">SECTION 1. </num><heading>SHORT TITLE.</heading>
<content>This is the “<shortTitle>Nets Act</shortTitle>”.</content></section>
<section><num value="2">SEC. 2. </num><heading>OPENNESS.</heading>
<subsection><num>(a) </num>
<heading>In General.—</heading><content>Open.</content></subsection></section>
</main></bill>"""

CLML = """<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation"
xmlns:dc="http://purl.org/dc/elements/1.1/"><Metadata><dc:language>en</dc:language></Metadata>
<Primary><PrimaryPreamble><Para><Text>Be it enacted.</Text></Para></PrimaryPreamble><Body>
<Pblock><Title>Introduction</Title>
<P1group><Title>Scope</Title><P1><Pnumber>1</Pnumber><P1para>
<P2><Pnumber>1</Pnumber><P2para><Text>This Act:</Text>
<P3><Pnumber>a</Pnumber><P3para><Text>covers <Term>nets</Term>.</Text></P3para></P3></P2para></P2>
</P1para></P1></P1group>
<P1group><Title>Two at once</Title><P1><Pnumber>2</Pnumber><Text>Two.</Text></P1>
<P1><Pnumber>2A</Pnumber><Text>More.</Text></P1></P1group></Pblock></Body>
<Schedules><Schedule><Number>SCHEDULE 1</Number><TitleBlock><Title>Forms</Title></TitleBlock>
<P1><Pnumber>1</Pnumber><Text>A form.</Text></P1></Schedule></Schedules></Primary></Legislation>"""

FORMEX = """<ACT><BIB.INSTANCE><LG.DOC>EN</LG.DOC></BIB.INSTANCE>
<TITLE><TI><P>A Regulation</P></TI></TITLE>
<PREAMBLE><GR.CONSID><CONSID><NP><NO.P>(1)</NO.P><TXT>Networks matter.</TXT></NP></CONSID>
</GR.CONSID></PREAMBLE><ENACTING.TERMS><DIVISION><TITLE><TI><P><HT>Chapter 1</HT></P></TI></TITLE>
<ARTICLE><TI.ART>Article 1</TI.ART><STI.ART>Scope</STI.ART><PARAG><NO.PARAG>1.</NO.PARAG>
<ALINEA>Open <QUOT.START/>nets<QUOT.END/>.<NOTE><P>A note.</P></NOTE></ALINEA></PARAG></ARTICLE>
<ARTICLE><TI.ART>Article 2</TI.ART><ALINEA>Free.</ALINEA></ARTICLE>
</DIVISION></ENACTING.TERMS></ACT>"""

CANADA = """<Bill xml:lang="{language}"><Identification><Number>1</Number></Identification>
<Body>
<Heading level="1"><TitleText>General</TitleText></Heading>
<Section><MarginalNote>Scope</MarginalNote><Label>1</Label><Subsection><Label>(1)</Label>
<Text>This Act covers <XRefExternal>nets</XRefExternal>.</Text></Subsection></Section>
<Section><MarginalNote>More</MarginalNote><Label>1.1</Label><Text>Amend:</Text>
<AmendedText><Section><Label>9</Label><Text>Quoted.</Text></Section></AmendedText></Section></Body>
<Schedule><ScheduleFormHeading><TitleText>FORMS</TitleText></ScheduleFormHeading>
<Section><Label>1</Label><Text>A form.</Text></Section></Schedule></Bill>"""

CHILE = """<Norma xmlns="http://www.leychile.cl/esquemas"><Encabezado><Texto>LEY</Texto></Encabezado>
<EstructurasFuncionales>
<EstructuraFuncional tipoParte="Artículo"><Texto>     "Artículo 1º.- Las redes
son abiertas.

     Nadie las cierra.</Texto></EstructuraFuncional>
<EstructuraFuncional tipoParte="Título"><Texto>TRANSITORIOS</Texto><EstructurasFuncionales>
<EstructuraFuncional tipoParte="Artículo">
<Texto>Artículo segundo.- Rige.</Texto></EstructuraFuncional>
</EstructurasFuncionales></EstructuraFuncional></EstructurasFuncionales></Norma>"""

LAWS = {
    "Akoma Ntoso": (
        AKN,
        "en",
        [
            ("recital", "1", "(1)", "", "(1) Networks matter."),
            (
                *("provision", "1", "Article 1", "Scope"),
                "Article 1 Scope\n1. This Act covers networks.\n2. It does not cover:\n(a) roads;",
            ),
            (
                *("provision", "1 bis", "Article 1 bis", "Definitions"),
                "Article 1 bis Definitions\nIn this Act:\nnet",
            ),
            ("provision", "2", "Article 2", "", "Article 2\nAmend:\nArticle 9 Quoted."),
            ("annex", "", "", "Annex", "Annex\nA list."),
        ],
    ),
    "Finnish": (
        FINNISH,
        None,
        [
            ("provision", "1", "1 §", "Ala", "1 § Ala\nLaki."),
            ("provision", "1 a", "1 a §", "Muu", "1 a § Muu\nLaki."),
        ],
    ),
    "USLM": (
        USLM,
        "en",
        [
            (
                *("provision", "1", "SECTION 1", "SHORT TITLE."),
                "SECTION 1. SHORT TITLE.\nThis is the “Nets Act”.",
            ),
            (
                *("provision", "2", "SEC. 2", "OPENNESS."),
                "SEC. 2. OPENNESS.\n(a) In General.— Open.",
            ),
        ],
    ),
    "UK CLML": (
        CLML,
        "en",
        [
            ("preamble", "", "", "", "Be it enacted."),
            (
                *("provision", "1", "Section 1", "Scope"),
                "Scope\n1 (1) This Act:\n(a) covers nets.",
            ),
            ("provision", "2", "Section 2", "Two at once", "2 Two."),
            ("provision", "2A", "Section 2A", "Two at once", "2A More."),
            ("annex", "1", "SCHEDULE 1", "Forms", "SCHEDULE 1 Forms\n1 A form."),
        ],
    ),
    "Formex": (
        FORMEX,
        "en",
        [
            ("recital", "1", "(1)", "", "(1) Networks matter."),
            ("provision", "1", "Article 1", "Scope", "Article 1 Scope\n1. Open nets."),
            ("provision", "2", "Article 2", "", "Article 2\nFree."),
        ],
    ),
    "Justice Canada": (
        CANADA.format(language="en"),
        "en",
        [
            ("provision", "1", "Section 1", "Scope", "Scope\n1 (1) This Act covers nets."),
            ("provision", "1.1", "Section 1.1", "More", "More\n1.1 Amend:\n9 Quoted."),
            ("annex", "", "", "FORMS", "FORMS\n1 A form."),
        ],
    ),
    "BCN LeyChile": (
        CHILE,
        None,
        [
            ("preamble", "", "", "", "LEY"),
            (
                *("provision", "1", "Artículo 1º", ""),
                '"Artículo 1º.- Las redes son abiertas.\nNadie las cierra.',
            ),
            ("provision", "segundo", "Artículo segundo", "", "Artículo segundo.- Rige."),
        ],
    ),
}


@pytest.mark.parametrize("name", LAWS)
def test_a_law_gives_its_provisions_as_its_file_marks_them(name) -> None:
    law, language, told = LAWS[name]
    extract = read(law.encode())
    assert extract.schema == {"Finnish": "Akoma Ntoso"}.get(name, name)
    assert extract.language == language
    assert [(*piece[:4], extract.text[piece.start : piece.end]) for piece in extract.pieces] == told


def test_a_french_text_of_canada_has_articles() -> None:
    pieces = read(CANADA.format(language="fr").encode()).pieces
    assert [piece.label for piece in pieces][:2] == ["Article 1", "Article 1.1"]


def test_headings_of_chapters_have_their_depth_and_notes_are_left_out() -> None:
    extract = read(AKN.encode())
    assert [(line.text, line.level) for line in extract.lines if line.level] == [
        ("Chapter 1 General", 1)
    ]
    assert [line.text for line in extract.lines if line.cell] == ["net"]
    assert "note" not in extract.text


def test_xml_of_no_known_schema_gives_its_text_and_no_provisions() -> None:
    extract = read(b"<law><title>Act</title><para>One <b>bold</b> word.</para></law>")
    assert (extract.schema, extract.pieces) == ("", ())
    assert [line.text for line in extract.lines] == ["Act", "One bold word."]


def test_a_number_no_one_could_cite_is_cut() -> None:
    law = f"<akomaNtoso><article><num>{'§.' * 5000}</num><p>x</p></article></akomaNtoso>"
    assert len(read(law.encode()).pieces[0].number) <= 100
