"""Names that a text itself equates, told from the words between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reportedly.resolve.uses import Use

_REACH = 90
"""Code points between two names that the text equates."""
_SOME = r"(?:[\w’'-]+ ){0,5}"
_TAIL = r"(?:the |a |an )?[\"'“”‘’«„]?"
_BETWEEN = re.compile(
    rf"[\"'”’»]?,? (?:"
    rf"{_SOME}known (?:[\w’'-]+ ){{0,5}}(?:as|by|under) (?:(?:the|its|his|her) (?:[\w-]+ ){{1,3}})?"
    rf"|(?:whom|which|who) (?:[\w’'-]+ ){{1,5}}(?:calls?|called|knows?|knew) (?:as )?"
    rf"|as (?:[\w’'-]+ ){{1,6}}(?:calls?|called|knows?|knew) "
    rf"|{_SOME}whose (?:full |real |proper |own )?name (?:is|was) "
    rf"|(?:which|that) means |meaning |that is, |i\.e\. "
    rf"|(?:also |better |otherwise )?(?:called|codenamed|code-named|nicknamed|dubbed|alias|aka|a\.k\.a\.) "
    rf"|(?:whose |with the |under the |by the )?(?:call ?sign|codename|code name|nickname|nom de guerre) (?:is |of |was )?"
    rf"){_TAIL}"
)
_IS = re.compile(rf"[\"'”’»]?,? (?:is|was) {_TAIL}")
_CALLED = re.compile(
    r"(?:known (?:only )?(?:as|by)|call ?sign|codename|code name|nickname|nicknamed|nom de guerre|calls "
    r"(?:himself|herself)|goes by|called)(?: is| of| the name| the)*[ ,:]*[\"'“‘«„]?$"
)

Equated = tuple[Use, Use]
"""A name, and what the text says it is called."""


def equated(text: str, uses: Sequence[Use]) -> Iterator[Equated]:
    """Pairs of neighbouring names that the text says are one ("X, known in the hills as Y").

    "Known as Y, is X" counts as well; a bare "X is Y" does not.
    """
    for one, other in pairwise(uses):
        start, end = one.mention.span.end, other.mention.span.start
        if not 0 < end - start <= _REACH or one.key == other.key:
            continue
        between = text[start:end]
        if _BETWEEN.fullmatch(between):
            yield one, other
        elif _IS.fullmatch(between) and called_so(text, one.mention.span.start):
            yield other, one


def called_so(text: str, start: int) -> bool:
    """Whether the words before a name say that it is what somebody is called."""
    return _CALLED.search(text[max(0, start - 48) : start]) is not None
