"""Other spellings of a name: in the other script, and in the other ways of writing it in this one.

A Ukrainian court paper, a Russian channel and an English newspaper spell one person in three ways,
and none of them is a copy of another. What is made here is only ever searched for, never shown: a
spelling too many does no harm, one too few gives a person away.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice, product

MOST_OF_A_WORD = 32
MOST = 64
"""Spellings tried of one word and of one name."""

LONG_ENOUGH = 5
"""Letters from which on a Latin word is respelt: *Amy* is not *Ami*."""

# First the spelling of English newspapers, then those of passports, libraries and other languages.
_TO_LATIN = {
    "а": ("a",), "б": ("b",), "в": ("v",), "г": ("g", "h"), "ґ": ("g",), "д": ("d",),
    "е": ("e",), "ё": ("yo", "e", "io"), "є": ("ye", "e", "ie"), "ж": ("zh", "j"), "з": ("z",),
    "и": ("i", "y"), "і": ("i",), "ї": ("yi", "i"), "й": ("y", "i", "j"), "к": ("k",),
    "л": ("l",), "м": ("m",), "н": ("n",), "о": ("o",), "п": ("p",), "р": ("r",), "с": ("s",),
    "т": ("t",), "у": ("u",), "ў": ("u", "w"), "ф": ("f",), "х": ("kh", "h"), "ц": ("ts", "c"),
    "ч": ("ch",), "ш": ("sh",), "щ": ("shch", "sch"), "ъ": ("",), "ы": ("y",), "ь": ("",),
    "э": ("e",), "ю": ("yu", "iu", "ju"), "я": ("ya", "ia", "ja"), "ђ": ("dj",), "ј": ("j",),
    "љ": ("lj",), "њ": ("nj",), "ћ": ("c",), "џ": ("dz",),
    "α": ("a",), "β": ("v",), "γ": ("g",), "δ": ("d",), "ε": ("e",), "ζ": ("z",), "η": ("i",),
    "θ": ("th",), "ι": ("i",), "κ": ("k",), "λ": ("l",), "μ": ("m",), "ν": ("n",), "ξ": ("x",),
    "ο": ("o",), "π": ("p",), "ρ": ("r",), "σ": ("s",), "ς": ("s",), "τ": ("t",),
    "υ": ("y", "i", "u"), "φ": ("f", "ph"), "χ": ("ch", "h"), "ψ": ("ps",), "ω": ("o",),
}  # fmt: skip
_ENDINGS_TO_LATIN = {"ий": ("y", "iy", "i", "ii"), "ій": ("iy", "ii", "y", "i"), "ый": ("y", "yi")}

_TO_CYRILLIC = {
    "shch": ("щ",), "sch": ("щ", "ш"), "tch": ("ч",), "sh": ("ш",), "ch": ("ч",), "zh": ("ж",),
    "kh": ("х",), "ts": ("ц",), "tz": ("ц",), "ck": ("к",), "ph": ("ф",), "th": ("т",),
    "yu": ("ю",), "iu": ("ю", "иу"), "ju": ("ю",), "ya": ("я",), "ia": ("ия", "я"), "ja": ("я",),
    "yo": ("ё",), "io": ("ио", "ё"), "jo": ("ё",), "ye": ("е", "є"), "ee": ("и",), "oo": ("у",),
    "ou": ("у",), "a": ("а",), "b": ("б",), "c": ("к", "ц"), "d": ("д",), "e": ("е",), "f": ("ф",),
    "g": ("г", "ґ"), "h": ("х", "г"), "i": ("и", "і"), "j": ("й", "ж", "дж"), "k": ("к",),
    "l": ("л",), "m": ("м",), "n": ("н",), "o": ("о",), "p": ("п",), "q": ("к",), "r": ("р",),
    "s": ("с",), "t": ("т",), "u": ("у",), "v": ("в",), "w": ("в", "у"), "x": ("кс",),
    "y": ("и", "й", "ы"), "z": ("з",), "ü": ("ю", "у"), "ö": ("ё", "о"), "ä": ("е", "а"),
    "š": ("ш",), "č": ("ч",), "ž": ("ж",), "ć": ("ч",), "ś": ("с",), "ł": ("л",), "ř": ("рж",),
}  # fmt: skip
_STARTS_TO_CYRILLIC = {"e": ("е", "э")}

_RESPELT = (
    ("kh", ("h",)), ("ks", ("x",)), ("x", ("ks",)), ("ou", ("u",)), ("yu", ("iu", "ju")),
    ("iu", ("yu",)), ("ya", ("ia", "ja")), ("ia", ("ya",)),
)  # fmt: skip
_LATIN_ENDINGS = (
    (re.compile("e[iyj]$"), ("ei", "ey", "ej")),
    (re.compile("a[iyj]$"), ("ai", "ay", "aj")),
    (re.compile("(?:iy|yy|ii|ij|yi|[iy])$"), ("iy", "yy", "ii", "ij", "yi", "i", "y")),
    (re.compile("(?:ov|off|ow)$"), ("ov", "off", "ow")),
    (re.compile("(?:ev|eff|ew)$"), ("ev", "eff", "ew")),
)

_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = "аеиоуыэюяєії"


def spellings(name: str) -> tuple[str, ...]:
    """Other spellings of a name, each in lower case, the likeliest first; without the name itself."""
    whole = unicodedata.normalize("NFC", name.casefold())
    words = _WORD.findall(whole)
    if not words:
        return ()
    if any(char in _TO_LATIN for word in words for char in word):
        made = _joined([_latin(word) for word in words])
    else:
        made = (
            *_joined([_respelt(word) for word in words]),
            *_joined([_cyrillic(word) for word in words]),
        )
    return tuple(dict.fromkeys(each for each in made if each != " ".join(words)))


def _joined(words: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Every way to take one spelling of each word, as far as there is room."""
    if not all(words):
        return ()
    return tuple(" ".join(each) for each in islice(product(*words), MOST))


def _latin(word: str) -> tuple[str, ...]:
    ending = next((end for end in _ENDINGS_TO_LATIN if word.endswith(end)), "")
    stem = word[: len(word) - len(ending)]
    parts = [_TO_LATIN.get(char, (char,)) for char in stem]
    if ending:
        parts.append(_ENDINGS_TO_LATIN[ending])
    return _ways(parts)


def _cyrillic(word: str) -> tuple[str, ...]:
    parts: list[tuple[str, ...]] = []
    at = 0
    while at < len(word):
        size = next(
            size for size in (4, 3, 2, 1) if size == 1 or word[at : at + size] in _TO_CYRILLIC
        )
        piece = word[at : at + size]
        bare = unicodedata.normalize("NFD", piece)[0]
        found = _TO_CYRILLIC.get(piece) or _TO_CYRILLIC.get(bare)
        if found is None:
            return ()
        parts.append(_STARTS_TO_CYRILLIC.get(piece, found) if at == 0 else found)
        at += size
    ways = _ways(parts)
    stems = (way[:-1] for way in ways if len(way) > LONG_ENOUGH and way[-1] in _VOWELS)
    return tuple(dict.fromkeys((*ways, *stems)))


def _respelt(word: str) -> tuple[str, ...]:
    found = {word: None}
    if len(word) >= LONG_ENOUGH and word.isascii():
        for pattern, endings in _LATIN_ENDINGS:
            stem = pattern.sub("", word)
            if stem != word:
                found |= dict.fromkeys(f"{stem}{each}" for each in endings)
                break
        for old, news in _RESPELT:
            for each in list(found):
                if old in each:
                    found |= dict.fromkeys(each.replace(old, new) for new in news)
    return tuple(islice(found, MOST_OF_A_WORD))


def _ways(parts: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Every way to take one spelling of each letter, as far as there is room."""
    found = dict.fromkeys("".join(each) for each in islice(product(*parts), MOST_OF_A_WORD))
    return tuple(found)
