"""Every kind of file gives back what it was made from, for every case; what it lost is said."""

from __future__ import annotations

import dataclasses
import json
import shutil
import subprocess
import zipfile
from io import BytesIO

import pypdfium2
import pytest

from assess import bundle, report
from assess.errors import FileProblems
from assess.report import carrier
from assess.report.opening import open_report
from tests.report.briefs import CAMBODIA, CASES, ENGLISH, LIBRARY, brief, case_brief, nasty

QUICK = ("html", "md", "json")
SLOW = ("docx", "pdf")
SAMPLE = CASES[::8]


def exported_again(made, data):
    """What a file gives back, written again: the report made of the data inside."""
    opened = open_report(data, LIBRARY, ENGLISH)
    inside = bundle.dumps(opened.assessment).encode()
    assert inside == made.assessment
    assert opened.seal == made.seal
    return dataclasses.replace(made, assessment=inside, seal=opened.seal)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_export_import_export_is_equal_for_every_case(case):
    made = case_brief(case.id)
    for kind in QUICK:
        data = report.write(made, kind)
        assert report.write(exported_again(made, data), kind) == data


@pytest.mark.parametrize("kind", SLOW)
@pytest.mark.parametrize("case", SAMPLE, ids=lambda case: case.id)
def test_and_for_a_sample_in_the_formats_that_take_longer(case, kind):
    made = case_brief(case.id)
    data = report.write(made, kind)
    assert report.write(exported_again(made, data), kind) == data


@pytest.mark.parametrize("kind", report.KINDS)
def test_and_whatever_was_typed(kind):
    made = brief(nasty())
    exported_again(made, report.write(made, kind))


def test_the_seal_names_program_framework_and_findings():
    seal = case_brief(CAMBODIA).seal
    assert (seal.program, seal.framework, seal.version) == (
        "0.1.0",
        "internet-way-of-networking",
        "1.0.0",
    )
    assert seal.case == CAMBODIA
    assert len(seal.findings_sha256) == 64
    assert seal.figures["verdict/harm"][0] == 3


def test_reports_from_before_there_was_a_seal_still_open():
    made = case_brief(CAMBODIA)
    for old in (
        carrier.html_script(made.assessment).encode(),
        carrier.markdown_comment(made.assessment).encode(),
    ):
        opened = open_report(old, LIBRARY, ENGLISH)
        assert (bundle.dumps(opened.assessment).encode(), opened.seal) == (made.assessment, None)


def refusal(data):
    with pytest.raises(FileProblems) as refused:
        open_report(data, LIBRARY, ENGLISH, "brief.x")
    (problem,) = refused.value.problems
    return str(problem)


@pytest.fixture(scope="module")
def files():
    made = case_brief(CAMBODIA)
    return {kind: report.write(made, kind) for kind in report.KINDS}


@pytest.mark.parametrize(
    ("kind", "part", "words"),
    [
        ("pdf", 0.1, "brief.x: the file is damaged or cut off; fetch it again"),
        ("pdf", 0.6, "brief.x: the file is damaged or cut off; fetch it again"),
        ("docx", 0.6, "brief.x: the file is damaged or cut off; fetch it again"),
        ("html", 0.6, "brief.x: no assessment is inside this file: it was not made by this"),
        ("md", 0.6, "brief.x: no assessment is inside this file"),
        ("json", 0.6, "brief.x: the file is damaged or cut off; fetch it again"),
    ],
)
def test_a_file_that_was_cut_off_is_said_to_be(files, kind, part, words):
    whole = files[kind]
    assert refusal(whole[: int(len(whole) * part)]).startswith(words)


def test_a_pdf_printed_anew_has_lost_what_was_inside(files):
    with pypdfium2.PdfDocument(files["pdf"]) as old, pypdfium2.PdfDocument.new() as new:
        new.import_pages(old)
        printed = BytesIO()
        new.save(printed)
    assert "no assessment is inside this file" in refusal(printed.getvalue())


def test_a_pdf_with_attachments_of_others_is_searched_for_ours(files):
    with pypdfium2.PdfDocument(files["pdf"]) as document:
        document.new_attachment("a-letter.txt").set_data(b"Dear minister")
        saved = BytesIO()
        document.save(saved)
    assert open_report(saved.getvalue(), LIBRARY, ENGLISH).seal == case_brief(CAMBODIA).seal


def test_a_docx_saved_without_the_part_has_lost_what_was_inside(files):
    packed = BytesIO()
    with zipfile.ZipFile(BytesIO(files["docx"])) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            if not name.startswith("customXml/"):
                new.writestr(name, old.read(name))
    assert "saved by a program that leaves out what it does not show" in refusal(packed.getvalue())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"format": "assess-report/2"}, "made by a newer version of this toolkit"),
        ({"assessment": None}, "damaged or cut off"),
        ({"assessment": {"format": "assess/9"}}, "newer"),
    ],
)
def test_a_file_of_a_newer_version_is_not_half_opened(files, change, words):
    document = {**json.loads(files["json"]), **change}
    assert words in refusal(json.dumps(document).encode())


def test_a_seal_with_more_in_it_than_we_know_leaves_the_answers_open(files):
    document = json.loads(files["json"])
    document["made"]["signature"] = "later"
    opened = open_report(json.dumps(document).encode(), LIBRARY, ENGLISH)
    assert opened.seal is None
    assert bundle.dumps(opened.assessment).encode() == case_brief(CAMBODIA).assessment


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here to save a DOCX")
def test_libreoffice_keeps_what_is_inside_a_docx(files, tmp_path):
    (tmp_path / "brief.docx").write_bytes(files["docx"])
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            *["--headless", "--convert-to", "docx", "--outdir", "saved", "brief.docx"],
        ],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    saved = (tmp_path / "saved" / "brief.docx").read_bytes()
    assert saved != files["docx"]
    opened = open_report(saved, LIBRARY, ENGLISH)
    assert opened.seal == case_brief(CAMBODIA).seal
