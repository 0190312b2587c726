"""From *Start* to a brief in hand, for Cambodia's gateway, through a reload and a `kill -9`."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Locator, expect

from assess import bundle, explain, report
from assess.assessment import Assessment
from assess.findings import analyse
from tests.e2e.conftest import Visitor
from tests.e2e.server import Server
from tests.e2e.visit import Visit
from tests.e2e.walk import DOWNLOADS, LIBRARY, WORDS, Walk, cambodia, framework

BY_HAND = 4  # questions answered in the browser before the last: the others are no different


def told_apart(one: Assessment, other: Assessment) -> list[object]:
    """Where two assessments differ, so that a failure can be read."""
    pairs = zip(one.judgements, other.judgements, strict=True)
    return [
        *([one.proposal, other.proposal] if one.proposal != other.proposal else []),
        *([one.drafts, other.drafts] if one.drafts != other.drafts else []),
        *([one.triage, other.triage] if one.triage != other.triage else []),
        *((mine, theirs) for mine, theirs in pairs if mine != theirs),
    ]


def test_from_start_to_a_downloaded_word_file(
    server: Server, visit: Visitor, tmp_path: Path
) -> None:
    wanted = cambodia()
    reader = visit()
    walk = Walk(reader)

    walk.start()
    walk.describe(wanted.proposal)
    walk.draft(wanted.drafts[0])
    reader.follow("Continue: screening questions")
    walk.screen(wanted)
    reader.follow("Continue: what your answers say")
    walk.deepen(wanted)
    reader.follow("Continue: pick what the law uses")
    walk.pick(wanted)
    assert server.kept(reader.token) == wanted.replace(judgements=())

    reader.follow("Continue: questions on a topic")
    reader.follow("Continue: the task list")
    reader.follow("Continue with the next open question")
    in_order = [node.id for node in wanted.to_judge(framework())]
    answers = sorted(wanted.judgements, key=lambda each: in_order.index(each.node))
    first, last = answers[:BY_HAND], answers[-1]
    for place, judgement in enumerate(first, start=1):
        walk.judge(judgement)
        if place == 2:
            reader.page.reload()
            reader.settle()
        if place == 3:
            with reader.without_server():
                server.kill()
                server.start()
                reader.page.reload()
        reader.follow("Continue to the next")
    server.answer(reader.token, answers[BY_HAND:-1])
    reader.go(f"/judge?a={reader.token}&node={last.node}")
    walk.judge(last)
    reader.follow("Continue: check your answers")

    assert told_apart(server.kept(reader.token), wanted) == []
    checks(reader, wanted)
    reader.follow("Continue: the findings")
    reads_the_findings(reader, wanted)
    reader.follow("Continue: the paper")
    takes_it_along(reader, visit(), wanted, tmp_path)


def checks(reader: Visit, wanted: Assessment) -> None:
    reader.heading("Check your answers")
    page = reader.main
    expect(page.get_by_text("Every question is answered.")).to_be_visible()
    for judgement in wanted.judgements:
        expect(page.get_by_text(judgement.rationale, exact=True)).to_be_visible()


def reads_the_findings(reader: Visit, wanted: Assessment) -> None:
    telling = explain.Telling(framework(), wanted, analyse(framework(), wanted), WORDS)
    page = reader.main
    for channel in ("harm", "benefit"):
        verdict = explain.verdict(telling, channel).text
        expect(page.get_by_text(verdict, exact=True)).to_be_visible()

    node = framework().node("decentralized-management-distributed-routing")
    told = [statement.text for statement in explain.node(telling, node.id)]
    opened(reader, page.get_by_role("button", name=node.name).first, told)

    level = telling.findings.node("privacy").harm.level
    explanation = telling.findings.explanation("privacy", "harm", level)
    causes = [cause.text for cause in explain.causes(telling, explanation)]
    row = page.get_by_role("row", name=re.compile(r"^\w+ Privacy "))
    opened(reader, row.get_by_role("button").first, causes)


def opened(reader: Visit, thing: Locator, told: list[str]) -> None:
    """Clicks a thing and finds sentences that were not all there before."""
    seen = [reader.main.get_by_text(sentence, exact=True) for sentence in told]
    assert seen
    assert any(found.count() == 0 for found in seen)
    with reader.run():
        thing.click()
    for found in seen:
        expect(found.first).to_be_visible()


def takes_it_along(reader: Visit, other: Visit, wanted: Assessment, folder: Path) -> None:
    reader.heading("The paper")
    got = {kind: reader.download(name, folder) for kind, name in DOWNLOADS.items()}
    for kind, data in got.items():
        inside = report.extract(data) or data
        assert bundle.loads(inside, LIBRARY) == wanted, kind
    assert got["docx"].startswith(b"PK")

    path = next(folder.glob("*.docx"))
    other.go("/")
    with other.run():
        other.page.locator("input[type=file]").set_input_files(path)
    expect(other.main.get_by_text(f"“{wanted.proposal.title}” can be opened.")).to_be_visible()
    other.main.get_by_role("button", name="Open it as a new assessment").click()
    other.heading("Task list")
    assert other.token != reader.token
    assert Walk(other).saved(folder) == wanted
