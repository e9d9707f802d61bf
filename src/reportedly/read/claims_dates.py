"""When: a group was founded, a happening took place, at what time of day, where it began."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from reportedly.model.statement import Detail, EntityKind, Mention, MentionForm, Modality
from reportedly.model.value import Value, ValueKind
from reportedly.read.claims_events import FAMILY, Happenings
from reportedly.read.claims_firm import firmness
from reportedly.read.claims_scene import Draft, Page, Scene, mention_after, mention_before
from reportedly.read.claims_strength import group_before
from reportedly.read.claims_subjects import group_start, subject, subject_words
from reportedly.text.clock import CLOCK, minutes
from reportedly.text.wordlist import word_set

GROUPS = (EntityKind.GROUP, EntityKind.ORGANIZATION)
_FOUNDED = word_set("founded formed created established")
_BEGAN = word_set("began started emerged appeared")
_OPEN = frozenset(("since", "until", "unresolved", "clock_time", "duration"))
_NO_BODY = (EntityKind.PLACE, EntityKind.NATIONALITY, EntityKind.EVENT)
_NEAR = 14
_CLOSE = 10
_LASTING = word_set(
    "fighting war operation offensive siege evacuation ceasefire training talks search trial "
    "counteroffensive occupation blockade strike protests inquiry shelling mobilisation"
)
_BEGIN = word_set("began started begins starts")
_END = word_set("ended finished stopped ceased")


def _spans_of(scene: Scene) -> Iterator[Draft]:
    """When something lasting began or ended: "the offensive began on 4 June"."""
    for at, item in enumerate(scene.items):
        if item.low not in _BEGIN and item.low not in _END:
            continue
        where = subject_words(scene, at)
        time = _time_near(scene, at)
        if where is None or time is None or where[1] - where[0] > 6:
            continue
        thing = scene.cut(*where)
        if not any(scene.low(step) in _LASTING for step in range(*where)):
            continue
        modality = firmness(scene, at, at)
        if modality is not Modality.NEGATED:
            measure = "began" if item.low in _BEGIN else "ended"
            yield Draft(
                scene,
                time.span,
                measure,
                _days(time.value),
                subject_words=" ".join(thing.text.split()),
                modality=modality,
            )


_APPOINTED = word_set("appointed elected sworn inaugurated promoted")
_OFFICE = word_set("over command office charge power")
_HOSPITAL = word_set("hospital hospitals clinic infirmary")


def _appointments(page: Page, scene: Scene) -> Iterator[Draft]:
    """When somebody took a post: "was appointed in May", "took over in January"."""
    for at, item in enumerate(scene.items):
        took = item.low == "took" and scene.low(at + 1) in _OFFICE
        if not took and not (item.low in _APPOINTED and _is_passive(scene, at)):
            continue
        person = subject(page, scene, at)
        if person is None and scene.low(group_start(scene, at) - 1) in ("he", "she"):
            person = _person_before(page, scene)
        time = _time_near(scene, at)
        if person is None or time is None or person.kind is not EntityKind.PERSON:
            continue
        modality = firmness(scene, at, at)
        if modality is not Modality.NEGATED:
            yield Draft(
                scene, time.span, "appointed", _days(time.value), subject=person, modality=modality
            )


def _person_before(page: Page, scene: Scene) -> Mention | None:
    """The one person that the sentence before speaks of, within the paragraph."""
    at = bisect_left(page.scenes, scene.number, key=lambda one: one.number)
    if at == 0 or page.scenes[at - 1].paragraph != scene.paragraph:
        return None
    people = {
        page.root(one).id: page.root(one)
        for one in page.scenes[at - 1].mentions
        if page.root(one).kind is EntityKind.PERSON
    }
    found = next(iter(people.values())) if len(people) == 1 else None
    return None if found is None or found.form is MentionForm.PRONOUN else found


def _hospitals(scene: Scene, happenings: Happenings) -> Iterator[Draft]:
    """Where the injured were taken: a hospital that is named."""
    words = {item.low for item in scene.items}
    taken = words & {"taken", "rushed", "brought", "airlifted", "admitted", "treated"}
    if not taken or not words & _HOSPITAL:
        return
    for one in scene.mentions:
        if not _HOSPITAL & set(one.span.text.lower().split()) or one.form is not MentionForm.NAME:
            continue
        event = happenings.of(scene, scene.index(one.span.start))
        value = Value(ValueKind.PLACE, place=one.span.text)
        if event.act:
            yield Draft(scene, one.span, "treated_at", value, event=event)


BASED = word_set("based headquartered stationed quartered")


def date_drafts(page: Page, happenings: Happenings) -> Iterator[Draft]:
    """Foundings, dates and times of day of happenings, where they began, where groups are based."""
    for scene in page.scenes:
        yield from _foundings(page, scene)
        yield from _occurrences(scene, happenings)
        yield from _clocks(scene, happenings)
        yield from _beginnings(scene, happenings)
        yield from _spans_of(scene)
        yield from _appointments(page, scene)
        yield from _hospitals(scene, happenings)
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
    if found is None and scene.low(group_start(scene, verb) - 1) == "it":
        groups = {page.root(one).id: page.root(one) for one in scene.mentions if one.kind in GROUPS}
        named = [one for one in groups.values() if not scene.in_source(one.span)]
        return named[0] if len(named) == 1 else group_before(page, scene)
    return None if found is None or found.kind in _NO_BODY else found


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
    close = [act for act in told.acts if abs(act.at - at) <= _CLOSE]
    if not event.act or not close:
        return
    modality = firmness(scene, close[0].at, at)
    if modality in (Modality.CERTAIN, Modality.PROBABLE):
        yield Draft(
            scene,
            told.words.span,
            "occurred",
            _days(told.words.value),
            event=event,
            modality=modality,
        )


def _clocks(scene: Scene, happenings: Happenings) -> Iterator[Draft]:
    """At what time of day: a clock time in a sentence that tells of one day's happening."""
    for one in scene.times:
        at = scene.index(one.span.start)
        event = happenings.of(scene, at)
        day = event.when.earliest
        if not event.act or day is None or day != event.when.latest or not _happens(scene, at):
            continue
        value = _clock(one, day)
        modality = firmness(scene, at, at)
        if value is not None and modality is not Modality.NEGATED:
            yield Draft(scene, one.span, "time_of_day", value, event=event, modality=modality)


def _clock(one: Detail, day: str) -> Value | None:
    """A clock time on its day; ``None`` for a mere part of the day."""
    value = replace(one.value, text=None)
    if "T" not in (value.earliest or ""):
        match = CLOCK.search(one.span.text)
        if match is None or one.value.time.known:
            return None
        told = minutes(match)
        first, last = max(0, told.first), min(DAY_MINUTES - 1, told.last)
        value = Value(ValueKind.TIME, earliest=_at(day, first), latest=_at(day, last))
    start, end = value.earliest or "", value.latest or ""
    if start[:10] != end[:10] or "T" not in end:
        return None
    return value if _minute(end) - _minute(start) <= CLOSE_MINUTES else None


def _at(day: str, minute: int) -> str:
    return f"{day}T{minute // 60:02d}:{minute % 60:02d}"


def _minute(moment: str) -> int:
    return int(moment[11:13]) * 60 + int(moment[14:16])


DAY_MINUTES = 24 * 60
CLOSE_MINUTES = 120
"""A longer stretch ("in the evening") is no time of day."""


def _happens(scene: Scene, at: int) -> bool:
    """Whether the clock time dates a happening, not a meeting or a report of it."""
    near = {scene.low(step) for step in range(max(0, at - 12), min(len(scene.items), at + 12))}
    return bool(near & (frozenset(FAMILY) | _HAPPENED))


_HAPPENED = word_set("struck happened occurred began erupted killed died off responded called")


_FIRE = word_set("fire blaze explosion blast flames charge bomb device")
_START = word_set("began started originated broke begins starts")


def _beginnings(scene: Scene, happenings: Happenings) -> Iterator[Draft]:
    """Where it began, a place inside the place of the happening ("the fire began in Shed 4")."""
    for at, item in enumerate(scene.items):
        went_off = item.low == "went" and scene.low(at + 1) == "off"
        if not (item.low in _START or went_off) or not _FIRE & {
            scene.low(step) for step in range(max(0, at - 4), at)
        }:
            continue
        step = at + 1 + (scene.low(at + 1) in ("out", "up", "off"))
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
