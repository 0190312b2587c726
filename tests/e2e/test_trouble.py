"""A locked database, a full disk, a lost line, a wrong address, a broken file: all are said."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import expect

from assess.assessment import Assessment, FrameworkRef
from tests.e2e.conftest import Starter, Visitor
from tests.e2e.server import Server, copy_of_checkout
from tests.e2e.visit import Visit

TITLE = "Title of the proposal"
SUMMARY = "What does it do, in one or two sentences?"
DIFFERS = "Not saved: this page and what is saved differ."
AGAIN = "Try to save again"
FRAMEWORK = FrameworkRef(id="internet-way-of-networking", version="1.0.0")


@pytest.fixture
def token(server: Server) -> str:
    """An assessment with nothing in it."""
    return server.keep(Assessment(framework=FRAMEWORK))


@contextmanager
def locked(server: Server) -> Iterator[None]:
    """Somebody else holds the database for themselves."""
    with closing(sqlite3.connect(server.database_file, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield
        connection.execute("ROLLBACK")


def not_saved(reader: Visit, why: str) -> None:
    expect(reader.main.get_by_text(re.compile(f"^Not saved: .*{why}"))).to_be_visible()
    expect(reader.page.get_by_role("button", name=AGAIN)).to_be_visible()


def test_while_the_database_is_locked_the_page_says_not_saved_and_keeps_the_words(
    server: Server, visit: Visitor, token: str
) -> None:
    reader = visit()
    reader.go(f"/proposal?a={token}")
    reader.write(TITLE, "A title kept before")
    with locked(server):
        reader.write(SUMMARY, "Written while the database was locked.")
        not_saved(reader, "is busy")
        expect(reader.field(SUMMARY)).to_have_value("Written while the database was locked.")
    assert server.kept(token).proposal.summary == ""
    reader.press(AGAIN)
    expect(reader.page.get_by_role("button", name=AGAIN)).to_have_count(0)
    expect(reader.main.get_by_text("✓ Saved.", exact=True).first).to_be_visible()
    assert server.kept(token).proposal.summary == "Written while the database was locked."
    assert server.kept(token).proposal.title == "A title kept before"


def test_a_judgement_made_while_the_database_is_locked_is_not_lost(
    server: Server, visit: Visitor, token: str
) -> None:
    reader = visit()
    reader.go(f"/judge?a={token}&node=integrity")
    with locked(server):
        reader.choose("What would the proposal do to it?", "No effect")
        not_saved(reader, "is busy")
    assert server.kept(token).judgements == ()
    reader.write("Why? Say how it comes about, step by step", "Nothing touches content.")
    (judgement,) = server.kept(token).judgements
    assert (judgement.answer, judgement.rationale) == ("none", "Nothing touches content.")
    expect(reader.page.get_by_role("button", name=AGAIN)).to_have_count(0)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of half a megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(mount, stderr=subprocess.DEVNULL).returncode:
        pytest.skip("only root can make a small disk, and may not everywhere")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_on_a_full_disk_the_page_says_not_saved_until_there_is_room(
    small_disk: Path, starting: Starter, visit: Visitor, tmp_path: Path
) -> None:
    server = starting(tmp_path / "server", database=f"sqlite:///{small_disk / 'work.sqlite3'}")
    token = server.keep(Assessment(framework=FRAMEWORK))
    reader = visit(server)
    reader.go(f"/proposal?a={token}")
    filler = small_disk / "filler"
    with pytest.raises(OSError, match="No space left"):
        filler.write_bytes(bytes(512 * 1024))
    text = " ".join(["Written while the disk was full."] * 100)
    reader.write(SUMMARY, text)
    not_saved(reader, "no room left")
    expect(reader.field(SUMMARY)).to_have_value(text)
    assert server.kept(token).proposal.summary == ""
    filler.unlink()
    reader.press(AGAIN)
    expect(reader.page.get_by_role("button", name=AGAIN)).to_have_count(0)
    assert server.kept(token).proposal.summary == text


def test_words_typed_while_the_line_is_lost_are_there_when_it_is_back(
    server: Server, visit: Visitor, token: str
) -> None:
    reader = visit()
    reader.go(f"/proposal?a={token}")
    reader.write(TITLE, "Before the line was lost")
    field = reader.field(SUMMARY)
    reader.server_is_away = True
    server.freeze()
    field.fill("Typed while the line was lost.")
    server.kill()
    reader.page.wait_for_timeout(2000)  # longer than the rest after which words are handed over
    expect(field).to_have_value("Typed while the line was lost.")
    server.start()
    with reader.without_server():
        reader.settle()
    expect(field).to_have_value("Typed while the line was lost.")
    expect(reader.main.get_by_text(DIFFERS)).to_be_visible()
    assert server.kept(token).proposal.summary == ""
    reader.press("Keep mine")
    expect(reader.main.get_by_text(DIFFERS)).to_have_count(0)
    eventually(lambda: server.kept(token).proposal.summary, "Typed while the line was lost.")
    assert server.kept(token).proposal.title == "Before the line was lost"


def eventually(read: Callable[[], str], wanted: str) -> None:
    """Words are handed over once they have rested a while."""
    until = time.monotonic() + 20
    while read() != wanted and time.monotonic() < until:
        time.sleep(0.1)
    assert read() == wanted


def test_a_wrong_token_gets_a_plain_page_that_tells_nothing(
    server: Server, visit: Visitor, token: str
) -> None:
    near = token[:-1] + ("A" if token[-1] != "A" else "Q")
    reader, said = visit(), set()
    for wrong in (near, "A" * 22, "nonsense", "%00", "x" * 500):
        reader.go(f"/tasks?a={wrong}")
        reader.heading("No assessment is open here")
        said.add(reader.main.inner_text())
    assert len(said) == 1
    assert server.kept(token).judgements == ()


def test_broken_files_are_named_and_the_rest_is_shown(
    starting: Starter, visit: Visitor, tmp_path: Path
) -> None:
    checkout = copy_of_checkout(tmp_path / "checkout")
    broken = checkout / "cases" / "2022-south-korea-interconnection-rules" / "case.yaml"
    broken.write_text(broken.read_text("utf-8").replace("judgements:", "jugdements:"), "utf-8")
    frameworks = checkout / "frameworks" / "internet-way-of-networking"
    later = frameworks / "1.1.0"
    later.mkdir()
    (later / "framework.yaml").write_text("id: [\n", "utf-8")
    server = starting(tmp_path / "server", checkout=checkout)
    reader = visit(server)
    reader.go("/cases")
    expect(reader.main.get_by_role("link", name=re.compile("Cambodia"))).to_be_visible()
    expect(reader.main.get_by_role("link", name=re.compile("Korea"))).to_have_count(0)
    expect(
        reader.main.get_by_text(re.compile(r"interconnection-rules/case\.yaml:\d+"))
    ).not_to_have_count(0)
    expect(reader.main.get_by_text(re.compile(r"1\.1\.0/framework\.yaml:\d+"))).not_to_have_count(0)
    reader.go("/")
    reader.main.get_by_role("button", name="Start a new assessment").click()
    reader.heading("What is proposed?")
    reader.go(f"/judge?a={reader.token}&node=privacy")
    reader.heading("What would happen to “Privacy”?")
