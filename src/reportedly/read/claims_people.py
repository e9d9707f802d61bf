"""Who somebody is: role, age; and what something is called or declared to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.model.span import Span
from reportedly.model.statement import EntityKind, Mention, MentionForm, Modality
from reportedly.model.value import Approximator, Value, ValueKind
from reportedly.read.claims_events import Happenings
from reportedly.read.claims_firm import firmness
from reportedly.read.claims_scene import (
    ACTORS,
    Count,
    Draft,
    Page,
    Scene,
    mention_after,
    mention_before,
)
from reportedly.read.claims_subjects import subject
from reportedly.text.wordlist import word_set

LONGEST_ROLE = 12
"""Words of a role; what is longer is a story."""

_LEADING = re.compile(
    r"(?:(?:a|an|the|its|his|her|their)\s+)?(?:(?:aged?\s+)?\d+(?:-year-old)?,?\s+)?"
)
_ROLE = re.compile(
    r"(?i)\b(?:\w*(?:commander|leader|minister|president|chief|head|chair\w*|director|secretary|governor|"
    r"mayor|adviser|advisor|spokes\w+|officer|soldier|private|sergeant|lieutenant|captain|major|"
    r"colonel|general|founder|editor|analyst|lawyer|activist|surgeon|doctor|professor|instructor|"
    r"surveyor|driver|loader|diplomat|ambassador|official|member|deputy|politician|journalist|"
    r"reporter|researcher|expert|owner|manager|keeper|teacher|farmer|engineer|judge|prosecutor|"
    r"lawmaker|senator|dictator|fighter|volunteer|veteran|businessman|resident)s?)\b"
)
_IS = word_set("is was")
_POST = re.compile(
    r"(?:er|or|ist|ian|man|woman|ant|ent|head|chief|general|private|soldier|mayor|minister|spokes\w+)$"
)
_POST_END = word_set(", . ; : who which and but when said says told wrote")
_LED = word_set("led headed commanded")


def people_drafts(page: Page) -> Iterator[Draft]:
    """Roles and ages of the people a report names."""
    for scene in page.scenes:
        for mention in scene.mentions:
            if mention.kind is EntityKind.PERSON and mention.form is not MentionForm.PRONOUN:
                yield from _role_beside(page, scene, mention)
                yield from _role_said(page, scene, mention)
                yield from _nationality(page, scene, mention)
        yield from _led_by(page, scene)
        for count in scene.counts:
            made = _age(page, scene, count)
            if made:
                yield made


def _role_beside(page: Page, scene: Scene, mention: Mention) -> Iterator[Draft]:
    """A title or role that stands with the name."""
    role = mention.role.strip()
    words = _LEADING.sub("", role, count=1).strip(" ,")
    if not words or len(words.split()) > LONGEST_ROLE:
        return
    start = mention.span.start - scene.span.start
    before = scene.span.text.rfind(words, 0, max(0, start) + len(words))
    at = before if before >= 0 else scene.span.text.find(words)
    known = _ROLE.search(words) or words.lower().rstrip(".") in RANKS
    if at < 0 or not known or not words[0].isalpha():
        return
    if at and scene.span.text[at - 1].isalnum():
        return
    span = Span.of(page.report.text, scene.span.start + at, scene.span.start + at + len(words))
    measure, text = "role", " ".join(words.split())
    rank = RANKS.get(text.lower().rstrip("."))
    if rank is not None:
        measure, text = "rank", rank
    value = Value(ValueKind.TEXT, text=text)
    yield Draft(scene, span, measure, value, subject=page.root(mention))


RANKS = {
    "pvt": "private",
    "private": "private",
    "cpl": "corporal",
    "corporal": "corporal",
    "sgt": "sergeant",
    "sergeant": "sergeant",
    "lt": "lieutenant",
    "lieutenant": "lieutenant",
    "capt": "captain",
    "captain": "captain",
    "maj": "major",
    "major": "major",
    "lt col": "lieutenant colonel",
    "lieutenant colonel": "lieutenant colonel",
    "col": "colonel",
    "colonel": "colonel",
    "gen": "general",
    "general": "general",
    "maj gen": "major general",
    "major general": "major general",
    "lt gen": "lieutenant general",
    "lieutenant general": "lieutenant general",
    "adm": "admiral",
    "admiral": "admiral",
}
"""Ranks as they stand before a name, under one name each."""


def _nationality(page: Page, scene: Scene, mention: Mention) -> Iterator[Draft]:
    """A nationality in the same phrase as the name: "Osmerian activist Ina Roke"."""
    last = scene.index(mention.span.start)
    for one in scene.mentions:
        if one.kind is not EntityKind.NATIONALITY or one.span.end > mention.span.start:
            continue
        first = scene.index(one.span.end - 1) + 1
        between = scene.items[first:last]
        if 0 < len(between) <= 4 and all(
            (item.is_word and _ROLE.fullmatch(item.text)) or item.text in _ROLE_PARTS
            for item in between
        ):
            value = Value(ValueKind.TEXT, text=one.span.text)
            yield Draft(scene, one.span, "nationality", value, subject=page.root(mention))


_ROLE_PARTS = word_set(
    "human rights deputy foreign defence defense prime senior former army police"
)


def _role_said(page: Page, scene: Scene, mention: Mention) -> Iterator[Draft]:
    """What a name is said to be: "X, who is 50 and is a private with the Front"."""
    at = scene.index(mention.span.end)
    for step in range(at, min(at + 9, len(scene.items) - 2)):
        word = scene.low(step)
        if word in (".", ";", ":"):
            return
        if word in _IS and scene.low(step + 1) in ("a", "an", "the"):
            if not _about(scene, mention, step):
                return
            end = step + 2
            while (
                end < min(step + 2 + LONGEST_ROLE, len(scene.items))
                and scene.low(end) not in _POST_END
            ):
                end += 1
            head = [scene.low(one) for one in range(step + 2, min(end, step + 6))]
            if end > step + 2 and any(_POST.search(one) for one in head):
                span = scene.cut(step + 2, end)
                value = Value(ValueKind.TEXT, text=" ".join(span.text.split()))
                yield Draft(
                    scene,
                    span,
                    "role",
                    value,
                    subject=page.root(mention),
                    modality=firmness(scene, step, step),
                )
            return


def _about(scene: Scene, mention: Mention, verb: int) -> bool:
    """Whether no other actor stands between the name and the verb."""
    last = mention_before(scene, verb, ACTORS, reach=10)
    return last is None or last.span == mention.span or last.refers == mention.id


def _led_by(page: Page, scene: Scene) -> Iterator[Draft]:
    """Who leads a group: "the Front is led by X"."""
    for at, item in enumerate(scene.items):
        if item.low not in _LED or scene.low(at + 1) != "by":
            continue
        person = mention_after(scene, at + 2, (EntityKind.PERSON,), reach=5)
        group = mention_before(scene, at, (EntityKind.GROUP, EntityKind.ORGANIZATION), reach=24)
        if person is None or group is None:
            continue
        noun = {"led": "leader", "headed": "head", "commanded": "commander"}[item.low]
        value = Value(ValueKind.TEXT, text=f"{noun} of {page.root(group).span.text}")
        yield Draft(scene, scene.cut(at, at + 1), "role", value, subject=page.root(person))


def _age(page: Page, scene: Scene, count: Count) -> Draft | None:
    if count.found.rule != "age" and not _is_years(scene, count):
        return None
    person = _aged(scene, count)
    low, high = count.value.low, count.value.high
    if person is None or low is None or not 1 <= low <= 115:
        return None
    root = page.root(person)
    if root.form is MentionForm.PRONOUN or root.kind not in (EntityKind.PERSON, EntityKind.UNKNOWN):
        return None
    value = Value(
        ValueKind.COUNT, low=low, high=high, unit="years", approximator=Approximator.EXACT
    )
    return Draft(scene, count.found.span, "age", value, subject=root)


def _is_years(scene: Scene, count: Count) -> bool:
    """Whether a bare number is an age: "he is 43", "who is 50 and"."""
    if count.noun or count.value.unit is not None or count.found.rule != "number":
        return False
    following = scene.low(count.end)
    return scene.low(count.first - 1) in ("is", "turned") and following in (
        ",",
        ".",
        "and",
        "by",
        "",
    )


def _aged(scene: Scene, count: Count) -> Mention | None:
    """Whose age it is: the person right before it, else the one right after."""
    kinds = (EntityKind.PERSON,)
    before = mention_before(scene, count.first, kinds, reach=5)
    if before is not None and not _cut_off(scene, before, count):
        return before
    return mention_after(scene, count.end, kinds, reach=7) if before is None else None


def _cut_off(scene: Scene, person: Mention, count: Count) -> bool:
    """Whether other words than "a", "who is" or a comma stand between."""
    between = [scene.low(at) for at in range(scene.index(person.span.end - 1) + 1, count.first)]
    return not set(between) <= {
        ",",
        "a",
        "an",
        "who",
        "is",
        "aged",
        "the",
        "(",
        "and",
        "was",
        "turned",
    }


_CALLING = word_set(
    "declared declares recognised recognized designated designates labelled labeled branded listed "
    "proclaimed described describes classified outlawed"
)
_NAMING = word_set("calls call called")


def called_drafts(page: Page, happenings: Happenings) -> Iterator[Draft]:
    """What somebody declares, recognises, describes or calls something."""
    for scene in page.scenes:
        for mention in scene.mentions:
            yield from _alias(page, scene, mention)
        for at, item in enumerate(scene.items):
            if item.low in _CALLING:
                yield from _declared(page, scene, at)
            elif item.low in _NAMING:
                yield from _named(page, scene, at)
                yield from _event_named(page, scene, at, happenings)


def _alias(page: Page, scene: Scene, mention: Mention) -> Iterator[Draft]:
    """Another name that the text itself gives: "also known as X"; an acronym is no other name."""
    if mention.form is MentionForm.ACRONYM or len(mention.stated_alias) != 1:
        return
    other = page.by_id.get(mention.stated_alias[0])
    if other is None or other.form is MentionForm.ACRONYM or other.span.start > mention.span.start:
        return
    value = Value(ValueKind.TEXT, text=mention.span.text, polarity=True)
    yield Draft(scene, mention.span, "called", value, subject=page.root(other))


def _declared(page: Page, scene: Scene, at: int) -> Iterator[Draft]:
    """A declaration: "the court recognised the legion as a terrorist organisation"."""
    passive = scene.low(at - 1) in ("was", "were", "been", "is", "are", "being")
    what = (
        mention_before(scene, at, ACTORS, reach=12)
        if passive
        else mention_after(scene, at + 1, ACTORS, reach=6)
    )
    start = _after_as(scene, at)
    if what is None or start is None or scene.in_source(what.span):
        return
    words = _title(scene, start)
    holder = None if passive else subject(page, scene, at)
    modality = firmness(scene, at, at)
    if words is None or modality is Modality.NEGATED:
        return
    value = Value(ValueKind.TEXT, text=" ".join(words.text.split()), polarity=True)
    root = page.root(what)
    if root.form is MentionForm.PRONOUN:
        return
    yield Draft(scene, words, "declared", value, subject=root, holder=holder, modality=modality)


def _after_as(scene: Scene, at: int) -> int | None:
    """Index of the noun after "as a", or after a bare article ("declared it a terrorist group")."""
    for step in range(at + 1, min(at + 12, len(scene.items) - 1)):
        word = scene.low(step)
        if word in (".", ";", ":", "that", "said"):
            return None
        if word == "as" and scene.low(step + 1) in ("a", "an", "the"):
            return step + 2
        if word in ("a", "an") and step > at + 1 and scene.low(step - 1) != "as":
            return step + 1
    return None


def _title(scene: Scene, first: int) -> Span | None:
    """A short noun phrase: "terrorist organisation"."""
    end = first
    while end < min(first + 5, len(scene.items)) and scene.items[end].is_word:
        if scene.low(end) in _TITLE_END:
            break
        end += 1
    return scene.cut(first, end) if end > first else None


_TITLE_END = word_set("and but who which that in on by after with for to of from when , as")


def _event_named(page: Page, scene: Scene, at: int, happenings: Happenings) -> Iterator[Draft]:
    """A name for a happening: "We call it Operation Thaw"."""
    if scene.low(at + 1) != "it" or scene.low(at + 2) not in (
        "operation",
        "the",
        "black",
        "bloody",
    ):
        return
    name = mention_after(scene, at + 2, frozenset(EntityKind), reach=3)
    event = happenings.around(scene)
    if name is None or name.form is not MentionForm.NAME or not event.act:
        return
    if scene.low(at + 2) != "operation" and name.kind is not EntityKind.EVENT:
        return
    holder = subject(page, scene, at)
    value = Value(ValueKind.TEXT, text=name.span.text, polarity=True)
    yield Draft(scene, name.span, "event_name", value, event=event, holder=holder)


def _named(page: Page, scene: Scene, at: int) -> Iterator[Draft]:
    """A naming: "the group calls itself X", "villagers call it X"."""
    if scene.low(at + 1) not in ("itself", "themselves", "it", "himself", "herself", "the"):
        return
    name = mention_after(scene, at + 2, (*ACTORS, EntityKind.UNKNOWN, EntityKind.EVENT), reach=3)
    if name is None or name.form is MentionForm.PRONOUN:
        return
    own = scene.low(at + 1).endswith(("self", "selves"))
    if not own and scene.low(at + 1) != "it":
        return
    who = subject(page, scene, at) if own else mention_before(scene, at + 2, ACTORS, reach=3)
    if who is None or page.root(who).form is MentionForm.PRONOUN:
        return
    value = Value(ValueKind.TEXT, text=name.span.text, polarity=True)
    yield Draft(
        scene, name.span, "called", value, subject=page.root(who), holder=who if own else None
    )
