"""Read the reporting clauses of one sentence: who says, by which words, what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.model.statement import CueKind
from reportedly.read.clauses import clip, content_after, sentence_end, skip_adjuncts
from reportedly.read.cue_verbs import LEXICON, Frame
from reportedly.read.frames import (
    Found,
    Range,
    according_to,
    adverbs,
    in_the_view_of,
    noun_cues,
    passive,
    quoted_by,
    states_of_mind,
    withheld,
)
from reportedly.read.grammar import (
    BE,
    CONJUNCTIONS,
    FIRST_SECOND,
    HAVE,
    MODALS,
    PREPOSITIONS,
    RELATIVES,
    core_before,
    is_adverb,
    is_auxiliary,
    is_date,
    is_verblike,
    phrase_after,
    phrase_before,
)
from reportedly.read.plausible import is_plausible
from reportedly.read.tokens import Token
from reportedly.read.verbs import Subject, VerbGroup, subject_of, verb_groups
from reportedly.text.wordlist import word_set

_SETS_OFF = frozenset((",", "—", "–", "--", "-"))


def read_sentence(items: Sequence[Token]) -> list[Found]:
    """The attributions of one sentence, in the order of their cues."""
    end = sentence_end(items)
    found: list[Found] = []
    done = -1
    for group in verb_groups(items[:end]):
        if group.verb_at == done:
            continue
        made = _of_verb(items, group, end, found)
        if made is not None:
            found.append(made)
            done = group.verb_at
        if group.voice == "passive":
            outer = quoted_by(items, group, end)
            if outer is not None:
                found.append(outer)
    taken = {one.cue[0] for one in found}
    for reader in (according_to, in_the_view_of, noun_cues, states_of_mind, withheld):
        found.extend(one for one in reader(items, end) if one.cue[0] not in taken)
    found.sort(key=lambda one: (one.cue, one.start))
    found = _cut(items, found)
    inside = [span for one in found for span in one.content]
    for one in adverbs(items, end):
        if not any(a <= one.cue[0] < b for a, b in inside):
            found.append(one)
    kept = [one for one in found if one.content or _announces(items, one)]
    return [part for one in kept for part in _apart(items, one)]


def _apart(items: Sequence[Token], one: Found) -> list[Found]:
    """What ", X said, and Y" tells before and after its clause, as two statements."""
    parts = one.content
    joined = len(parts) > 1 and parts[-1][0] > one.cue[1]
    if not joined or items[parts[-1][0] - 1].low not in ("and", "but"):
        return [one]
    return [replace(one, content=parts[:-1]), replace(one, content=parts[-1:])]


def _announces(items: Sequence[Token], one: Found) -> bool:
    """Whether the content is still to come: the sentence ends in a colon."""
    return bool(items) and items[-1].text == ":" and one.frame == ":"


def _of_verb(
    items: Sequence[Token], group: VerbGroup, end: int, earlier: list[Found]
) -> Found | None:
    if group.voice == "passive":
        return passive(items, group, end)
    if group.voice == "participle":
        # Whom a source cites is a link of the chain, not a statement of its own.
        cites = group.verb.lemma == "cite"
        return None if cites else _participle(items, group, end, earlier)
    subject = subject_of(items[:end], group)
    if subject is None:
        return None
    if subject.place == "shared":
        return _shared(items, group, end, earlier)
    source = (_with_partner(items, subject), subject.last + 1)
    first_person = items[subject.first].low in FIRST_SECOND and subject.first == subject.last
    if first_person and not _own_statement(items[subject.first].low, group):
        return None
    if subject.place == "after":
        return _inverted(items, group, subject, end)
    left = _set_off(items, group, subject, end)
    if left is not None:
        return left
    return _right(items, group, end, source[0], source)


def _with_partner(items: Sequence[Token], subject: Subject) -> int:
    """Where a subject of two begins: "that [nations and sects] condemned it"."""
    first = subject.first
    if subject.place != "before" or first < 2 or items[first - 1].low != "and":
        return first
    start = core_before(items, first - 2, 0)
    if start is None or is_date(items[first - 2]):
        return first
    opens = start == 0 or items[start - 1].low in CONJUNCTIONS | {"that"}
    return start if opens else first


_STATED = word_set(
    "say deny reject accuse blame condemn denounce declare announce claim confirm warn insist allege "
    "maintain reaffirm reiterate repeat promise vow pledge demand believe"
)


def _own_statement(low: str, group: VerbGroup) -> bool:
    """Whether "we" states something by it: "we deny that", not "we cannot say who" or "I think"."""
    return low == "we" and group.verb.lemma in _STATED and not group.negated


def _right(
    items: Sequence[Token],
    group: VerbGroup,
    end: int,
    start: int,
    source: Range | None,
    joined: str = "",
) -> Found | None:
    """Content after the verb."""
    cue = (group.first, group.last + 1)
    silent = _silent(items, group, end, start, source)
    if silent is not None:
        return silent
    begun = content_after(items[:end], group.last + 1, group.verb)
    if begun is None:
        if items[-1].text == ":" and group.verb.takes(Frame.QUOTE):
            return Found(start, source, cue, (), ":", joined)
        if group.verb.particle in ("responsibility", "credit"):
            # "claimed responsibility in a message": what was claimed is the word itself.
            return Found(
                start,
                source,
                (group.first, group.last),
                ((group.last, group.last + 1),),
                "n",
                joined,
            )
        return None
    at, frame = begun
    if source is not None and not is_plausible(items, group, source, at, frame):
        return None
    if frame == Frame.QUOTE.value:
        content = _quotes_from(items, at, end)
    else:
        stop = before_main_verb(items, source, at, clip(items, at, end, frame), frame)
        content = ((at, _charge(items, group, stop, end)),)
    return Found(start, source, cue, content, frame, joined)


_CHARGED = word_set("of for with")


def _charge(items: Sequence[Token], group: VerbGroup, stop: int, end: int) -> int:
    """Where an accusation ends whose "of" or "for" comes after an insertion.

    As in "accused the Front, an armed group, of planting the charge".
    """
    if group.verb.kind is not CueKind.ACCUSES or stop >= end:
        return stop
    if any(token.low in _CHARGED for token in items[group.last + 1 : stop]):
        return stop
    for place in range(stop, min(end - 1, stop + 30)):
        if items[place].text == "," and items[place + 1].low in _CHARGED:
            return clip(items, place + 1, end, Frame.NOUN.value)
    return stop


def before_main_verb(
    items: Sequence[Token], source: Range | None, at: int, stop: int, frame: str
) -> int:
    """Where the main clause goes on after a restrictive one: "those who claimed X [are gone]"."""
    if source is None or items[source[0]].low not in RELATIVES or frame not in "nfigx":
        return stop
    if source[0] and not items[source[0] - 1].is_word:
        return stop
    for place in range(at + 1, stop):
        if items[place].low in RELATIVES:
            return stop
        if items[place].low in BE | HAVE | MODALS:
            return place
    return stop


_ANSWERS = word_set("respond comment reply answer say elaborate")


def _silent(
    items: Sequence[Token], group: VerbGroup, end: int, start: int, source: Range | None
) -> Found | None:
    """Read "did not respond to questions", "would not comment": what was declined is the content."""
    if not group.negated or group.verb.form != "base" or group.verb.lemma not in _ANSWERS:
        return None
    if group.verb.lemma == "say":
        return None
    stop = skip_adjuncts(items[:end], group.last + 1)
    content = (group.last + 1, stop) if stop > group.last + 1 else (group.verb_at, group.last + 1)
    cue = (group.first, group.last + 1) if stop > group.last + 1 else (group.first, group.verb_at)
    return Found(start, source, cue, (content,), "d") if cue[0] < cue[1] else None


def _quotes_from(items: Sequence[Token], at: int, end: int) -> tuple[Range, ...]:
    """A quotation after the verb, with what belongs to it."""
    quote = items[at].quote
    if quote is None:
        return ((at, end),)
    inner = quote.inner
    whole = inner is not None and inner.text.endswith((",", ".", "!", "?", "…"))
    if whole or at + 1 >= end:
        found = [(at, at + 1)]
        place = at + 1
        while (
            place + 1 < end
            and items[place].text in _SETS_OFF | {"and"}
            and items[place + 1].is_quote
        ):
            found.append((place + 1, place + 2))
            place += 2
        return tuple(found)
    goes_on = is_verblike(items[at + 1]) or (
        items[at + 1].is_word and items[at + 1].low not in CONJUNCTIONS
    )
    return ((at, clip(items, at, end, Frame.BARE.value if goes_on else Frame.NOUN.value)),)


def _inverted(items: Sequence[Token], group: VerbGroup, subject: Subject, end: int) -> Found | None:
    """Read "Y," said X, "Z": content before, perhaps going on after."""
    left = _left(items, group.first)
    source: Range = (subject.first, subject.last + 1)
    cue: Range = (group.first, group.last + 1)
    if left is None:
        later = _later_quotes(items, subject.last + 1, end)
        return None if group.first or not later else Found(0, source, cue, later, Frame.QUOTE.value)
    follows = subject.last + 2
    if follows < end and items[follows - 1].text == "," and _only_leads(items, left):
        content = ((follows, clip(items, follows, end, Frame.BARE.value)),)
        return Found(group.first, source, cue, content, Frame.BARE.value)
    later = _later_quotes(items, subject.last + 1, end)
    return Found(group.first, source, cue, (left, *later), "<")


def _only_leads(items: Sequence[Token], span: Range) -> bool:
    """Whether nothing but "But," or "Still," stands before "say the guards, it rained"."""
    return all(
        token.low in ("but", "and", "yet", "so", "still") or token.text == "," or is_adverb(token)
        for token in items[span[0] : span[1]]
    )


def _later_quotes(items: Sequence[Token], at: int, end: int) -> tuple[Range, ...]:
    """The quotation that goes on after the reporting clause, set off from it by a mark."""
    for place in range(at, end):
        token = items[place]
        if token.is_quote and place and (place == at or items[place - 1].text in _SETS_OFF | {":"}):
            return ((place, place + 1),)
        if token.is_word and token.low in ("adding", "and", "but"):
            return ()
    return ()


def _set_off(items: Sequence[Token], group: VerbGroup, subject: Subject, end: int) -> Found | None:
    """Read "Y, X said" and "Y, X said, Z"; ``None`` where the clause is no parenthesis."""
    start = subject.first
    takes = group.verb.takes
    if start == 0 or not (takes(Frame.QUOTE) or takes(Frame.THAT)):
        return None
    before = items[start - 1]
    left = _left(items, start)
    if left is None or not (before.is_quote or before.text in _SETS_OFF):
        return None
    post = _after_clause(items, group, end)
    if takes(Frame.THAT) and _inserts(items, post, end):
        return None
    if before.is_quote:
        if post < end and items[post].low == "that" and takes(Frame.THAT):
            return None
        right: tuple[Range, ...] | None = _later_quotes(items, post, end)
    else:
        right = _right_of_parenthesis(items, left, post, end)
    if right is None:
        return None
    cue = (group.first, group.last + 1)
    return Found(start, (start, subject.last + 1), cue, (left, *right), "<")


_INSERTED = 14
"""Most words between a verb and the "that" it takes."""


def _inserts(items: Sequence[Token], at: int, end: int) -> bool:
    """Whether the verb's own clause comes after an insertion: "said, without a pause, that"."""
    if at >= end or items[at].text != ",":
        return False
    for place in range(at + 1, min(end - 1, at + _INSERTED)):
        if items[place].text == ",":
            return items[place + 1].low == "that"
    return False


def _after_clause(items: Sequence[Token], group: VerbGroup, end: int) -> int:
    """Index after the verb, whom it was said to, and when and where."""
    after = group.last + 1
    if group.verb.takes(Frame.HEARER):
        hearer = phrase_after(items, after, end)
        after = hearer if hearer is not None else after
    return skip_adjuncts(items[:end], after)


def _right_of_parenthesis(
    items: Sequence[Token], left: Range, post: int, end: int
) -> tuple[Range, ...] | None:
    """What goes on after ", X said,": nothing, a range, or ``None`` if that was no parenthesis."""
    follows = post + 1
    if post < end and items[post].text not in _SETS_OFF:
        return None
    if follows < end and not items[follows].is_quote and not _writer_again(items, follows):
        return ((follows, clip(items, follows, end, Frame.BARE.value)),)
    if post >= end:
        # Nothing follows: whatever stands before the clause is what was said.
        return () if _has_verb(items, left) else None
    if not _is_clause(items, left):
        return None
    if follows < end and items[follows].is_quote:
        return ((follows, follows + 1),)
    return ((follows + 1, end),) if _goes_on_quoting(items, follows, end) else ()


def _goes_on_quoting(items: Sequence[Token], at: int, end: int) -> bool:
    """Whether ", X said, and Y" goes on with words of X: Y quotes, and names no other speaker."""
    if at + 2 >= end or items[at].low not in ("and", "but"):
        return False
    rest = items[at + 1 : end]
    if any(token.low in LEXICON and not token.quoted for token in rest):
        return False
    return any(token.is_quote or token.quoted for token in rest)


def _writer_again(items: Sequence[Token], at: int) -> bool:
    low = items[at].low
    return (
        low in CONJUNCTIONS
        or low in ("which", "who", "citing", "with", "without")
        or (low.endswith("ing") and len(low) > 4)
    )


def _has_verb(items: Sequence[Token], span: Range) -> bool:
    part = items[span[0] : span[1]]
    return any(token.is_quote or is_verblike(token) or token.low in LEXICON for token in part)


def _is_clause(items: Sequence[Token], span: Range) -> bool:
    """Whether a range can be what was said: it has a verb or a quotation in it."""
    part = items[span[0] : span[1]]
    if any(token.is_quote for token in part):
        return True
    if not _has_verb(items, span):
        return False
    low = part[0].low
    finite = any(is_auxiliary(token) for token in part)
    if low.endswith("ing") and finite:
        return True
    adjunct = low in PREPOSITIONS or low in CONJUNCTIONS or low in ("asked", "speaking", "writing")
    return (
        not (adjunct or low.endswith("ing"))
        or any(token.text == "," for token in part)
        or low in ("and", "but")
    )


_COLON = 3
"""Fewest words after a colon that are a clause of their own."""


def _tells_after(items: Sequence[Token], at: int, last: int) -> bool:
    """Whether a colon parts two clauses, rather than the hour from its minutes."""
    if items[at].text != ":" or last - at <= _COLON or items[at].end == items[at + 1].start:
        return False
    return _has_verb(items, (0, at)) and _has_verb(items, (at + 1, last))


def _left(items: Sequence[Token], stop: int) -> Range | None:
    """What stands before a reporting clause, back to the start of its own sentence."""
    last = stop
    while last and items[last - 1].text in _SETS_OFF:
        last -= 1
    start = 0
    for at in range(last - 1, 0, -1):
        # "The town had had enough: it would not pay, Roke said": what was said follows the colon.
        if items[at].text == ";" or _tells_after(items, at, last):
            start = at + 1
            break
    if start + 1 < last and items[start].low in ("and", "but", "yet") and items[start + 1].is_quote:
        start += 1
    if start >= last:
        return None
    return start, last


def _shared(
    items: Sequence[Token], group: VerbGroup, end: int, earlier: list[Found]
) -> Found | None:
    """Read "X said Y and denied Z": the subject is that of the clause before."""
    if group.verb.form not in ("past", "s") and group.first == group.verb_at:
        return None
    source = speaker_before(items, group.first - 1, earlier)
    if source is None:
        return None
    return _right(items, group, end, group.first, source, "shared")


def _participle(
    items: Sequence[Token], group: VerbGroup, end: int, earlier: list[Found]
) -> Found | None:
    """Read "..., adding that Y": the subject is that of the main clause."""
    first = group.first
    if first == 0:
        comma = next((at for at in range(end) if items[at].text == ","), None)
        after = phrase_after(items, comma + 1, end) if comma is not None else None
        if comma is None or after is None:
            return None
        return _right(items, group, comma, 0, (comma + 1, after), "participle")
    before = items[first - 1]
    if before.capital:
        return _absolute(items, group, end)
    if before.low == "as":
        return _as_saying(items, group, end, earlier)
    if not (
        before.is_quote
        or before.text in _SETS_OFF
        or before.low in ("by", "statement", "reporters", "tweet", "letter")
    ):
        return None
    source = speaker_before(items, first, earlier)
    if source is None:
        return None
    return _right(items, group, end, first, source, "participle")


def _absolute(items: Sequence[Token], group: VerbGroup, end: int) -> Found | None:
    """Read "with the mayor saying that Y": the subject stands right before the participle."""
    start = phrase_before(items, group.first - 1)
    if start is None or not items[group.first - 1].capital:
        return None
    made = _right(items, group, end, start, (start, group.first))
    return made if made is not None and made.frame in "tbi" else None


_CITES = word_set("quoted quotes quote cited cites cite")


def _as_saying(
    items: Sequence[Token], group: VerbGroup, end: int, earlier: list[Found]
) -> Found | None:
    """Read "the weekly quoted X as saying that Y": the words are X's, told by the weekly."""
    outer = earlier[-1] if earlier else None
    if outer is None or items[outer.cue[1] - 1].low not in _CITES:
        return None
    source = (outer.cue[1], group.first - 1)
    if phrase_after(items, *source) != source[1]:
        return None
    return _right(items, group, end, source[0], source)


def speaker_before(items: Sequence[Token], stop: int, earlier: list[Found]) -> Range | None:
    """The source of the clause before ``stop``: of the last attribution, else the subject."""
    for one in reversed(earlier):
        if one.cue[0] < stop and one.source is not None:
            return one.source
    return _main_subject(items, stop)


_LATER = word_set("later earlier ago before after afterwards afterward")


def _main_subject(items: Sequence[Token], stop: int) -> Range | None:
    """The noun phrase a sentence begins with, after an opening adjunct."""
    start = 0
    low = items[0].low
    comma = next((at for at in range(stop) if items[at].text == ","), None)
    opens = low in PREPOSITIONS or low in CONJUNCTIONS or is_adverb(items[0]) or is_date(items[0])
    if comma is not None and (
        opens or low.endswith("ing") or low in ("asked", "to") or items[comma - 1].low in _LATER
    ):
        start = comma + 1
    elif opens:
        start = 1
    if start >= stop:
        return None
    after = phrase_after(items, start, stop)
    if after is None or items[start].low in FIRST_SECOND or items[start].low in ("there", "it"):
        return None
    # "Ina Roke shook her head": after a name, a word that no verb follows is the verb itself.
    if not (after < stop and is_verblike(items[after])) and not items[after - 1].capital:
        named = max((at + 1 for at in range(start, after) if items[at].capital), default=after)
        after = named if items[start].capital and named > start + 1 else after
    return (start, after)


def _cut(items: Sequence[Token], found: list[Found]) -> list[Found]:
    """End a content where a clause with a reporting verb of its own is joined to it."""
    made: list[Found] = []
    for one in found:
        content = one.content
        for other in found:
            if other is one or other.cue[0] <= one.cue[0] or one.frame == "<":
                continue
            stop = _joint(items, one, other)
            if stop is not None:
                content = tuple((a, min(b, stop)) for a, b in content if a < min(b, stop))
        made.append(replace(one, content=content))
    return made


def _joint(items: Sequence[Token], one: Found, other: Found) -> int | None:
    """Where ``other`` breaks ``one`` off, if it does."""
    at = other.start
    if other.frame == "<":
        # "plans to build, Lind said": the clause that reports it all is no part of the plan.
        covers = any(a <= one.start < b for a, b in other.content)
        back = other.start - 1 if items[other.start - 1].text in _SETS_OFF else other.start
        return back if covers else None
    if at == 0:
        return None
    before = items[at - 1]
    if other.joined and other.source == one.source:
        back = at
        while back and (
            items[back - 1].text in _SETS_OFF or items[back - 1].low in ("and", "but", "then", "by")
        ):
            back -= 1
        return back
    if before.low in ("and", "but", "although", "though", "while", "whereas", "yet"):
        back = at - 1
        return back - 1 if back and items[back - 1].text in _SETS_OFF else back
    if before.text == ";":
        return at - 1
    return None
