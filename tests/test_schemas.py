"""The JSON Schemas agree with the models, help authors, and are up to date."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from assess import schemas
from assess.library import CHECKOUT
from assess.yamlfile import read
from tests.made_library import CASE, FRAMEWORK, KINDS, copied
from tests.shipped import LIBRARY

FILES = [(path.relative_to(CHECKOUT).as_posix(), path) for path in LIBRARY.files()]
SCHEMA = {
    "framework.yaml": "frameworks/framework.schema.json",
    "interventions.yaml": "frameworks/interventions.schema.json",
    "indicators.yaml": "frameworks/indicators.schema.json",
    "case.yaml": "cases/case.schema.json",
}


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((CHECKOUT / SCHEMA[name]).read_text(encoding="utf-8")))


def as_json(path: Path) -> object:
    return json.loads(json.dumps(read(path).data, default=str))


def test_the_schemas_in_the_checkout_are_up_to_date() -> None:
    assert schemas.stale(CHECKOUT) == []


@pytest.mark.parametrize("name", SCHEMA.values())
def test_each_schema_is_a_schema(name: str) -> None:
    Draft202012Validator.check_schema(json.loads((CHECKOUT / name).read_text(encoding="utf-8")))


@pytest.mark.parametrize(("name", "path"), FILES, ids=[name for name, _ in FILES])
def test_each_shipped_file_fits_its_schema_and_names_it(name: str, path: Path) -> None:
    errors = [error.message for error in validator(path.name).iter_errors(as_json(path))]
    assert errors == []
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    named = (path.parent / first.partition("$schema=")[2]).resolve()
    assert named == CHECKOUT / SCHEMA[path.name]


@pytest.mark.parametrize("file", [FRAMEWORK, KINDS, CASE])
def test_a_schema_refuses_an_unknown_field_as_the_model_does(tmp_path: Path, file: str) -> None:
    path = copied(tmp_path) / file
    document = as_json(path)
    assert not list(validator(path.name).iter_errors(document))
    assert isinstance(document, dict)
    document["unheard-of"] = 1
    assert "unheard-of" in next(validator(path.name).iter_errors(document)).message


def test_help_is_shown_for_fields_that_exist() -> None:
    found = set()
    for model in schemas.SCHEMAS.values():
        made = schemas.schema(model)
        for name, part in {model.__name__: made, **made.get("$defs", {})}.items():
            for field, words in schemas.HELP.get(name, {}).items():
                assert part["properties"][field]["description"] == words
                found.add(name)
    assert found == set(schemas.HELP)


def test_a_link_is_helped_by_the_names_an_author_writes() -> None:
    link = schemas.schema(schemas.Framework)["$defs"]["Link"]["properties"]
    assert {"from", "to"} <= set(link)
    assert "origin" not in link
    assert "no circles" in link["relation"]["description"]


def test_checking_tells_what_is_stale_and_writing_mends_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert schemas.main(["--check"], tmp_path) == 1
    assert "cases/case.schema.json: out of date; renew it with" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []
    assert schemas.main([], tmp_path) == 0
    assert "written: frameworks/framework.schema.json" in capsys.readouterr().out
    assert schemas.main(["--check"], tmp_path) == 0
    assert schemas.main(["--write"], tmp_path) == 0
    assert capsys.readouterr().out == ""
