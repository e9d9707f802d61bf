"""Filling the entities into a reading: who each mention, source, holder and claim is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.model.entity import Resolved
from reportedly.model.span import Span
from reportedly.model.statement import Attribution, Claim, Holder, Mention, Reading, Source
from reportedly.model.value import Value, ValueKind
from reportedly.resolve.resolve import outlet_mention


def link(reading: Reading, resolved: Resolved) -> Reading:
    """The same reading with entity ids and names where its words were resolved.

    Words that stand for nobody known keep their own wording as the name and no entity.
    """
    linker = _Linker(reading, resolved)
    return replace(
        reading,
        mentions=tuple(linker.mention(item) for item in reading.mentions),
        attributions=tuple(linker.attribution(item) for item in reading.attributions),
        claims=tuple(linker.claim(item) for item in reading.claims),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """An entity as it is filled in."""

    id: str
    name: str


class _Linker:
    """Looks up whom words of one report stand for."""

    def __init__(self, reading: Reading, resolved: Resolved) -> None:
        self._of_mention = resolved.of_mention
        self._entities = resolved.entities
        self._by_span = _by_span(reading.mentions)
        self._outlet = self._known(resolved.of_mention.get(outlet_mention(reading.report)))
        self._chains: dict[tuple[Holder, ...], tuple[Holder, ...]] = {}
        # The words of a source are more than its name ("the spokeswoman, Ina Roke"): the links of
        # a chain stand on the same words, and stand for the same.
        self._by_source = {
            (item.source.span.start, item.source.span.end): self._meant(item.source)
            for item in reading.attributions
            if item.source is not None
        }

    def mention(self, item: Mention) -> Mention:
        """With its entity filled in."""
        entity = self._of_mention.get(item.id)
        return item if entity == item.entity else replace(item, entity=entity)

    def attribution(self, item: Attribution) -> Attribution:
        """With its source and its chain filled in."""
        return replace(
            item,
            source=self._source(item.source) if item.source is not None else None,
            chain=self._held(item.chain),
        )

    def claim(self, item: Claim) -> Claim:
        """With its holder, its subject and the party it names filled in."""
        subject = self._of_mention.get(item.subject_mention or "")
        return replace(
            item,
            holder=self._held(item.holder),
            subject=subject or item.subject,
            value=self._value(item.value, item.words),
        )

    def _held(self, chain: tuple[Holder, ...]) -> tuple[Holder, ...]:
        """A chain filled in; the claims in a statement are held through the chain of it."""
        held = self._chains.get(chain)
        if held is None:
            held = self._chains[chain] = tuple(self._holder(holder) for holder in chain)
        return held

    def _source(self, source: Source) -> Source:
        known = self._meant(source)
        return source if known is None else replace(source, entity=known.id, name=known.name)

    def _meant(self, source: Source) -> _Known | None:
        return self._known(self._of_mention.get(source.mention or "")) or self._at(source.span)

    def _holder(self, holder: Holder) -> Holder:
        if holder.span is None:
            known = self._outlet
        else:
            words = (holder.span.start, holder.span.end)
            known = self._by_source.get(words) or self._at(holder.span)
        if known is None:
            return holder
        # The outlet keeps the name it goes by here; the entity says whom that name is one with.
        name = holder.name if holder.span is None else known.name
        return replace(holder, entity=known.id, name=name)

    def _value(self, value: Value, words: Span) -> Value:
        if value.kind is not ValueKind.WHO:
            return value
        known = self._at(words)
        return value if known is None else replace(value, who=known.id, text=known.name)

    def _at(self, span: Span) -> _Known | None:
        """The entity whose mention stands exactly on these words."""
        return self._known(self._of_mention.get(self._by_span.get((span.start, span.end), "")))

    def _known(self, entity: str | None) -> _Known | None:
        if entity is None:
            return None
        # Entities are sorted by id: looked up in place, since every reading of a case is linked.
        at = bisect_left(self._entities, entity, key=lambda item: item.id)
        return _Known(entity, self._entities[at].name)


def _by_span(mentions: Sequence[Mention]) -> dict[tuple[int, int], str]:
    return {(mention.span.start, mention.span.end): mention.id for mention in mentions}
