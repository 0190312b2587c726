"""Which language a text is in: as its file says, or as its script and commonest words suggest."""

from __future__ import annotations

import re
from collections import Counter

SHOWN = 20_000  # characters that are looked at
LEAST = 12  # common words that must be met before a language is named
MARGIN = 1.25  # times as many as of the next likely language: neighbours share many
LETTERS = 20  # of a script that only one language is written in

_COMMON = {
    "ca": "els les la de que en del per amb als dels i una no aquesta llei o es",
    "cs": "a v se na o je podle které nebo zákona s k ze za",
    "da": "og i af til for der er den det som på at loven",
    "de": "der die das und ist den von mit des dem nach oder sich im gesetz",
    "en": "the of and to in or is for by that be any shall with under",
    "es": "el la los las de que y en del por con para o se ley",
    "fi": "ja on tai sekä jos sen ei se voidaan lain mukaan säädetään",
    "fr": "le la les des du et est dans par pour au aux ou une que",
    "id": "yang dan dalam dengan untuk pasal pada atau oleh undang ini dari",
    "it": "il di che la del della dei per con gli nel o sono alla",
    "nl": "de het van een en in is op te voor met zijn wordt artikel",
    "pl": "w i z na do o się oraz lub które ustawy nie przez jest",
    "pt": "o a os as de do da que e em dos das para com ou lei",
    "ro": "de în și la cu prin care sau din pentru este se legii",
    "sv": "och i att som för av en på till eller är den lagen",
    "tr": "ve bir bu ile için veya madde olan olarak kanun göre",
    "vi": "và của các có trong được cho là theo điều quy định",
    "ru": "и в на не с по или для закона статьи о при настоящего",
    "uk": "та і в на що або для закону не з до про статті",
    "ar": "في من على أو المادة إلى هذا أن التي القانون لا",
    "fa": "در از به که این را یا است ماده قانون با",
}
_WORDS: dict[str, list[str]] = {}
for _language, _words in _COMMON.items():
    for _word in _words.split():
        _WORDS.setdefault(_word, []).append(_language)
_SCRIPTS = (
    ("ja", re.compile(r"[\u3041-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("th", re.compile(r"[\u0e01-\u0e5b]")),
    ("he", re.compile(r"[\u05d0-\u05ea]")),
    ("hi", re.compile(r"[\u0904-\u0939]")),
)
_OTHER_SCRIPT = re.compile("[\u0370-\u03ff\u05d0-\u05ea\u0904-\u0e5b\u3041-\ud7a3]")  # one of those
_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z]+)*", re.IGNORECASE)
_SHORT = {
    **{"ara": "ar", "cat": "ca", "ces": "cs", "dan": "da", "deu": "de", "ger": "de", "ell": "el"},
    **{"eng": "en", "est": "et", "fin": "fi", "fra": "fr", "fre": "fr", "hun": "hu", "ita": "it"},
    **{"nld": "nl", "pol": "pl", "por": "pt", "ron": "ro", "rus": "ru", "spa": "es", "swe": "sv"},
    **{"tur": "tr", "ukr": "uk", "vie": "vi", "zho": "zh"},
}


def named(said: str | None) -> str | None:
    """The two-letter code of a language as a file says it ("en-GB", "EN", "fra")."""
    found = _TAG.fullmatch((said or "").strip())
    code = found[1].lower() if found else ""
    return _SHORT.get(code, code if len(code) == 2 else None)


def guessed(text: str) -> str | None:
    """The language a text is most likely in, or None where it is too short to tell.

    No name is better than a wrong one: it would be screened with the words of another language.
    """
    sample = text[:SHOWN]
    for language, letters in _SCRIPTS if _OTHER_SCRIPT.search(sample) else ():
        if len(letters.findall(sample)) > max(LETTERS, 0.1 * len(sample)):
            return language
    met: Counter[str] = Counter()
    for word, times in Counter(re.findall(r"\w+", sample.lower())).items():
        for language in _WORDS.get(word, ()):
            met[language] += times
    (best, most), (_next, others) = [*met.most_common(2), ("", 0), ("", 0)][:2]
    return best if most >= max(LEAST, MARGIN * others) else None
