"""Sets of joined names as entities: what to call them, what they are, under which lasting id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from reportedly.model.entity import Entity, Join, Resolved
from reportedly.model.ident import make_id
from reportedly.model.statement import EntityKind, Mention, MentionForm
from reportedly.resolve.union import Union
from reportedly.resolve.uses import Use, family
from reportedly.resolve.wording import shown


def make_entities(
    mentions: Sequence[Mention],
    uses: Sequence[Use],
    union: Union,
    joins: Iterable[Join],
    doubts: Iterable[tuple[str, str]],
    people: frozenset[str] = frozenset(),
) -> Resolved:
    """Turn the sets of names into entities, sorted by id.

    A set without any name (a lone "he", "a senior official") is nobody and gets no entity.

    Args:
        mentions: All mentions, by report and place.
        uses: All names, outlets included, by place.
        union: Which of them are one.
        joins: Why.
        doubts: Pairs of mention ids that might be one.
        people: Mention ids of names of unknown kind that can only be a person's.
    """
    named: dict[str, list[Use]] = {}
    for use in uses:
        named.setdefault(union.find(use.id), []).append(use)
    held: dict[str, list[Mention]] = {top: [] for top in named}
    for mention in mentions:
        top = union.find(mention.id)
        if top in held:
            held[top].append(mention)
    best = {top: _best(items) for top, items in named.items()}
    ids = _ids(named, best)
    why: dict[str, list[Join]] = {}
    told: set[tuple[str, str, str]] = set()
    real = {mention.id for mention in mentions}
    for join in joins:
        # That an outlet's name is the name in a text needs no words, and its own name has none.
        if join.a not in real or join.b not in real:
            continue
        pair = (join.rule, min(join.a, join.b), max(join.a, join.b))
        if pair not in told:
            told.add(pair)
            why.setdefault(union.find(join.a), []).append(join)
    maybe: dict[str, set[str]] = {}
    for a, b in doubts:
        one, other = ids.get(union.find(a)), ids.get(union.find(b))
        if one and other and one != other:
            maybe.setdefault(one, set()).add(other)
    entities = [
        _entity(
            ids[top],
            items,
            best[top],
            held[top],
            why.get(top, ()),
            maybe.get(ids[top], ()),
            people,
        )
        for top, items in named.items()
    ]
    return Resolved(
        entities=tuple(sorted(entities, key=lambda entity: entity.id)),
        of_mention={
            **{use.id: ids[top] for top, items in named.items() for use in items},
            **{mention.id: ids[top] for top, items in held.items() for mention in items},
        },
    )


def _ids(named: dict[str, list[Use]], best: dict[str, Use]) -> dict[str, str]:
    """Lasting ids: of the kind and the canonical name, and of the place only where two share those.

    A report that is added later changes an id only if it changes what most reports call the entity,
    in other words, not just in another order or spelling.
    """
    ids: dict[str, str] = {}
    taken: set[str] = set()
    order = sorted(
        named, key=lambda top: (-len({u.mention.report for u in named[top]}), named[top][0].place)
    )
    for top in order:
        items = named[top]
        name = make_id("en", *_canonical(items, best[top]))
        if name in taken:
            report, start, _ = items[0].place
            name = make_id("en", *_canonical(items, best[top]), report, start)
        taken.add(name)
        ids[top] = name
    return ids


def _canonical(items: Sequence[Use], best: Use) -> tuple[str, str]:
    """Kind family and name in the form that spellings and word orders share."""
    kind = family(_kind(items, best))
    words = best.wording
    if kind == "person":
        return kind, words.person_key or best.key
    if kind == "body" and (words.distinct or words.heads):
        return kind, " ".join((*sorted(words.distinct), "|", *sorted(words.heads)))
    return kind, best.key


def _entity(
    name: str,
    items: Sequence[Use],
    best: Use,
    mentions: Sequence[Mention],
    joins: Iterable[Join],
    maybe: Iterable[str],
    people: frozenset[str],
) -> Entity:
    kind = _kind(items, best)
    if kind is EntityKind.UNKNOWN and any(use.id in people for use in items):
        kind = EntityKind.PERSON
    title = _shown(best.text, kind)
    written = {words for use in items for words in (use.text, use.mention.span.text)}
    others = {_plain(alias): alias for alias in sorted(_shown(words, kind) for words in written)}
    others.pop(_plain(title), None)
    return Entity(
        id=name,
        name=title,
        kind=kind,
        aliases=tuple(sorted(others.values(), key=lambda alias: (alias.casefold(), alias))),
        mentions=tuple(item.id for item in mentions),
        joins=tuple(sorted(joins, key=lambda join: (join.rule, join.a, join.b))),
        maybe=tuple(sorted(maybe)),
    )


def _shown(words: str, kind: EntityKind) -> str:
    return shown(words, person=kind is EntityKind.PERSON)


def _plain(name: str) -> str:
    """A name with its apostrophes in one form: whose typewriter it was makes no other name."""
    return name.replace("’", "'")


def _kind(items: Sequence[Use], best: Use) -> EntityKind:
    """What most of its names seem to stand for; of bodies, what its fullest name says.

    An acronym tells that it is a body, not whether it is a group.
    """
    count = Counter(use.mention.kind for use in items if use.mention.kind is not EntityKind.UNKNOWN)
    if best.family == "body" and best.wording.heads and best.mention.kind in count:
        most = min(count, key=lambda kind: (-count[kind], kind))
        if family(most) == "body":
            return best.mention.kind
    return min(count, key=lambda kind: (-count[kind], kind), default=EntityKind.UNKNOWN)


def _best(items: Sequence[Use]) -> Use:
    """The fullest name that most reports use: no nickname or acronym where there is another."""
    reports: dict[str, set[str]] = {}
    count: Counter[str] = Counter()
    for use in items:
        reports.setdefault(use.key, set()).add(use.mention.report)
        count[use.key] += 1
    forms = {(use.key, use.mention.form, use.text): use for use in reversed(items)}
    return min(
        forms.values(),
        key=lambda use: (
            use.mention.form is MentionForm.ALIAS,
            bool(use.wording.initials),
            not _is_full(use),
            -len(reports[use.key]),
            -count[use.key],
            -len(use.key),
            use.key,
            use.text,
            use.place,
        ),
    )


def _is_full(use: Use) -> bool:
    """Whether a person's first name, or more than one word of a body's own, is written out."""
    if use.family == "person":
        return use.wording.full
    return use.family == "body" and len(use.wording.distinct) > 1
