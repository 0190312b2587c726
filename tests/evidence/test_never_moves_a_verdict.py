"""Evidence stands beside a verdict and never moves one: nothing that computes can see it."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

from assess.assessment import Assessment
from assess.evidence import Catalogue, Pack, Reading
from assess.findings import analyse
from assess.framework import Framework
from assess.method import Method
from assess.variant import Variant
from tests.test_architecture import ROOT, dotted, inward, made, room, sources

NAMES = {each.__name__: each for each in (Assessment, Framework, Method, Variant)}
ENGINE = {"findings", "propagation", "robustness", "agreement", "compare"}
"""What computes findings, how sure they are, and what is made of several of them."""


def seen_by_the_engine(root: Path) -> Iterator[str]:
    """Modules of evidence that the engine reaches by imports, over however many steps."""
    graph = {
        dotted(root, path): {each.name for each in inward(root, path)} for path in sources(root)
    }
    start = [module for module in graph if room(module) in ENGINE]
    reached, waiting = set(start), list(start)
    while waiting:
        for target in graph.get(waiting.pop(), set()) - reached:
            reached.add(target)
            waiting.append(target)
    yield from sorted(module for module in reached if room(module) == "evidence")


def test_nothing_that_computes_reaches_evidence() -> None:
    assert list(seen_by_the_engine(ROOT)) == []


@pytest.mark.parametrize(
    "files",
    [
        {"assess/findings/analysis.py": "def f():\n    from assess.evidence import readings"},
        {
            "assess/robustness/draw.py": "import assess.framework",
            "assess/framework.py": "from assess.evidence.pack import Pack",
        },
    ],
)
def test_an_engine_that_looks_at_evidence_is_noticed(tmp_path: Path, files) -> None:
    there = {"assess/evidence/__init__.py": "", "assess/evidence/pack.py": "", **files}
    assert list(seen_by_the_engine(made(tmp_path, there)))


def parts(annotation: object) -> Iterator[object]:
    """A type and all types it is made of, through models, unions, tuples and mappings."""
    seen: set[object] = set()
    waiting = [annotation]
    while waiting:
        each = waiting.pop()
        if each in seen:
            continue
        seen.add(each)
        yield each
        waiting += typing.get_args(each)
        fields = getattr(each, "model_fields", None) or {}
        waiting += [field.annotation for field in fields.values()]


def test_analyse_has_no_way_to_be_given_a_reading() -> None:
    taken = typing.get_type_hints(analyse, localns=NAMES)
    taken.pop("return")
    assert set(taken) == set(inspect.signature(analyse).parameters)
    assert Assessment in taken.values()
    given = {part for annotation in taken.values() for part in parts(annotation)}
    assert not given & {Reading, Pack, Catalogue}
    assert Reading in set(parts(tuple[Reading, ...])), "the search finds what is there"
