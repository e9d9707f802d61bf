"""Strengths that name no unit beside the number: "There are several dozen", "Russians on their side".

An elliptic number takes its noun from what the sentence before speaks of, and only where that is
the one group in view.
"""

from __future__ import annotations

from bisect import bisect_left

from reportedly.model.statement import EntityKind, Mention, MentionForm, Modality
from reportedly.model.value import Approximator
from reportedly.read.claims_firm import firmness
from reportedly.read.claims_scene import Count, Draft, Page, Scene
from reportedly.text.units import STRENGTH, lemma
from reportedly.text.wordlist import word_set

_GROUPS = (EntityKind.GROUP, EntityKind.ORGANIZATION)
_BE = word_set("are were is 're number numbered")
_THEY = word_set("they them their")
_COLLECTIVE = word_set(
    "group unit legion corps brigade battalion company militia movement force detachment squad "
    "platoon regiment band formation column"
)
_BACK = 8
"""How many sentences back the group may have been named."""


def is_elliptic(scene: Scene, count: Count) -> bool:
    """Whether a number counts what was spoken of before: "There are several dozen, it is said"."""
    if count.noun or count.value.unit is not None:
        return False
    words = {token.lower() for token in count.found.span.text.split()}
    vague = count.value.approximator is Approximator.VAGUE
    if not (vague or words & {"hundred", "thousand", "dozen"}) or words & set(STRENGTH):
        return False
    before = (scene.low(count.first - 2), scene.low(count.first - 1))
    told = before[0] in ("there", "they") and before[1] in _BE
    # What follows is no noun: the clause ends, or goes on with a mark.
    after = count.end >= len(scene.items) or not scene.items[count.end].is_word
    return told and (after or scene.low(count.end) in ("now", "already", "today", "so"))


def spoken_of(page: Page, scene: Scene) -> Mention | None:
    """The group that the sentences before go on about; ``None`` where two fit."""
    at = bisect_left(page.scenes, scene.number, key=lambda one: one.number)
    before = page.scenes[max(0, at - _BACK) : at]
    if not before or not _goes_on(before[-1], scene):
        return None
    for one in reversed(before):
        groups = {page.root(each).id: page.root(each) for each in _groups(page, one)}
        if groups:
            return next(iter(groups.values())) if len(groups) == 1 else None
    return None


def _goes_on(before: Scene, scene: Scene) -> bool:
    """Whether the number's sentence, or the one before it, speaks of them or of the unit."""
    words = {item.low for item in (*before.items, *scene.items[:3])}
    return bool(words & (_THEY | _COLLECTIVE))


def _groups(page: Page, scene: Scene) -> list[Mention]:
    """The groups a sentence speaks of, those who only say it or hear it left out."""
    return [
        one
        for one in scene.mentions
        if page.root(one).kind in _GROUPS
        and page.root(one).form is not MentionForm.PRONOUN
        and (page.root(one).kind is EntityKind.GROUP or _is_collective(page.root(one)))
        and not scene.in_source(one.span)
    ]


def _is_collective(one: Mention) -> bool:
    return any(lemma(word) in _COLLECTIVE for word in one.span.text.lower().split())


_SERVE = word_set("deployed fighting serving fight serve fought served enlisted")


def serving(scene: Scene, count: Count) -> Draft | None:
    """How many people of a kind fight on a side: "several hundred Poles fight on the Lornish side"."""
    noun = count.found.noun.text.split()[-1] if count.found.noun else ""
    if count.value.unit != "people" or not noun[:1].isupper() or not noun.endswith("s"):
        return None
    verb = next(
        (
            at
            for at in range(count.after, min(count.after + 5, len(scene.items)))
            if scene.low(at) in _SERVE
        ),
        None,
    )
    side = next(
        (
            at
            for at in range(count.after, len(scene.items))
            if scene.low(at) == "side" and scene.items[at - 1].capital
        ),
        None,
    )
    if verb is None or side is None:
        return None
    modality = firmness(scene, count.first, verb)
    if modality is Modality.NEGATED:
        return None
    first = side - 2 if scene.low(side - 2) == "the" else side - 1
    words = scene.cut(first, side + 1).text
    return Draft(
        scene=scene,
        words=count.found.span,
        measure="strength",
        value=count.value,
        subject_words=words,
        population=noun.lower(),
        modality=modality,
    )
