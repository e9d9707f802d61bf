"""Whose act a verb tells: the subject's mention, or nobody where the words leave it open."""

from __future__ import annotations

from reportedly.model.statement import CueKind, EntityKind, Mention, MentionForm
from reportedly.read.claims_scene import Page, Scene
from reportedly.read.cue_verbs import CueVerb
from reportedly.read.grammar import (
    AUXILIARIES,
    NEGATIONS,
    NOMINAL_PREPOSITIONS,
    is_adverb,
    is_verblike,
)
from reportedly.read.verbs import Subject, VerbGroup, subject_of
from reportedly.text.wordlist import word_set

_ANY_VERB = CueVerb("do", CueKind.SAYS, "", "past")
PEOPLE_OF = word_set(
    "fighter fighters force forces troop troops soldier soldiers member members unit units militant "
    "militants gunman gunmen man men people volunteers partisans rebels insurgents guards units "
    "movement group side"
)
_EAGER = word_set("quick eager prompt continued continues went hurried rushed began moved happened")
_BACK = 24


def subject(page: Page, scene: Scene, at: int) -> Mention | None:
    """The mention that is the subject of the verb at ``at``; of a pronoun, whom it stands for.

    ``None`` where the subject is no mention, or a pronoun that nothing was found for.
    """
    found = _phrase(scene, at)
    if scene.low(group_start(scene, at) - 1) == "we" or _own_people(scene, found):
        return speaking(page, scene, at)
    if found is not None and scene.low(found.last) in ("which", "who", "that"):
        mention = _hung_from(scene, found.first)
    else:
        mention = _head(scene, found) if found else _before_insertion(scene, at)
    if mention is None:
        return None
    root = page.root(mention)
    return None if root.form is MentionForm.PRONOUN else root


def _own_people(scene: Scene, found: Subject | None) -> bool:
    """Whether the subject is the speaker's own people: "our fighters"."""
    if found is None or scene.low(found.first) != "our":
        return False
    return found.last <= found.first + 2 and scene.low(found.last) in PEOPLE_OF


def speaking(page: Page, scene: Scene, at: int) -> Mention | None:
    """Who says "we" there: the source of what is said, or outside of it whose report it is."""
    held = scene.holding(scene.cut(at, at + 1))
    if held is None:
        where = scene.items[at].start
        quoted = any(one.outer.start <= where < one.outer.end for one in page.quotations)
        return page.root(page.voice) if page.voice and not quoted else None
    spoke = held.source.mention if held.source else None
    if page.voice is not None and spoke == page.voice.id:
        return page.root(page.voice)
    found = page.by_id.get(spoke or "")
    return page.root(found) if found else None


def subject_words(scene: Scene, at: int) -> tuple[int, int] | None:
    """Tokens of the subject of the verb at ``at``: first, and index after the last."""
    found = _phrase(scene, at)
    return (found.first, found.last + 1) if found else None


def beside(scene: Scene, first: int) -> list[Mention]:
    """The names joined by "and" to a subject that begins at ``first``, nearest first."""
    found: list[Mention] = []
    at = first
    while len(found) < 4:
        at -= scene.low(at - 1) in ("the", "a", "an", "both")
        if scene.low(at - 1) not in ("and", ",") or at < 2:
            break
        end = scene.items[at - 2].end
        one = next((one for one in scene.mentions if one.span.end == end), None)
        if one is None:
            break
        found.append(one)
        at = scene.index(one.span.start)
    return found if any(scene.low(step) == "and" for step in range(at, first)) else []


def group_start(scene: Scene, at: int) -> int:
    """Index of the first helper or adverb that belongs to the verb at ``at``."""
    first = at
    while first > 0 and at - first < 6:
        before = scene.items[first - 1]
        if before.low == "to" and scene.low(first - 2) in _EAGER:
            first -= 2
            continue
        if before.low not in AUXILIARIES and before.low not in NEGATIONS and not is_adverb(before):
            break
        first -= 1
    return first


def _phrase(scene: Scene, at: int) -> Subject | None:
    step = at
    for _ in range(3):
        group = VerbGroup(group_start(scene, step), step, step, _ANY_VERB, "active", negated=False)
        found = subject_of(scene.items, group) or _after_time(scene, group)
        if found is None or found.place != "shared":
            return None if found and _is_object(scene, found) else found
        earlier = _verb_before(scene, found.first)
        if earlier is None:
            return None
        step = earlier
    return None


_NO_PARTICIPLES = word_set("evening morning during according including following")


def _after_time(scene: Scene, group: VerbGroup) -> Subject | None:
    """The subject after a time without a comma: "On Tuesday evening the fighters of X"."""
    when = [one for one in scene.times if one.span.end <= scene.items[group.first].start]
    if not when:
        return None
    floor = scene.index(when[-1].span.end - 1) + 1
    if floor >= group.first or scene.low(floor) not in ("the", "a", "an"):
        return None
    return subject_of(scene.items, group, floor)


def _is_object(scene: Scene, found: Subject) -> bool:
    """Whether the phrase is the object of a participle: "rebels fighting the ministry have"."""
    before = scene.low(found.first - 1)
    participle = before.endswith("ing") and len(before) > 5 and before not in _NO_PARTICIPLES
    return found.place == "before" and participle


def _verb_before(scene: Scene, at: int) -> int | None:
    """The verb whose subject a verb after "and" shares."""
    for step in range(at - 1, max(-1, at - _BACK), -1):
        item = scene.items[step]
        if item.low in (".", ";", ":", '"'):
            return None
        if item.is_word and not item.capital and is_verblike(item) and item.low not in AUXILIARIES:
            return step
    return None


def _head(scene: Scene, found: Subject) -> Mention | None:
    """The mention at the head of a phrase: before its first preposition, the last one there."""
    first = _past_lead(scene, found)
    end = first
    while end <= found.last and (
        scene.low(end) not in NOMINAL_PREPOSITIONS or _in_name(scene, end)
    ):
        end += 1
    if end == first:
        return None
    within = _mentions(scene, first, end)
    last = scene.items[end - 1]
    if within and within[-1].span.end >= last.end:
        return _widest(within, last.end)
    if last.low in PEOPLE_OF:
        if within:
            return _actor(within)
        return _actor(_mentions(scene, end + 1, found.last + 1)) if scene.low(end) == "of" else None
    return None


def _past_lead(scene: Scene, found: Subject) -> int:
    """Where the subject proper begins in "On Tuesday evening the fighters of X"."""
    if scene.low(found.first) not in NOMINAL_PREPOSITIONS:
        return found.first
    return next(
        (
            at
            for at in range(found.first + 1, found.last + 1)
            if scene.low(at) in ("the", "a", "an")
        ),
        found.first,
    )


def _in_name(scene: Scene, at: int) -> bool:
    """Whether a preposition is part of a name ("Army of Lorn")."""
    item = scene.items[at]
    return any(one.span.start < item.start and item.end < one.span.end for one in scene.mentions)


def _before_insertion(scene: Scene, at: int) -> Mention | None:
    """The name that opens the sentence, where an insertion parts it from its verb.

    "The legion, as the unit is called, was founded".
    """
    last = group_start(scene, at) - 1
    if scene.low(last) != ",":
        return None
    for one in scene.mentions:
        first, end = scene.index(one.span.start), scene.index(one.span.end - 1) + 1
        if first > 1:
            return None
        if scene.low(end) == "(" and scene.low(end + 2) == ")":
            end += 3
        if scene.low(end) == "," and end < last:
            return one
    return None


def _hung_from(scene: Scene, relative: int) -> Mention | None:
    """The name right before "which" or ", which"."""
    last = relative - 1 - (scene.low(relative - 1) == ",")
    if last < 0:
        return None
    end = scene.items[last].end
    within = [one for one in scene.mentions if one.span.end == end]
    return max(within, key=lambda one: one.span.end - one.span.start, default=None)


def _mentions(scene: Scene, first: int, end: int) -> list[Mention]:
    if first >= end or end > len(scene.items):
        return []
    start, stop = scene.items[first].start, scene.items[end - 1].end
    return [one for one in scene.mentions if one.span.start < stop and start < one.span.end]


def _widest(within: list[Mention], end: int) -> Mention:
    """Of mentions that reach the end of the phrase the longest."""
    reaching = [one for one in within if one.span.end >= end]
    return max(reaching, key=lambda one: (one.span.end - one.span.start, -one.span.start))


def _actor(within: list[Mention]) -> Mention | None:
    """The first body whose people are meant."""
    return next(
        (
            one
            for one in within
            if one.form is not MentionForm.PRONOUN
            and one.kind not in (EntityKind.PLACE, EntityKind.NATIONALITY)
        ),
        None,
    )
