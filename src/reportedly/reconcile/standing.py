"""Which claims count towards a finding, and for each that does not, the rule and a sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportedly.model.finding import Excluded
from reportedly.model.measure import MEASURES, Change, Measure
from reportedly.model.report import ReportState
from reportedly.model.statement import Claim, Modality, ReviewState, Stance
from reportedly.model.value import TimeRange, Value, ValueKind
from reportedly.reconcile.compare import Relation, bounds, point, relate, tidy
from reportedly.reconcile.context import Context
from reportedly.text.label import label

RULES = (
    "superseded",
    "withdrawn",
    "copy",
    "other_population",
    "future",
    "denied_only",
    "rejected",
    "questioned",
    "not_firm",
)
"""Every rule that keeps a claim from counting (``docs/reference/grades.md``)."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A claim with what reconciling needs to know of it.

    Attributes:
        claim: The claim.
        origin: Origin id, or the report id where nothing links the report to another.
        speaker: Who is last in the chain, as compared; unique to the report if unnamed.
        name: The same as shown.
        entity: The speaker's entity id, if resolved.
        outlet: Name of the outlet that carries it.
        as_of: As of when it speaks: of a copy, as of its first telling in the same origin.
        value: What it gives, with a denial turned into the opposite answer.
        denies: Whether it stands against its value rather than for it.
    """

    claim: Claim
    origin: str
    speaker: str
    name: str
    entity: str | None
    outlet: str
    as_of: TimeRange
    value: Value
    denies: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """The claims of one question, parted by whether they count.

    Attributes:
        voices: Those that count and affirm a value.
        against: Those that count and deny a value.
        excluded: The others, each with its rule.
        moved: True where a value was left behind by time or by its own holder.
        retracted: True where what is left only takes back what was said before.
    """

    voices: tuple[Voice, ...]
    against: tuple[Voice, ...]
    excluded: tuple[Excluded, ...]
    moved: bool = False
    retracted: bool = False


def standing(claims: Sequence[Claim], context: Context) -> Standing:
    """Part the claims of one question into those that count and those that do not.

    Args:
        claims: By publication then place.
        context: Reports, origins and entities.
    """
    if not claims:
        return Standing((), (), ())
    measure = MEASURES.get(claims[0].measure)
    excluded: dict[str, Excluded] = {}
    heard: list[Voice] = []
    for claim in claims:
        reason = _unheard(claim, context)
        if reason:
            excluded[claim.id] = Excluded(claim.id, *reason)
        else:
            heard.append(voice(claim, context))
    heard = _dated_by_first_telling(heard)
    left = _superseded(heard, measure)
    excluded.update({item.claim: item for item in left})
    counted = [one for one in heard if one.claim.id not in excluded]
    copies = _copies(counted)
    excluded.update({item.claim: item for item in copies})
    counted = [one for one in counted if one.claim.id not in excluded]
    affirmed = tuple(one for one in counted if not one.denies)
    against = tuple(one for one in counted if one.denies)
    lone = _lone_denials(against) if measure and not affirmed else ()
    excluded.update({item.claim: item for item in lone})
    return Standing(
        affirmed,
        against,
        tuple(excluded[claim.id] for claim in claims if claim.id in excluded),
        moved=bool(left),
        retracted=bool(left) and _only_takes_back(counted),
    )


def voice(claim: Claim, context: Context) -> Voice:
    """Who speaks in a claim, through which origin, and for or against which value."""
    facts = context.reports.get(claim.report)
    outlet = facts.outlet if facts else "unnamed outlet"
    last = claim.holder[-1] if claim.holder else None
    name = last.name if last else outlet
    origin = claim.origin or context.origin_of.get(claim.id) or claim.report
    if last and last.entity:
        speaker = last.entity
    elif last and last.unnamed:
        speaker = f"{origin}:{tidy(name)}"
    else:
        speaker = f"~{tidy(name)}"
    published = facts.published if facts else TimeRange(None, None)
    denied = (claim.stance is Stance.DENIES) != (claim.modality is Modality.NEGATED)
    value, denies = _answer(_named(claim, context), denied)
    return Voice(
        claim=claim,
        origin=origin,
        speaker=speaker,
        name=name,
        entity=last.entity if last else None,
        outlet=outlet,
        as_of=claim.as_of if claim.as_of.known else published,
        value=value,
        denies=denies,
    )


def _named(claim: Claim, context: Context) -> Value:
    """The value, with the party's entity where the claim's subject is the party it names."""
    value = claim.value
    if value.kind is not ValueKind.WHO or value.who or not claim.subject:
        return value
    known = context.entities.get(claim.subject)
    return replace(value, who=claim.subject, text=known.name if known else value.text)


def before(one: TimeRange, other: TimeRange) -> bool:
    """Whether the first ends before the second begins, or begins days earlier and ends that day."""
    if not one.known or not other.known:
        return False
    (start, end), (later, _) = one.bounds(), other.bounds()
    return end < later or (end[:10] == later[:10] and start[:10] < later[:10])


def _answer(value: Value, denied: bool) -> tuple[Value, bool]:
    """The value and whether it is stood against; of a yes or no, a denial is the other answer."""
    if value.kind is ValueKind.POLARITY:
        polarity = (value.polarity is not False) != denied
        return (Value(ValueKind.POLARITY, polarity=polarity, text=value.text), False)
    if value.polarity is None:
        return (value, denied)
    against = denied == (value.polarity is not False)
    return (
        Value(value.kind, who=value.who, text=value.text, polarity=True, place=value.place),
        against,
    )


def _unheard(claim: Claim, context: Context) -> tuple[str, str] | None:
    """Rule and sentence of a claim that cannot count, whatever else is said."""
    facts = context.reports.get(claim.report)
    holder = claim.holder[-1].name if claim.holder else "The outlet"
    if claim.state is ReviewState.REJECTED:
        return ("rejected", "A person rejected it.")
    if facts and facts.state is ReportState.WITHDRAWN:
        return ("withdrawn", f"The report of {facts.outlet} it stands in was withdrawn.")
    if claim.modality is Modality.FUTURE:
        return ("future", f"{holder} speaks of what is planned or expected, not of what is.")
    if claim.modality is Modality.ASKED or claim.stance is Stance.NONE:
        return ("questioned", f"{holder} asks or is asked, and does not say so.")
    if claim.modality is Modality.POSSIBLE:
        return ("not_firm", f"{holder} gives it as possible only.")
    if claim.stance is Stance.DOUBTS:
        return ("not_firm", f"{holder} doubts it.")
    return None


def _dated_by_first_telling(heard: list[Voice]) -> list[Voice]:
    """Give every repetition within an origin the time of its first telling there.

    A late copy of the ministry's first figure does not mean that the ministry went back to it.
    """
    first: dict[tuple[str, Value, bool], TimeRange] = {}
    for one in heard:
        named = (one.origin, one.value, one.denies)
        known = first.get(named)
        if known is None or (one.as_of.known and one.as_of.bounds() < known.bounds()):
            first[named] = one.as_of
    return [
        Voice(
            one.claim,
            one.origin,
            one.speaker,
            one.name,
            one.entity,
            one.outlet,
            first[one.origin, one.value, one.denies],
            one.value,
            one.denies,
        )
        for one in heard
    ]


def _superseded(heard: list[Voice], measure: Measure | None) -> list[Excluded]:
    """Values their own holder or origin replaced, or that a stated update of a growing figure left."""
    grows = measure is not None and measure.change is Change.GROWS
    updates = Updates(one for one in heard if one.claim.update)
    last = _last_words(heard)
    found = []
    for one in heard:
        newer = updates.replacing(one, grows=grows) or _revised(one, last)
        if newer:
            found.append(Excluded(one.claim.id, "superseded", _replaced(one, newer)))
    return found


def _replaced(one: Voice, newer: Voice) -> str:
    old, new = label(one.value), label(newer.value)
    if one.speaker == newer.speaker:
        if one.denies != newer.denies:
            return f"{one.name} later {'denies' if newer.denies else 'gives'} it."
        return f"{one.name} later gives {new} instead of {old}."
    if _is_nothing(newer):
        return f"{newer.name} takes it back."
    return f"{newer.name} says that the figure moved on to {new}; {old} was given before."


def _last_words(heard: list[Voice]) -> dict[str, Voice]:
    """The latest statement of each named speaker."""
    last: dict[str, Voice] = {}
    for one in heard:
        if one.as_of.known and not _unnamed(one):
            known = last.get(one.speaker)
            if known is None or _when(known) < _when(one):
                last[one.speaker] = one
    return last


def _revised(one: Voice, last: dict[str, Voice]) -> Voice | None:
    """The later statement of the same speaker that cannot hold beside this one."""
    newer = last.get(one.speaker)
    if newer is None or not before(one.as_of, newer.as_of):
        return None
    apart = relate(one.value, newer.value) is Relation.EXCLUSIVE
    return newer if apart or one.denies != newer.denies else None


def _unnamed(one: Voice) -> bool:
    return bool(one.claim.holder) and one.claim.holder[-1].unnamed and one.entity is None


def _when(one: Voice) -> tuple[tuple[str, str], str]:
    return (one.as_of.bounds(), one.claim.id)


class Updates:
    """The claims whose words revise a figure, found again without looking at all of them."""

    def __init__(self, updates: Iterable[Voice]) -> None:
        ordered = sorted(updates, key=_when)
        self._kin: dict[str, list[Voice]] = {}
        self._naming: dict[Value, Voice] = {}
        self._highest_in: dict[str, Voice] = {}
        self._taking_back: Voice | None = None
        for one in ordered:
            for named in (f"s {one.speaker}", f"o {one.origin}"):
                self._kin[named] = [*self._kin.get(named, ())[-1:], one]
            if one.claim.supersedes is not None:
                self._naming[one.claim.supersedes] = one
            if _is_nothing(one):
                self._taking_back = one
            top = self._highest_in.get(one.claim.report)
            if top is None or point(top.value) <= point(one.value):
                self._highest_in[one.claim.report] = one
        self._starts = [one.as_of.bounds()[0] for one in ordered if one.as_of.known]
        self._highest_from: list[Voice] = []
        for one in reversed([one for one in ordered if one.as_of.known]):
            top = self._highest_from[-1] if self._highest_from else one
            self._highest_from.append(one if point(one.value) > point(top.value) else top)
        self._highest_from.reverse()

    def replacing(self, one: Voice, *, grows: bool) -> Voice | None:
        """The update that leaves this claim behind, if there is one."""
        for newer in self._candidates(one):
            if newer.claim.id != one.claim.id and _covers(newer, one, grows=grows):
                return newer
        return None

    def _candidates(self, one: Voice) -> list[Voice]:
        found = [
            *reversed(self._kin.get(f"s {one.speaker}", ())),
            *reversed(self._kin.get(f"o {one.origin}", ())),
        ]
        found += [self._naming[one.value]] if one.value in self._naming else []
        if one.as_of.known:
            end = one.as_of.bounds()[1]
            for at in (bisect_right(self._starts, end), bisect_right(self._starts, end[:10])):
                found += self._highest_from[at : at + 1]
        if self._taking_back is not None:
            found.append(self._taking_back)
        if one.claim.report in self._highest_in:
            found.append(self._highest_in[one.claim.report])
        return found


def _covers(newer: Voice, one: Voice, *, grows: bool) -> bool:
    """Whether the words of an update speak of this other value too, as one that no longer holds."""
    if relate(one.value, newer.value) is Relation.SAME and one.denies == newer.denies:
        return False
    if before(newer.as_of, one.as_of):
        return False
    earlier = before(one.as_of, newer.as_of)
    if earlier and _is_nothing(newer) and not _is_nothing(one):
        return True
    kin = one.speaker == newer.speaker or one.origin == newer.origin
    old = newer.claim.supersedes
    if old is not None and relate(one.value, old) is Relation.SAME:
        return kin or earlier
    if one.claim.update and not earlier:
        return False
    if one.speaker == newer.speaker:
        return True
    if not grows or one.value.kind is not ValueKind.COUNT:
        return False
    lower = point(one.value) < point(newer.value)
    return lower and (earlier or one.claim.report == newer.claim.report)


def _copies(counted: list[Voice]) -> list[Excluded]:
    """What other reports of one origin repeat: it counts once, where it was told first."""
    first: dict[tuple[str, str, Value, bool], Voice] = {}
    found = []
    for one in counted:
        speaker = one.speaker if one.claim.attribution else ""
        named = (one.origin, speaker, one.value, one.denies)
        root = first.setdefault(named, one)
        if root.claim.report != one.claim.report:
            why = f"{one.outlet} repeats what {root.outlet} has; the two go back to one origin."
            found.append(Excluded(one.claim.id, "copy", why))
    return found


def _lone_denials(against: tuple[Voice, ...]) -> list[Excluded]:
    """Denied figures that nobody else gives: the denial is shown, the figure is no answer."""
    return [
        Excluded(one.claim.id, "denied_only", f"{one.name} denies it, and nobody here gives it.")
        for one in against
        if one.value.kind is ValueKind.COUNT
    ]


def _only_takes_back(counted: list[Voice]) -> bool:
    """Whether all that still stands is that there was none after all."""
    return all(one.claim.update and _is_nothing(one) for one in counted)


def _is_nothing(one: Voice) -> bool:
    if one.denies:
        return True
    if one.value.kind is ValueKind.POLARITY:
        return one.value.polarity is False
    return one.value.kind is ValueKind.COUNT and bounds(one.value) == (0.0, 0.0)
