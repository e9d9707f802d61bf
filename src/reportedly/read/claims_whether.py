"""Whether something is so: propositions that somebody asserts and somebody may deny.

Kept narrow. A proposition is taken up where it is denied in so many words, where a "no" or "none"
denies it, or where a word of a small table says one of two states that exclude each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.model.span import Span
from reportedly.model.statement import Attribution, Mention, MentionForm, Modality, Stance
from reportedly.model.value import Value, ValueKind
from reportedly.read.claims_events import Happenings
from reportedly.read.claims_firm import firmness
from reportedly.read.claims_scene import Count, Draft, Page, Scene
from reportedly.read.claims_subjects import group_start, subject_words
from reportedly.read.grammar import NEGATIONS, is_verblike
from reportedly.text.wordlist import word_set

LONGEST = 40
"""Words of a proposition; what is longer is a story and no question."""

REACH = 6
"""Paragraphs within which a denial and what it denies stand."""

_FIGHT = word_set("fighting clashes battle battles clash")
_GOES_ON = word_set("continuing continued continues continue raging raged ongoing underway")
_IS_OVER = word_set("over ended stopped ceased subsided")
_THROWN = word_set("pushed driven thrown forced repelled expelled beaten")
_OF_FIGHTS = _GOES_ON | _IS_OVER | _THROWN
_BACK = word_set("back out off")
STATES = {
    "open": ("is open", True),
    "reopened": ("is open", True),
    "closed": ("is open", False),
    "shut": ("is open", False),
}
"""Words for one of two states that exclude each other."""

_WENT = word_set("entered crossed set took were was")
_STOP = word_set(
    "the a an of in on at to for from with by and or but that this these those it its his her their "
    "he she they we had has have been was were is are be being not no any such so as who which "
    "said says would could may might will did do does given give one own all"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def whether_drafts(page: Page, happenings: Happenings) -> Iterator[Draft]:
    """Denied propositions with what they deny, fights that go on or are over, open and closed."""
    yield from _denials(page)
    fight = ""
    for scene in page.scenes:
        for count in scene.counts:
            if count.value.high == 0 and count.noun:
                yield from _nobody(scene, count)
        for at, item in enumerate(scene.items):
            state = _fight(scene, at) if item.low in _OF_FIGHTS else None
            if state is not None:
                fight = fight or _the_fight(happenings, scene, at)
                yield _said(
                    scene, scene.cut(at, at + 1), fight, firmness(scene, at, at), is_so=state
                )
            if item.low in STATES:
                yield from _state(scene, at)


def _said(scene: Scene, words: Span, text: str, modality: Modality, *, is_so: bool) -> Draft:
    if modality is Modality.NEGATED:
        modality = Modality.CERTAIN
        at = scene.index(words.start)
        near = {scene.low(step) for step in range(group_start(scene, at), at)}
        is_so = is_so != bool(near & NEGATIONS)
    value = Value(ValueKind.POLARITY, polarity=is_so, text=text)
    return Draft(scene, words, "asserted", value, subject_words=text, modality=modality)


def _the_fight(happenings: Happenings, scene: Scene, at: int) -> str:
    place = happenings.of(scene, at).place
    return f"the fighting at {place} still went on" if place else "the fighting still went on"


def _fight(scene: Scene, at: int) -> bool | None:
    """Whether the word says that a fight goes on, or that it is over."""
    word = scene.low(at)
    near = {scene.low(step) for step in range(max(0, at - 6), at)}
    if word in _GOES_ON and near & _FIGHT:
        return True
    if word in _IS_OVER and near & _FIGHT:
        return False
    if word in _THROWN and (scene.low(at + 1) in _BACK or word in ("repelled", "expelled")):
        return False if {"been", "were", "was"} & near else None
    return None


def _state(scene: Scene, at: int) -> Iterator[Draft]:
    told = STATES[scene.low(at)]
    if scene.low(at - 1) not in (
        "is",
        "was",
        "remains",
        "remained",
        "had",
        "has",
        "been",
    ):
        return
    where = subject_words(scene, at)
    if where is None or where[1] - where[0] > 5:
        return
    thing = scene.cut(*where)
    first = scene.low(where[0])
    if first in ("it", "he", "she", "they", "which", "that", "who"):
        return
    text = f"{' '.join(thing.text.split())} {told[0]}"
    yield _said(scene, scene.cut(at, at + 1), text, firmness(scene, at, at), is_so=told[1])


def _nobody(scene: Scene, count: Count) -> Iterator[Draft]:
    """A "no" that denies a deed: "No fighters of ours entered their territory"."""
    at = count.after
    while at < min(count.after + 6, len(scene.items)) and scene.low(at) not in _WENT:
        at += 1
    if at >= len(scene.items) or scene.low(at) not in _WENT:
        return
    if scene.low(at) in ("took", "set", "were", "was") and scene.low(at + 1) not in (
        "part",
        "foot",
        "involved",
    ):
        return
    end = at
    while end < min(at + 8, len(scene.items)) and scene.low(end) not in (
        ",",
        ".",
        ";",
        ":",
        "”",
        '"',
        "and",
    ):
        end += 1
    words = scene.cut(count.end, end)
    text = " ".join(words.text.split())
    yield _said(scene, words, text, Modality.CERTAIN, is_so=False)


# --- denials -------------------------------------------------------------------------------------


def _denials(page: Page) -> Iterator[Draft]:
    """Every denied clause, and beside it the nearest statement that it denies."""
    told: list[tuple[Scene, Attribution]] = []
    seen: set[str] = set()
    for scene in page.scenes:
        for one in scene.attributions:
            if one.id not in seen and one.content and scene.span.contains(one.content[0]):
                seen.add(one.id)
                told.append((scene, one))
    for at, (scene, one) in enumerate(told):
        if one.stance is not Stance.DENIES:
            continue
        span = _clause(scene, one.content[0])
        if span is None or not one.content[0].text.startswith("that "):
            continue
        against = _denied(page, told[max(0, at - 12) : at] + told[at + 1 : at + 4], scene, one)
        text = _words(against[1].content[0].text) if against else _own(_words(span.text), one)
        if against is not None:
            other = _clause(against[0], against[1].content[0])
            if other is not None:
                yield _said(against[0], other, text, Modality.CERTAIN, is_so=True)
        yield _said(scene, span, text, Modality.CERTAIN, is_so=True)


def _clause(scene: Scene, content: Span) -> Span | None:
    """A denied or asserted clause without its "that"; ``None`` for a bare noun or a long story."""
    lead = re.match(r"(?:that|[“\"'‘«])\s*", content.text)
    start = content.start + (lead.end() if lead else 0)
    first, last = scene.index(start), scene.index(content.end - 1)
    words = [item for item in scene.items[first : last + 1] if item.is_word]
    if not 3 <= len(words) <= LONGEST or not any(is_verblike(item) for item in words):
        return None
    if start >= content.end:
        return None
    return Span(start, content.end, content.text[start - content.start :])


def _own(text: str, one: Attribution) -> str:
    """The proposition with the source's name for the pronoun it opens with."""
    if one.source is None or one.source.unnamed:
        return text
    first, _, rest = text.partition(" ")
    name = one.source.name
    if first in ("it", "he", "she", "they", "we"):
        return f"{name} {rest}"
    return re.sub(
        r"^((?:any of |one of )?)(?:its|his|her|their|our) ", rf"\1{_escaped(name)}'s ", text
    )


def _escaped(name: str) -> str:
    return name.replace("\\", "")


def _words(text: str) -> str:
    """A proposition in one line, without its "that" and its marks."""
    bare = re.sub(r"^that\s+", "", " ".join(text.split()))
    bare = re.sub(r", wh(?:o|ich|ose|om) [^,]*,", "", bare)
    return bare.strip(" “”\"'‘’«».,;")


def _denied(
    page: Page, told: list[tuple[Scene, Attribution]], scene: Scene, denial: Attribution
) -> tuple[Scene, Attribution] | None:
    """The one statement near by, of another source, that says what is denied."""
    about = _names(page, scene, denial)
    stems = _stems(denial.content[0].text) - _stems(" ".join(about))
    fitting = [
        (other_scene, other)
        for other_scene, other in told
        if other.stance is Stance.AFFIRMS
        and abs(other_scene.paragraph - scene.paragraph) <= REACH
        and _source(other) != _source(denial)
        and about & _names(page, other_scene, other)
        and stems & _stems(other.content[0].text)
        and _clause(other_scene, other.content[0]) is not None
        and not re.match(
            r"(?:that )?(?:no|not|none|nobody)\b", other.content[0].text, re.IGNORECASE
        )
    ]
    return fitting[-1] if len(fitting) == 1 else None


def _source(one: Attribution) -> str:
    return one.source.name.lower() if one.source else ""


def _names(page: Page, scene: Scene, one: Attribution) -> set[str]:
    """The names in a content, each under its fullest form."""
    return {
        page.root(mention).span.text.lower()
        for mention in _within(scene, one)
        if page.root(mention).form is not MentionForm.PRONOUN
    }


def _within(scene: Scene, one: Attribution) -> list[Mention]:
    return [
        mention
        for mention in scene.mentions
        if any(part.contains(mention.span) for part in one.content)
    ]


def _stems(text: str) -> set[str]:
    """Content words cut to their first letters, so that "ordered" and "order" meet."""
    return {
        word[:5]
        for word in (found.group().lower() for found in _WORD.finditer(text))
        if word not in _STOP and len(word) > 3
    }
