"""Counts as claims: killed, injured, missing, held, moved out, vehicles lost, losses, amounts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportedly.model.statement import EntityKind, Event, Mention, Modality
from reportedly.model.value import Value
from reportedly.read.claims_events import Happenings, spoken
from reportedly.read.claims_firm import firmness, is_general
from reportedly.read.claims_frames import Frame, fits_unit, frame, is_inside, shared
from reportedly.read.claims_scene import Count, Draft, Page, Scene
from reportedly.read.claims_strength import group_before
from reportedly.read.claims_subjects import subject
from reportedly.text.units import lemma
from reportedly.text.wordlist import word_set

EVERYBODY = word_set(
    "people person man men victim other others human soul life body resident inhabitant villager "
    "local citizen individual death fatality injury casualty arrest detention adult none member "
    "suspect nobody somebody teen teenager youth dead injured wounded life live prisoner hostage"
)
"""Counted nouns that leave open who is counted."""

GROUPED = {
    "troop": "soldiers",
    "serviceman": "soldiers",
    "servicemen": "soldiers",
    "soldier": "soldiers",
    "policeman": "police",
    "policemen": "police",
    "guard": "guards",
    "child": "children",
    "kid": "children",
    "minor": "children",
    "woman": "women",
    "women": "women",
    "truck": "lorries",
    "lorry": "lorries",
}
"""Counted nouns under one name, so that "troops" and "soldiers" answer one question."""

_WITHDRAWN = word_set(
    "withdraw withdraws withdrew withdrawn mistake retract retracted wrong retracts"
)
_STUFF = word_set("litre tonne ton hectare gallon barrel kilogram")


def count_drafts(page: Page, happenings: Happenings) -> Iterator[Draft]:
    """Every number whose words say what it is of."""
    for scene in page.scenes:
        yield from _in_scene(page, scene, happenings)


def _in_scene(page: Page, scene: Scene, happenings: Happenings) -> Iterator[Draft]:
    earlier: Frame | None = None
    older: Count | None = None
    for number, count in enumerate(scene.counts):
        if scene.in_source(count.found.span):
            earlier = None
            continue
        stuff = _amount(page, scene, count)
        if stuff:
            yield stuff
            continue
        found = frame(scene, count, earlier) or _shared(scene, number)
        if found is None and older is not None and earlier is not None:
            found = replace(earlier) if _is_to(scene, count) else None
        earlier = found
        if found is None:
            continue
        if found.toll and scene.low(count.first - 1) == "from":
            older = count
            continue
        made = _draft(page, scene, count, found, happenings)
        if made:
            yield replace(made, supersedes=_older(scene, count, found, older))
        older = None


def _shared(scene: Scene, number: int) -> Frame | None:
    """The frame of the next number, said of both: "two soldiers and three civilians were killed"."""
    count, following = scene.counts[number], scene.counts[number + 1 : number + 2]
    if not following or not shared(scene, count, following[0]):
        return None
    found = frame(scene, following[0], None)
    said_after = found is not None and not found.toll and found.at >= following[0].after
    return found if found and said_after and fits_unit(found.measure, count) else None


def _is_to(scene: Scene, count: Count) -> bool:
    return scene.low(count.first - 1) == "to"


def _older(scene: Scene, count: Count, found: Frame, before: Count | None) -> Value | None:
    """The figure that the words replace: "from 12 to 17", "to three, from two"."""
    if before is not None:
        return before.value
    if not (found.toll or found.update):
        return None
    for other in scene.counts:
        joint = [scene.low(at) for at in range(count.after, other.first)]
        if other.first >= count.after and joint in (
            ["from"],
            [",", "from"],
            [",", "up", "from"],
            ["up", "from"],
        ):
            return other.value
    return None


def _draft(
    page: Page, scene: Scene, count: Count, found: Frame, happenings: Happenings
) -> Draft | None:
    if _names_older(scene, count) or is_general(scene) or _is_some_of(page, scene, count, found):
        return None
    modality = found.modality
    if modality is Modality.CERTAIN:
        modality = firmness(scene, min(count.first, found.at), max(count.first, found.at))
    if modality is Modality.NEGATED:
        return None
    side: Mention | None = None
    event: Event | None = happenings.of(scene, found.at)
    as_of = spoken(scene)
    told = happenings.told(scene)
    if found.measure in AS_OF and not told.acts and told.when.known:
        event, as_of = happenings.at(scene, told.when), told.when
    population = people(count.noun or found.population) or _nobody_of(page, scene, count, found)
    if found.measure == "losses":
        side = subject(page, scene, found.at)
        if side is None:
            return None
    if is_inside(scene, count) and not population:
        return None
    if found.measure in ("attacks", "applications"):
        population = _plural(count.noun) if found.measure == "attacks" else ""
        side = subject(page, scene, found.at) or _around(scene) or group_before(page, scene)
        if side is None:
            return None
        event = happenings.of(scene, found.at) if found.measure == "attacks" else None
    return Draft(
        scene=scene,
        words=count.found.span,
        measure=found.measure,
        value=replace(count.value, unit=count.value.unit or "people"),
        subject=side,
        population=population,
        event=event,
        as_of=as_of,
        modality=modality,
        update=found.update or _takes_back(page, scene, count),
    )


_EDITION = word_set("version edition versions editions")
_EARLIER = word_set("earlier first previous original")


def _names_older(scene: Scene, count: Count) -> bool:
    """Whether it only names a figure that another one replaces ("to three, from two")."""
    for at, item in enumerate(scene.items):
        if item.low in _EDITION and scene.low(at - 1) in _EARLIER:
            return True
    return scene.low(count.first - 1) == "from" and scene.low(count.end) != "to"


AS_OF = frozenset(("missing", "arrested", "displaced", "treated"))
"""Measures of a lasting state: a day beside them says as of when, not when it happened."""


def _is_some_of(page: Page, scene: Scene, count: Count, found: Frame) -> bool:
    """Whether a bare number counts some of those counted before it: "Two died at once"."""
    if count.noun or found.toll or found.measure not in ("killed", "injured"):
        return False
    at = _place(page, scene)
    before = page.scenes[at - 1] if at else None
    if before is None or before.paragraph != scene.paragraph or scene.counts[0] is not count:
        return False
    for other in before.counts:
        told = frame(before, other, None)
        if told and told.measure == found.measure and _above(other, count):
            return True
    return False


def _nobody_of(page: Page, scene: Scene, count: Count, found: Frame) -> str:
    """Whom "nobody" or "no prisoners" takes back: those counted just before in the paragraph."""
    if count.value.high != 0:
        return ""
    at = _place(page, scene)
    for before in reversed(page.scenes[max(0, at - 3) : at]):
        for other in before.counts if before.paragraph == scene.paragraph else ():
            told = frame(before, other, None)
            if told and told.measure == found.measure:
                return people(other.noun)
    return ""


def _above(other: Count, count: Count) -> bool:
    return (other.value.low or 0) > (count.value.high or 0) > 0


def _takes_back(page: Page, scene: Scene, count: Count) -> bool:
    """Whether "nobody" or "none" stands beside words that withdraw an earlier statement."""
    if count.value.high != 0:
        return False
    near = page.scenes[max(0, _place(page, scene) - 1) : _place(page, scene) + 2]
    return any(
        item.low in _WITHDRAWN
        for other in near
        if other.paragraph == scene.paragraph
        for item in other.items
    )


def _place(page: Page, scene: Scene) -> int:
    """Index of a scene in its page: scenes are in order, a few numbers may be left out."""
    low, high = 0, len(page.scenes)
    while low < high:
        middle = (low + high) // 2
        if page.scenes[middle].number < scene.number:
            low = middle + 1
        else:
            high = middle
    return low


def people(noun: str) -> str:
    """Whom a counted noun counts, under one name; empty where it counts anybody."""
    words = noun.split()
    if not words:
        return ""
    head = lemma(words[-1])
    if head in EVERYBODY or words[-1] in EVERYBODY:
        return ""
    named = GROUPED.get(head) or GROUPED.get(words[-1]) or _plural(words[-1])
    side = [word for word in words[:-1] if word in _SIDES]
    return " ".join([*side, named])


_SIDES = word_set(
    "ukrainian russian israeli palestinian syrian iraqi afghan american british turkish armenian "
    "azerbaijani georgian iranian lebanese sudanese yemeni ethiopian indian pakistani enemy foreign"
)


def _plural(noun: str) -> str:
    last = noun.split()[-1] if noun else ""
    if not last or last.endswith("s"):
        return last
    return last[:-1] + "ies" if last.endswith("y") else last + "s"


def _around(scene: Scene) -> Mention | None:
    groups = [
        one
        for one in scene.mentions
        if one.kind in (EntityKind.GROUP, EntityKind.ORGANIZATION) and not scene.in_source(one.span)
    ]
    return groups[0] if len({one.span.text.lower() for one in groups}) == 1 else None


def _amount(page: Page, scene: Scene, count: Count) -> Draft | None:
    """A measured amount of some stuff that something held or that was there."""
    if count.value.unit not in _STUFF:
        return None
    held = {
        scene.low(at)
        for at in (
            *range(max(0, count.first - 4), count.first),
            *range(count.after, count.after + 5),
        )
    }
    if not held & {
        "held",
        "hold",
        "holds",
        "contained",
        "were",
        "was",
        "stored",
        "store",
        "stores",
    }:
        return None
    place = _container(page, scene)
    if not place or _names_older(scene, count):
        return None
    return Draft(
        scene=scene,
        words=count.found.span,
        measure="amount",
        value=count.value,
        subject_words=place,
        population=_stuff(count),
        modality=firmness(scene, count.first, count.first),
    )


def _stuff(count: Count) -> str:
    return _plural(count.value.unit or "")


_HOLDERS = word_set("shed depot tank warehouse store silo hangar cellar bunker")


def _container(page: Page, scene: Scene) -> str:
    """What held it: "Shed 4"; of "the shed" the one numbered shed the report has named before."""
    for at, item in enumerate(scene.items):
        if item.low in _HOLDERS:
            number = scene.low(at + 1)
            if number.isdigit():
                return f"{item.text} {number}"
            return _numbered(page, scene, item.low) or item.text
    return ""


def _numbered(page: Page, scene: Scene, noun: str) -> str:
    found = {
        f"{item.text} {other.low(at + 1)}"
        for other in page.scenes[: _place(page, scene)]
        for at, item in enumerate(other.items)
        if item.low == noun and other.low(at + 1).isdigit()
    }
    return found.pop() if len(found) == 1 else ""
