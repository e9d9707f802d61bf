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

_CALLS = r"(?:[\w’'-]+ ){1,6}(?:calls?|called|knows?|knew)"
_NAMES_HIM = re.compile(rf"(?:whom|which|who) {_CALLS} (?:as )?{_TAIL}\Z|known (?:as|by) {_TAIL}\Z")
_THROUGH = re.compile(
    rf",? (?:who|whom|which)\b[^.;:!?()\n\"“”]{{1,90}} and (?:(?:whom|which|who) {_CALLS} (?:as )?"
    rf"|(?:who |which )?(?:is|was) {_SOME}known (?:as|by) ){_TAIL}"
)
_CALLED_AFTER = re.compile(
    rf"[\"'”’»]?,? (?:as|which is what) {_CALLS} (?:him|her|them|it|the|its|their|his)\b"
)
_FAR = 3
"""How many names may stand within a clause between a person and what he is called."""

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
        elif _IS.fullmatch(between) and called_so(text, one):
            yield other, one
    yield from _through_a_clause(text, uses)


def _through_a_clause(text: str, uses: Sequence[Use]) -> Iterator[Equated]:
    """Nicknames told through a clause: X, who commands the post at Y and whom his men call Z."""
    for place, alias in enumerate(uses):
        start = alias.mention.span.start
        before = text[max(0, start - _REACH) : start]
        if place < 2 or not ("call" in before or "kn" in before):
            continue
        if not _NAMES_HIM.search(before):
            continue
        for owner in reversed(uses[max(0, place - 1 - _FAR) : place - 1]):
            between = text[owner.mention.span.end : start]
            if len(between) <= 2 * _REACH and _THROUGH.fullmatch(between):
                yield owner, alias
                break


def called_so(text: str, use: Use) -> bool:
    """Whether the words beside a name say that it is what somebody is called."""
    start, end = use.mention.span.start, use.mention.span.end
    before = _CALLED.search(text[max(0, start - 48) : start])
    return before is not None or _CALLED_AFTER.match(text, end, end + _REACH) is not None
