"""One person's death or injury, as "at least one", where the report itself gives no number.

"A woman was killed" does not say that nobody else was, so it bounds the number from below only.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.model.statement import EntityKind, MentionForm, Modality
from reportedly.model.value import Approximator, Value, ValueKind
from reportedly.read.claims_events import Happenings
from reportedly.read.claims_firm import firmness
from reportedly.read.claims_scene import Draft, Page, Scene
from reportedly.text.wordlist import word_set

ONE = Value(ValueKind.COUNT, low=1, high=None, unit="people", approximator=Approximator.AT_LEAST)

PERSON = word_set(
    "man woman boy girl teen teenager person child officer soldier guard driver student infant baby "
    "toddler mother father victim resident bystander clerk deputy policeman civilian worker employee "
    "passenger pedestrian grandmother grandfather wife husband girlfriend boyfriend son daughter "
    "brother sister friend nephew niece cousin neighbor neighbour roommate sergeant trooper native "
    "owner suspect robber intruder burglar gunman juvenile youth male female"
)
_DEAD = word_set("killed died dies dead slain murdered fatally deceased")
_HURT = word_set("injured wounded hurt hospitalized hospitalised")
_END = word_set(". ; ! ?")
_BE = word_set("was were been being is be got gets are")
_OWNER = word_set("a an the his her their one another")
_KILLING = word_set("killing killed kills kill murdering murdered slaying")
_HURTING = word_set("injuring injured injures wounding wounded wounds hurting")
_NOUNS = {
    "death": "killed",
    "murder": "killed",
    "slaying": "killed",
    "killing": "killed",
    "homicide": "killed",
    "shooting": "casualties",
}
_REACH = 16


def single_drafts(page: Page, happenings: Happenings, counted: frozenset[str]) -> Iterator[Draft]:
    """The first telling of one person's fate for each measure.

    Args:
        page: The report.
        happenings: Its events.
        counted: Measures the report gives a number of.
    """
    given = set(counted)
    for scene in page.scenes:
        for first, head in [*_people(scene), *_named(scene)]:
            told = _after(scene, head) or _before(scene, first)
            if told is None or told[0] in given:
                continue
            measure, at = told
            if firmness(scene, min(first, at), max(head, at)) not in _FIRM:
                continue
            event = happenings.of(scene, at)
            if not event.act:
                continue
            given.add(measure)
            yield Draft(scene, scene.cut(first, head + 1), measure, ONE, event=event)


_FIRM = (Modality.CERTAIN, Modality.PROBABLE)


def _people(scene: Scene) -> Iterator[tuple[int, int]]:
    """Phrases that name one person without a number: first token and head noun of each."""
    for at, item in enumerate(scene.items):
        aged = item.low.endswith("-year-old")
        if item.low not in PERSON and not aged:
            continue
        if aged and any(scene.low(step) in PERSON for step in range(at + 1, at + 4)):
            continue
        first = at
        for step in range(at - 1, max(-1, at - 6), -1):
            if scene.low(step) in _OWNER:
                first = step
                break
            if not scene.items[step].is_word or scene.low(step) in _BE:
                break
        named = at == 1 and scene.items[0].capital
        if first < at or at == 0 or aged or named or scene.items[at].capital:
            yield first, at


def _named(scene: Scene) -> Iterator[tuple[int, int]]:
    """People named, who are told of as done to: "Ina Roke was killed"."""
    for one in scene.mentions:
        if one.kind is not EntityKind.PERSON or one.form is not MentionForm.NAME:
            continue
        first, last = scene.index(one.span.start), scene.index(one.span.end - 1)
        told = _after(scene, last)
        if told is None or scene.in_source(one.span):
            continue
        at = told[1]
        if scene.low(at) in ("died", "dies", "dead") or _BE & {
            scene.low(step) for step in range(max(last + 1, at - 3), at)
        }:
            yield first, last


def _after(scene: Scene, head: int) -> tuple[str, int] | None:
    """What the words after the person say was done to them."""
    for at in range(head + 1, head + _REACH):
        word = scene.low(at)
        if not word or word in _END:
            return None
        if word in _DEAD:
            return None if _deed(scene, at) else ("killed", at)
        if word in _HURT:
            other = _deed(scene, at) or scene.low(at + 1) in PERSON
            return None if other else ("injured", at)
        if word in ("shot", "shoots", "shooting") and scene.low(at + 1) in ("himself", "herself"):
            near = {scene.low(step) for step in range(at + 2, at + 7)}
            return ("killed" if near & {"dead", "death", "killed", "dies"} else "casualties", at)
        if word == "shot" and not _deed(scene, at):
            near = {scene.low(step) for step in range(at + 1, at + 5)}
            dead = near & {"killed", "dead", "death", "dies", "died"}
            return ("killed" if dead else "casualties", at)
        if word in PERSON and scene.low(at - 1) not in (",", "and"):
            return None
    return None


def _deed(scene: Scene, at: int) -> bool:
    """Whether the verb is the person's own deed ("a man killed his wife")."""
    if scene.low(at - 1) in _BE or scene.low(at) in ("died", "dies", "dead"):
        return False
    following = scene.low(at + 1)
    if following == "and" and scene.low(at + 2) in _KILLING:
        following = scene.low(at + 3)
    return following in _OWNER or following in ("him", "himself", "herself", "them", "two", "three")


def _before(scene: Scene, first: int) -> tuple[str, int] | None:
    """What the verb or noun before the person says: "killing a man", "the death of a woman"."""
    at = first - 1
    word = scene.low(at)
    if word == "of":
        measure = _NOUNS.get(scene.low(at - 1))
        return (measure, at - 1) if measure else None
    if scene.low(at - 1) in _BE:
        return None
    if word in _KILLING:
        return ("killed", at)
    return ("injured", at) if word in _HURTING else None
