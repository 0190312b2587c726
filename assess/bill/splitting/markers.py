"""What a line begins with when a provision begins there: thirteen schemes in many languages.

A scheme is named by its family. Words are data: a language is added by adding its word.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from assess.bill.splitting.numbers import (
    CHINESE,
    EASTERN,
    EASTERN_BEHIND,
    WESTERN,
    Key,
    cited,
    key,
    ordinal,
    roman,
)

_ARTICLES = (
    "article articles. art artt artículo articulo artigo artikel artikkel articolo articolul "
    "articol artykuł artikull neni nenit artikulo статья стаття артыкул член "
    "чл члан članak čl článek článok člen άρθρο αρθρο αρθρον άρθρον madde maddə modda pasal "
    "perkara điều điêù artikuls ibara makala المادة مادة ماده المادّة مادّة հոդված մუხლი მუხლი מאמר "
    "अनुच्छेद अनुछेद ধারা"
)
_SECTIONS = "section sec sect seksyen seksjon seksie धारा دفعہ دفعه סעיף มาตรา kifungu"
_RULES = "rule regulation clause paragraph cláusula clausula regel regla norma punkt пункт order"

KEYWORDS = {
    **dict.fromkeys(_ARTICLES.split(), "article"),
    **dict.fromkeys(_SECTIONS.split(), "section"),
    **{word: f"rule {word}" for word in _RULES.split()},
}
"""The words that stand before the number, and the family each belongs to."""

BARE = ("dot", "space", "paren")
"""Families whose marker is a number alone; so are lists, so a word is believed first."""

_BEHIND = (
    r"§|artikla|straipsnis|pants|cikk|člen|članak|modda|бап|статья|дүгээр зүйл|зүйл|"
    r"cikkely|punkts|paragrahv"
)
_NUMBER = rf"(?:[LRDA]\.?\s?\*?\s?(?=\d))?{WESTERN}"
_SIGN = r"(?:\s*(?:No\.?|[Nn][º°]|№|رقم))?\s*"

_LEAD = re.compile(r"[\s#*_>|]*")
_WORD = re.compile(r"[^\s\d.,:;()\[\]{}§<>=/\\\"'–—-]{1,20}")
_AFTER_WORD = re.compile(
    rf"\.?{_SIGN}(?:[(\[]\s?(?P<inside>{_NUMBER}|[^\s()\d]{{2,12}})\s?[)\]]"
    rf"|(?P<number>{_NUMBER})|(?P<word>[^\s\d.,:;()–—-]{{1,14}}(?:\s[^\s\d.,:;()–—-]{{3,12}}){{0,3}}))"
)
_SPACED = re.compile(r"\s(?P<letter>[^\W\d_])(?=\s?(?:[.:)–—-]|$))")
_PARAGRAPH = re.compile(rf"§{{1,2}}\s?(?P<number>{WESTERN}(?:\s[a-z](?=[\s.]|$))?)")
_EAST = re.compile(rf"[第제](?P<number>{EASTERN})(?P<unit>[条條조])(?P<behind>{EASTERN_BEHIND})")
_FIRST = re.compile(
    rf"(?P<number>\d{{1,4}}(?:\s?[a-zåäö](?=[\s.]|$)|[⁰¹²³⁴-⁹]|/[a-z])?)[.\s-]{{0,2}}(?:{_BEHIND})(?![^\W_])"
)
"""Matched against small letters."""
_DOT = re.compile(rf"(?P<number>{WESTERN})\.(?=[\s—–(\[-]|[^\W\d_a-z]|$)")
_SPACE = re.compile(rf"(?P<number>{WESTERN})(?=\s?[—–(\[]|\s[^\W\d_]|\s*$|\s[“\"‘«])")
_PAREN = re.compile(r"\(?(?P<number>\d{1,4}[a-z]{0,2})\)(?=[\s—–]|[^\W\d_]|$)")


_NUMBER_FIRST = ((_DOT, "dot"), (_SPACE, "space"), (_PAREN, "paren"))
QUOTES = "“„«‘'\"»”「『‚’`"
"""Marks that open a quotation somewhere."""
_RANGE = re.compile(
    rf"\s?(?:to|and|bis|und|à|et|a|y|e|al|–)\s?(?P<last>{WESTERN})(?=\.?\s*(?:[\[(–—-]|$|\.\s))"
)


class Marker(NamedTuple):
    """A marker at the start of a line: where it stands in the line, and its number.

    `number` is as readers cite it, `place` its key, `label` the marker as in the text.
    `until` is the last of a range ("77 to 129 [Repealed]"), else the same. `loose`: a letter
    stands apart from the number ("1er A"), before or after it in the order.
    """

    family: str
    number: str
    place: Key
    label: str
    end: int
    loose: bool = False
    until: Key | None = None

    @property
    def last(self) -> Key:
        """The place of the last number it stands for."""
        return self.until or self.place


def small(text: str) -> str:
    """The text in small letters, place by place: the Turkish İ is one letter too."""
    return text.lower().replace("i\u0307", "i") if "İ" in text else text.lower()


def marker(line: str) -> Marker | None:
    """The marker a line begins with, or None. Only the start of the line is read."""
    at = _lead(line)
    head = line[at : at + 120]
    if not head:
        return None
    if head[0] in "第제":
        return _eastern(head, at)
    if head[0] == "§":
        found = _PARAGRAPH.match(head)
        return _made("sign", found["number"], head, found.end(), at) if found else None
    if head[0].isdecimal() or head[0] == "(":
        return _bare(head, at)
    return _worded(head, at)


def _lead(line: str) -> int:
    """Where a line begins behind white space and the marks of Markdown."""
    if line[:1].isalnum():  # nearly all do
        return 0
    begin = _LEAD.match(line, 0, 20)
    return begin.end() if begin else 0


def quoted_marker(line: str) -> Marker | None:
    """The marker behind a quotation mark at the start of a line; none for numbers alone."""
    opening = len(line[:8]) - len(line[:8].lstrip(QUOTES + " "))
    found = marker(line[opening : opening + 160]) if opening else None
    return found._replace(end=found.end + opening) if found else None


def _eastern(head: str, at: int) -> Marker | None:
    found = _EAST.match(head)
    if not found:
        return None
    number = found["number"].strip() + found["behind"]
    return _made("조" if found["unit"] == "조" else "条", number, head, found.end(), at)


def _bare(head: str, at: int) -> Marker | None:
    if head[0] != "(" and (first := _FIRST.match(small(head[:40]))):
        return _made("behind", head[: first.end("number")], head, first.end(), at)
    tried = ((_PAREN, "paren"),) if head[0] == "(" else _NUMBER_FIRST
    for pattern, family in tried:
        if found := pattern.match(head):
            return _made(family, found["number"], head, found.end(), at)
    return None


def _worded(head: str, at: int) -> Marker | None:
    word = _WORD.match(head)
    family = KEYWORDS.get(word[0].casefold()) if word else None
    if not word or not family:
        return None
    found = _AFTER_WORD.match(head, word.end())
    if not found:
        return None
    if found["number"] or (found["inside"] and found["inside"][0].isdecimal()):
        return _numbered(family, found, head, at)
    return _in_words(family, found, head, at)


def _numbered(family: str, found: re.Match[str], head: str, at: int) -> Marker | None:
    number, end = found["number"] or found["inside"], found.end()
    following = head[end : end + 1]
    if following.isalnum() and following.isascii():
        return _glued(family, number, head, end, at)
    apart = _SPACED.match(head, end) if found["number"] else None
    if not apart:
        return _made(family, number, head, end, at)
    made = _made(family, f"{number} {apart['letter']}", head, apart.end(), at)
    return made._replace(loose=apart["letter"].isupper()) if made else None


def _glued(family: str, number: str, head: str, end: int, at: int) -> Marker | None:
    """ "Art. 5a2": the mark of a footnote that stands close behind a number with a letter."""
    found = re.match(r"[a-z](?=\d{1,3}(?!\w))", head[end : end + 5])
    return _made(family, number + found[0], head, end + 1, at) if found else None


def _in_words(family: str, found: re.Match[str], head: str, at: int) -> Marker | None:
    """A roman number, or an ordinal of up to four words, the longest that is one."""
    group = "inside" if found["inside"] else "word"
    words = found[group].split(" ")
    for count in range(len(words), 0, -1):
        text = " ".join(words[:count])
        value = ordinal(text) or (roman(text) if text.isupper() else None)
        if value:
            end = found.end() if group == "inside" else found.start(group) + len(text)
            number = text if roman(text) and text.isupper() else str(value)
            return Marker(family, number, (value, 0, 0, 0, 0), head[:end], at + end)
    return None


def _made(family: str, number: str, head: str, end: int, at: int) -> Marker | None:
    place = key(number)
    if place is None:
        return None
    until = _RANGE.match(head, end)
    last = key(until["last"]) if until else None
    if until and last and last > place:
        name = f"{cited(number)}–{cited(until['last'])}"
        return Marker(family, name, place, head[: until.end()], at + until.end(), False, last)
    return Marker(family, cited(number), place, head[:end], at + end)


_DIVISIONS = (
    "chapter title part book division subdivision subpart subchapter subtitle kapitel abschnitt "
    "unterabschnitt teil titel buch hauptstück chapitre titre livre partie sous-section capítulo "
    "capitulo título titulo sección seccion seção secção livro libro parte subsección subseção "
    "capo titolo sezione capitolul titlul secțiunea secţiunea hoofdstuk afdeling deel kap kapittel "
    "kapitola hlava díl diel časť část rozdział dział oddział глава раздел часть подраздел розділ "
    "дял раздел поглавље dio glava poglavlje odjeljak poglavje oddelek κεφαλαιο κεφάλαιο μερος "
    "μέρος τμημα τμήμα bölüm kısım bab bagian buku chương mục phần "
    "fejezet rész peatükk nodaļa skyrius "
    "skirsnis الباب باب الفصل فصل القسم قسم الفرع بخش فصل अध्याय भाग หมวด ส่วน ภาค სექცია თავი "
    "פרק חלק glavă sura sehemu"
)
_DIVISION = dict.fromkeys(_DIVISIONS.split())
_DIVISION_AFTER = re.compile(
    rf"\.?{_SIGN}(?P<number>{WESTERN}|[^\s.,:;()–—-]{{1,14}}(?:\s[^\s\d.,:;()–—-]{{3,12}})?)"
)
_DIVISION_EAST = re.compile(rf"[第제](?P<number>{EASTERN})(?P<unit>[编編章节節款部分篇편장절관])")
_UNITS = (
    *("luku", "fejezet", "rész", "skyrius", "nodaļa", "peatükk", "бөлім", "тарау", "бүлэг"),
    *("abschnitt", "unterabschnitt", "kapitel", "hauptstück", "titel", "bölüm", "kısım"),
)
_WHOLE_UNITS = ("kap", "osa", "teil", "bob")
_DIVISION_FIRST = re.compile(
    r"(?P<number>\d{1,3}|[ivxlc]{1,7})\s?[.)]?\s?"
    rf"(?P<unit>(?:{'|'.join(_WHOLE_UNITS)})\b|{'|'.join(_UNITS)})"
)
"""This and the two below are matched against small letters."""
_NUMERAL = "0123456789ivxlc"
HEADING_LENGTH = 200


class Division(NamedTuple):
    """A heading that gathers provisions: what kind ("chapter"), its number, its label."""

    kind: str
    number: int
    label: str


TRANSITIONAL = "transitional"
_TRANSITIONAL = re.compile(
    r"\W*(?:\w+\s+)?(?:y\s+)?(?:transitori[oa]s?|transitóri[oa]s?|transitoires?|transitorie)\W*$"
)
_LETTER = re.compile(r"[Α-Ω]{1,3}[΄'’´ʹ]?$|[A-Z]$")
_NAMED = re.compile(
    r"(?:[^\W\d_]{3,14}\s(?P<last>bölüm|kısım)|(?:erste|zweite|dritte|vierte|fünfte|sechste|siebte"
    r"|achte|neunte|zehnte)[rs]?\s(?P<unit>abschnitt|kapitel|teil|titel|buch))(?![^\W_])"
)


def division(line: str) -> Division | None:
    """The division a line opens, or None."""
    head = _short(line)
    if not head:
        return None
    if head[0] in "第제":
        found = _DIVISION_EAST.match(head)
        return _division(found["unit"], found["number"], head, found.end()) if found else None
    low = small(head)
    if low[0] in _NUMERAL and (found := _DIVISION_FIRST.match(low)):
        return _division(found["unit"], head[: found.end("number")], head, found.end())
    if len(head) < 60 and "transit" in low and _TRANSITIONAL.match(low):
        return Division(TRANSITIONAL, 1, head)
    if low[0].isdecimal():
        return None
    if found := _NAMED.match(low):
        return Division(found["last"] or found["unit"], 0, head[: found.end()])
    word = _WORD.match(low)
    kind = word[0].casefold() if word else ""
    if not word or (kind not in _DIVISION and kind != "section"):
        return None
    found = _DIVISION_AFTER.match(head, word.end())
    return _division(kind, found["number"], head, found.end()) if found else None


def _short(line: str) -> str:
    """What a line says behind its lead, if it may be a heading; else nothing."""
    if len(line) > HEADING_LENGTH or line[:1] == "(":
        return ""
    at = _lead(line)
    return line[at:] if at else line


def _division(kind: str, number: str, head: str, end: int) -> Division | None:
    place = key(number) or key(number.split(" ")[0])
    if place is None and _LETTER.match(number):
        place = (max(0, ord(number[0]) - ord("A") + 1) % 100, 0, 0, 0, 0)
    if place is None or goes_on(head[end:]):
        return None
    return Division(kind, int(place[0]), head[:end].strip())


_ANNEX_WORDS = (
    "annex annexe annexes annexure anhang anlage anlagen anexo anejo anexa allegato allegati "
    "bijlage bilaga bilag vedlegg liite liitteet приложение додаток załącznik příloha "
    "príloha priloga prilog melléklet priedas pielikums lisa παράρτημα παραρτημα ek lampiran "
    "schedule schedules appendix appendices phụ ملحق الملحق الجدول مرفق अनुसूची บัญชีท้าย"
)
_ANNEX = dict.fromkeys(_ANNEX_WORDS.split())
_ANNEX_EAST = re.compile(r"附件|附表|附录|附錄|別表|別紙|附\s?則$|별표|별지|부\s?칙")
_NAMED_ANNEXES = (
    *("schedule", "appendix", "annex", "melléklet", "pielikums", "priedas", "liite", "приложение"),
)
_ANNEX_BEFORE = re.compile(
    r"(?:the\s+)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|"
    r"twelfth|\d{1,2}(?:st|nd|rd|th)|\d{1,2}\.)?\s*"
    rf"(?P<word>schedules|{'|'.join(_NAMED_ANNEXES)})\b"
)
"""Matched against small letters."""
_ANNEX_NUMBER = re.compile(rf"\.?{_SIGN}(?P<number>{WESTERN}|[IVXLC]{{1,7}}|[A-Z])(?![^\W_])")


def annex(line: str) -> str | None:
    """The label of the annex or schedule a line opens ("ANNEX I"), or None."""
    head = _short(line)
    if not head:
        return None
    if head[0] in "附別별부":
        return _eastern_annex(head)
    if (found := _ANNEX_BEFORE.match(small(head[:60]))) and found.start("word") > 0:
        return head[: found.end()] if not goes_on(head[found.end() :]) else None
    word = _WORD.match(head)
    if not word or word[0].casefold() not in _ANNEX or word[0].islower():
        return None
    number = _ANNEX_NUMBER.match(head, word.end())
    end = number.end() if number else word.end()
    if goes_on(head[end:]) or (not number and len(head) > word.end() + 40):
        return None
    return head[:end]


def _eastern_annex(head: str) -> str | None:
    found = _ANNEX_EAST.match(head)
    if not found:
        return None
    number = re.match(rf"\s?(?:\d{{1,3}}|[{CHINESE}]{{1,4}})", head[found.end() :])
    end = found.end() + (number.end() if number else 0)
    return head[:end] if not goes_on(head[end:]) and len(head) < 60 else None


_BEFORE_ANNEX = (
    "the first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
)
_BEFORE_DIVISION = "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte"
_OPENING = frozenset(
    (
        *(*KEYWORDS, *_DIVISION, *_ANNEX, *_BEFORE_ANNEX.split()),
        *(f"{word}{end}" for word in _BEFORE_DIVISION.split() for end in ("", "r", "s")),
    )
)
_OPENING_EAST = "第제附別별부"
_WITHIN = ("bölüm", "kısım", "transit")


def may_open(line: str) -> bool:
    """Whether a line may begin with a marker, or open a division or an annex: most do not.

    It is asked first since it takes a fifth of the time that looking for them does.
    """
    if not line[:1].isalpha() or line[0] in _OPENING_EAST:
        return True
    low = small(line[:60])
    word = _WORD.match(low)
    if not word or word[0].casefold() in _OPENING or not word[0].strip("ivxlc"):
        return True
    return any(part in low for part in _WITHIN)


_AFTER_NUMBER = (*_UNITS, *_WHOLE_UNITS, *_NAMED_ANNEXES, "st", "nd", "rd", "th", "transit")


def may_be_headed(line: str) -> bool:
    """Whether a line that begins with a number may open a division or an annex: few do."""
    if not line[:1].isdecimal():
        return True
    return small(line[:20]).lstrip("0123456789 .)").startswith(_AFTER_NUMBER)


_GOES_ON = re.compile(r"\s*(?:\(\w{1,4}\)\s*)*(?:[,;]|(?P<letter>[^\W\d_]))")


def goes_on(rest: str) -> bool:
    """Whether what follows a marker goes on with a sentence: "Article 5 of the Act"."""
    found = _GOES_ON.match(rest, 0, 60)
    if not found:
        return False
    return not found["letter"] or found["letter"].islower()
