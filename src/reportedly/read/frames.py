"""Reporting frames that are no active verb: according to, passives, nouns, adverbs, states of mind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.read.clauses import begins_clause, clip, content_after, skip_adjuncts
from reportedly.read.cue_verbs import Frame
from reportedly.read.grammar import (
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    FIRST_SECOND,
    NEGATIONS,
    POSSESSIVES,
    PRONOUNS,
    RELATIVES,
    core_before,
    is_adverb,
    is_auxiliary,
    is_nounlike,
    is_possessive,
    is_verblike,
    phrase_after,
    phrase_before,
)
from reportedly.read.tokens import Token
from reportedly.read.verbs import VerbGroup
from reportedly.text.wordlist import word_set

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution of a sentence, in half-open ranges of tokens.

    Attributes:
        start: Where its reporting clause begins.
        source: The words that name the source; ``None`` if none do.
        cue: The words that say so.
        content: What was said, in order.
        frame: The frame letter the content was read by; ``<`` where it stands before the clause.
        joined: How it hangs together with an earlier one: shared subject, participle, or empty.
    """

    start: int
    source: Range | None
    cue: Range
    content: tuple[Range, ...]
    frame: str
    joined: str = ""


_LEADS = word_set("and but or yet so then however still meanwhile also while although though")


def according_to(items: Sequence[Token], end: int) -> Iterator[Found]:
    """Read "According to X, Y" / "Y, according to X" / "Y, according to X, Z"."""
    for at in range(end - 2):
        if items[at].low != "according" or items[at + 1].low != "to":
            continue
        after = _long_phrase(items, at + 2, end)
        if after is None:
            continue
        content = _around(items, at, after, end)
        if content:
            yield Found(at, (at + 2, after), (at, at + 2), content, "<" if at else Frame.BARE.value)


_OPINIONS = word_set("view views words opinion account telling version reckoning estimation")


def in_the_view_of(items: Sequence[Token], end: int) -> Iterator[Found]:
    """Read "In X's view, Y" / "Y, in his words"."""
    for at in range(1, end):
        if items[at].low not in _OPINIONS:
            continue
        owner = owner_of(items, at)
        if owner is None or owner[0] == 0 or items[owner[0] - 1].low not in ("in", "by"):
            continue
        first = owner[0] - 1
        if first and items[first - 1].text not in (",", "—", "–", "--"):
            continue
        content = _around(items, first, at + 1, end)
        if content:
            yield Found(first, owner, (at, at + 1), content, "<" if first else Frame.BARE.value)


def _long_phrase(items: Sequence[Token], first: int, end: int) -> int | None:
    """The phrase after "according to": to the next comma at most."""
    after = phrase_after(items, first, end)
    if after is None:
        if first < end and items[first].is_quote:
            return first + 1
        return None
    while (
        after < end
        and items[after].is_word
        and items[after].low not in DETERMINERS
        and items[after].low not in PRONOUNS
    ):
        token = items[after]
        if (
            token.low in CONJUNCTIONS
            or token.low in BE
            or (is_verblike(token) and not token.low.endswith(("ed", "ing")))
        ):
            break
        after += 1
        if after - first > 16:
            break
    return after


def _around(items: Sequence[Token], at: int, after: int, end: int) -> tuple[Range, ...]:
    """Content before and after a phrase set into a sentence."""
    lead = at
    if lead and items[lead - 1].text in (",", "—", "–", "--", "("):
        lead -= 1
    follows = after
    while follows < end and items[follows].text == ")":
        follows += 1
    marked = follows < end and items[follows].text in (",", "—", "–", "--", ":")
    initial = all(
        token.low in _LEADS or token.text == "," or is_adverb(token) for token in items[:lead]
    )
    conjoined = lead > 0 and items[lead - 1].low in CONJUNCTIONS | {"that"}
    if initial or conjoined:
        if marked:
            follows = _after_insertion(items, follows + 1, end)
        elif not (follows < end and (items[follows].is_quote or begins_clause(items, follows))):
            return ()
        return ((follows, clip(items, follows, end, Frame.BARE.value)),) if follows < end else ()
    left: Range = (_left_start(items, lead), lead)
    if (
        marked
        and follows + 1 < end
        and not _breaks_off(items, follows + 1)
        and any(token.is_quote or is_verblike(token) for token in items[follows + 1 : end])
        and items[follows].text != ":"
    ):
        return left, (follows + 1, clip(items, follows + 1, end, Frame.BARE.value))
    return (left,)


def _after_insertion(items: Sequence[Token], at: int, end: int) -> int:
    """Index after "a loader," where "according to X, a loader, Y" goes on; else ``at``."""
    if at >= end or not (
        items[at].low in ("a", "an", "the", "who", "its", "his") or items[at].low[0].isdigit()
    ):
        return at
    for place in range(at + 1, min(end - 1, at + 20)):
        token = items[place]
        if token.text == ",":
            return place + 1
        if items[at].low != "who" and is_verblike(token):
            return at
    return at


def _left_start(items: Sequence[Token], stop: int) -> int:
    """Where the clause that ends before ``stop`` begins: after a semicolon, or at the start."""
    for at in range(stop - 1, 0, -1):
        if items[at].text == ";":
            return at + 1
    return 0


def _breaks_off(items: Sequence[Token], at: int) -> bool:
    """Whether what follows a reporting clause is the writer's again."""
    token = items[at]
    low = token.low
    return (
        low in CONJUNCTIONS
        or low in ("which", "who", "where", "with", "citing")
        or (low.endswith("ing") and len(low) > 4)
    )


# --- passives ------------------------------------------------------------------------------------

_REPORTED = word_set(
    "said believed thought reported estimated expected alleged feared understood known "
    "considered rumoured rumored presumed suspected claimed assumed told deemed"
)
_LAID = word_set(
    "accused charged convicted suspected blamed sentenced acquitted ordered told quoted"
)
_RULED = word_set("recognised recognized designated outlawed")
_CHECKED = word_set("confirmed verified corroborated")


def passive(items: Sequence[Token], group: VerbGroup, end: int) -> Found | None:
    """Read "is said to", "it was reported that", "was accused of", "could not be confirmed"."""
    word = items[group.verb_at].low
    subject_end = group.first
    start = phrase_before(items, subject_end - 1) if subject_end else None
    after = group.last + 1
    follower = items[after].low if after < end else ""
    cue = (group.first, group.last + 1)
    if word in _CHECKED and group.negated and start is not None:
        start = _whole_subject(items, start, subject_end)
        return Found(start, None, cue, ((start, subject_end),), "<")
    if start is not None and items[start].low == "it":
        begun = (
            content_after(items[:end], after, group.verb) if group.verb.takes(Frame.THAT) else None
        )
        if begun is not None and begun[1] == Frame.THAT.value:
            return Found(
                start, None, cue, ((begun[0], clip(items, begun[0], end, "t")),), Frame.THAT.value
            )
    if start is None:
        return None
    if word == "quoted":
        return _quoted(items, group, start, end)
    if follower == "by" and group.verb.takes(Frame.NOUN) and not group.negated:
        return _by_agent(items, group, start, end)
    if not (
        (word in _REPORTED and word != "told" and follower == "to")
        or (
            word in _LAID
            and word not in ("told", "quoted")
            and follower in ("of", "with", "to", "for")
        )
        or (word in _RULED and follower in ("as", "by", "a"))
    ):
        return None
    stop = clip(items, after, end, Frame.TO.value)
    by = next((at for at in range(after, stop) if items[at].low == "by"), None)
    source: Range | None = None
    if by is not None and word in _RULED | _LAID:
        agent = phrase_after(items, by + 1, stop)
        if agent is not None:
            source = (by + 1, agent)
            return Found(
                start,
                source,
                cue,
                ((start, subject_end), *_without(after, stop, (by, agent))),
                Frame.OF.value,
            )
    return Found(start, source, cue, ((start, subject_end), (after, stop)), Frame.OF.value)


def _whole_subject(items: Sequence[Token], start: int, stop: int) -> int:
    """Start of all that could not be confirmed: "his age and his numbers", "reports that Y"."""
    first = next((at + 1 for at in range(stop - 1, 0, -1) if items[at].text in (",", ";")), 0)
    named = any(token.low in _NOUNS for token in items[first:start])
    verbs = any(is_verblike(token) for token in items[first:start])
    return first if named or not verbs else start


def _by_agent(items: Sequence[Token], group: VerbGroup, start: int, end: int) -> Found | None:
    """Read "was condemned by X as Y", "was first reported by X"."""
    at = group.last + 2
    agent = phrase_after(items, at, end)
    if agent is None or not (items[agent - 1].capital or items[at].low in DETERMINERS):
        return None
    if not is_nounlike(items[group.first - 1]):
        return None
    content: tuple[Range, ...] = ((start, group.first),)
    if agent < end and items[agent].low in ("as", "for"):
        content = (*content, (agent, clip(items, agent, end, Frame.NOUN.value)))
    return Found(start, (at, agent), (group.first, at), content, Frame.OF.value)


def _without(start: int, stop: int, gap: Range) -> tuple[Range, ...]:
    return tuple(part for part in ((start, gap[0]), (gap[1], stop)) if part[0] < part[1])


def _quoted(items: Sequence[Token], group: VerbGroup, start: int, end: int) -> Found | None:
    """Read "X was quoted by Y as saying Z": the words are X's; Y is read as the outer link."""
    at = group.last + 1
    limit = min(end, at + 14)
    for place in range(at, limit - 1):
        if items[place].low == "as" and items[place + 1].low in ("saying", "telling", "adding"):
            first = place + 2
            if first < end:
                return Found(
                    start,
                    (start, group.first),
                    (place, place + 2),
                    ((first, clip(items, first, end, "t")),),
                    Frame.THAT.value,
                )
    return None


def quoted_by(items: Sequence[Token], group: VerbGroup, end: int) -> Found | None:
    """The outer link of "was quoted by Y as saying Z"."""
    at = group.last + 1
    if items[group.verb_at].low != "quoted" or at >= end or items[at].low != "by":
        return None
    agent = phrase_after(items, at + 1, end)
    start = phrase_before(items, group.first - 1) if group.first else None
    if agent is None or start is None or agent >= end:
        return None
    return Found(
        start,
        (at + 1, agent),
        (group.first, at + 1),
        ((start, group.first), (agent, end)),
        Frame.OF.value,
    )


# --- nouns, adverbs, states of mind --------------------------------------------------------------

_NOUNS = word_set(
    "claim claims allegation allegations assertion assertions statement statements belief "
    "suggestion suggestions warning warnings accusation accusations fear fears concern "
    "concerns hope hopes view argument report reports rumour rumours rumor rumors prediction "
    "predictions promise promises pledge vow contention insistence conclusion finding "
    "findings admission announcement speculation complaint complaints charge charges denial "
    "denials estimate estimates testimony assurance assurances theory notion"
)


def noun_cues(items: Sequence[Token], end: int) -> Iterator[Found]:
    """Read "his claim that Y", "reports that Y", "a claim by Ina Roke that Y"."""
    for at in range(end - 2):
        if items[at].low not in _NOUNS:
            continue
        owner, that = owner_of(items, at), at + 1
        if items[that].low in ("by", "from") and owner is None:
            after = phrase_after(items, at + 2, end)
            owner, that = ((at + 2, after), after) if after is not None else (None, that)
        if that >= end or items[that].low != "that" or not begins_clause(items, that + 1):
            continue
        stop = _before_main_verb(items, that + 1, clip(items, that, end, Frame.WHETHER.value))
        yield Found(at, owner, (at, at + 1), ((that, stop),), Frame.THAT.value)


def _before_main_verb(items: Sequence[Token], at: int, stop: int) -> int:
    """Where the clause of "reports that Y" ends and the verb of "reports" itself begins."""
    seen = False
    for place in range(at, stop):
        token = items[place]
        if token.low in RELATIVES or token.low in ("and", "or"):
            return stop
        if seen and is_auxiliary(token) and is_nounlike(items[place - 1]):
            return place
        seen = seen or is_verblike(token)
    return stop


def owner_of(items: Sequence[Token], at: int) -> Range | None:
    """Whose claim it is: "the ministry's claim", "his earlier claim"."""
    for place in range(at - 1, max(-1, at - 4), -1):
        token = items[place]
        if token.low in POSSESSIVES and token.low not in ("our", "your", "whose"):
            return place, place + 1
        if token.is_word and is_possessive(token):
            start = core_before(items, place, 0)
            return (start if start is not None else place), place + 1
        if not is_nounlike(token):
            return None
    return None


_ADVERBS = word_set("reportedly allegedly supposedly purportedly")


def adverbs(items: Sequence[Token], end: int) -> Iterator[Found]:
    """Read "reportedly": a clause on nobody's named word."""
    for at in range(end):
        if items[at].low not in _ADVERBS:
            continue
        left = at
        while left and not (
            items[left - 1].text in (",", ";", "—", "–") or items[left - 1].low in CONJUNCTIONS
        ):
            left -= 1
        right = at + 1
        while right < end and items[right].text not in (";", "—", "–", ","):
            right += 1
        content = tuple(part for part in ((left, at), (at + 1, right)) if part[0] < part[1])
        if content:
            yield Found(at, None, (at, at + 1), content, "a")


_MINDS = word_set(
    "convinced confident worried concerned afraid sure certain aware hopeful optimistic "
    "adamant skeptical sceptical doubtful satisfied"
)


def states_of_mind(items: Sequence[Token], end: int) -> Iterator[Found]:
    """Read "is convinced that Y"."""
    for at in range(2, end - 2):
        if items[at].low not in _MINDS or items[at + 1].low != "that":
            continue
        first = at
        while first > 1 and (
            items[first - 1].low in BE | NEGATIONS
            or is_adverb(items[first - 1])
            or items[first - 1].low
            in ("feel", "feels", "felt", "seems", "more", "been", "has", "have", "had")
        ):
            first -= 1
        if not any(
            token.low in BE or token.low in ("feel", "feels", "felt") for token in items[first:at]
        ):
            continue
        start = phrase_before(items, first - 1)
        if start is None or items[start].low in FIRST_SECOND:
            continue
        yield Found(
            start,
            (start, first),
            (first, at + 1),
            ((at + 1, clip(items, at + 1, end, "t")),),
            Frame.THAT.value,
        )


_WITHHELD = word_set(
    "provide provides provided give gives gave given offer offers offered release released"
)
_DETAILS = word_set(
    "details detail comment information explanation evidence specifics reason figures"
)


def withheld(items: Sequence[Token], end: int) -> Iterator[Found]:
    """Read "would provide no further details": said of someone who will not say."""
    for at in range(1, end - 2):
        if items[at].low not in _WITHHELD or items[at + 1].low != "no":
            continue
        last = next(
            (place for place in range(at + 2, min(end, at + 6)) if items[place].low in _DETAILS),
            None,
        )
        if last is None:
            continue
        first = at
        while first > 0 and items[first - 1].low in (
            "would",
            "has",
            "have",
            "had",
            "could",
            "also",
            "will",
        ):
            first -= 1
        start = phrase_before(items, first - 1) if first else None
        if start is not None and items[start].low not in FIRST_SECOND:
            stop = skip_adjuncts(items[:end], last + 1)
            yield Found(start, (start, first), (first, at + 2), ((at + 2, stop),), Frame.NOUN.value)
