"""A report is computed again: equal, or the first figure or place that differs is named."""

from __future__ import annotations

import dataclasses
import io
import json

import docx
import pytest

from assess import __version__, airlock, bundle, press, report
from assess.airlock import child
from assess.cli import main
from assess.errors import FileProblems, Place, Problem
from assess.text import words
from assess.verify.printed import Unreadable, pieces
from assess.verify.recomputing import verify
from tests.report.briefs import CAMBODIA, DAY, ENGLISH, LIBRARY

MANY_DRAFTS = "2021-european-union-nis2-root-servers"


@pytest.fixture(scope="module")
def made():
    case = LIBRARY.case(CAMBODIA)
    return press.paper(LIBRARY, case.assessment(), ("d1", "a1"), ENGLISH, DAY, case=case)


@pytest.fixture(scope="module")
def files(made):
    return {kind: report.write(made, kind) for kind in report.KINDS}


def verified(data):
    return verify(data, LIBRARY, ENGLISH)


@pytest.mark.parametrize("kind", report.KINDS)
def test_what_nobody_touched_is_equal(files, kind):
    found = verified(files[kind])
    assert found.is_equal
    assert found.told[0].startswith("Every figure computed again from the answers inside is equal")
    assert found.text == ("not compared" if kind == "json" else "equal")


@pytest.mark.parametrize("audience", report.AUDIENCES)
def test_each_paper_on_each_draft_is_equal_with_what_its_words_hint_at(audience):
    assessment = LIBRARY.case(MANY_DRAFTS).assessment()
    place = (assessment.drafts[-1].id, "a1")
    margin = press.margin(LIBRARY, assessment, place)
    made = press.paper(LIBRARY, assessment, place, ENGLISH, DAY, audience=audience, margin=margin)
    assert verified(report.write(made, "md")).text == "equal"


@pytest.mark.parametrize("kind", ["html", "pdf"])
def test_a_paper_in_two_languages_is_equal(kind):
    case = LIBRARY.case(CAMBODIA)
    given, french = case.assessment(), words("fr")
    made = press.paper(
        LIBRARY, given, ("d1", "a1"), ENGLISH, DAY, case=case, audience="submission", second=french
    )
    assert made.seal.second == "fr"
    assert verified(report.write(made, kind)).text == "equal"


def edited(made, old, new):
    """The same report, its text changed and not its data, as somebody with a PDF editor would."""

    def change(value):
        if isinstance(value, str):
            return value.replace(old, new)
        if isinstance(value, tuple):
            return tuple(map(change, value))
        if dataclasses.is_dataclass(value):
            fields = {f.name: change(getattr(value, f.name)) for f in dataclasses.fields(value)}
            return dataclasses.replace(value, **fields)
        return value

    return dataclasses.replace(made, sections=change(made.sections))


@pytest.mark.parametrize("kind", ["html", "docx", "pdf", "md"])
def test_a_changed_number_in_the_text_is_found_and_its_place_named(made, kind):
    found = verified(report.write(edited(made, "range 72–79%", "range 12–19%"), kind))
    assert not found.is_equal
    assert (found.figures, found.text) == ("equal", "differ")
    assert found.difference.place.endswith("Routing System (CP3)")
    assert "12–19%" in found.difference.file
    assert "72–79%" in found.difference.computed
    assert found.told[0].startswith("The text differs from the data inside. The first place is")


def test_a_level_changed_in_word_is_found(files):
    document = docx.Document(io.BytesIO(files["docx"]))
    cell = next(
        run
        for table in document.tables
        for row in table._tbl.tr_lst
        for run in row.iter("{*}t")
        if run.text and run.text.startswith("Major harm")
    )
    cell.text = cell.text.replace("Major", "Minor")
    saved = io.BytesIO()
    document.save(saved)
    found = verified(saved.getvalue())
    assert found.text == "differ"
    assert "Minor harm" in found.difference.file
    assert "Major harm" in found.difference.computed


def test_a_document_saved_again_without_a_change_is_equal(files):
    saved = io.BytesIO()
    docx.Document(io.BytesIO(files["docx"])).save(saved)
    assert saved.getvalue() != files["docx"]
    assert verified(saved.getvalue()).text == "equal"


@pytest.mark.parametrize("kind", ["html", "md"])
def test_other_line_breaks_and_spaces_are_no_difference(files, kind):
    text = files[kind].decode().replace("\n", "\r\n").replace("likely (", "likely  (")
    assert verified(text.encode()).text == "equal"


def test_a_sentence_added_at_the_end_is_found(files):
    added = files["html"].replace(b"</main>", b"<p>Endorsed by all.</p></main>")
    found = verified(added)
    assert (found.difference.file[-16:], found.difference.computed) == ("Endorsed by all.", "")


def changed(data, change):
    document = json.loads(data)
    change(document)
    return json.dumps(document).encode()


def test_an_answer_changed_inside_is_found_by_the_first_figure_that_differs(files):
    def weaken(document):
        for judgement in document["assessment"]["judgements"]:
            if judgement["harm"] == "major":
                judgement["harm"] = "minor"

    found = verified(changed(files["json"], weaken))
    assert found.told == (
        "The figures differ. The first is the conclusion on harm: the file has Breaks a critical"
        " property, computed again it is Weakens materially what the Internet needs.",
    )


@pytest.mark.parametrize(
    ("figure", "at", "value", "words"),
    [
        ("verdict/benefit", 1, 0.5, "how often the conclusion on benefit holds: the file has 50%"),
        ("privacy/harm", 0, 1, "harm to “Privacy”: the file has minor harm, computed again it is"),
        ("privacy/harm", 0, 77, "harm to “Privacy”: the file has 77, computed again"),
        ("privacy/harm", 2, 0.1, "the chance of material harm or worse on “Privacy”: the file has"),
    ],
)
def test_a_figure_changed_in_the_seal_is_named(files, figure, at, value, words):
    def spoil(document):
        document["made"]["figures"][figure][at] = value

    (told,) = verified(changed(files["json"], spoil)).told
    assert words in told


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("findings_sha256", "0" * 64, "what the figures are made of (SHA-256): the file has 000"),
        ("version", "0.9.0", "The first is the framework: the file has internet-way-of-networking"),
        ("figures", {}, "the conclusion on harm: the file has nothing, computed again it is Break"),
    ],
)
def test_a_seal_that_does_not_fit_its_answers_differs(files, field, value, words):
    found = verified(
        changed(files["json"], lambda document: document["made"].update({field: value}))
    )
    assert not found.is_equal
    assert words in found.told[0]


def test_another_version_of_the_program_is_compared_by_its_figures_only(made):
    older = dataclasses.replace(made, seal=made.seal.model_copy(update={"program": "0.0.9"}))
    found = verified(report.write(edited(older, "likely", "certain"), "html"))
    assert found.is_equal
    assert found.text == "not compared"
    assert found.told[1] == (
        "Its text was not compared: version 0.0.9 of the toolkit wrote it, and this is version"
        f" {__version__}, which may word things otherwise."
    )


def test_a_text_in_somebody_s_own_template_is_not_compared(made):
    own = dataclasses.replace(made, seal=made.seal.model_copy(update={"template": True}))
    found = verified(report.write(edited(own, "likely", "certain"), "docx"))
    assert (found.is_equal, found.text) == (True, "not compared")
    assert "a template that is not the toolkit's" in found.told[1]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("draft", "d9", "there is no draft 'd9'"),
        ("audience", "poster", "poster: this version makes no paper of that name"),
        ("case", "1999-nothing", "there is no case 1999-nothing"),
    ],
)
def test_what_cannot_be_made_again_is_refused(made, field, value, words):
    seal = made.seal.model_copy(update={field: value})
    with pytest.raises(FileProblems, match=words):
        verified(report.write(dataclasses.replace(made, seal=seal), "md"))


def test_an_assessment_file_has_nothing_to_compare(made):
    with pytest.raises(FileProblems, match="does not say with which figures it was made"):
        verified(made.assessment)


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"%PDF-1.7\n%%EOF"])
def test_a_text_that_cannot_be_read_is_said(data):
    with pytest.raises(Unreadable):
        pieces(data)


def test_an_entity_in_a_document_is_not_resolved():
    import zipfile

    bomb = b'<!DOCTYPE a [<!ENTITY e "boom">]><a xmlns:w="%s"><w:p><w:t>&e;x</w:t></w:p></a>'
    name = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", bomb % name)
    assert "boom" not in "".join(pieces(packed.getvalue()))


def answered(answer):
    """What the parent makes of a child's answer, without the child."""
    if "problems" in answer:
        raise FileProblems(tuple(Problem(Place(), each["message"]) for each in answer["problems"]))
    return answer


@pytest.fixture
def run(capsys):
    def run(*arguments):
        code = main([*arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_the_command_ends_with_0_1_or_2(run, files, made, tmp_path, monkeypatch):
    behind = child.JOBS["verify"].read
    monkeypatch.setattr(
        airlock.files,
        "ask",
        lambda _job, data, words, _wait: answered(behind(data, words.language)),
    )
    path = tmp_path / "brief.md"
    path.write_bytes(files["md"])
    code, out, _err = run("verify", str(path))
    assert (code, out.splitlines()[0]) == (0, f"{path}: equal")
    path.write_bytes(report.write(edited(made, "Major harm", "Minor harm"), "md"))
    code, out, _err = run("verify", str(path), "--json")
    document = json.loads(out)
    assert (code, document["format"], document["equal"]) == (1, "assess-verified/1", False)
    assert "Minor harm" in document["difference"]["file"]
    path.write_bytes(bundle.dumps(LIBRARY.case(CAMBODIA).assessment()).encode())
    code, out, err = run("verify", str(path))
    assert (code, out) == (2, "")
    assert err.startswith(f"assess: {path}: the file does not say with which figures")


def test_a_pdf_is_read_and_made_again_behind_the_airlock(files):
    assert airlock.verify_file(files["pdf"], ENGLISH).is_equal
