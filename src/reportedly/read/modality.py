"""How firm a content itself is: certain, probable, possible, negated, of the future, or asked.

Judged by the main clause of its first sentence: what stands in insertions, in relative and other
subordinate clauses, or after the clause has ended says nothing of what is asserted.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model.span import Span
from reportedly.model.statement import CueKind, Modality
from reportedly.read.clauses import begins_clause
from reportedly.read.cue_verbs import LEXICON
from reportedly.read.grammar import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    HAVE,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    is_adverb,
    is_verblike,
)
from reportedly.read.tokens import Token, tokens
from reportedly.text.wordlist import word_set

_FUTURE = word_set("will shall 'll gonna")
_POSSIBLE = word_set("may might could possibly perhaps maybe possible can potentially conceivably")
_PROBABLE = word_set(
    "likely probably presumably apparently seemingly appears appear appeared seems seem "
    "seemed believed thought suspected expected estimated probable evidently should"
)
_PLANS = word_set("going plans plan intends intend aims")
_MINDS = word_set("believe think suspect guess assume suppose reckon presume fear")
_NEGATED = NEGATIONS | word_set("neither nor")
_NOBODY = word_set("no none nobody nothing neither")
_QUANTIFIED = word_set("more less fewer later earlier sooner longer doubt only just least other")
"""Words that make of "no" or "not" before them a bound, an aside or a yes."""
_RELATIVE = word_set("who which whose whom where when while because although though if unless that")
_TURNS = word_set("and but or because although though unless whereas so than")
_CLOSERS = frozenset((".", "!", "?", ";"))
_READ = 60
"""How many tokens of a content are looked at: its first clause is seldom longer."""


def modality(content: Sequence[Span], kind: CueKind) -> Modality:
    """How firm the content itself is.

    Args:
        content: The content's spans, in order.
        kind: What the cue reports: promises speak of the future, questions ask.
    """
    if kind is CueKind.ASKS:
        return Modality.ASKED
    if kind is CueKind.PROMISES:
        return Modality.FUTURE
    if not content:
        return Modality.CERTAIN
    head = content[0].text[:600]
    row = [token for token in tokens(head, 0, len(head), ()) if token.text not in "()[]"][:_READ]
    row = row[1:] if row and row[0].low in ("that", "and", "but") else row
    end = next((at for at, token in enumerate(row) if token.text in _CLOSERS), len(row))
    if row and (row[0].low == "whether" or (row[0].low == "if" and kind is CueKind.DECLINES)):
        return Modality.ASKED
    if end < len(row) and row[end].text == "?":
        return Modality.ASKED
    return _of_clause(_main(row[:end]))


def _main(row: Sequence[Token]) -> list[Token]:
    """The main clause: an opening condition and insertions between commas stepped over."""
    kept: list[Token] = []
    at = 0
    while at < len(row):
        token = row[at]
        opens = token.low in _RELATIVE and (at == 0 or row[at - 1].text == ",")
        if opens:
            close = next((to for to in range(at + 1, len(row)) if row[to].text == ","), None)
            if close is None:
                return kept or list(row)
            at = close + 1
            continue
        kept.append(token)
        at += 1
    return kept


def _of_clause(row: Sequence[Token]) -> Modality:
    """The first word that marks the firmness of the clause decides."""
    if len(row) > 1 and row[0].low in ("we", "i") and row[1].low in _MINDS:
        return Modality.PROBABLE
    verb = -1
    at = 0
    while at < len(row):
        token = row[at]
        if token.low in _RELATIVE and at and verb < 0:
            # "the men who could not swim drowned": the verb after the relative's own is the main one.
            at = _past_verb(row, at + 1)
            continue
        if verb >= 0 and (token.low in _TURNS or token.low == "that") and _turns(row, at):
            break
        found = _marked(row, at, verb)
        if found is not None:
            return found
        if is_verblike(token):
            verb = at
        at += 1
    return Modality.CERTAIN


def _past_verb(row: Sequence[Token], at: int) -> int:
    """Index after the next verb group."""
    while at < len(row) and not is_verblike(row[at]):
        at += 1
    while at < len(row) and (row[at].low in AUXILIARIES or row[at].low in NEGATIONS):
        at += 1
        if at < len(row) and row[at].low not in AUXILIARIES and not is_verblike(row[at]):
            at += 1
    if at < len(row) and is_verblike(row[at]) and row[at].low not in AUXILIARIES:
        at += 1
    return at


def _turns(row: Sequence[Token], at: int) -> bool:
    """Whether another clause begins after the joining word, rather than another noun."""
    if row[at].low not in ("and", "but", "or"):
        return True
    after = row[at + 1] if at + 1 < len(row) else None
    return after is None or (
        after.low in _NEGATED | _NOBODY | PRONOUNS | DETERMINERS or is_verblike(after)
    )


def _marked(row: Sequence[Token], at: int, verb: int) -> Modality | None:
    """What the word at ``at`` says of the firmness of its clause; ``None`` if nothing.

    Args:
        row: The clause.
        at: The word.
        verb: Index of the last verb before it; -1 before the first.
    """
    token = row[at]
    low = token.low
    following = row[at + 1].low if at + 1 < len(row) else ""
    if low in _NOBODY:
        return Modality.NEGATED if _nobody_negates(row, at, verb) else None
    if low in _NEGATED:
        return Modality.NEGATED if _negates(row, at, verb) else None
    if following in ("not", "never") and low in AUXILIARIES:
        return None
    if low == "may" and token.capital and at:
        return None
    if low in _FUTURE or low in BE | HAVE or (low == "would" and following != "have"):
        going = low in BE and following == "going"
        plain = Modality.FUTURE if going or low not in BE | HAVE else None
        return _softer(row, at) or plain
    if low in _PLANS and following == "to":
        return Modality.FUTURE
    if low in _POSSIBLE:
        return Modality.POSSIBLE
    return Modality.PROBABLE if low in _PROBABLE else None


def _negates(row: Sequence[Token], at: int, verb: int) -> bool:
    """Whether a "not" belongs to the main verb or to the subject before it."""
    following = row[at + 1].low if at + 1 < len(row) else ""
    if following in _QUANTIFIED or following in ("to", "until"):
        return False
    if row[at].low in AUXILIARIES or verb < 0:
        return True
    between = range(verb + 1, at)
    beside = all(is_adverb(row[step]) for step in between)
    return beside and row[verb].low in AUXILIARIES


def _nobody_negates(row: Sequence[Token], at: int, verb: int) -> bool:
    """Whether "no" or "nobody" opens the subject, or the object of an active verb right before it."""
    following = row[at + 1].low if at + 1 < len(row) else ""
    if following in _QUANTIFIED or (row[at].low == "nothing" and following == "but"):
        return False
    if verb < 0:
        return at == 0 or row[at - 1].low not in PREPOSITIONS
    if verb != at - 1:
        return False
    word = row[verb]
    if word.low in AUXILIARIES:
        return True
    passive = any(row[step].low in BE for step in range(max(0, verb - 3), verb))
    thinks = any(entry.takes_clause for entry in LEXICON.get(word.low, ()))
    return not passive and not (thinks and begins_clause(row, at))


def _softer(row: Sequence[Token], at: int) -> Modality | None:
    """What the two words after an auxiliary make of it: "is likely", "was believed"."""
    for token in row[at + 1 : at + 3]:
        if token.low in ("not", "never"):
            return None
        if token.low in _SOFT:
            return Modality.PROBABLE
        if token.low in ("possibly", "perhaps", "possible"):
            return Modality.POSSIBLE
    return None


_SOFT = word_set("likely probably believed thought suspected expected estimated")
