"""Which happening a sentence speaks of: kind of act, place and time, from its own words or from near.

Its own sentence first, then the sentences before it in the paragraph, then the event that the
report opens with. Where the words name an act of another kind or time, nothing is borrowed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.model.measure import akin
from reportedly.model.statement import Detail, EntityKind, Event, Mention
from reportedly.model.value import UNKNOWN_TIME, TimeRange
from reportedly.read.claims_scene import Page, Scene
from reportedly.text.wordlist import word_set

_FAMILIES = {
    "attack": "attack attacks attacked attacking assault assaults assaulted airstrike airstrikes "
    "strike strikes struck ambush ambushed sabotage massacre offensive",
    "incursion": "raid raids raided raiding incursion incursions foray forays stormed storming cross-border",
    "shelling": "shelled shelling shellings mortar mortars bombardment bombarded rockets",
    "explosion": "explosion explosions blast blasts exploded bomb bombs bombing bombings detonated "
    "detonation",
    "fire": "fire fires blaze blazes flames burned burnt inferno arson ablaze",
    "shooting": "shooting shootings shot shots gunfire gunned gunman gunmen gunshot gunshots slaying "
    "homicide murder-suicide",
    "clash": "clash clashes clashed fighting battle battles skirmish skirmishes firefight",
    "accident": "accident accidents",
    "crash": "crash crashes crashed collision collided derailed derailment",
    "stabbing": "stabbing stabbed stabbings",
    "protest": "protest protests rally rallies riot riots unrest",
    "quake": "earthquake earthquakes quake tremor",
    "flood": "flood floods flooding landslide landslides mudslide",
}
FAMILY = {word: family for family, words in _FAMILIES.items() for word in words.split()}
"""Words that name an act, by family."""

_NOT_FIRE_AFTER = word_set(
    "chief chiefs service services brigade department crew crews truck trucks station engine "
    "engines fighter fighters officials marshal"
)
_NOT_FIRE_BEFORE = word_set("under friendly cease open opened opening return returned catch")
_WHERE = word_set("in at on near into inside outside across around")
_ELSEWHERE = word_set("felt heard seen told born raised lives living lived headquartered based")
_OF_PLACE = word_set("of from to")
_POINTING = word_set("that this those these same there it its latter")
_SAID = word_set(
    "said says told announced reported confirmed added stated wrote according statement saying"
)
_DOCUMENTS = word_set(
    "message statement post letter report story edition briefing interview article"
)
SEARCH = 12
"""Sentences from the start of a report within which its opening event must show itself."""


@dataclass(frozen=True, slots=True)
class Act:
    """A word that names an act."""

    family: str
    at: int


@dataclass(frozen=True, slots=True)
class Told:
    """What one sentence tells of its event by itself."""

    acts: tuple[Act, ...]
    place: str
    when: TimeRange
    words: Detail | None


class Happenings:
    """The events of a report, sentence by sentence."""

    def __init__(self, page: Page) -> None:
        self._told = {scene.number: tell(scene) for scene in page.scenes}
        self._before: dict[int, Event] = {}
        self._dated: dict[int, tuple[Event, ...]] = {}
        self.main = self._opening(page)
        last: tuple[int, Event] | None = None
        dated: tuple[Event, ...] = (self.main,) if self.main.when.known else ()
        for scene in page.scenes:
            told = self._told[scene.number]
            if last and last[0] == scene.paragraph:
                self._before[scene.number] = last[1]
            self._dated[scene.number] = dated
            event = self.of(scene)
            if told.acts or told.when.known or (last and last[0] == scene.paragraph):
                last = (scene.paragraph, event)
            if event.act and event.when.known and event not in dated:
                dated = (event, *dated)[:REMEMBERED]

    def told(self, scene: Scene) -> Told:
        """What the sentence itself tells."""
        return self._told[scene.number]

    def around(self, scene: Scene) -> Event:
        """The event of the sentences before it, whatever time it names itself.

        At the start of a paragraph, where the report has told of two dated events by then, it may
        be either: neither is taken.
        """
        before = self._before.get(scene.number)
        if before is not None:
            return before
        told = self._dated[scene.number]
        if any(not one.when.overlaps(self.main.when) for one in told if self.main.when.known):
            return Event()
        return self.main

    def at(self, scene: Scene, when: TimeRange) -> Event:
        """The event told before whose time meets ``when``, else the one around the sentence."""
        for one in self._dated[scene.number]:
            if one.when.overlaps(when):
                return one
        return self.around(scene)

    def of(self, scene: Scene, at: int | None = None) -> Event:
        """The event that a claim at token ``at`` of the sentence belongs to."""
        told = self._told[scene.number]
        own = Event(_nearest(told.acts, at), told.place, told.when)
        near = self.around(scene)
        if not own.act and not own.when.known:
            if own.place and near.place and not _alike(own.place, near.place):
                return own
            return near
        if own.when.known:
            return self._placed(scene, own, near)
        return self._when(scene, own, near)

    def _placed(self, scene: Scene, own: Event, near: Event) -> Event:
        """Lend a dated event the act and place of one told before, if it can be that one."""
        for other in (near, *self._dated[scene.number]):
            meets = other.when.known and own.when.overlaps(other.when)
            if meets and akin(own.act, other.act) and _no_other_place(own, other):
                return Event(own.act or other.act, own.place or other.place, _narrower(own, other))
        return replace(own, place=near.place) if not own.place and _points(scene) else own

    def _when(self, scene: Scene, own: Event, near: Event) -> Event:
        """Lend an undated act the time of one told before, if nothing speaks against it."""
        for other in (near, *self._dated[scene.number]):
            named = own.act and other.act and _no_other_place(own, other)
            if named and (akin(own.act, other.act) or _that(scene)):
                return Event(own.act, own.place or other.place, other.when)
        return own

    def _opening(self, page: Page) -> Event:
        """The event a report opens with."""
        event = Event()
        for scene in page.scenes[:SEARCH]:
            told = self._told[scene.number]
            if not event.act:
                if told.acts:
                    event = Event(told.acts[0].family, told.place, told.when)
                continue
            if event.when.known and event.place:
                break
            if any(akin(one.family, event.act) for one in told.acts):
                event = Event(
                    event.act,
                    event.place or told.place,
                    event.when if event.when.known else told.when,
                )
        return event


REMEMBERED = 4
"""Dated events that later sentences may mean."""


def _no_other_place(own: Event, other: Event) -> bool:
    return not own.place or not other.place or _alike(own.place, other.place)


def _that(scene: Scene) -> bool:
    """Whether an act is pointed at ("that attack", "this raid")."""
    return any(
        item.low in ("that", "this") and scene.low(at + 1) in FAMILY
        for at, item in enumerate(scene.items)
    )


def _narrower(own: Event, near: Event) -> TimeRange:
    return near.when if near.when.within(own.when) else own.when


def _points(scene: Scene) -> bool:
    """Whether the sentence points back ("that attack", "the same crossing", "there")."""
    return any(item.low in _POINTING for item in scene.items)


def _alike(one: str, other: str) -> bool:
    a, b = frozenset(one.lower().split()), frozenset(other.lower().split())
    return a <= b or b <= a


def _nearest(acts: Sequence[Act], at: int | None) -> str:
    if not acts:
        return ""
    if at is None:
        return acts[0].family
    return min(acts, key=lambda act: (abs(act.at - at), act.at)).family


def tell(scene: Scene) -> Told:
    """What one sentence tells of its event by itself."""
    floor = dateline_end(scene)
    acts = tuple(_acts(scene, floor))
    anchor = acts[0].at if acts else floor
    time = _time(scene, floor, anchor, bool(acts))
    month = "" if time else _month(scene)
    if month:
        acts = tuple(replace(act, family=f"{act.family} of {month}") for act in acts)
    place = _place(scene, floor, anchor)
    return Told(
        acts,
        place.span.text if place else "",
        _days(time.value.time) if time else UNKNOWN_TIME,
        time,
    )


def _month(scene: Scene) -> str:
    """A month that nothing gives a year to: it still tells two acts apart."""
    named = [
        scene.items[scene.index(one.span.end - 1)].text
        for one in scene.times
        if None in (one.value.earliest, one.value.latest)
    ]
    return next((word for word in named if word in _MONTHS), "")


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _days(when: TimeRange) -> TimeRange:
    """The days of a range, without its minutes: two accounts of one night differ by minutes.

    A range with an open end, as from a report without a date, tells nothing of an event.
    """
    if when.earliest is None or when.latest is None:
        return UNKNOWN_TIME
    return TimeRange(
        when.earliest[:10] if when.earliest else None, when.latest[:10] if when.latest else None
    )


def _acts(scene: Scene, floor: int) -> Iterator[Act]:
    for at in range(floor, len(scene.items)):
        if scene.items[at].low not in _TELLING:
            continue
        family = _family(scene, at)
        if family and not (at > floor and scene.items[at].capital and _named_on(scene, at)):
            yield Act(family, at)


def _family(scene: Scene, at: int) -> str:
    """The family of the act that the word at ``at`` names; empty if it names none here."""
    word, following = scene.low(at), scene.low(at + 1)
    pair = _PAIRS.get((word, following)) or _PAIRS.get((scene.low(at - 1), word))
    if pair is not None:
        return pair
    if word in ("struck", "strikes") and FAMILY.get(scene.low(at - 1)):
        return ""
    if word == "crossed":
        return "incursion" if "border" in _following(scene, at, 6) else ""
    if word in ("fighting", "battle") and _is_verb(scene, at):
        return ""
    if word in ("fire", "fires") and (
        following in _NOT_FIRE_AFTER or scene.low(at - 1) in _NOT_FIRE_BEFORE
    ):
        return ""
    return FAMILY.get(word, "")


_PAIRS = {
    ("blew", "up"): "explosion",
    ("blown", "up"): "explosion",
    ("blew", "anything"): "explosion",
    ("set", "off"): "explosion",
    ("shot", "at"): "",
    ("opened", "fire"): "shooting",
    ("opening", "fire"): "shooting",
    ("open", "fire"): "shooting",
    ("terrorist", "acts"): "attack",
    ("terrorist", "act"): "attack",
}
"""Two words that name an act together, or none."""
_TELLING = frozenset({*FAMILY, "crossed", *(word for pair in _PAIRS for word in pair)})
"""Every word that can name an act here: most words are none, and are asked about first."""


def _following(scene: Scene, at: int, steps: int) -> set[str]:
    return {scene.low(step) for step in range(at + 1, at + 1 + steps)}


def _is_verb(scene: Scene, at: int) -> bool:
    """Whether "fighting" is what somebody does in general, not a fight that happened."""
    return scene.low(at - 1) in _DOING or scene.low(at + 1) in _WITH


_DOING = word_set("are is were was been be being keep keeps kept of and who for by from")
_WITH = word_set(
    "group groups field tank tanks readiness experience for against alongside with on to back within force forces spirit age together"
)


def _named_on(scene: Scene, at: int) -> bool:
    """Whether the next word is capitalised too, so that both are part of a name."""
    return at + 1 < len(scene.items) and scene.items[at + 1].capital


def dateline_end(scene: Scene) -> int:
    """Index after a dateline ("LORN, May 17 (Wire) -"), 0 if the sentence has none."""
    first = scene.items[0].text
    if len(first) < 3 or not first.isupper():
        return 0
    for at in range(1, min(16, len(scene.items))):
        if scene.items[at].low in ("-", "–", "—", "--"):
            return at + 1
    return 0


def _time(scene: Scene, floor: int, anchor: int, has_act: bool) -> Detail | None:
    """The time that stands nearest to the act, never the time at which somebody spoke."""
    start = scene.items[min(floor, len(scene.items) - 1)].start
    usable = [
        one
        for one in scene.times
        if one.span.start >= start
        and one.value.earliest is not None
        and one.value.latest is not None
        and one.rule not in ("since", "until", "unresolved", "clock_time")
        and not _of_speaking(scene, one)
        and not (has_act and _of_another_verb(scene, one))
    ]
    if not usable:
        return None
    return min(usable, key=lambda one: (abs(scene.index(one.span.start) - anchor), one.span.start))


def _of_speaking(scene: Scene, one: Detail) -> bool:
    """Whether it is the time of the saying: "said on Tuesday", outside what was said."""
    at = scene.index(one.span.start)
    if scene.low(at - 1) in _SAID or (
        scene.low(at - 1) == "of" and scene.low(at - 2) in _DOCUMENTS
    ):
        return True
    end = scene.index(one.span.end - 1)
    if scene.low(end + 1) in ("we", "he", "she", "it", "they") and scene.low(end + 2) in _SAID:
        return True
    if scene.holding(one.span) is not None:
        return False
    return any(scene.low(step) in _SAID for step in range(max(0, at - 3), at))


def spoken(scene: Scene) -> TimeRange:
    """When the sentence says that somebody said it ("reported a week ago"); unknown if untold."""
    said = [
        one.value.time
        for one in scene.times
        if one.value.time.known and scene.low(scene.index(one.span.start) - 1) in _SAID
    ]
    return said[0] if len(said) == 1 else UNKNOWN_TIME


def _of_another_verb(scene: Scene, one: Detail) -> bool:
    """Whether a bare "today" dates another verb: "took back its account of the fire today"."""
    at = scene.index(one.span.start)
    if one.span.text.lower() not in ("today", "yesterday", "tonight"):
        return False
    if scene.low(at - 1) in ("of", "on", "since") or scene.low(at + 1) in ("'s", "’s"):
        return False
    noun = next(
        (step for step in range(at - 1, max(-1, at - 4), -1) if scene.low(step) in FAMILY), None
    )
    if noun is None:
        return False
    before = [scene.low(step) for step in range(max(0, noun - 4), noun)]
    return bool({"about", "of", "from", "in", "after", "over", "on"} & set(before))


def _place(scene: Scene, floor: int, anchor: int) -> Mention | None:
    """The place that stands nearest to the act, after a word of place."""
    start = scene.items[min(floor, len(scene.items) - 1)].start
    found = [
        one
        for one in scene.mentions
        if one.kind is EntityKind.PLACE
        and one.span.start >= start
        and not scene.in_source(one.span)
        and _led(scene, scene.index(one.span.start))
        and not _of_a_body(scene, one)
    ]
    if not found:
        return None
    return min(found, key=lambda one: (abs(scene.index(one.span.start) - anchor), one.span.start))


def _of_a_body(scene: Scene, place: Mention) -> bool:
    """Whether the place only says which body is meant ("the ministry in Lorn")."""
    at = scene.index(place.span.start)
    before = scene.items[at - 2].end if at >= 2 else -1
    return scene.low(at - 1) == "in" and any(
        one.span.end == before and one.kind in (EntityKind.ORGANIZATION, EntityKind.PERSON)
        for one in scene.mentions
    )


def _led(scene: Scene, at: int) -> bool:
    """Whether a word of place leads to it, and not that of where it was felt or told."""
    if any(scene.low(step) in _ELSEWHERE for step in range(max(0, at - 4), at)):
        return False
    if scene.low(at - 1) in _OF_PLACE or (
        scene.low(at - 1) == "the" and scene.low(at - 2) in _OF_PLACE
    ):
        return True
    return any(scene.low(step) in _WHERE for step in range(max(0, at - 3), at))
