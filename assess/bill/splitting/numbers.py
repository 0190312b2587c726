"""Numbers of provisions, in any script, and the order they stand in.

"6", "6a", "6 bis", "6-1-1A", "L. 33-1", "IV", "第六条之一", "الثانية" all become a key: five
numbers that sort as a law does. A part that is absent is 0, so 6 stands before 6a, and a letter
that stands before its number ("1er A" in a French bill) is below 0.
"""

from __future__ import annotations

import re
from itertools import pairwise

Key = tuple[float, float, float, float, float]

_LATIN = (
    "bis ter quater quinquies sexies septies octies novies decies undecies duodecies terdecies "
    "quaterdecies quindecies sexdecies septdecies octodecies novodecies vicies"
)
_AFTER = {word: place for place, word in enumerate(_LATIN.split(), start=2)} | {"nonies": 9}
_ORDINAL_MARKS = {"er", "re", "ère", "ème", "eme", "º", "ª", "ο", "st", "nd", "rd", "th"}

_ORDINALS = {
    1: "first premier première premiere primero primera primeiro primeira primo prima erste erster "
    "první pierwszy первая первый перша единственная only sole unique único única unico unica",
    2: "second deuxième segundo segunda secondo seconda zweiter вторая друга",
    3: "third troisième tercero tercera terceiro terceira terzo terza dritter третья третя",
    4: "fourth quatrième cuarto cuarta quarto quarta vierter четвертая четверта",
    5: "fifth cinquième quinto quinta fünfter пятая",
    6: "sixth sixième sexto sexta sesto sesta sechster шестая",
    7: "seventh septième séptimo séptima sétimo sétima settimo settima siebter седьмая",
    8: "eighth huitième octavo octava oitavo oitava ottavo ottava achter восьмая",
    9: "ninth neuvième noveno novena nono nona neunter девятая",
    10: "tenth dixième décimo décima zehnter десятая",
}
_WORDS = {word: number for number, words in _ORDINALS.items() for word in words.split()}

_ARABIC = {
    **dict.fromkeys(("الأولى", "الاولى", "الأول", "أولى", "الحادية", "الحادي"), 1),
    **dict.fromkeys(("الثانية", "الثاني", "ثانية"), 2),
    **dict.fromkeys(("الثالثة", "الثالث", "ثالثة"), 3),
    **dict.fromkeys(("الرابعة", "الرابع", "رابعة"), 4),
    **dict.fromkeys(("الخامسة", "الخامس", "خامسة"), 5),
    **dict.fromkeys(("السادسة", "السادس", "سادسة"), 6),
    **dict.fromkeys(("السابعة", "السابع", "سابعة"), 7),
    **dict.fromkeys(("الثامنة", "الثامن", "ثامنة"), 8),
    **dict.fromkeys(("التاسعة", "التاسع", "تاسعة"), 9),
    **dict.fromkeys(("العاشرة", "العاشر", "عشرة", "عشر"), 10),
    **dict.fromkeys(("العشرون", "العشرين"), 20),
    **dict.fromkeys(("الثلاثون", "الثلاثين"), 30),
    **dict.fromkeys(("الأربعون", "الأربعين", "الاربعون", "الاربعين"), 40),
    **dict.fromkeys(("الخمسون", "الخمسين"), 50),
    **dict.fromkeys(("الستون", "الستين"), 60),
    **dict.fromkeys(("السبعون", "السبعين"), 70),
    **dict.fromkeys(("الثمانون", "الثمانين"), 80),
    **dict.fromkeys(("التسعون", "التسعين"), 90),
    **dict.fromkeys(("المائة", "المئة"), 100),
    **{"اول": 1, "دوم": 2, "سوم": 3, "چهارم": 4, "پنجم": 5, "ششم": 6, "هفتم": 7, "هشتم": 8},
}

_CHINESE = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
    "兩": 2,
}
_TENS = {"十": 10, "百": 100, "千": 1000}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN_NUMBER = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", re.I)
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")

LATIN = "|".join(sorted(_AFTER, key=len, reverse=True))
CHINESE = "〇○零一二三四五六七八九十百千两兩"
_CHINESE_NUMBER = rf"[{CHINESE}]{{1,9}}"
_BEHIND = rf"[之の의](?:{_CHINESE_NUMBER}|\d{{1,3}})"
_ORDINAL = r"\.?[º°ª]|(?:er|re|ère|ème|ο|st|nd|rd|th)(?![^\W_])"
_PART = (
    rf"[\s.‑–-]?(?:{LATIN})(?![^\W_])"
    r"|[-‑–./]\d{1,4}(?!\d)"
    r"|[⁰¹²³⁴-⁹]{1,3}"
    r"|[-‑–]?[^\W\d_]{1,2}(?![\w’'])"
)
WESTERN = rf"\d{{1,6}}(?:{_ORDINAL})?(?:{_PART}){{0,4}}"
"""A number in digits of any script with what may follow it: letters, bis, -1, superscripts."""
EASTERN = rf"\s?(?:\d{{1,5}}|{_CHINESE_NUMBER})\s?"
EASTERN_BEHIND = rf"(?:{_BEHIND}){{0,2}}"

_TOKEN = re.compile(rf"\d+|[{CHINESE}]+|[⁰¹²³⁴-⁹]+|[^\W\d_]+")


def roman(text: str) -> int | None:
    """The value of a roman number, or None. "" is none."""
    if not text or not text.isascii() or not _ROMAN_NUMBER.fullmatch(text):
        return None
    values = [_ROMAN[sign] for sign in text.upper()]
    return sum(-a if a < b else a for a, b in pairwise([*values, 0]))


def chinese(text: str) -> int:
    """The value of a Chinese number, written out (一百二十三) or digit by digit (一二三)."""
    if not any(sign in _TENS for sign in text):
        return int("".join(str(_CHINESE[sign]) for sign in text))
    total, digit = 0, 0
    for sign in text:
        if sign in _TENS:
            total += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            digit = _CHINESE[sign]
    return total + digit


def ordinal(text: str) -> int | None:
    """The value of an ordinal in words ("premier", "الخامسة والأربعون"), or None."""
    word = text.casefold()
    if word in _WORDS:
        return _WORDS[word]
    values = [_ARABIC.get(part) or _ARABIC.get(part.removeprefix("و")) for part in text.split()]
    known = [value for value in values if value]
    return sum(known) if known and len(known) == len(values) else None


def key(text: str, *, decimal: bool = False) -> Key | None:
    """The place of a number among others, or None where it is no number.

    `decimal`: what follows a point is a fraction, so that 41.21 stands between 41.2 and 41.3, as
    in Canadian acts. With a nought at its head (72.001) it is one everywhere.
    """
    if text.isdecimal():
        return (int(text), 0, 0, 0, 0)
    if (whole := ordinal(text.strip())) is not None:
        return (whole, 0, 0, 0, 0)
    tokens = _TOKEN.findall(text)
    while len(tokens) > 1 and tokens[0].casefold() in {"l", "r", "d", "a"}:
        tokens = tokens[1:]
    if not tokens:
        return None
    first = _value(tokens[0])
    if first is None:
        return None
    parts: list[float] = [first]
    for token in tokens[1:]:
        fraction = token[0] == "0" or (decimal and f".{token}" in text)
        digits = token.isdecimal()
        parts.extend([10 * float(f"0.{token}")] if fraction and digits else _following(token))
    padded = (*parts, 0, 0, 0, 0)
    return (padded[0], padded[1], padded[2], padded[3], padded[4])


def _value(token: str) -> int | None:
    if token.isdecimal():
        return int(token)
    if token[0] in CHINESE:
        return chinese(token)
    return roman(token)


def _following(token: str) -> list[float]:
    """What a part after the number adds to its key."""
    word = token.casefold()
    if word in _ORDINAL_MARKS or word in {"之", "の", "의"}:
        return []
    if word in _AFTER:
        return [_AFTER[word]]
    if token.isdecimal():
        return [int(token)]
    if token[0] in CHINESE:
        return [chinese(token)]
    if digits := token.translate(_SUPERSCRIPT):
        if digits.isdecimal():
            return [int(digits)]
        if digits[0] in "之の의":
            return _following(digits[1:])
    return [max(1, ord(letter) - ord("a") + 1) if letter.isascii() else 1 for letter in word[:2]]


def before(place: Key) -> Key:
    """The same number, read as standing before its own: "1er A" before "1er"."""
    return (place[0], place[1] - 27, *place[2:])


def cited(text: str) -> str:
    """The number as readers cite it: digits of any script as 0-9, ordinals as their number."""
    if text.isascii() and text.isdecimal():
        return text
    if (whole := ordinal(text.strip())) is not None:
        return str(whole)
    plain = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)
    plain = re.sub(rf"[{CHINESE}]+", lambda found: str(chinese(found[0])), plain)
    plain = re.sub(r"\s*[之の의]\s*", "-", plain)
    plain = re.sub(rf"(\d)(?:{_ORDINAL})", r"\1", plain)
    return " ".join(plain.split()).strip(" .-–‑")
