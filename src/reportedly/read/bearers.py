"""Join the names of one report that belong to the same bearer, where only one fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from reportedly.model.statement import EntityKind, Mention, MentionForm
from reportedly.text.normalise import fold
from reportedly.text.wordlist import word_set

_TITLES = word_set(
    "mr mrs ms miss dr prof professor sir dame lord lady gen general col colonel maj major "
    "capt captain lt lieutenant sgt sergeant cpl brig brigadier adm admiral cmdr commander "
    "president prime minister vice deputy former sen senator gov governor rep representative "
    "mayor chief judge justice king queen prince princess pope father rev st saint the a an"
)


@lru_cache(maxsize=1024)
def key_of(words: str) -> tuple[str, ...]:
    """A name's words folded for comparison, without titles, articles and possessive endings."""
    parts = [fold(re.sub(r"['’]s?$", "", part)) for part in re.findall(r"[^\s,]+", words)]
    kept = [part.strip(".“”\"'‘’") for part in parts]
    kept = [part for part in kept if part]
    while len(kept) > 1 and kept[0] in _TITLES:
        kept = kept[1:]
    return tuple(kept)


_LABELS = word_set(
    "republican democrat democratic liberal conservative socialist independent gop donor candidate "
    "frontrunner rival billionaire businessman tycoon secretary spokesman spokeswoman coach sheriff "
    "pastor author host actor actress singer comedian attorney lawyer"
)
"""Words before a person's name that a capital makes look like a part of it, as in a heading."""


def _key(mention: Mention) -> tuple[str, ...]:
    key = key_of(mention.span.text)
    if mention.kind is EntityKind.PERSON:
        while len(key) > 1 and key[0] in _LABELS:
            key = key[1:]
    return key


def join_names(names: Sequence[Mention]) -> list[Mention]:
    """The mentions with ``refers`` set to the fullest name of the same bearer, where one fits."""
    best, kinds = _first_uses(names)
    ends, initials = _indexes(best)
    fuller: dict[tuple[str, ...], tuple[str, ...]] = {}
    for key in best:
        whole = _fuller(key, ends, initials, kinds, best)
        if whole is not None:
            fuller[key] = whole
    head: dict[str, str] = {}
    for mention in names:
        key = _key(mention)
        if key:
            target = best[_top(key, fuller)]
            if target.id != mention.id:
                head[mention.id] = target.id
    _join_shared(names, head, [key for key in best if len(key) == 1 and key not in fuller], ends)
    _join_aliases(names, head)
    return [
        replace(
            mention,
            refers=head.get(mention.id),
            kind=kinds.get(_top(_key(mention), fuller), mention.kind)
            if mention.kind is EntityKind.UNKNOWN
            else mention.kind,
        )
        for mention in names
    ]


_Key = tuple[str, ...]


def _first_uses(names: Sequence[Mention]) -> tuple[dict[_Key, Mention], dict[_Key, EntityKind]]:
    """The first mention of each name, and the first kind that is known of it."""
    best: dict[_Key, Mention] = {}
    kinds: dict[_Key, EntityKind] = {}
    for mention in names:
        key = _key(mention)
        if key:
            best.setdefault(key, mention)
            if mention.kind is not EntityKind.UNKNOWN:
                kinds.setdefault(key, mention.kind)
    return best, kinds


def _indexes(best: dict[_Key, Mention]) -> tuple[dict[str, set[_Key]], dict[str, set[_Key]]]:
    """The names of several words by their last word, and by their initials."""
    ends: dict[str, set[_Key]] = {}
    initials: dict[str, set[_Key]] = {}
    for key in best:
        if len(key) > 1:
            ends.setdefault(key[-1], set()).add(key)
            letters = "".join(part[0] for part in key if part not in ("of", "the", "and", "for"))
            initials.setdefault(letters, set()).add(key)
    return ends, initials


def _top(key: tuple[str, ...], fuller: dict[tuple[str, ...], tuple[str, ...]]) -> tuple[str, ...]:
    seen = set()
    while key in fuller and key not in seen:
        seen.add(key)
        key = fuller[key]
    return key


def _fuller(
    key: tuple[str, ...],
    ends: dict[str, set[tuple[str, ...]]],
    initials: dict[str, set[tuple[str, ...]]],
    kinds: dict[tuple[str, ...], EntityKind],
    best: dict[tuple[str, ...], Mention],
) -> tuple[str, ...] | None:
    """The one longer name of the report that a shorter one stands for; ``None`` if none or several."""
    kind = kinds.get(key, EntityKind.UNKNOWN)
    if kind in (EntityKind.PLACE, EntityKind.NATIONALITY, EntityKind.EVENT):
        return None
    fits = [
        other
        for other in sorted(ends.get(key[-1], ()))
        if len(other) > len(key)
        and _within(key, other)
        and _same_kind(kind, kinds.get(other, EntityKind.UNKNOWN))
    ]
    if not fits and len(key) == 1 and best[key].form is MentionForm.ACRONYM:
        fits = sorted(initials.get(key[0].replace(".", ""), ()))
    longest = [one for one in fits if all(_within(other, one) or other == one for other in fits)]
    return longest[0] if len(longest) == 1 else None


def _join_shared(
    names: Sequence[Mention],
    head: dict[str, str],
    surnames: Sequence[_Key],
    ends: dict[str, set[_Key]],
) -> None:
    """Let a surname that several bear stand for the one it stood for before another was named.

    It stands for nobody right after another of them was named in full.
    """
    shared = {key[0] for key in surnames if len(ends.get(key[0], ())) > 1}
    rows: dict[str, list[tuple[Mention, bool]]] = {}
    for mention in names:
        key = _key(mention)
        if key and key[-1] in shared and mention.kind in _MAY_BE_PEOPLE:
            rows.setdefault(key[-1], []).append((mention, len(key) > 1))
    for uses in rows.values():
        bearer = _established(uses, head)
        if bearer is None:
            continue
        other = -_FAR
        for mention, full in uses:
            if full and head.get(mention.id, mention.id) != bearer:
                other = mention.span.end
            elif not full and mention.span.start - other >= _FAR:
                head[mention.id] = bearer
            elif not full:
                head.pop(mention.id, None)


def _established(uses: Sequence[tuple[Mention, bool]], head: dict[str, str]) -> str | None:
    """Whom a surname stands for where it first follows a full name: one bearer alone is named yet."""
    named: set[str] = set()
    for mention, full in uses:
        if full:
            named.add(head.get(mention.id, mention.id))
        elif named:
            return named.pop() if len(named) == 1 else None
    return None


_MAY_BE_PEOPLE = (EntityKind.PERSON, EntityKind.UNKNOWN)
_FAR = 300
"""How far behind, in code points, another bearer must lie for a shared surname to be clear again."""


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of ``short`` stand in ``long`` in their order, initials allowed."""
    at = 0
    for word in long:
        if at < len(short) and (
            word == short[at] or (len(short[at]) == 1 and word[0] == short[at])
        ):
            at += 1
    return at == len(short)


def _same_kind(a: EntityKind, b: EntityKind) -> bool:
    bodies = (EntityKind.ORGANIZATION, EntityKind.GROUP)
    if EntityKind.UNKNOWN in (a, b) or a is b:
        return b not in (EntityKind.PLACE, EntityKind.NATIONALITY)
    return a in bodies and b in bodies


def _join_aliases(names: Sequence[Mention], head: dict[str, str]) -> None:
    """Let stated aliases, and every other use of the same alias, refer to the owner's name."""
    by_id = {mention.id: mention for mention in names}
    uses: dict[tuple[str, ...], list[str]] = {}
    for mention in names:
        uses.setdefault(key_of(mention.span.text), []).append(mention.id)
    for mention in names:
        if mention.form not in (MentionForm.ALIAS, MentionForm.ACRONYM) or not mention.stated_alias:
            continue
        owners = {head.get(other, other) for other in mention.stated_alias if other in by_id}
        owners.discard(mention.id)
        if len(owners) != 1:
            continue
        owner = owners.pop()
        for other in uses[key_of(mention.span.text)]:
            if other != owner and head.get(owner) != other:
                head[other] = owner
