"""The nouns of descriptions: what "a senior official in the east" is built on, and of which kind."""

from __future__ import annotations

import re

from reportedly.text.normalise import fold
from reportedly.text.wordlist import word_set

_SPLIT = re.compile(
    r" (?:of|for|in|at|from|with|on|to|by|who|which|near|inside|against|about|around) "
)


def core_length(words: str) -> int:
    """Length of a phrase before its first preposition that is no part of a name."""
    match = re.search(
        r"(?<=[a-z\d]) (?:for|in|at|from|with|on|to|by|who|which|near|inside|against|about|around) "
        r"|(?<=[a-z]) of (?=the |a |an |[a-z])",
        words,
    )
    return match.start() if match else len(words)


def head_noun(words: str) -> str:
    """The noun a description is built on, folded: ``official`` of "a senior official in the east"."""
    core = _SPLIT.split(words.strip(" ,"))[0]
    parts = re.findall(r"[^\W\d_][\w'’-]*", core)
    if not parts:
        return ""
    return _noun(parts[-1])


_UNTOLD = word_set("the this that a an its his her their one another these those")


def words_told(words: str) -> frozenset[str]:
    """What a description tells besides its determiner: the folded words before any preposition."""
    core = (
        _SPLIT.split(words.strip(" ,"))[0]
        if words[:1].islower() or words[:4] in ("The ", "A ")
        else words
    )
    found = frozenset(_noun(part) for part in re.findall(r"[^\W\d_][\w'’-]*", core))
    return found - _UNTOLD


def _noun(word: str) -> str:
    folded = fold(re.sub(r"['’]s?$", "", word))
    return _SAME.get(folded, folded)


_SAME = {
    "advisor": "adviser", "gov": "governor", "sen": "senator", "rep": "representative",
    "col": "colonel", "gen": "general", "capt": "captain", "maj": "major", "lt": "lieutenant",
    "sgt": "sergeant", "adm": "admiral", "prof": "professor", "dr": "doctor", "congressman":
    "representative", "congresswoman": "representative",
}  # fmt: skip
"""One noun for the several ways a role is written."""


def nouns_of(role: str) -> set[str]:
    """The nouns a role is built on: of "adviser to the head of the office": adviser."""
    if not role:
        return set()
    found = set()
    for part in re.split(r",| and ", role):
        noun = head_noun(part)
        if noun:
            found.add(noun)
    return found


def is_plural_noun(noun: str) -> bool:
    """Whether a folded noun is plural by its form."""
    return noun in ("people", "men", "women", "police") or (
        noun.endswith("s")
        and not noun.endswith("ss")
        and noun not in ("corps", "series", "congress")
    )


def is_plural(words: str) -> bool:
    """Whether a description is of several."""
    return (
        is_plural_noun(head_noun(words))
        or re.match(r"(?:some|many|two|three|several|most|both)\b", words.lower()) is not None
    )


def is_body(name: str) -> bool:
    """Whether a description is of a body or a document, which is no hidden person."""
    return head_noun(name) in _BODY_NOUNS


_BODY_NOUNS = word_set(
    "group legion ministry government army police company agency organization organisation "
    "unit council court party military corps battalion brigade office department committee "
    "union bank newspaper channel website administration movement militia campaign statement "
    "report service press survey poll study document documents memo letter law bill kremlin "
    "parliament embassy hospital university institute state country city firm post video "
    "message paper manifesto site"
)


def bare_name(name: str) -> str:
    """A name without its article, its possessive ending and the marks around it."""
    plain = re.sub(r"['’]s?$", "", name.strip(" ,.\"“”‘’'"))
    return re.sub(r"^(?:[Tt]he|[Aa]n?) (?=[A-Z])", "", plain) or name
