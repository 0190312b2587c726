"""A damaged packed file is called so by each of its readers; none falls over it."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from assess.bill.reading.limits import Refused
from assess.bill.reading.office import read_packed
from assess.errors import FileProblems
from assess.evidence import bundled
from assess.packed import unpacked
from assess.report.carrier import Lost, carried
from assess.report.template import package
from assess.text import words
from assess.verify.printed import Unreadable, pieces

ENGLISH = words("en")
XML = b"<a>" + bytes(range(32, 60)) * 40 + b"</a>"
LOCAL, CENTRAL = b"PK\x03\x04", b"PK\x01\x02"


def made(name: str, method: int = zipfile.ZIP_DEFLATED) -> bytearray:
    """A packed file with one part."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr(name, XML)
    return bytearray(file.getvalue())


def garbled(name: str, method: int, kept: int = 0) -> bytearray:
    """The packed bytes of the part are nonsense but for the first few; the rest is whole."""
    data = made(name, method)
    start = 30 + len(name) + kept
    end = data.index(CENTRAL)
    data[start:end] = bytes(range(255, 0, -1))[: end - start].ljust(end - start, b"\xff")
    return data


def with_header(name: str, local: int, central: int, change: Callable[[int], int]) -> bytearray:
    """A field of two bytes, said of the part in two places, is changed in both."""
    data = made(name)
    for at in (data.index(LOCAL) + local, data.index(CENTRAL) + central):
        data[at : at + 2] = struct.pack("<H", change(struct.unpack_from("<H", data, at)[0]))
    return data


def cut_inside(name: str) -> bytearray:
    """A piece of the part is gone, the list of parts is whole."""
    data = made(name)
    start, end = 30 + len(name) + 10, data.index(CENTRAL)
    del data[start:end]
    data[-6:-2] = struct.pack("<I", start)
    return data


def longer_than_the_file(name: str) -> bytearray:
    data = made(name, zipfile.ZIP_STORED)
    at = data.index(CENTRAL) + 20
    data[at : at + 8] = struct.pack("<II", 10**6, 10**6)
    return data


def asking_for_gigabytes(name: str) -> bytearray:
    data = made(name, zipfile.ZIP_LZMA)
    start = 30 + len(name) + 5  # of what LZMA says of itself, the room it wants
    data[start : start + 4] = b"\xff" * 4
    return data


def before_the_beginning(name: str) -> bytearray:
    data = made(name)
    data[-6:-2] = struct.pack("<I", 10**6)  # where the list of parts is said to begin
    return data


def beyond_any_file(name: str) -> bytearray:
    """The part is said to begin after more bytes than any file has."""
    data = made(name)
    start, end = data.index(CENTRAL), data.index(b"PK\x05\x06")
    extra = struct.pack("<HHQ", 1, 8, 2**64 - 1)
    data[start + 30 : start + 32] = struct.pack("<H", len(extra))
    data[start + 42 : start + 46] = b"\xff" * 4
    data[end + 12 : end + 16] = struct.pack("<I", end - start + len(extra))
    data[end:end] = extra
    return data


DAMAGED = {
    "garbage for deflate": lambda name: garbled(name, zipfile.ZIP_DEFLATED),
    "garbage for bzip2": lambda name: garbled(name, zipfile.ZIP_BZIP2),
    "garbage for lzma": lambda name: garbled(name, zipfile.ZIP_LZMA, 9),
    "an lzma that asks for gigabytes": asking_for_gigabytes,
    "a way of packing nobody knows": lambda name: with_header(name, 8, 10, lambda _: 77),
    "a wrong checksum": lambda name: with_header(name, 14, 16, lambda was: was ^ 1),
    "a part cut off": cut_inside,
    "a part longer than the file": longer_than_the_file,
    "cut off at the end": lambda name: made(name)[:-30],
    "a place before the file begins": before_the_beginning,
    "a place beyond any file": beyond_any_file,
    "patched": lambda name: with_header(name, 6, 8, lambda flags: flags | 32),
    "a name in no alphabet": lambda name: with_header(
        name, 6, 8, lambda flags: flags | 2048
    ).replace(name.encode(), name.encode()[:-1] + b"\xff"),
    "nothing but the mark": lambda _: LOCAL,
}


def of_a_law(data: bytes) -> str:
    with pytest.raises(Refused) as told:
        read_packed(data, ENGLISH)
    return str(told.value)


def of_a_report(data: bytes) -> str:
    with pytest.raises(Lost) as told:
        carried(data)
    return told.value.why


def of_a_template(data: bytes) -> str:
    with pytest.raises(FileProblems) as told:
        package.parts(data, ENGLISH)
    return str(told.value)


def of_a_pack(data: bytes) -> str:
    with pytest.raises(FileProblems) as told:
        bundled.in_zip(data, "mine.zip", ENGLISH)
    return str(told.value)


def of_what_is_printed(data: bytes) -> str:
    with pytest.raises(Unreadable):
        pieces(data)
    return "unreadable"


NO_PACK = "mine.zip: not a ZIP that can be read; pack the folder anew, without a password"
READERS = [  # the part each reads, what it says of damage, what of a password
    (of_a_law, "word/document.xml", "the document is damaged or cut off", "locked with a password"),
    (of_a_report, "customXml/item1.xml", "damaged", "damaged"),
    (
        of_a_template,
        "word/document.xml",
        "the file is no Word file (DOCX), or is",
        "is locked with",
    ),
    (of_a_pack, "countries.csv", NO_PACK, NO_PACK),
    (of_what_is_printed, "word/document.xml", "unreadable", "unreadable"),
]


@pytest.mark.parametrize("how", DAMAGED)
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader[0].__name__)
def test_what_is_damaged_is_called_so_by_every_reader(reader, how) -> None:
    said, part, damaged, _ = reader
    assert damaged in said(bytes(DAMAGED[how](part)))


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader[0].__name__)
def test_a_password_is_told_or_called_damage(reader) -> None:
    said, part, _, locked = reader
    assert locked in said(bytes(with_header(part, 6, 8, lambda flags: flags | 1)))


@pytest.mark.parametrize(("limit", "found"), [(len(XML), XML), (len(XML) - 1, None)])
def test_no_part_is_unpacked_beyond_its_limit(limit, found) -> None:
    with zipfile.ZipFile(BytesIO(made("a"))) as archive:
        assert unpacked(archive, archive.getinfo("a"), limit) == found
