"""What a newcomer relies on: the first screen, the licence, the lists that must agree."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
DEPENDENCIES = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = SETTINGS["project"]

HOUSE_WORDS = """
    framework, goal, enabler, critical property, link, proposal, draft, provision, intervention,
    question, judgement, assessment, effect, pathway, gap, findings, comparison, report, case,
    source, reading
"""
METHOD_WORDS = """
    minor, material, major, virtually certain, very likely, likely, about as likely as not,
    unlikely, very unlikely, exceptionally unlikely, confidence, evidence, verdict, flag, prompt,
    cause share, way, bounds, chain, triage, depth, resume token, reading of the answers, tipping,
    smallest change, value of information, variant, choices, option, dominance, regret, round,
    seat, own conclusion, pooled reading, dissent, alpha
"""


def requirements(name: str) -> tuple[list[str], list[str]]:
    """What we ask for, and what that brings: the two parts of a requirements file."""
    parts = (ROOT / name).read_text(encoding="utf-8").split("\n\n")
    asked, brought = (
        [line for line in part.splitlines() if line and not line.startswith(("#", "-r "))]
        for part in parts
    )
    return asked, brought


def named(requirement: str) -> str:
    return requirement.split("==")[0]


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return [path for path in paths if path.is_file()]


def text_of(path: Path) -> str:
    content = path.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8", errors="replace")


def section(title: str) -> str:
    return DEPENDENCIES.split(f"## {title}")[1].split("\n## ")[0]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_is_held_at_one_version(name: str) -> None:
    asked, brought = requirements(name)
    assert asked
    assert brought
    loose = [line for line in asked + brought if not re.fullmatch(r"[\w.\[\]-]+==[\w.]+", line)]
    assert loose == []


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("requirements.txt", "To run (`requirements.txt`)"),
        ("requirements-dev.txt", "To test, check and measure (`requirements-dev.txt`)"),
    ],
)
def test_every_package_we_ask_for_has_one_line_that_says_why(name: str, title: str) -> None:
    explained = re.findall(r"^\| (\S+) \|", section(title), flags=re.MULTILINE)
    explained.remove("package")
    explained.remove("---")
    asked = [named(line) for line in requirements(name)[0]]
    assert sorted(explained, key=str.casefold) == sorted(asked, key=str.casefold)


def test_no_package_is_pinned_twice() -> None:
    files = ("requirements.txt", "requirements-dev.txt")
    names = [named(line).split("[")[0] for f in files for part in requirements(f) for line in part]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("command", ["make run", "make test", "streamlit run streamlit_app.py"])
def test_the_first_screen_of_the_readme_says_how_to_start(command: str) -> None:
    assert command in "\n".join(README.splitlines()[:40])


def test_a_merge_runs_every_test_and_counting_ends_red_below_its_limit() -> None:
    steps = re.findall(r"^make (\w+)", (ROOT / ".ci/run").read_text(encoding="utf-8"), re.M)
    assert steps == ["check", "test"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"^cover: COVER = --cov\b.*\ncover: test\b", makefile, re.M)
    assert SETTINGS["tool"]["coverage"]["report"]["fail_under"] == 95


def test_every_link_between_documents_leads_somewhere() -> None:
    documents = [ROOT / n for n in ("README.md", "CONTRIBUTING.md", "GLOSSARY.md", "CHANGELOG.md")]
    documents += (ROOT / "docs").rglob("*.md")
    dead = [
        f"{document.relative_to(ROOT)}: {target}"
        for document in documents
        for target in re.findall(r"\]\(([^)#\s]+)\)", document.read_text(encoding="utf-8"))
        if "://" not in target and not (document.parent / target).exists()
    ]
    assert dead == []


def test_the_readme_lists_the_commands_there_are() -> None:
    section = README.split("## On the command line")[1].split("\n## ")[0]
    promised = re.findall(r"^\| `(\w+)[^`]*` \|", section, re.M)
    run = subprocess.run(
        [sys.executable, "-m", "assess", "--help"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert run.returncode == 0, run.stderr
    offered = re.findall(r"^    (\w+) {2,}\S", run.stdout, re.M)
    assert offered, run.stdout
    assert sorted(promised) == sorted(offered)


def test_the_licence_is_apache_2() -> None:
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in licence
    assert "Version 2.0, January 2004" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
    assert PROJECT["license"] == "Apache-2.0"


def test_the_version_is_the_same_everywhere() -> None:
    import assess

    assert assess.__version__ == PROJECT["version"]
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\d+\.\d+\.\d+)", changes, re.M)[0] == PROJECT["version"]


def test_the_glossary_fixes_every_word() -> None:
    glossary = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8").casefold()
    entries = {word for cell in re.findall(r"\*\*(.+?)\*\*", glossary) for word in cell.split(", ")}
    wanted = {" ".join(w.split()) for w in (HOUSE_WORDS + "," + METHOD_WORDS).split(",")}
    assert wanted - entries == set()


def test_the_glossary_gives_each_likelihood_the_numbers_the_method_uses() -> None:
    from assess.method import LIKELIHOOD_WORDS

    def chance(low: float, high: float) -> str:
        if high == 1:
            return f"above {low:.0%}"
        return f"below {high:.0%}" if low == 0 else f"{low * 100:.0f}–{high:.0%}"

    glossary = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
    rows = [f"| **{w.word}** | {chance(w.low, w.high)} |" for w in LIKELIHOOD_WORDS]
    assert [row.replace("% |", " % |") for row in rows] == re.findall(r"^\|.*% \|$", glossary, re.M)


def test_decisions_are_numbered_once_each() -> None:
    pages = sorted((ROOT / "docs/decisions").glob("[0-9]*.md"))
    assert pages
    numbers = [page.name[:4] for page in pages]
    assert len(set(numbers)) == len(numbers)
    for page in pages:
        assert page.read_text(encoding="utf-8").startswith(f"# {page.name[:4]} ")


# Spelt in pieces, so that this file does not hold what it looks for.
TRACES = [
    "/" + "work/",
    "/" + "home/",
    "/" + "root/",
    "/" + "opt/",
    "/" + "Users/",
    "index" + "-url",
    "files.python" + "hosted.org",
    "pypi" + ".org/simple",
]


def traces_in(text: str) -> list[str]:
    # A path begins where no word or address goes on: example.org/home/ is an address.
    return [trace for trace in TRACES if re.search(r"(?<![\w.~-])" + re.escape(trace), text)]


def test_no_file_holds_a_path_of_one_machine_or_the_address_of_a_registry() -> None:
    files = tracked()
    assert len(files) > 20, "git lists almost nothing"
    found = {str(path.relative_to(ROOT)): traces_in(text_of(path)) for path in files}
    assert {name: traces for name, traces in found.items() if traces} == {}


@pytest.mark.parametrize("trace", TRACES)
def test_a_trace_of_one_machine_is_noticed(trace: str) -> None:
    assert traces_in(f"read it from '{trace}somewhere'") == [trace]
    assert traces_in("https://example.org/home/page and notes/work/plan") == []


def test_nothing_that_is_made_is_kept() -> None:
    made = {".venv", "__pycache__", "htmlcov", ".pytest_cache", ".mypy_cache"}
    parts = {path: path.relative_to(ROOT).parts for path in tracked()}
    assert [path for path, p in parts.items() if made & set(p) or p[0] == "data"] == []
