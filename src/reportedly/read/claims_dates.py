"""When: a group was founded, a happening took place, at what time of day, where it began."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportedly.model.statement import Detail, EntityKind, Mention, Modality
from reportedly.model.value import Value, ValueKind
from reportedly.read.claims_events import Happenings
from reportedly.read.claims_firm import firmness
from reportedly.read.claims_scene import Draft, Page, Scene, mention_after, mention_before
from reportedly.read.claims_subjects import subject
from reportedly.text.wordlist import word_set

GROUPS = (EntityKind.GROUP, EntityKind.ORGANIZATION)
_FOUNDED = word_set("founded formed created established")
_BEGAN = word_set("began started emerged appeared")
_OPEN = frozenset(("since", "until", "unresolved", "clock_time", "duration"))
_NEAR = 14
_CLOSE = 10
BASED = word_set("based headquartered stationed quartered")


def date_drafts(page: Page, happenings: Happenings) -> Iterator[Draft]:
    """Foundings, dates and times of day of happenings, where they began, where groups are based."""
    for scene in page.scenes:
        yield from _foundings(page, scene)
        yield from _occurrences(scene, happenings)
        yield from _beginnings(scene, happenings)
        yield from _bases(page, scene)


def _foundings(page: Page, scene: Scene) -> Iterator[Draft]:
    for at, item in enumerate(scene.items):
        verb = at
        if (item.low == "set" and scene.low(at + 1) == "up") or item.low in _FOUNDED:
            passive = _is_passive(scene, at)
        elif item.low in _BEGAN and scene.low(at + 1) in ("on", "in", "last", "some"):
            passive = True
        else:
            continue
        group = _founded(page, scene, verb, passive=passive)
        time = _time_near(scene, verb)
        if group is None or time is None:
            continue
        modality = firmness(scene, verb, verb)
        if modality is Modality.NEGATED:
            continue
        yield Draft(
            scene=scene,
            words=time.span,
            measure="founded",
            value=_days(time.value),
            subject=group,
            modality=modality,
        )


def _is_passive(scene: Scene, at: int) -> bool:
    near = {scene.low(step) for step in range(max(0, at - 3), at)}
    return bool(near & {"was", "were", "been", "being", "is"})


def _founded(page: Page, scene: Scene, verb: int, *, passive: bool) -> Mention | None:
    """What was founded: the subject of a passive, the object of an active verb."""
    if not passive:
        return mention_after(scene, verb + 1, GROUPS, reach=6)
    found = subject(page, scene, verb)
    return found if found is not None and found.kind in (*GROUPS, EntityKind.UNKNOWN) else None


def _time_near(scene: Scene, verb: int) -> Detail | None:
    """The one closed time near the verb; after it where both sides have one."""
    near = [
        (scene.index(one.span.start), one)
        for one in scene.times
        if one.value.time.known and one.rule not in _OPEN
    ]
    after = [one for at, one in near if verb < at <= verb + _NEAR]
    before = [one for at, one in near if verb - _NEAR <= at < verb]
    return after[0] if after else (before[-1] if before else None)


def _days(value: Value) -> Value:
    """A time to the day."""
    return replace(
        value,
        earliest=value.earliest[:10] if value.earliest else None,
        latest=value.latest[:10] if value.latest else None,
        text=None,
    )


def _occurrences(scene: Scene, happenings: Happenings) -> Iterator[Draft]:
    told = happenings.told(scene)
    if told.words is None or not told.when.known:
        return
    at = scene.index(told.words.span.start)
    event = happenings.of(scene, at)
    clock = "T" in (told.words.value.earliest or "")
    close = [act for act in told.acts if abs(act.at - at) <= _CLOSE]
    if not event.act or not (close or clock):
        return
    modality = firmness(scene, close[0].at if close else at, at)
    if modality in (Modality.NEGATED, Modality.FUTURE):
        return
    if close:
        yield Draft(
            scene,
            told.words.span,
            "occurred",
            _days(told.words.value),
            event=event,
            modality=modality,
        )
    if clock:
        value = replace(told.words.value, text=None)
        yield Draft(scene, told.words.span, "time_of_day", value, event=event, modality=modality)


_FIRE = word_set("fire blaze explosion blast flames")
_START = word_set("began started originated broke begins starts")


def _beginnings(scene: Scene, happenings: Happenings) -> Iterator[Draft]:
    """Where it began, a place inside the place of the happening ("the fire began in Shed 4")."""
    for at, item in enumerate(scene.items):
        if item.low not in _START or not _FIRE & {
            scene.low(step) for step in range(max(0, at - 4), at)
        }:
            continue
        step = at + 1 + (scene.low(at + 1) in ("out", "up"))
        if scene.low(step) not in ("in", "at", "inside", "near"):
            continue
        end = _phrase_end(scene, step + 1)
        if end <= step + 1:
            continue
        words = scene.cut(step + 1, end)
        event = happenings.of(scene, at)
        value = Value(ValueKind.PLACE, place=words.text)
        yield Draft(
            scene, words, "occurred_at", value, event=event, modality=firmness(scene, at, at)
        )


_PHRASE_STOP = word_set(
    "where when which who that and but after before on at in as because , . ; :"
)


def _phrase_end(scene: Scene, first: int) -> int:
    """Index after a short noun phrase that begins at ``first``."""
    end = first
    while end < min(first + 5, len(scene.items)) and scene.low(end) not in _PHRASE_STOP:
        end += 1
    return end


def _bases(page: Page, scene: Scene) -> Iterator[Draft]:
    for at, item in enumerate(scene.items):
        if item.low not in BASED or scene.low(at + 1) not in ("in", "at", "near"):
            continue
        who = mention_before(scene, at, (*GROUPS, EntityKind.PERSON), reach=10)
        place = mention_after(scene, at + 2, (EntityKind.PLACE,), reach=5)
        if who is None or place is None or place.kind is not EntityKind.PLACE:
            continue
        value = Value(ValueKind.PLACE, place=place.span.text)
        yield Draft(scene, place.span, "based_at", value, subject=page.root(who))
