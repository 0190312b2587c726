"""Encodings: by a mark, by what the file says, by what its bytes show."""

from __future__ import annotations

import pytest

from assess.bill.reading import read
from assess.errors import FileProblems

FRENCH = "Article 1er. Les données sont protégées, même à l’étranger — « partout »."
RUSSIAN = "Статья 1. Оператор связи обязан хранить сведения на территории страны."
CHINESE = "第一条 为了保障网络安全，制定本法。"

ENCODED = [
    (FRENCH.encode(), FRENCH),
    (FRENCH.encode("utf-8-sig"), FRENCH),
    (FRENCH.encode("utf-16"), FRENCH),
    (FRENCH.encode("utf-16-le"), FRENCH),
    (FRENCH.encode("utf-16-be"), FRENCH),
    (FRENCH.encode("utf-32"), FRENCH),
    (CHINESE.encode(), CHINESE),
    (b"<html><meta charset=windows-1252><p>" + FRENCH.encode("cp1252"), FRENCH),
    (b"<html><meta charset='iso-8859-1'><p>" + FRENCH.encode("cp1252"), FRENCH),
    (b"<html><meta charset='windows-1251'><p>" + RUSSIAN.encode("cp1251"), RUSSIAN),
    (b"<html><meta charset=GB2312><p>" + CHINESE.encode("gb2312"), CHINESE),
    (b'<?xml version="1.0" encoding="koi8-r"?><a>' + RUSSIAN.encode("koi8-r") + b"</a>", RUSSIAN),
    (b'<?xml version="1.0" encoding="UTF-16"?><a>' + FRENCH.encode() + b"</a>", FRENCH),
    (b"<html><meta charset=utf-8><p>" + FRENCH.encode("cp1252"), FRENCH),
    (b"<html><meta charset=zlib_codec><p>" + FRENCH.encode(), FRENCH),
    (b"<html><meta charset=nonsense-99><p>" + FRENCH.encode(), FRENCH),
    (b"<html><meta charset=cp99999><p>" + FRENCH.encode(), FRENCH),
]


@pytest.mark.parametrize(("data", "text"), ENCODED, ids=range(len(ENCODED)))
def test_a_text_is_read_in_its_encoding(data, text) -> None:
    assert read(data).text == text


def test_a_guess_is_said_to_be_one() -> None:
    extract = read((FRENCH * 3).encode("cp1252"))
    assert extract.text == FRENCH * 3
    assert extract.warnings == (
        "The file does not say which encoding it has; letters with accents may be wrong.",
    )


def test_letters_of_no_western_language_are_not_guessed_to_be_accents() -> None:
    with pytest.raises(FileProblems, match="save it as UTF-8"):
        read((RUSSIAN * 3).encode("cp1251"))


def test_one_broken_letter_does_not_change_the_encoding_of_all() -> None:
    broken = (CHINESE * 20).encode() + b"\xe4"
    assert read(broken).text.startswith(CHINESE)
