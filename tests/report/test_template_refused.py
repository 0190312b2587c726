"""Word templates that are not used: wrong fields, and files that could run, fetch or swell."""

from __future__ import annotations

import pytest

from assess import airlock
from assess.errors import FileProblems
from assess.report import template as templates
from tests.report.briefs import ENGLISH
from tests.report.templates import (
    MAIN,
    TYPES,
    added,
    changed,
    field,
    packed,
    parts,
    related,
    template,
)

EMPTY = template("{{ everything }}")


def refused(data):
    with pytest.raises(FileProblems) as told:
        templates.check(data, ENGLISH)
    return [str(problem) for problem in told.value.problems]


WRONG_FIELDS = [
    (
        ("{{ titel }}",),
        "in the text, paragraph “{{ titel }}”: unknown field {{ titel }}; did you mean title?",
    ),
    (("{{ recomendations }}",), "did you mean recommendations?"),
    (("{{ title.__class__ }}", "{{ facts }}"), "unknown field {{ title.__class__ }}"),
    (("{{ 7*7 }}", "{{ facts }}"), "unknown field {{ 7*7 }}"),
    (("{% for x in y %}", "{{ facts }}"), "commands between {% and %} are not understood"),
    (("{{ title", "{{ facts }}"), "paragraph “{{ title”: braces are left over"),
    (("As {{ abstract }} says",), "the field abstract stands for whole paragraphs"),
    (("{{ abstract }}{{ gaps }}",), "the field gaps stands for whole paragraphs"),
    (("{{ abstract }}", "{{ abstract }}"), "the field abstract stands there twice"),
    (("No field.",), "the file has no field; write {{ everything }}"),
]


@pytest.mark.parametrize(("paragraphs", "told"), WRONG_FIELDS, ids=lambda each: str(each)[:40])
def test_a_wrong_field_is_told_with_its_place_and_the_way_out(paragraphs, told) -> None:
    assert any(told in line for line in refused(template(*paragraphs)))


def test_a_part_cannot_stand_in_a_header_or_a_table() -> None:
    (told,) = refused(template("{{ title }}", header="{{ abstract }}"))
    assert told.startswith("in a header, paragraph “{{ abstract }}”: the field abstract stands for")
    (told,) = refused(template("{{ title }}", table="{{ gaps }}"))
    assert "outside tables" in told


def test_a_field_cannot_stand_in_a_note() -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    line = "<w:p><w:r><w:t>{{ date }}</w:t></w:r></w:p>"
    note = f'<w:footnotes xmlns:w="{space}">{line}</w:footnotes>'
    (told,) = refused(added(EMPTY, **{"word/footnotes.xml": note.encode()}))
    assert told.startswith("in a footnote, paragraph “{{ date }}”: fields cannot stand in notes")


def test_all_wrong_fields_are_told_at_once() -> None:
    assert len(refused(template("{{ a }}", "{{ titel }}", "{{ gapps }} {{ datum }}"))) == 4


def attached(data):
    more = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    plain = added(data, **{"word/_rels/settings.xml.rels": more.encode()})
    tie = (
        b'<Relationship Id="r1" Type="x/attachedTemplate" Target="//host/t.dotm"'
        b' TargetMode="External"/>'
    )
    rels = more.encode().replace(b"/>", b">" + tie + b"</Relationships>")
    return changed(plain, "word/_rels/settings.xml.rels", more.encode(), rels)


def declared(data):
    head = b'<!DOCTYPE x [<!ENTITY a "b">]><w:document '
    return changed(data, MAIN, b"<w:document ", head)


def swollen(data):
    return added(
        data, **{f"word/media/{n}.xml": b"<a>" + b" " * 9_000_000 + b"</a>" for n in range(7)}
    )


HOSTILE = {
    "macros": (
        lambda: changed(
            EMPTY, TYPES, b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"
        ),
        "the file has macros",
    ),
    "vba": (lambda: added(EMPTY, **{"word/vbaProject.bin": b"\0"}), "the file has macros"),
    "linked picture": (
        lambda: related(EMPTY, "image", "http://example.org/x.png"),
        "fetches a part of itself from elsewhere (http://example.org/x.png)",
    ),
    "attached": (lambda: attached(EMPTY), "tied to another template (//host/t.dotm)"),
    "file link": (
        lambda: related(EMPTY, "hyperlink", "file:///C:/x"),
        "leads to no web page (file:///C:/x)",
    ),
    "embedded": (lambda: added(EMPTY, **{"word/embeddings/a.xlsx": b"PK"}), "another file inside"),
    "include": (
        lambda: changed(EMPTY, MAIN, b"<w:body>", b"<w:body>" + field('INCLUDETEXT "C:/secret"')),
        "a field INCLUDETEXT of Word, which fetches or runs something",
    ),
    "dde": (
        lambda: changed(
            EMPTY, MAIN, b"<w:body>", b'<w:body><w:p><w:fldSimple w:instr=" dde x"/></w:p>'
        ),
        "a field DDE of Word",
    ),
    "doctype": (lambda: declared(EMPTY), "the file is no Word file (DOCX), or is damaged"),
    "broken zip": (
        lambda: EMPTY[: len(EMPTY) // 2],
        "the file is no Word file (DOCX), or is damaged",
    ),
    "flipped": (lambda: EMPTY[:3000] + b"\xff\xff\xff" + EMPTY[3003:], "is damaged"),
    "bomb": (lambda: swollen(EMPTY), "unpacks to far more than any template"),
    "large": (lambda: b"PK" + bytes(10 * 1024**2), "the template is larger than 10 MB"),
    "old": (lambda: b"\xd0\xcf\x11\xe0" + bytes(100), "an old Word file (DOC) or locked"),
    "no zip": (lambda: b"hello", "the file is no Word file (DOCX)"),
    "empty": (lambda: b"", "the file is no Word file (DOCX)"),
    "not word": (lambda: packed({"a.txt": b"x"}), "the file is no Word file (DOCX)"),
    "half": (lambda: packed({MAIN: parts(EMPTY)[MAIN], TYPES: parts(EMPTY)[TYPES]}), "is damaged"),
    "cut xml": (lambda: changed(EMPTY, MAIN, b"</w:body>", b""), "is damaged"),
    "spreadsheet": (
        lambda: changed(
            EMPTY, TYPES, b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"
        ),
        "the file is no Word text",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_that_is_no_template_is_refused_in_a_plain_sentence(name) -> None:
    make, told = HOSTILE[name]
    assert any(told in line for line in refused(make()))


def test_a_template_is_looked_at_behind_the_airlock() -> None:
    airlock.check_template(EMPTY, "ours.docx", ENGLISH)
    with pytest.raises(FileProblems) as told:
        airlock.check_template(template("{{ titel }}"), "ours.docx", ENGLISH)
    assert str(told.value).startswith("ours.docx: in the text, paragraph “{{ titel }}”: unknown")
