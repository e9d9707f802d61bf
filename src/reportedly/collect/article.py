"""Ask trafilatura which words of a page are the article, and find those words among our own lines.

Trafilatura returns a string; the string is never used as the text. It only tells which of the lines
of the full text it took.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from reportedly.collect.extract import PARSER_FAULTS, Line
from reportedly.text.normalise import normalise

_TOKEN = re.compile(r"\w+")
# Lines of fewer words must be one of the chosen lines; longer ones are told by runs of four words.
_GRAM = 4
_SHARE = 0.6
# Below this share of the page's prose the choice is taken for a miss and not used.
_MISS = 0.25


def chosen_lines(root: etree._Element, text: str, lines: Sequence[Line]) -> tuple[bool, ...]:
    """Per line, whether the article finder took it; empty where it found no article to speak of."""
    chosen = [_tokens(line) for line in _article_text(root).split("\n")]
    grams = {gram for tokens in chosen for gram in _grams(tokens)}
    whole = {" ".join(tokens) for tokens in chosen}
    if not grams:
        return ()
    taken = tuple(_is_taken(_tokens(text[line.start : line.end]), grams, whole) for line in lines)
    prose = sum(line.end - line.start for line in lines if not line.region and line.linked < 0.5)
    found = sum(line.end - line.start for line, took in zip(lines, taken, strict=True) if took)
    return taken if found >= _MISS * prose else ()


def _is_taken(tokens: list[str], grams: set[str], whole: set[str]) -> bool:
    if len(tokens) < _GRAM:
        return not tokens or " ".join(tokens) in whole
    own = _grams(tokens)
    return sum(gram in grams for gram in own) >= _SHARE * len(own)


def _grams(tokens: list[str]) -> list[str]:
    return [" ".join(tokens[at : at + _GRAM]) for at in range(len(tokens) - _GRAM + 1)]


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(normalise(text)[0].casefold())


def _article_text(root: etree._Element) -> str:
    # Imported here: trafilatura takes 0.4 s to load, and most commands never need it.
    import trafilatura.core
    import trafilatura.utils

    # It logs what it discards; here every line is accounted for anyway.
    trafilatura.core.LOGGER.disabled = True
    trafilatura.utils.LOGGER.disabled = True
    try:
        found = trafilatura.core.bare_extraction(
            root, include_comments=False, include_tables=True, with_metadata=False
        )
    except (etree.LxmlError, *PARSER_FAULTS):
        return ""
    text = getattr(found, "text", None)
    return text if isinstance(text, str) else ""


def rescued(lines: Sequence[Line], taken: Sequence[bool], prose: Sequence[bool]) -> list[bool]:
    """Give back what stands among the chosen lines: trafilatura drops subheadings and odd paragraphs.

    A line comes back if it stands between two chosen lines and is a sibling of one, or is prose; or
    if it is prose and a sibling of a chosen line.
    """
    at = [number for number, took in enumerate(taken) if took]
    if not at:
        return list(taken)
    first, last = at[0], at[-1]
    parents = {lines[number].parent for number in at if prose[number]}
    result = list(taken)
    for number, line in enumerate(lines):
        if result[number] or line.region or line.linked > 0.5:
            continue
        sibling = line.parent in parents
        between = first < number < last
        result[number] = (between and sibling) or (prose[number] and (sibling or between))
    return result
