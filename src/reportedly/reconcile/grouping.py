"""Which claims answer the same question: blocks by what is asked, then events kept apart.

Better two questions than one wrong merge: an event is joined only where act, place and time allow
exactly one, and everything is looked up by place and month, so the work grows with the number of
claims and not with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from reportedly.model.finding import QuestionKind
from reportedly.model.ident import SEPARATOR
from reportedly.model.measure import MEASURES, akin
from reportedly.model.statement import Claim, Event
from reportedly.model.value import TimeRange
from reportedly.reconcile.compare import tidy

NARROW_DAYS = 45
"""A longer range than this ("in 2022") does not found an event of its own by its date."""

NEAR_DAYS = 1
"""Accounts of one event at one place may differ by a day: a night has two dates."""

_APART = "It was kept apart: its words fit {count} events, and do not say which."


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that answer one question, by publication then place, and what was chosen in joining."""

    claims: tuple[Claim, ...]
    event: Event | None = None
    notes: tuple[str, ...] = ()


def key(claim: Claim) -> str:
    """The block a claim belongs to: claims of different blocks never answer one question."""
    measure = MEASURES.get(claim.measure)
    kind = measure.kind if measure else QuestionKind.WHETHER
    parts = [kind.value, claim.measure, tidy(claim.population)]
    if claim.value.unit == "percent":
        parts.append("percent")
    if kind is QuestionKind.WHETHER:
        parts.append(tidy(claim.value.text or ""))
    if measure is None or not measure.of_event or measure.own:
        parts.append(claim.subject or f"~{tidy(claim.subject_words)}")
    return SEPARATOR.join(parts)


def group(claims: Iterable[Claim]) -> tuple[Group, ...]:
    """Split the claims of one block into the questions they answer.

    Args:
        claims: All claims of one `key`, in their final order.
    """
    held = tuple(claims)
    measure = MEASURES.get(held[0].measure) if held else None
    if not held:
        return ()
    if measure is None or not measure.of_event:
        return (Group(held),)
    return _Events().part(held)


@dataclass(slots=True)
class _Signature:
    """What the words of some claims say of their event."""

    act: str
    place: str
    tokens: frozenset[str]
    days: tuple[int, int] | None
    claims: list[Claim] = field(default_factory=list)

    @property
    def narrow(self) -> bool:
        return self.days is not None and self.days[1] - self.days[0] <= NARROW_DAYS

    @property
    def order(self) -> tuple[bool, bool, bool, int, tuple[int, int], str, str]:
        """Best told first: what founds an event comes before what only fits one."""
        days = self.days or (0, 0)
        return (
            not self.narrow,
            not self.place,
            not self.act,
            days[1] - days[0],
            days,
            self.place,
            self.act,
        )


@dataclass(slots=True)
class _Cluster:
    """One event, as far as the claims joined to it tell."""

    number: int
    days: tuple[int, int] | None
    acts: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    tokens: list[frozenset[str]] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class _Events:
    """The events of one block, found again by place word and month."""

    def __init__(self) -> None:
        self._clusters: list[_Cluster] = []
        self._index: dict[tuple[str, int | None], list[_Cluster]] = {}

    def part(self, claims: tuple[Claim, ...]) -> tuple[Group, ...]:
        for signature in sorted(_signatures(claims), key=lambda s: s.order):
            fits = self._fits(signature)
            if len(fits) == 1:
                self._join(fits[0], signature)
            else:
                cluster = self._found(signature)
                if fits:
                    cluster.notes.append(_APART.format(count="two or more"))
        order = {claim.id: at for at, claim in enumerate(claims)}
        return tuple(
            Group(
                tuple(sorted(cluster.claims, key=lambda c: order[c.id])),
                _event(cluster),
                tuple(cluster.notes),
            )
            for cluster in self._clusters
        )

    def _fits(self, signature: _Signature) -> list[_Cluster]:
        """The events it fits, at most two; only the best fitting where some fit better."""
        best: list[_Cluster] = []
        rank = 0
        seen: set[int] = set()
        for cluster in self._candidates(signature):
            if cluster.number in seen:
                continue
            seen.add(cluster.number)
            fit = _fit(signature, cluster)
            if fit > rank:
                best, rank = [cluster], fit
            elif fit and fit == rank and len(best) < 2:
                best.append(cluster)
            if len(best) > 1 and rank == _BEST_FIT:
                break
        return best

    def _candidates(self, signature: _Signature) -> Iterator[_Cluster]:
        months: Iterable[int | None] = (
            _months(signature.days) if signature.narrow and signature.days else (None,)
        )
        names = sorted(signature.tokens) if signature.tokens else ["*"]
        for month in months:
            for name in names:
                yield from self._index.get((name, month), ())
            if signature.tokens:
                yield from self._index.get(("", month), ())

    def _found(self, signature: _Signature) -> _Cluster:
        cluster = _Cluster(len(self._clusters), signature.days)
        self._clusters.append(cluster)
        self._join(cluster, signature)
        return cluster

    def _join(self, cluster: _Cluster, signature: _Signature) -> None:
        cluster.claims.extend(signature.claims)
        weight = len(signature.claims)
        if signature.act:
            cluster.acts[signature.act] += weight
        if signature.place:
            cluster.places[signature.place] += weight
            cluster.tokens.append(signature.tokens)
        if signature.days:
            cluster.days = _meet(cluster.days, signature.days)
        names = set(signature.tokens) if signature.tokens else {""}
        months: list[int | None] = [None]
        if signature.narrow and cluster.days:
            months += _months(cluster.days)
        for name in sorted(names | {"*"}):
            for month in months:
                listed = self._index.setdefault((name, month), [])
                if not listed or listed[-1] is not cluster:
                    listed.append(cluster)


_BEST_FIT = 4


def _fit(signature: _Signature, cluster: _Cluster) -> int:
    """0 if it cannot be that event; more the more of act, place and time speak for it."""
    if not _acts_agree(signature.act, cluster):
        return 0
    if signature.tokens and any(
        not (signature.tokens <= other or other <= signature.tokens) for other in cluster.tokens
    ):
        return 0
    told = bool(signature.tokens and cluster.tokens)
    gap = _gap(signature.days, cluster.days)
    if gap is None:
        return 2 if told else 1
    if gap > 0 and not (
        told
        and gap <= NEAR_DAYS
        and signature.act
        and cluster.acts
        and _spread(signature.days, cluster.days) <= 2 * NEAR_DAYS
    ):
        return 0
    return (_BEST_FIT if told else 3) if gap == 0 else 1


def _acts_agree(act: str, cluster: _Cluster) -> bool:
    return not cluster.acts or any(akin(act, other) for other in cluster.acts)


def _gap(one: tuple[int, int] | None, other: tuple[int, int] | None) -> int | None:
    """Days between two ranges, 0 where they meet; ``None`` where one is unknown."""
    if one is None or other is None:
        return None
    return max(0, max(one[0], other[0]) - min(one[1], other[1]))


def _spread(one: tuple[int, int] | None, other: tuple[int, int] | None) -> int:
    if one is None or other is None:
        return 0
    return max(one[1], other[1]) - min(one[0], other[0])


def _meet(core: tuple[int, int] | None, days: tuple[int, int]) -> tuple[int, int]:
    """What both allow; the whole stretch where they do not meet."""
    if core is None:
        return days
    low, high = max(core[0], days[0]), min(core[1], days[1])
    return (low, high) if low <= high else (min(core[0], days[0]), max(core[1], days[1]))


def _signatures(claims: tuple[Claim, ...]) -> list[_Signature]:
    found: dict[tuple[str, str, tuple[int, int] | None], _Signature] = {}
    for claim in claims:
        event = claim.event or Event()
        place = " ".join(event.place.split())
        days = day_range(event.when)
        tokens = frozenset(tidy(place).split())
        named = (event.act, place, days)
        if named not in found:
            found[named] = _Signature(event.act, place if tokens else "", tokens, days)
        found[named].claims.append(claim)
    return list(found.values())


def day_range(when: TimeRange) -> tuple[int, int] | None:
    """Both ends as day numbers; an open end is taken as the other; ``None`` if unknown."""
    low = _day(when.earliest or when.latest)
    high = _day(when.latest or when.earliest)
    return None if low is None or high is None else (min(low, high), max(low, high))


def _day(moment: str | None) -> int | None:
    if not moment:
        return None
    try:
        return date.fromisoformat(moment[:10]).toordinal()
    except ValueError:
        return None


def _months(days: tuple[int, int]) -> list[int]:
    """Months touched, with a day's grace at both ends, each as one number."""
    low = date.fromordinal(max(1, days[0] - NEAR_DAYS))
    high = date.fromordinal(min(date.max.toordinal(), days[1] + NEAR_DAYS))
    return list(range(low.year * 12 + low.month, high.year * 12 + high.month + 1))


def _event(cluster: _Cluster) -> Event:
    when = TimeRange(None, None)
    if cluster.days:
        low, high = (date.fromordinal(day).isoformat() for day in cluster.days)
        when = TimeRange(low, high)
    return Event(_commonest(cluster.acts), _commonest(cluster.places), when)


def _commonest(names: Counter[str]) -> str:
    """The name most claims use; of equals the longer, then the first by letter."""
    if not names:
        return ""
    return min(names, key=lambda name: (-names[name], -len(name), name))
