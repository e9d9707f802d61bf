"""Tell the language of a text by its script and its commonest small words; say ``und`` when unsure."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

_LOOKED_AT = 20_000
_LEAST_LETTERS = 20
_LEAST_HITS = 3
_LEAD = 1.3
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Scripts that one language alone writes, or nearly so.
_BY_SCRIPT = {
    "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "THAI": "th", "HEBREW": "he", "GREEK": "el",
    "GEORGIAN": "ka", "ARMENIAN": "hy", "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te",
    "ETHIOPIC": "am", "KHMER": "km", "MYANMAR": "my", "LAO": "lo", "SINHALA": "si",
    "GUJARATI": "gu", "GURMUKHI": "pa", "DEVANAGARI": "hi", "CJK": "zh",
}  # fmt: skip
# The commonest words that are short, frequent and, as far as can be, the language's own.
_SMALL_WORDS = {
    "en": "the of and to in that is was for on with he it as are be by at this they have from or had not but were which their who said has an",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um",
    "fr": "de la le et les des en un du une que est dans qui par pour au sur il ne se pas plus avec son ce sont aux cette ont mais été",
    "es": "de la que el en y los del se las por un para con no una su al lo como más pero sus le ha este fue entre cuando sobre también",
    "pt": "de que e o da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando foi são pelo",
    "it": "di che e la il un a per in una sono mi non con da del si le dei nel alla come ma gli della più anche è ha lo",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij door hij werd naar uit was wordt",
    "pl": "w i z na do nie się że to jest o jak po co ale od za jego przez tym oraz był są dla także został które",
    "ru": "и в не на что с он как по это но из у за от так его для же был были также они которые после сообщил",
    "uk": "і в не на що з як та до це але за від його для про під час у він був були також вони які після є",
    "be": "і ў не на што з як да гэта але ад яго для пра ён быў былі таксама яны якія пасля",
    "bg": "и в на да не се от за с че по са като до това ще беше който",
    "sr": "и у на да је се за од са су не као што који то али био",
    "tr": "ve bir bu da de için ile olarak olan çok daha gibi sonra kadar en ancak ne var",
    "ar": "في من على إلى أن إن التي عن مع هذا هذه كان ما لا الذي بعد قال قد كما",
    "fa": "در به از که این را با است برای آن یک خود تا بر هم شد ها می",
    "ur": "کے میں کی ہے اور سے کا کو اس کہ نے پر ہیں یہ",
    "id": "yang dan di dengan untuk tidak dari ini itu pada dalam akan adalah oleh juga ke",
    "ro": "de și în a la cu pe nu că este un o din care pentru mai fost sunt prin",
    "cs": "a v se na že je s z do o to i k ve pro byl ale jako po by které jsou",
    "hu": "a az és hogy nem is egy meg volt ez van azt de csak már mint szerint",
    "sv": "och i att det som en på är av för med den till inte har de ett om var men",
    "fi": "ja on ei että se oli hän mutta myös kun joka ovat sekä mukaan",
}  # fmt: skip
_PROFILES = {name: frozenset(words.split()) for name, words in _SMALL_WORDS.items()}
_OWNERS: dict[str, tuple[str, ...]] = {}
for _name, _words in _PROFILES.items():
    for _one in _words:
        _OWNERS[_one] = (*_OWNERS.get(_one, ()), _name)


def language(text: str, declared: str = "") -> str:
    """The language of ``text`` as ISO 639-1; ``und`` where two fit or there is too little.

    Args:
        text: Any text; its first 20,000 code points are looked at.
        declared: What the file says; believed only where the words cannot tell.
    """
    sample = text[:_LOOKED_AT]
    scripts = _scripts(sample)
    fallback = declared if re.fullmatch(r"[a-z]{2}", declared) else "und"
    if sum(scripts.values()) < _LEAST_LETTERS:
        return "und"
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > 0.1 * sum(scripts.values()):
        return "ja"
    script = scripts.most_common(1)[0][0]
    if script in _BY_SCRIPT:
        return _BY_SCRIPT[script]
    hits: Counter[str] = Counter()
    words = [word.casefold() for word in _WORD.findall(sample)]
    for word in words:
        for name in _OWNERS.get(word, ()):
            hits[name] += 1
    (best, most), (_, second) = [*hits.most_common(2), ("und", 0), ("und", 0)][:2]
    least = _LEAST_HITS if script == "LATIN" else 2
    if most < least or most < _LEAD * second or most < 0.05 * len(words):
        return fallback
    return best


def _scripts(sample: str) -> Counter[str]:
    """Letters by the first word of their Unicode name, every tenth letter of long texts."""
    letters = [char for char in sample if char.isalpha()]
    step = max(1, len(letters) // 2_000)
    counted: Counter[str] = Counter()
    for char in letters[::step]:
        counted[unicodedata.name(char, "NONE").split(" ", 1)[0].split("-", 1)[0]] += step
    return counted
