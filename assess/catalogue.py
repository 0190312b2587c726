"""The catalogues of everything the app and its frameworks say, for translators.

`python -m assess.catalogue --write` gathers the sentences of the code into `locale/assess.pot`,
those of the frameworks into `locale/framework.pot`, and brings every translation up to date with
them; `--check` says what is stale or wrong, and changes nothing. A sentence of the code is gathered
where it stands as a plain text in `_("…")`, `words.gettext("…")` or `words.ngettext("…", "…", n)`.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po

from assess.errors import Place, Problem
from assess.library import CHECKOUT, Library
from assess.text import APP, FRAMEWORK
from assess.wording.content import sentences

LOCALE = Path("assess/locale")
PLURAL = ("ngettext", "many")
KEYWORDS = {"_": None, "gettext": None, **dict.fromkeys(PLURAL, (1, 2))}
RENEW = "out of date; renew it with python -m assess.catalogue --write"

_PLACEHOLDER = re.compile(r"\{([^{}%]*)\}")  # not the {% of a Word template
_MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|&[a-z]+;|\*\*|\]\(|`")
# Headers that say when and by whom, which would change without any sentence changing.
_UNSTEADY = re.compile(
    rb'^"(?:Project-Id-Version|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By'
    rb"|Report-Msgid-Bugs-To): .*\n",
    re.MULTILINE,
)
_HEADERS = {
    APP: (
        "# Sentences of the app. Translate whole sentences; keep what stands in {braces} as it is."
    ),
    FRAMEWORK: "# Sentences of the frameworks. Translate whole sentences.",
}


def program(root: Path) -> list[Path]:
    """The files whose sentences are gathered."""
    return sorted([*root.glob("*.py"), *(root / "assess").rglob("*.py")])


def gathered(root: Path) -> Catalog:
    """The sentences of the code under a folder, each with the files it stands in."""
    catalogue = Catalog(project="assess", charset="utf-8", header_comment=_HEADERS[APP])
    for path in program(root):
        file = path.relative_to(root).as_posix()
        for line, message, _comments, _context in extract_from_file("python", path, KEYWORDS):
            catalogue.add(message, locations=[(file, line)])
    return catalogue


def gathered_content(root: Path) -> Catalog:
    """The sentences of the frameworks under a folder, each with the files it stands in.

    Frameworks on a topic are English only, which the pages say: whoever wants one in another
    language begins here.
    """
    catalogue = Catalog(project="assess", charset="utf-8", header_comment=_HEADERS[FRAMEWORK])
    library = Library(root)
    for ref in library.frameworks():
        file = f"frameworks/{ref.id}/{ref.version}/framework.yaml"
        framework = library.framework(ref.id, ref.version)
        for sentence in () if framework.builds_on else sentences(framework):
            catalogue.add(sentence, locations=[(file, 1)])
    return catalogue


def templates(root: Path) -> dict[str, Catalog]:
    """What there is to translate, under the name of each catalogue that is needed here."""
    there = {APP: gathered(root), FRAMEWORK: gathered_content(root)}
    return {name: found for name, found in there.items() if name == APP or len(found)}


def written(catalogue: Catalog) -> bytes:
    """The catalogue as its file holds it: sorted, without dates or line numbers."""
    file = BytesIO()
    write_po(
        file, catalogue, width=100, sort_output=True, include_lineno=False, ignore_obsolete=True
    )
    return _UNSTEADY.sub(b"", file.getvalue())


def files(root: Path) -> dict[Path, bytes]:
    """What each file of the catalogues should hold, translations included."""
    should = {}
    for name, template in templates(root).items():
        should[root / LOCALE / f"{name}.pot"] = written(template)
        for path in sorted((root / LOCALE).glob(f"*/LC_MESSAGES/{name}.po")):
            translation = _translation(path)
            translation.update(template, update_creation_date=False)
            should[path] = written(translation)
    return should


def _translation(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name.replace("-", "_"))


def problems(root: Path) -> tuple[Problem, ...]:
    """What is stale, what is translated wrongly, and what cannot be translated at all."""
    found: list[Problem] = []
    for path, text in files(root).items():
        file = path.relative_to(root).as_posix()
        if not path.is_file() or path.read_bytes() != text:
            found.append(Problem(Place(file), RENEW))
        if path.suffix == ".po":
            found += (Problem(Place(file, line), told) for line, told in _wrong(path))
    for path in program(root):
        file = path.relative_to(root).as_posix()
        found += (Problem(Place(file, line), told) for line, told in _untranslatable(path))
    for message in (each for template in templates(root).values() for each in template):
        file, line = message.locations[0] if message.locations else ("", None)
        if _MARKUP.search("".join(_texts(message.id))):
            told = f"markup in {_brief(message)}; keep it out of what is translated"
            found.append(Problem(Place(file, line), told))
    return tuple(found)


def _wrong(path: Path) -> Iterator[tuple[int | None, str]]:
    """Translations that would lose what is filled in, or bring markup in."""
    for message in _translation(path):
        if not message.id or message.fuzzy:
            continue
        originals = [_names(text) for text in _texts(message.id)]
        for text in filter(None, _texts(message.string)):
            if _names(text) not in originals:
                wanted = ", ".join(f"{{{name}}}" for name in sorted(originals[-1])) or "none"
                yield message.lineno, f"{_brief(message)} must keep its placeholders: {wanted}"
            if _MARKUP.search(text):
                yield message.lineno, f"markup in the translation of {_brief(message)}; remove it"


def _names(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text))


def _texts(text: str | Iterable[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def _brief(message: Message) -> str:
    text = _texts(message.id)[0]
    return f'"{text if len(text) <= 50 else text[:49] + "…"}"'


def _untranslatable(path: Path) -> Iterator[tuple[int, str]]:
    """Sentences that are filled in before they are translated, so no catalogue can hold them."""
    for node in ast.walk(ast.parse(path.read_bytes(), str(path))):
        if isinstance(node, ast.Call) and node.args and _called(node.func) in KEYWORDS:
            filled = node.args[0]
            by_format = isinstance(filled, ast.Call) and _called(filled.func) == "format"
            if by_format or isinstance(filled, ast.JoinedStr | ast.BinOp):
                yield node.lineno, 'translate, then fill: _("… {name} …").format(name=…)'


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def write(root: Path) -> list[str]:
    """Writes what is stale; returns the names of the files written."""
    names = []
    for path, text in files(root).items():
        if not path.is_file() or path.read_bytes() != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
            names.append(path.relative_to(root).as_posix())
    return names


def main(arguments: list[str] | None = None, root: Path = CHECKOUT) -> int:
    """Gathers the app's sentences for translators, or checks that the catalogues are in order."""
    parser = argparse.ArgumentParser(prog="python -m assess.catalogue", description=main.__doc__)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="say what is wrong, change nothing")
    what.add_argument("--write", action="store_true", help="write what is stale (the default)")
    if not parser.parse_args(arguments).check:
        for name in write(root):
            print(f"written: {name}")
        return 0
    found = problems(root)
    for problem in found:
        print(problem)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
