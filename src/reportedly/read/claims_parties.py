"""Who did it: accusations, claims of responsibility, denials, and acts told of a party."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.model.span import Span
from reportedly.model.statement import (
    EntityKind,
    Event,
    Mention,
    MentionForm,
    Modality,
    Stance,
)
from reportedly.model.value import Value, ValueKind
from reportedly.read.claims_events import FAMILY, Happenings
from reportedly.read.claims_firm import firmness
from reportedly.read.claims_scene import Draft, Page, Scene, mention_after, mention_before
from reportedly.read.claims_subjects import PEOPLE_OF, beside, subject, subject_words
from reportedly.read.grammar import AUXILIARIES, NEGATIONS
from reportedly.text.wordlist import word_set

PARTIES = (EntityKind.GROUP, EntityKind.ORGANIZATION, EntityKind.PERSON, EntityKind.PLACE)
BODIES = (EntityKind.GROUP, EntityKind.ORGANIZATION)

_BLAMING = word_set("accused accuses accuse accusing blamed blames blame blaming")
_CLAIMING = word_set(
    "claimed claims claim claiming took takes taken take accepted accepts admitted"
)
_DENYING = word_set("denied denies deny denying rejected rejects")
_PART = word_set("responsibility involvement part role hand credit")
_DID = word_set(
    "burned torched attacked shelled raided stormed bombed struck ambushed assaulted crossed invaded seized"
)
_STAGED = word_set("staged launched carried mounted conducted committed")
_BY = word_set("planted carried staged set launched fired committed perpetrated")


@dataclass(frozen=True, slots=True)
class _Told:
    """Somebody said to have done it, where the words stand, and whose word it is."""

    party: Mention
    at: int
    holder: Mention | None = None
    denied: bool = False


def party_drafts(page: Page, happenings: Happenings) -> Iterator[Draft]:
    """Who is said to have done what happened."""
    for scene in page.scenes:
        seen: set[tuple[int, bool]] = set()
        for told in _tell(page, scene):
            if (told.party.span.start, told.denied) in seen or _nobody(page, told.party):
                continue
            seen.add((told.party.span.start, told.denied))
            event = happenings.of(scene, told.at)
            if not event.act:
                continue
            modality = firmness(scene, told.at, told.at)
            if modality is Modality.NEGATED and not told.denied:
                continue
            yield _draft(page, scene, told, event, modality)


def _phrase(scene: Scene, told: _Told, *, inside: bool) -> Span:
    """The words that say so: the party named, with the verb where it speaks of its own deed."""
    end = min(told.at + (2 if scene.low(told.at + 1) in _PART else 3), len(scene.items))
    own = told.holder is told.party
    if not own and inside:
        return told.party.span
    words = subject_words(scene, told.at)
    if words is not None and end - words[0] <= LONGEST:
        return scene.cut(words[0], end)
    return scene.cut(told.at, end)


LONGEST = 12
"""Words of a party with its verb; where more stand between, the verb alone is quoted."""


def _nobody(page: Page, party: Mention) -> bool:
    """Whether a party is not named: a pronoun nothing was found for, "the fighters"."""
    return page.root(party).form in (MentionForm.PRONOUN, MentionForm.DESCRIPTION)


def _draft(page: Page, scene: Scene, told: _Told, event: Event, modality: Modality) -> Draft:
    root = page.root(told.party)
    own = told.holder is told.party
    inside = scene.span.start <= told.party.span.start < scene.span.end
    return Draft(
        scene=scene,
        words=_phrase(scene, told, inside=inside),
        measure="responsible",
        value=Value(ValueKind.WHO, text=root.span.text, polarity=True),
        subject=root,
        event=event,
        holder=told.holder,
        stance=Stance.DENIES if told.denied else (Stance.AFFIRMS if own or told.holder else None),
        modality=Modality.CERTAIN if told.denied else modality,
    )


def _tell(page: Page, scene: Scene) -> Iterator[_Told]:
    for at, item in enumerate(scene.items):
        word = item.low
        if word in _BLAMING:
            yield from _blamed(page, scene, at)
        elif word in _CLAIMING:
            yield from _claimed(page, scene, at)
        elif word in _DENYING:
            yield from _denied(page, scene, at)
        elif (word == "responsible" and scene.low(at + 1) == "for") or (
            word == "behind" and scene.low(at - 1) in ("was", "were", "is", "are", "be", "been")
        ):
            yield from _subject(page, scene, at)
        elif word == "work" and scene.low(at - 1) in ("their", "its", "our", "his", "her"):
            yield from _own_work(page, scene, at)
        elif word == "by" and _done_by(scene, at):
            found = mention_after(scene, at + 1, BODIES, reach=3)
            if found and _whole_word(scene, found):
                yield _Told(found, at)
        elif word in _DID or (word in _STAGED and _an_act(scene, at)):
            yield from _doers(page, scene, at)


def _blamed(page: Page, scene: Scene, at: int) -> Iterator[_Told]:
    """An accusation: "A accused B of ...", "A blamed B for ..."."""
    if scene.low(at - 1) in ("was", "were", "been", "is", "are", "being"):
        found = mention_before(scene, at, PARTIES, reach=10)
        if found:
            yield _Told(found, at)
        return
    party = mention_after(scene, at + 1, PARTIES, reach=8)
    holder = subject(page, scene, at)
    if party is None or not _of_an_act(scene, at):
        return
    if holder is None and scene.holding(party.span) is None:
        return
    yield _Told(party, at, holder)


def _of_an_act(scene: Scene, at: int) -> bool:
    """Whether what they are accused of is an act, not a state or a plan."""
    stop = min(len(scene.items), at + 30)
    return any(scene.low(step) in _ACTS for step in range(at + 1, stop))


_ACTS = frozenset(FAMILY) | word_set(
    "planting planted setting burning attacking shelling killing firing bombing carrying staging "
    "committing charge it acts act"
)


def _claimed(page: Page, scene: Scene, at: int) -> Iterator[_Told]:
    """A claim of responsibility: "A claimed responsibility", "A claimed that attack"."""
    near = [scene.low(step) for step in range(at + 1, at + 5)]
    said = "responsibility" in near or (
        scene.low(at) == "claimed"
        and near[0] in ("that", "the", "this")
        and (near[1] in FAMILY or near[2] in FAMILY)
        and not (near[0] == "that" and near[2] not in ("", ".", ",", "within", "on", "in"))
    )
    party = subject(page, scene, at) if said else None
    if party is not None:
        yield _Told(party, at, party)


def _denied(page: Page, scene: Scene, at: int) -> Iterator[_Told]:
    """A denial of it: "A denied responsibility", "A denied any part in it"."""
    near = [scene.low(step) for step in range(at + 1, at + 6)]
    if not (_PART & set(near) or "behind" in near or ("carrying" in near and "out" in near)):
        return
    party = subject(page, scene, at)
    if party is not None:
        yield _Told(party, at, party, denied=True)


def _subject(page: Page, scene: Scene, at: int) -> Iterator[_Told]:
    """Who is said to be responsible for it, or behind it."""
    near = {scene.low(step) for step in range(max(0, at - 4), at)}
    found = subject(page, scene, at)
    if found is not None and near & AUXILIARIES and not near & NEGATIONS:
        yield _Told(found, at)


def _whole_word(scene: Scene, found: Mention) -> bool:
    """Whether a name is not the second half of a compound ("anti-Kremlin")."""
    return scene.items[scene.index(found.span.start)].start == found.span.start


def _of_people(scene: Scene, words: tuple[int, int] | None) -> bool:
    """Whether the subject is somebody's people: "the fighters of X"."""
    return words is not None and any(scene.low(at) in PEOPLE_OF for at in range(*words))


def _own_work(page: Page, scene: Scene, at: int) -> Iterator[_Told]:
    """A claim of responsibility in other words: "X said that it was their work"."""
    held = scene.holding(scene.cut(at, at + 1))
    if held is None or held.source is None or held.source.mention is None:
        return
    if "was" not in {scene.low(step) for step in range(max(0, at - 3), at)}:
        return
    found = page.by_id.get(held.source.mention)
    if found is not None:
        yield _Told(found, at, found)


def _done_by(scene: Scene, at: int) -> bool:
    near = {scene.low(step) for step in range(max(0, at - 3), at)}
    return bool(near & _BY) or any(scene.low(at - 1) == word for word in FAMILY)


def _an_act(scene: Scene, at: int) -> bool:
    return any(scene.low(step) in FAMILY for step in range(at + 1, at + 8))


def _doers(page: Page, scene: Scene, at: int) -> Iterator[_Told]:
    """Bodies that are told as the doers of an act; several side by side did it together."""
    if scene.low(at - 1) in ("was", "were", "been", "being", "be", "is", "are"):
        return
    if scene.low(at) == "crossed" and "border" not in {scene.low(s) for s in range(at + 1, at + 7)}:
        return
    last = subject(page, scene, at)
    words = subject_words(scene, at)
    if last is None or (last.kind not in BODIES and not _of_people(scene, words)):
        return
    yield _Told(last, at)
    for one in beside(scene, words[0]) if words else ():
        if one.kind in BODIES:
            yield _Told(page.root(one), at)
