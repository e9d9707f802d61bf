"""Read what the words of a sentence tell of minds: who wants, fears, backs or plans what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportedly.model.statement import CueKind
from reportedly.read.attitude_words import ADJECTIVES, LIGHT, NOUNS, VERBS, Attitude
from reportedly.read.clauses import clip, content_after, sentence_end
from reportedly.read.cue_verbs import LEXICON, CueVerb, Frame
from reportedly.read.descriptions import is_plural_noun
from reportedly.read.frames import Found, Range, owner_of
from reportedly.read.grammar import (
    BE,
    DETERMINERS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    QUANTITY_SUBJECTS,
    core_before,
    is_adverb,
    is_date,
    is_nounlike,
    is_possessive,
    phrase_after,
    phrase_before,
)
from reportedly.read.reporting import before_main_verb, speaker_before
from reportedly.read.tokens import Token
from reportedly.read.verbs import VerbGroup, stands_as_noun, subject_of, verb_groups
from reportedly.text.wordlist import word_set

_FRAMES = {"to": Frame.TO.value, "that": Frame.THAT.value}
_LINKING = BE | word_set(
    "feel feels felt remain remains remained seem seems seemed become becomes became appear appears "
    "appeared look looks looked grow grew"
)
_NOBODY = word_set(
    "you it there this that these those what one someone somebody anyone everyone nobody we"
)
"""Words that name nobody whose mind is told: "we" within a quotation is whoever the speaker counts in."""


def attitudes(items: Sequence[Token]) -> list[Found]:
    """The attitudes that one sentence tells, in the order of their cues."""
    end = sentence_end(items)
    found: dict[Range, Found] = {}
    for reader in (_of_verbs, _of_nouns, _of_adjectives):
        for one in reader(items, end):
            if one.source is not None and _is_somebody(items, one.source):
                found.setdefault(one.cue, one)
    return sorted(found.values(), key=lambda one: one.cue)


def _is_somebody(items: Sequence[Token], source: Range) -> bool:
    """Whether a phrase can be one who wants: no time, no clause, no bare noun in the singular."""
    row = items[source[0] : source[1]]
    first, last = row[0], row[-1]
    if len(row) == 1 and (first.low in PRONOUNS or first.low in POSSESSIVES):
        return first.low not in _NOBODY
    if first.low in _NONE | _BESIDE | PREPOSITIONS or (len(row) == 1 and first.low in _NOBODY):
        return False
    if any(token.low in _NO_NAME or is_date(token) for token in row):
        return False
    if any(token.capital for token in row) or first.low in DETERMINERS:
        return first.capital or not first.low.endswith(("ing", "ed"))
    core = (
        row[-1]
        if is_possessive(last)
        else next((row[at] for at in range(len(row) - 1) if row[at + 1].low in PREPOSITIONS), last)
    )
    return is_plural_noun(core.low) or core.low[0].isdigit() or core.low in QUANTITY_SUBJECTS


_NONE = word_set("no nobody none neither")
_BESIDE = word_set("together along including especially particularly coupled")
"""Words that begin what stands beside a subject: "the army, together with the police, wants"."""
_NO_NAME = word_set("to ago week weeks month months year years today that")


# --- verbs ---------------------------------------------------------------------------------------


def _lexicon() -> Mapping[str, tuple[CueVerb, ...]]:
    """The verbs of attitude, and of the cue verbs those that tell a mind or a will."""
    found = {word: list(rows) for word, rows in VERBS.items()}
    for word, rows in LEXICON.items():
        found.setdefault(word, []).extend(row for row in rows if row.kind not in _NO_MIND)
    return {word: tuple(rows) for word, rows in found.items() if rows}


_NO_MIND = (CueKind.SAYS, CueKind.SHOWS)
_UNSURE = word_set("like likes back regarding considering following")
"""Words that are no verb more often than not, unless a helper stands before them."""
_MINDS = _lexicon()


def _of_verbs(items: Sequence[Token], end: int) -> Iterator[Found]:
    earlier: list[Found] = []
    done = -1
    for group in verb_groups(items[:end], _MINDS):
        if group.verb_at == done or stands_as_noun(items, group.verb_at):
            continue
        if items[group.verb_at].low in _UNSURE and group.first == group.verb_at:
            continue
        source = _holder(items, group, end, earlier)
        begun = content_after(items[:end], group.last + 1, group.verb)
        if source is None or begun is None:
            continue
        at, frame = begun
        stop = before_main_verb(items, source, at, clip(items, at, end, frame), frame)
        made = Found(source[0], source, (group.first, group.last + 1), ((at, stop),), frame)
        earlier.append(made)
        done = group.verb_at
        yield made


def _holder(
    items: Sequence[Token], group: VerbGroup, end: int, earlier: list[Found]
) -> Range | None:
    """Whose mind a verb tells: its subject, or the noun right before a participle."""
    if group.voice == "passive" or group.first == 0:
        return None
    if group.voice == "participle":
        before = items[group.first - 1]
        start = phrase_before(items, group.first - 1) if is_nounlike(before) else None
        return (start, group.first) if start is not None else None
    subject = subject_of(items[:end], group)
    if subject is None or subject.place == "after":
        return None
    if subject.place == "shared":
        if group.verb.form not in ("past", "s") and group.first == group.verb_at:
            return None
        return speaker_before(items, group.first - 1, earlier)
    return subject.first, subject.last + 1


# --- nouns ---------------------------------------------------------------------------------------


def _of_nouns(items: Sequence[Token], end: int) -> Iterator[Found]:
    for at in range(end - 2):
        entry = NOUNS.get(items[at].low)
        if entry is None or items[at].capital:
            continue
        owner, cue, after = _owner(items, at)
        content = _about(items, after, end, entry)
        if content is None:
            continue
        if owner is None:
            owner, cue = _bearer(items, at, end)
        elif items[owner[0]].low in POSSESSIVES:
            # Who "declared its wish" declared a wish of its own.
            owner = _bearer(items, at, end)[0] or owner
        if owner is not None:
            yield Found(owner[0], owner, cue, (content,), Frame.OF.value)


def _owner(items: Sequence[Token], at: int) -> tuple[Range | None, Range, int]:
    """Whose wish it is, the words that tell it, and where what is wished may begin.

    As in "the mayor's wish to", "the wish of the mayor to", "his aim is to".
    """
    owner = owner_of(items, at)
    after = at + 1
    if owner is None and items[after].low in ("by", "from", "among", "within", "of"):
        stop = phrase_after(items, at + 2)
        if stop is not None and stop < len(items):
            return (at + 2, stop), (at, at + 1), stop
    if owner is not None and items[after].low in BE:
        after += 1
    if owner is None and at and _is_acronym(items[at - 1].text):
        owner = (at - 1, at)
    return owner, (at, at + 1), after


def _is_acronym(word: str) -> bool:
    """Whether a word is written as an acronym: "U.S.", "EU"."""
    letters = word.replace(".", "")
    return len(letters) > 1 and letters.isalpha() and letters.isupper()


def _bearer(items: Sequence[Token], at: int, end: int) -> tuple[Range | None, Range]:
    """The subject of a verb that says little beside the noun: who "has no plan to"."""
    start = core_before(items, at, 0)
    start = at if start is None else start
    if start and items[start - 1].low in ("no", "any", "some", "much", "more"):
        start -= 1
    if start == 0 or items[start - 1].low not in LIGHT:
        return None, (at, at + 1)
    for group in _groups_at(items, start - 1):
        source = _holder(items, group, end, [])
        if source is not None:
            return source, (group.first, at + 1)
    return None, (at, at + 1)


def _groups_at(items: Sequence[Token], at: int) -> list[VerbGroup]:
    return [group for group in verb_groups(items[: at + 1], LIGHT) if group.verb_at == at]


def _about(items: Sequence[Token], at: int, end: int, entry: Attitude) -> Range | None:
    """What an attitude is about, if one of the words that may open it stands at ``at``."""
    if at + 1 >= end or items[at].low not in entry.follows:
        return None
    frame = _FRAMES.get(items[at].low, Frame.NOUN.value)
    start = at if items[at].low in _FRAMES else at + 1
    wide = Frame.THAT.value if frame == Frame.TO.value else frame
    return start, clip(items, start, end, wide)


# --- adjectives ----------------------------------------------------------------------------------


def _of_adjectives(items: Sequence[Token], end: int) -> Iterator[Found]:
    for at in range(1, end - 2):
        entry = ADJECTIVES.get(items[at].low)
        content = _about(items, at + 1, end, entry) if entry is not None else None
        if entry is None or content is None:
            continue
        first = at
        while first > 0 and (is_adverb(items[first - 1]) or items[first - 1].low in _BEFORE):
            first -= 1
        verb = CueVerb(items[at].low, entry.kind, "", "participle")
        source = _holder(items, VerbGroup(first, at, at, verb, "active", negated=False), end, [])
        linked = any(token.low in _LINKING for token in items[first:at])
        if source is not None and linked:
            yield Found(source[0], source, (first, at + 1), (content,), Frame.OF.value)


_BEFORE = (
    _LINKING
    | NEGATIONS
    | word_set(
        "has have had will would may might must should could can to very so more as quite too"
    )
)
