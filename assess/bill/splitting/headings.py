"""Headings: which lines are, which words of a marker's line are, and what role they tell."""

from __future__ import annotations

import re

from assess.bill.clause import Role
from assess.bill.extract import Line
from assess.bill.splitting.markers import HEADING_LENGTH, division, marker, small

_SENTENCE = tuple(".;:,。；：，、।۔؛،!?")
_NOT_FIRST = re.compile(r"[\s*_#]*(?:\(\w{1,5}\)|\d|[-–—•·▪*‣o]\s|[a-z]\)|[“”\"„«‘’'])")
_SMALL = re.compile(r"[\s*_#]*(?P<letter>[^\W\d_])")
_TRIM = " \t.:–—-‑·|*_#"
_INLINE = re.compile(r"(?P<words>[^.;]{2,150}?)\s?(?:\.\s?[—–]|[—–]\s?\(1\)|\.\s?\(1\))")
_CAPITALS = re.compile(r"(?P<words>[^\W\d_a-z]{2}[^.;a-z]{1,120})\.\s(?=\S)")
_BRACKETED = re.compile(r"\s*[(（【\[](?P<words>[^()（）【】\[\]]{1,80})[)）】\]]")
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def like_a_heading(line: Line) -> bool:
    """Whether a line is short, no sentence and no item of a list. Divisions always are."""
    text = line.text
    if line.level:
        return True
    if not text or len(text) > HEADING_LENGTH:
        return False
    if division(text):
        return True
    return not text.endswith(_SENTENCE) and not _starts_no_heading(text)


def _starts_no_heading(text: str) -> bool:
    small = _SMALL.match(text)
    return bool(_NOT_FIRST.match(text)) or bool(small and small["letter"].islower())


def heading(tail: str, following: Line | None, *, last: bool) -> str:
    """The heading of a provision: from the rest of the marker's line, or else the next line.

    `last`: nothing follows the next line in this provision, so that it is text, no heading.
    """
    bracketed = _BRACKETED.match(tail)
    if bracketed and _EAST.search(bracketed["words"]):
        return bracketed["words"].strip()
    rest = tail.strip(_TRIM)
    if not rest:
        if following is None or last or len(following.text) > HEADING_LENGTH:
            return ""
        good = like_a_heading(following) and not marker(following.text)
        return following.text.strip(_TRIM + "()（）") if good else ""
    if rest[0] in "(（" or rest[0].isdigit() or rest[0].islower():
        return ""
    if inline := _inline(rest):
        return inline
    # A full stop ends some headings ("SEC. 2. FINDINGS."), but then the heading is short.
    ends = tail.endswith(_SENTENCE[1:]) or (tail.endswith(".") and not _short(rest))
    return rest if following is not None and len(tail) <= HEADING_LENGTH and not ends else ""


def _short(rest: str) -> bool:
    """Whether words before a full stop may be a heading; without capitals nobody can tell."""
    return len(rest) < 60 and rest[0].isupper()


def _inline(rest: str) -> str:
    """The heading that a line goes on from with its text: "Short title.—(1) This Act ..."."""
    found = _INLINE.match(rest) or _CAPITALS.match(rest)
    return found["words"].strip() if found else ""


# All of these are matched against small letters, which is far faster than letters of either size.
_ROLES: dict[Role, re.Pattern[str]] = {
    "definitions": re.compile(
        r"\bdefini|interpretation|begriffsbestimm|^glossar|définition|определени|основные понятия"
        r"|термин|визначення|ορισμοί|ορισμος|tanım|định nghĩa|giải thích từ ngữ|ketentuan umum"
        r"|määritelm|pojęcia|definic|begrip|定义|定義|用語|정의|تعريف|التعاريف|परिभाषा|บทนิยาม"
    ),
    "penalties": re.compile(
        r"penalt|offence|offense|\bfines?\b|sanction|punish|infring|contravention|bußgeld|strafvor"
        r"|strafe|straf\b|ordnungswidrig|sanción|sanciones|infraccion|multa|infraç|penalidad|sanzion"
        r"|ammend|ответственност|штраф|наказани|відповідальн|κυρώσεις|ποινέ|ceza|xử phạt|rangaist"
        r"|seuraam|kary|sankcj|strafbepal|罚则|罰則|处罚|處罰|벌칙|과태료|العقوبات|عقوب|दण्ड|शास्ति"
        r"|โทษ|peines?\b|pénal"
    ),
    "final": re.compile(
        r"entry into force|commencement|coming into force|effective date|entrée en vigueur|"
        r"inkrafttreten|in-kraft-treten|außerkrafttreten|entrada en vigor|vigencia|entrada em vigor"
        r"|vigência|entrata in vigore|вступлени\w+ в силу|набрання чинності|έναρξη ισχύος|yürürlük"
        r"|hiệu lực|voimaantulo|ikraftträd|wejście w życie|inwerkingtreding|施行日|施行期日|시행일"
        r"|بدء العمل|النفاذ|\brepeals?\b|final provision|dispositions finales|disposici\w+ final"
        r"|disposiç\w+ fina|schlussbestimmung"
    ),
}
_DEFINES = re.compile(
    r"(?:in|for the purposes? of) this (?:act|law|regulation|part|bill|directive|order|decree)\b"
    r".{0,60}(?:means|definitions|apply)|following definitions"
    r"|au sens (?:de la présente|du présent)"
    r"|im sinne dieses gesetzes (?:sind|ist)"
    r"|a los efectos de (?:la presente|esta) ley.{0,40}entiende"
    r"|para (?:os )?(?:fins|efeitos) d(?:esta|a presente) lei.{0,40}(?:entende|considera)"
    r"|本法所称|本法下列用语|本法所稱|この法律において|이 법에서 사용하는 용어"
    r"|يقصد بالكلمات|يقصد في تطبيق",
    re.DOTALL,
)
_BEGINS = re.compile(
    r"this (?:act|law|regulation|directive|bill|order)[^.]{0,60}"
    r" (?:enters?|shall (?:enter|come)|comes?) into (?:force|operation)"
    r"|la presente ley entrará en vigor|esta lei entra em vigor|本法自.{2,40}施行"
    r"|本(?:条例|办法|规定|细则)自.{2,40}施行|この法律は.{0,40}から施行|이 법은.{0,40}시행"
    r"|dieses gesetz tritt"
    r"|tämä laki tulee voimaan|настоящ\w+ (?:федеральн\w+ )?закон вступает в силу"
)


def role(title: str, body: str) -> Role | None:
    """What a provision is for, by its heading, or by how its text begins where it has none."""
    title, begins = small(title), small(body[:300])
    for name, words in _ROLES.items():
        if words.search(title):
            return name
    if _DEFINES.search(begins):
        return "definitions"
    return "final" if _BEGINS.search(begins) else None
