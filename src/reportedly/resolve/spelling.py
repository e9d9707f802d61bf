"""Spellings of one name: transliterations, national forms of first names, endings of derivation."""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.text.wordlist import word_set

_RULES = (
    ("shch", "s"), ("sch", "s"), ("tch", "c"), ("tsch", "c"), ("zh", "z"), ("kh", "h"),
    ("ph", "f"), ("dh", "d"), ("ck", "k"), ("ts", "c"), ("tz", "c"), ("x", "ks"), ("q", "k"),
    ("w", "v"), ("oo", "u"), ("ou", "u"), ("yu", "u"), ("iu", "u"), ("ju", "u"), ("ya", "a"),
    ("ia", "a"), ("ja", "a"), ("ye", "e"), ("ie", "e"), ("je", "e"), ("yo", "o"), ("jo", "o"),
    ("ey", "i"), ("ei", "i"), ("ij", "i"), ("iy", "i"), ("yi", "i"), ("y", "i"), ("j", "i"),
)  # fmt: skip
_TABLE = dict(_RULES)
_RULE = re.compile("|".join(sorted((old for old, _ in _RULES), key=lambda old: (-len(old), old))))
_DOUBLE = re.compile(r"(.)\1+")

_SAME_NAME = (
    "vladimir volodymyr wladimir uladzimir",
    "alexander aleksandr oleksandr alyaksandr aliaksandr iskander",
    "alexei aleksei alexey aleksey oleksii oleksiy",
    "sergei sergey serhii serhiy siarhei",
    "nikolai nikolay mykola mikalai",
    "mikhail mykhailo mikhaylo michail",
    "dmitry dmitri dmitriy dmytro dzmitry",
    "yevgeny evgeny yevgeni evgeni evgenii yevhen yevhenii",
    "andrei andrey andrii andriy",
    "pavel pavlo",
    "pyotr petr petro piotr",
    "vasily vasili vasyl",
    "konstantin kostiantyn kostyantyn",
    "yuri yury iurii yurii juri",
    "igor ihor",
    "oleg oleh",
    "grigory grigori hryhorii hryhoriy",
    "anatoly anatoli anatolii anatoliy",
    "valery valeri valerii valeriy",
    "mohammed muhammad mohamed mohammad muhammed mehmet",
    "ahmed ahmad",
    "hussein husayn hussain husain",
    "yusuf yousef yousuf youssef",
    "abdullah abdallah",
    "omar umar",
    "osama usama",
    "ilya ilia illia",
    "fyodor fedor fedir",
    "natalia natalya nataliya",
    "yelena elena olena",
    "katherine catherine kathryn",
)
_SAME_PLACE = (
    "kyiv kiev kyjiw kiew",
    "kharkiv kharkov",
    "lviv lvov",
    "odesa odessa",
    "dnipro dnepr dniepro dnepropetrovsk",
    "donbas donbass dombas",
    "luhansk lugansk",
    "mykolaiv nikolaev nikolayev",
    "zaporizhzhia zaporozhye zaporizhia zaporozhia",
    "chernihiv chernigov",
    "chornobyl chernobyl",
    "rivne rovno",
    "bakhmut bachmut",
    "vinnytsia vinnitsa",
    "sievierodonetsk severodonetsk",
    "moscow moskva",
    "belarus byelorussia",
    "myanmar burma",
    "yangon rangoon",
    "kolkata calcutta",
    "mumbai bombay",
    "beijing peking",
    "raqqa rakka",
    "idlib edlib",
    "aleppo halab",
    "mosul mossul",
    "falluja fallujah",
    "turkey turkiye",
    "czechia czech-republic",
)


def _representatives(rows: tuple[str, ...]) -> dict[str, str]:
    return {form: forms[0] for row in rows if (forms := row.split()) for form in forms}


_FIRST_NAMES = _representatives(_SAME_NAME)
_PLACES = _representatives(_SAME_PLACE)

_COUNTRIES = {
    "russia": "russian russians", "ukraine": "ukrainian ukrainians", "belarus": "belarusian belarusians",
    "germany": "german germans", "france": "french", "britain": "british", "england": "english",
    "poland": "polish poles", "spain": "spanish", "turkey": "turkish turks", "china": "chinese",
    "japan": "japanese", "sweden": "swedish", "finland": "finnish", "denmark": "danish",
    "netherlands": "dutch", "ireland": "irish", "scotland": "scottish", "wales": "welsh",
    "israel": "israeli israelis", "iraq": "iraqi iraqis", "syria": "syrian syrians",
    "iran": "iranian iranians", "yemen": "yemeni", "lebanon": "lebanese", "egypt": "egyptian",
    "georgia": "georgian georgians", "america": "american americans", "kurdistan": "kurdish kurds",
    "europe": "european europeans", "africa": "african", "chechnya": "chechen chechens",
    "pakistan": "pakistani", "afghanistan": "afghan afghans", "palestine": "palestinian palestinians",
    "norway": "norwegian", "hungary": "hungarian", "italy": "italian", "greece": "greek",
    "switzerland": "swiss", "canada": "canadian", "mexico": "mexican", "korea": "korean",
    "vietnam": "vietnamese", "sudan": "sudanese", "congo": "congolese", "saudi-arabia": "saudi",
    "crimea": "crimean", "kosovo": "kosovar", "serbia": "serbian serb serbs",
}  # fmt: skip
_OF_COUNTRY = {form: name for name, forms in _COUNTRIES.items() for form in forms.split()}
COUNTRY_WORDS = frozenset(_COUNTRIES) | frozenset(_OF_COUNTRY)
"""Names of countries and of their people: words that many groups of one country share."""

_SPELLINGS = {
    "defence": "defens", "defense": "defens", "centre": "center", "labour": "labor",
    "armoured": "armored", "organisation": "organization", "freedom": "free", "liberty": "free",
    "volunteers": "volunteer", "forces": "force", "services": "service",
}  # fmt: skip
_ENDINGS = (
    ("dom", 7, ""), ("ian", 6, "ia"), ("ians", 6, "ia"), ("ies", 5, "y"),
    ("ss", 2, "ss"), ("us", 2, "us"), ("is", 2, "is"), ("s", 5, ""),
)  # fmt: skip
_STAYS = word_set("corps united times news press express states nations emirates arms armed this")


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """What the transliterations of one folded word have in common: Zelenskyy, Zelensky, Zelenski."""
    plain = word.replace("'", "").replace("-", "")
    plain = plain.removeprefix("al") if word.startswith("al-") else plain
    return _DOUBLE.sub(r"\1", _RULE.sub(lambda found: _TABLE[found.group()], plain))


@lru_cache(maxsize=65536)
def first_name(word: str) -> str:
    """The form in which national variants of one first name are equal: Volodymyr, Vladimir."""
    return skeleton(_FIRST_NAMES.get(word, _BY_SKELETON.get(skeleton(word), word)))


_BY_SKELETON = {skeleton(form): name for form, name in _FIRST_NAMES.items()}


@lru_cache(maxsize=65536)
def place_name(name: str) -> str:
    """The form in which variants of one place's name are equal: Kyiv, Kiev."""
    return " ".join(skeleton(_PLACES.get(word, word)) for word in name.split())


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """A folded word of an organisation's name without derivation: Russian, Russia; free, freedom."""
    known = _SPELLINGS.get(word) or _OF_COUNTRY.get(word)
    if known or word in _STAYS or word in _COUNTRIES:
        return known or word
    for ending, least, end in _ENDINGS:
        if len(word) >= least and word.endswith(ending):
            return word[: -len(ending)] + end
    return word
