"""A name as written, taken apart: titles, the name proper, what kind of body it calls itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from reportedly.resolve.spelling import COUNTRY_WORDS, first_name, root, skeleton
from reportedly.text.normalise import fold
from reportedly.text.wordlist import word_set

_WORD = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*\.?")
_OPENING = '“"«„‘('
_SMALL = word_set("the a an of for and in at on to by with its their his her de la le les el")
_ARTICLES = word_set("the a an")
_PARTICLES = word_set("von van der den de del della di da dos du bin ibn abu al el ben ter la le")
_OF_PLACES = word_set("old new north south east west upper lower saint mount lake port fort great")
_SUFFIXES = word_set("jr sr ii iii iv")
TITLES = word_set(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady
    president vice-president premier chancellor minister secretary senator governor mayor councillor
    congressman congresswoman representative ambassador envoy judge justice prosecutor attorney
    general lieutenant-general major-general colonel lieutenant-colonel major captain lieutenant
    sergeant corporal private admiral commander brigadier marshal commodore
    gen lt col maj capt sgt cpl pvt adm cmdr brig
    king queen prince princess emperor pope cardinal archbishop bishop father sister rabbi imam
    sheikh ayatollah mullah spokesman spokeswoman spokesperson chief chairman chairwoman director
    inspector superintendent constable detective commissioner adviser advisor activist journalist
    deputy former acting prime foreign interior defence defense
    """
)
_WEAK_TITLES = word_set("mr mrs ms miss mx sir deputy former acting general private")
_ONE_ROLE = {
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "advisor": "adviser",
    "gen": "general", "col": "colonel", "maj": "major", "capt": "captain", "lt": "lieutenant",
    "sgt": "sergeant", "prof": "professor", "cmdr": "commander", "chairwoman": "chairman",
    "defense": "defence",
}  # fmt: skip
HEADS = word_set(
    """
    legion corps brigade battalion regiment division company platoon army navy force troop unit
    front movement group grouping militia guard party union alliance coalition league federation
    association society institute university academy school hospital church foundation fund
    ministry department service committee council agency bureau office court police parliament
    government administration commission authority board column cooperative network
    newspaper organization center bank corporation
    """
)


@dataclass(frozen=True, slots=True)
class Wording:
    """One name as written, taken apart. All words are folded.

    Attributes:
        words: The name proper: no article, title, possessive or suffix.
        whole: All words but a leading article, for names of anything but people.
        roles: Titles and offices before it, each in one form; weak ones ("Mr") left out.
        initials: The letters, if it is written as an acronym.
        heads: Words that say what kind of body it is: legion, ministry.
        distinct: All its other words, without derivation, order or small words.
        surname: Skeleton of the last word, particles included.
        given: The words before the surname that are names or initials.
        full: Whether, as a person's name, it has a written-out first name and a surname.
        person_key: First name in one national form, and surname: equal for all spellings of a full
            name; empty if it is no full name.
    """

    words: tuple[str, ...]
    whole: tuple[str, ...]
    roles: frozenset[str]
    initials: str
    heads: frozenset[str]
    distinct: frozenset[str]
    surname: str
    given: tuple[str, ...]
    full: bool
    person_key: str

    @property
    def initialled(self) -> bool:
        """As of a person: initials and a surname."""
        return len(self.words) > 1 and not self.full and bool(self.given)

    @property
    def telling(self) -> frozenset[str]:
        """Distinct words that are not just a country's."""
        return frozenset(word for word in self.distinct if word not in COUNTRY_WORDS)


@lru_cache(maxsize=65536)
def wording(text: str) -> Wording:
    """Take apart a name as it stands in a text."""
    raw = [match.group() for match in _WORD.finditer(text)]
    folded = [_bare(word) for word in raw]
    roles: list[str] = []
    at = 0
    while at < len(folded) - 1 and (folded[at] in _SMALL or folded[at] in TITLES):
        if folded[at] in TITLES:
            roles.append(folded[at])
        at += 1
    words = folded[at:]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    # "Defence Ministry" begins with words that are titles before a person.
    content = [word for word in folded if word not in _SMALL]
    heads = frozenset(root(word) for word in content if root(word) in HEADS)
    given = tuple(word for word in words[:-1] if word not in _PARTICLES)
    surname = skeleton(words[-1]) if words else ""
    written = any(len(word.rstrip(".")) > 1 for word in given)
    full = len(words) > 1 and written and words[0] not in _OF_PLACES
    return Wording(
        words=tuple(words),
        whole=tuple(folded[1:] if len(folded) > 1 and folded[0] in _ARTICLES else folded),
        roles=roles_of(" ".join(roles)),
        initials=_initials(raw),
        heads=heads,
        distinct=frozenset(root(word) for word in content) - heads,
        surname=surname,
        given=given,
        full=full,
        person_key=f"{first_name(given[0])} {surname}" if full else "",
    )


def _bare(word: str) -> str:
    folded = fold(word).rstrip(".") if len(word) > 2 else fold(word)
    return folded.removesuffix("'s").removesuffix("'")


def _initials(raw: list[str]) -> str:
    """The letters of an acronym: one word of capitals (AFU, A.F.U.), no longer than eight."""
    if len(raw) > 2 or not raw or (len(raw) == 2 and fold(raw[0]) not in _SMALL):
        return ""
    letters = raw[-1].removesuffix("’s").removesuffix("'s").replace(".", "")
    if not (2 <= len(letters) <= 8 and sum(letter.isupper() for letter in letters) >= 2):
        return ""
    return letters.casefold() if letters.isalnum() and letters[:-1].isupper() else ""


@lru_cache(maxsize=65536)
def acronyms(text: str) -> frozenset[str]:
    """The acronyms a full name could have: of all its words, and without the small ones."""
    words = [fold(match.group()) for match in _WORD.finditer(text)]
    parts = [part for word in words for part in word.split("-") if part]
    if parts and parts[0] in ("the", "a", "an"):
        parts = parts[1:]
    content = [part for part in parts if part not in _SMALL]
    if len(content) < 2:
        return frozenset()
    return frozenset("".join(part[0] for part in some) for some in (parts, content))


@lru_cache(maxsize=65536)
def roles_of(text: str) -> frozenset[str]:
    """The offices and ranks among the words of a role, each in one form."""
    words = (fold(match.group()).rstrip(".") for match in _WORD.finditer(text))
    return frozenset(
        _ONE_ROLE.get(word, word) for word in words if word in TITLES and word not in _WEAK_TITLES
    )


@lru_cache(maxsize=65536)
def shown(text: str, *, person: bool) -> str:
    """A name as it is shown: without article, title and possessive."""
    found = list(_WORD.finditer(text))
    skipped = TITLES | _ARTICLES if person else _ARTICLES
    while len(found) > 1 and _bare(found[0].group()) in skipped:
        found = found[1:]
    if not found:
        return text.strip()
    plain = text[found[0].start() :].rstrip()
    plain = plain.removesuffix("’s").removesuffix("'s")
    # A closing quotation mark stays where its opening one does.
    return plain if any(mark in plain[:-1] for mark in _OPENING) else plain.rstrip("’'\"”») ")
