"""Every sentence of the app is in the catalogue, and no translation can break a page."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from assess import catalogue
from assess.library import CHECKOUT
from tests.made_library import FRAMEWORK, change, copied

CODE = """\
def hello(words, name, n):
    _ = words.gettext
    say = [_("Hello, {name}.").format(name=name), words.gettext("Good" " day.")]
    say.append(words.ngettext("{n} case", "{n} cases", n).format(n=n))
    say.append(_(name))
"""
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
HEAD += '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "assess").mkdir()
    (tmp_path / "assess/hello.py").write_text(CODE, encoding="utf-8")
    catalogue.write(tmp_path)
    return tmp_path


def translate(root: Path, *pairs: tuple[str, str], head: str = HEAD) -> Path:
    path = root / "assess/locale/fr/LC_MESSAGES/assess.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(f'msgid "{one}"\nmsgstr "{other}"\n\n' for one, other in pairs)
    path.write_text(head + text, encoding="utf-8")
    catalogue.write(root)
    return path


def told(root: Path) -> list[str]:
    return [str(problem) for problem in catalogue.problems(root)]


def test_the_catalogue_of_the_checkout_is_in_order() -> None:
    assert [str(problem) for problem in catalogue.problems(CHECKOUT)] == []


def test_every_sentence_that_stands_in_the_code_is_gathered(root: Path) -> None:
    text = (root / "assess/locale/assess.pot").read_text(encoding="utf-8")
    assert 'msgid "Hello, {name}."' in text
    assert 'msgid "Good day."' in text
    assert 'msgid "{n} case"\nmsgid_plural "{n} cases"' in text
    assert "#: assess/hello.py\n" in text
    assert text.count("msgid ") == 4  # with the head


def test_the_catalogue_holds_nothing_that_changes_by_itself(root: Path) -> None:
    first = (root / "assess/locale/assess.pot").read_bytes()
    (root / "assess/hello.py").write_text("\n\n" + CODE, encoding="utf-8")
    assert catalogue.write(root) == []
    assert b"Date" not in first
    assert b"Generated-By" not in first


def test_a_new_sentence_makes_the_catalogue_stale(root: Path) -> None:
    assert told(root) == []
    (root / "assess/hello.py").write_text(CODE + '_("New.")\n', encoding="utf-8")
    assert told(root) == [
        "assess/locale/assess.pot: out of date; renew it with python -m assess.catalogue --write"
    ]
    assert catalogue.write(root) == ["assess/locale/assess.pot"]
    assert told(root) == []


def test_a_translation_is_kept_and_brought_up_to_date(root: Path) -> None:
    path = translate(root, ("Good day.", "Bonjour."), ("Gone.", "Parti."))
    text = path.read_text(encoding="utf-8")
    assert 'msgid "Good day."\nmsgstr "Bonjour."' in text
    assert 'msgid "Hello, {name}."\nmsgstr ""' in text
    assert "Gone" not in text
    assert told(root) == []


def test_a_sentence_that_changed_is_marked_to_be_read_again(root: Path) -> None:
    path = translate(root, ("Good day.", "Bonjour."))
    changed = CODE.replace('"Good" " day."', '"Good day!"')
    (root / "assess/hello.py").write_text(changed, encoding="utf-8")
    assert len(told(root)) == 2
    catalogue.write(root)
    assert '#, fuzzy\nmsgid "Good day!"\nmsgstr "Bonjour."' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            "Hello, {name}.",
            "Bonjour, {nom}.",
            '"Hello, {name}." must keep its placeholders: {name}',
        ),
        ("Hello, {name}.", "Bonjour.", "must keep its placeholders: {name}"),
        ("Good day.", "Bonjour {0}.", "must keep its placeholders: none"),
        ("Good day.", "<b>Bonjour.</b>", 'markup in the translation of "Good day."; remove it'),
        ("Good day.", "**Bonjour.**", "markup in the translation"),
        ("Good day.", "[Bonjour](https://example.org)", "markup in the translation"),
    ],
)
def test_a_translation_that_would_break_a_page_is_told(
    root: Path, one: str, other: str, words: str
) -> None:
    path = translate(root, (one, other))
    (found,) = told(root)
    assert words in found
    line = path.read_text(encoding="utf-8").splitlines().index(f'msgid "{one}"') + 1
    assert found.startswith(f"assess/locale/fr/LC_MESSAGES/assess.po:{line}: ")


def test_each_plural_keeps_the_placeholders_of_one_of_the_originals(root: Path) -> None:
    path = translate(root)
    text = path.read_text(encoding="utf-8")
    old = 'msgstr[0] ""\nmsgstr[1] ""'
    assert old in text
    path.write_text(text.replace(old, 'msgstr[0] "{n} cas"\nmsgstr[1] "{m} cas"'), "utf-8")
    assert told(root)[0].endswith('"{n} case" must keep its placeholders: {n}')


@pytest.mark.parametrize(
    "code",
    ['_(f"Hello, {name}.")', '_("Hello, {name}.".format(name=name))', 'w.gettext("Hello " + name)'],
)
def test_a_sentence_filled_before_it_is_translated_is_told(root: Path, code: str) -> None:
    (root / "assess/late.py").write_text(f"x = 1\n{code}\n", encoding="utf-8")
    catalogue.write(root)
    assert told(root) == ['assess/late.py:2: translate, then fill: _("… {name} …").format(name=…)']


def test_markup_in_a_sentence_of_the_code_is_told(root: Path) -> None:
    (root / "assess/loud.py").write_text('_("A <b>loud</b> word.")\n', encoding="utf-8")
    catalogue.write(root)
    assert told(root) == [
        'assess/loud.py:1: markup in "A <b>loud</b> word."; keep it out of what is translated'
    ]


def test_checking_changes_nothing_and_writing_mends(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "assess").mkdir()
    assert catalogue.main(["--check"], tmp_path) == 1
    assert "out of date" in capsys.readouterr().out
    assert list((tmp_path / "assess").iterdir()) == []
    assert catalogue.main([], tmp_path) == 0
    assert catalogue.main(["--write"], tmp_path) == 0
    assert catalogue.main(["--check"], tmp_path) == 0
    assert capsys.readouterr().out == "written: assess/locale/assess.pot\n"


def test_the_sentences_of_the_frameworks_have_a_catalogue_of_their_own(tmp_path: Path) -> None:
    root = copied(tmp_path)
    (root / "assess").mkdir()
    assert "assess/locale/framework.pot" in catalogue.write(root)
    text = (root / "assess/locale/framework.pot").read_text(encoding="utf-8")
    assert f"#: {FRAMEWORK}\nmsgid" in text
    assert "A small framework" in text
    assert told(root) == []
    change(root / FRAMEWORK, "title: A small framework", "title: A smaller framework")
    assert told(root)[0].startswith("assess/locale/framework.pot: out of date")


def called(path: Path) -> Iterator[tuple[str, str | None]]:
    """Every sentence that a file looks up, with its plural where it has one."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not (isinstance(node, ast.Call) and node.args):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        texts = [each.value for each in node.args if isinstance(each, ast.Constant)]
        if name in ("_", "gettext", "many", "ngettext") and texts and isinstance(texts[0], str):
            yield texts[0], texts[1] if len(texts) > 1 and isinstance(texts[1], str) else None


def test_every_sentence_that_is_looked_up_is_gathered() -> None:
    """Babel sees no call inside an f-string, and no plural where `_` stands for ngettext."""
    there = {each.id for each in catalogue.gathered(CHECKOUT) if each.id}
    lost = [
        (path.name, one, many)
        for path in catalogue.program(CHECKOUT)
        for one, many in called(path)
        if ((one, many) if many else one) not in there and (one, many) not in there
    ]
    assert lost == []
