"""How many people a group has, wants or is offered, and how many machines took part in a happening."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from reportedly.model.statement import EntityKind, Mention, Modality
from reportedly.model.value import UNKNOWN_TIME, TimeRange, ValueKind
from reportedly.read.claims_elliptic import is_elliptic, serving, spoken_of
from reportedly.read.claims_events import Happenings
from reportedly.read.claims_firm import firmness, is_general
from reportedly.read.claims_frames import MACHINES, shared
from reportedly.read.claims_scene import Count, Draft, Page, Scene, mention_after, mention_before
from reportedly.read.claims_subjects import speaking, subject
from reportedly.text.units import lemma
from reportedly.text.wordlist import word_set

GROUPS = (EntityKind.GROUP, EntityKind.ORGANIZATION)
FIGHTING = word_set(
    "fighter soldier troop member volunteer militant combatant legionnaire defector partisan "
    "insurgent rebel personnel guerrilla gunman recruit serviceman trooper battalion brigade "
    "company platoon regiment division squad"
)
_HAVE = word_set(
    "has have had commands commanded numbers numbered counts counted fields fielded comprises "
    "comprised comprising comprise musters boasts leads lead led leading consists consisted totals "
    "includes included"
)
_BETWEEN = word_set(
    "of a an the about around some at least up to between nearly almost over more than as many "
    "only just currently now already said"
)
_FORCE = word_set("force strength army contingent garrison membership manpower ranks formation")
_JOINT = word_set("at is was of as to reached be")
_READY = word_set(
    "willing ready waiting pipeline queue queuing applying applicants apply join joining"
)
_USED = word_set(
    "leading led used deployed involved participated supported backed spearheading spearheaded "
    "committed accompanied"
)
_OWN_VOICE = word_set("we our us")


def strength_drafts(page: Page, happenings: Happenings) -> Iterator[Draft]:
    """Strengths, applicants and machines used."""
    for scene in page.scenes:
        if is_general(scene):
            continue
        for number, count in enumerate(scene.counts):
            if scene.in_source(count.found.span):
                continue
            if count.value.unit in MACHINES:
                yield from _machines(scene, number, happenings)
            elif count.value.unit in (None, "people") or lemma(count.value.unit or "") in FIGHTING:
                made = _people(page, scene, count) or serving(scene, count)
                if made:
                    yield made


def _people(page: Page, scene: Scene, count: Count) -> Draft | None:
    ready = _is_ready(scene, count)
    verb = _having(scene, count)
    fighting = _is_fighting(scene, count)
    found: tuple[Mention | None, int] | None = None
    if verb is not None and (fighting or ready):
        found = (_who(page, scene, verb), verb)
    elif fighting or _strong(scene, count):
        found = _of_force(page, scene, count)
    elif is_elliptic(scene, count):
        found = (spoken_of(page, scene), count.first)
    if found is None or found[0] is None:
        return None
    group, at = found
    modality = firmness(scene, min(at, count.first), max(at, count.first))
    if modality is Modality.NEGATED:
        return None
    return Draft(
        scene=scene,
        words=count.found.span,
        measure="applications" if ready else "strength",
        value=replace(count.value, unit="people"),
        subject=group,
        as_of=_as_of(scene, count),
        modality=modality,
    )


def _is_fighting(scene: Scene, count: Count) -> bool:
    if count.found.rule == "military_unit":
        return True
    head = lemma(count.noun.split()[-1]) if count.noun else ""
    if head in FIGHTING:
        return True
    return head in ("man", "men", "woman", "women") and scene.low(count.first - 1) in (
        "are",
        "number",
    )


def _is_ready(scene: Scene, count: Count) -> bool:
    """Whether they are said to be ready to join, rather than to have joined."""
    near = [scene.low(at) for at in range(count.end, count.end + 7)]
    for at, word in enumerate(near):
        if word in (".", ";", ":"):
            return False
        if word in _READY:
            return word not in ("join", "joining") or near[max(0, at - 1)] == "to"
    return False


def _having(scene: Scene, count: Count) -> int | None:
    """Index of the verb that gives the number to its subject: has, numbers, consists of."""
    at = count.first - 1
    while (
        at >= 0
        and (scene.low(at) in _BETWEEN or not scene.items[at].is_word)
        and at > count.first - 7
    ):
        if scene.low(at) in (".", ";", ":"):
            return None
        at -= 1
    if scene.low(at) in _HAVE:
        return at
    if scene.low(at) in ("are", "is", "were") and scene.low(at - 1) in _OWN_VOICE:
        return at
    if scene.low(at) in ("up", "composed") and scene.low(at - 1) == "made":
        return at
    return None


def _who(page: Page, scene: Scene, verb: int) -> Mention | None:
    """The group whose number it is: the subject of the verb, or the speaker who says "we"."""
    near = [scene.low(at) for at in range(max(0, verb - 3), verb)]
    if _OWN_VOICE & set(near):
        return _speaking(page, scene, verb)
    found = subject(page, scene, verb)
    if found is None and {"it", "they"} & set(near):
        return group_before(page, scene)
    return found if found is not None and found.kind in (*GROUPS, EntityKind.UNKNOWN) else None


def group_before(page: Page, scene: Scene) -> Mention | None:
    """The one group that the sentence before speaks of, within the paragraph."""
    at = bisect_left(page.scenes, scene.number, key=lambda one: one.number)
    if at == 0 or page.scenes[at - 1].paragraph != scene.paragraph:
        return None
    groups = {
        page.root(one).id: page.root(one)
        for one in page.scenes[at - 1].mentions
        if page.root(one).kind in GROUPS
    }
    return next(iter(groups.values())) if len(groups) == 1 else None


def _speaking(page: Page, scene: Scene, at: int) -> Mention | None:
    """The group that speaks of itself as "we"."""
    found = speaking(page, scene, at)
    return found if found is not None and found.kind in (*GROUPS, EntityKind.UNKNOWN) else None


def _strong(scene: Scene, count: Count) -> bool:
    return scene.low(count.end) in ("strong", "-strong")


def _of_force(page: Page, scene: Scene, count: Count) -> tuple[Mention | None, int] | None:
    """The group of "the strength of X at N", "X, a force of N", "X is estimated at N fighters"."""
    if scene.low(count.first - 1) not in (*_JOINT, "between", "with"):
        return None
    for at in range(count.first - 1, max(-1, count.first - 14), -1):
        word = scene.low(at)
        if word in (".", ";", ":"):
            return None
        if word in _FORCE:
            owner = None
            if scene.low(at + 1) == "of":
                owner = mention_after(scene, at + 2, GROUPS, reach=8)
            owner = owner or mention_before(scene, at, GROUPS, reach=14)
            return (page.root(owner) if owner else None, at)
        if word in ("estimated", "estimates", "estimate", "believed", "thought"):
            return (_who(page, scene, at), at)
        if (
            word in ("began", "started", "formed", "founded")
            and scene.low(count.first - 1) == "with"
        ):
            return (_who(page, scene, at), at)
    return None


def _as_of(scene: Scene, count: Count) -> TimeRange:
    """A time in the same clause that dates the number."""
    first, end = scene.clause(count.first)
    first, end = max(first, count.first - 10), min(end, count.after + 5)
    start, stop = scene.items[first].start, scene.items[end - 1].end
    near = [
        one.value.time
        for one in scene.times
        if start <= one.span.start < stop and one.value.time.known and one.rule != "unresolved"
    ]
    return near[0] if len(near) == 1 else UNKNOWN_TIME


def _machines(scene: Scene, number: int, happenings: Happenings) -> Iterator[Draft]:
    count = scene.counts[number]
    at = _use(scene, number)
    if at is None or count.value.kind is not ValueKind.COUNT:
        return
    event = happenings.of(scene, at)
    if not event.act:
        return
    modality = firmness(scene, count.first, at)
    if modality is Modality.NEGATED:
        return
    noun = count.noun.split()[-1] if count.noun else "vehicles"
    yield Draft(
        scene=scene,
        words=count.found.span,
        measure="vehicles_used",
        value=count.value,
        population=noun,
        event=event,
        modality=modality,
    )


def _use(scene: Scene, number: int) -> int | None:
    """Index of the word that says that the machines took part."""
    count = scene.counts[number]
    for at in range(count.after, min(count.after + 12, len(scene.items))):
        word = scene.low(at)
        if word in (".", ";", ":"):
            return None
        if word in _USED or (word in ("took", "taking") and scene.low(at + 1) == "part"):
            return at
        if word == "made" and scene.low(at + 1) == "up":
            return at
        following = scene.counts[number + 1 : number + 2]
        if following and following[0].first == at:
            return _use(scene, number + 1) if shared(scene, count, following[0]) else None
    return None
