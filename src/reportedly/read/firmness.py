"""How firmly something is said: the source's stance, the writer's distance, the content's modality.

Three fields that are never made one. Stance and distance are read off the cue, modality off the
first clause of the content.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.model.span import Span
from reportedly.model.statement import CueKind, Distance, Modality, Stance
from reportedly.read.cues import is_negated, words_of
from reportedly.text.wordlist import word_set

_CHECKED = word_set("confirmed verified corroborated substantiated authenticated")
_DOUBTS = word_set("doubt doubts doubted doubting sceptical skeptical doubtful questioned")
_CLAIMS = word_set(
    "claim claims claimed claiming allege alleges alleged alleging purport purports purported "
    "boast boasts boasted boasting brag brags bragged bragging profess professed reportedly "
    "allegedly supposedly purportedly insinuated insinuates insinuate allegation allegations "
    "rumour rumours rumor rumors speculation rumoured rumored"
)
_WRONG = word_set(
    "falsely wrongly baselessly incorrectly erroneously misleadingly untruthfully mistakenly"
)
_OWNED = word_set("responsibility credit")
"""Claiming these is an act that binds, not a claim the writer stands off from."""
_UNFOUNDED = re.compile(
    r"[^\S\n]*,?[^\S\n]*(?:\w+[^\S\n]+)?(?:without (?:any |providing (?:any )?|offering (?:any )?|giving (?:any )?)?"
    r"(?:evidence|proof)|with no (?:evidence|proof)|falsely)",
    re.IGNORECASE,
)
_AFTER = 60
"""How far after a cue "without evidence" is looked for."""


def stance(cue: str, kind: CueKind) -> Stance:
    """The source's own position: affirms, denies, doubts, or none (asks, declines, did not say)."""
    words = set(words_of(cue))
    negated = is_negated(cue)
    if words & _CHECKED and negated:
        return Stance.DOUBTS
    if kind in (CueKind.ASKS, CueKind.DECLINES):
        return Stance.DOUBTS if words & _DOUBTS else Stance.NONE
    if words & _DOUBTS:
        return Stance.AFFIRMS if negated else Stance.DOUBTS
    if kind is CueKind.DENIES:
        return Stance.DENIES
    return Stance.NONE if negated else Stance.AFFIRMS


def distance(cue: str, text: str, end: int) -> Distance:
    """How far the writer stands off, from the cue and the few words after it.

    Args:
        cue: The cue as written.
        text: The report's text.
        end: Where the cue ends in it.
    """
    words = set(words_of(cue))
    if words & _WRONG or _UNFOUNDED.match(text, end, end + _AFTER):
        return Distance.DOUBTED
    follows = text[end : end + 16].split(None, 1)[:1]
    if words & _OWNED or _OWNED.intersection(follows):
        return Distance.NONE
    return Distance.CLAIMED if words & _CLAIMS else Distance.NONE


_WORD = re.compile(r"[^\W\d_][\w'’-]*|[.!?;:]")
_FUTURE = word_set("will shall 'll gonna")
_POSSIBLE = word_set("may might could possibly perhaps maybe possible can potentially conceivably")
_PROBABLE = word_set(
    "likely probably presumably apparently seemingly appears appear appeared seems seem "
    "seemed believed thought suspected expected estimated probable evidently should"
)
_NEGATIVE = word_set(
    "not never no none nobody nothing neither nor cannot isn't aren't wasn't weren't hasn't "
    "haven't hadn't don't doesn't didn't can't couldn't wouldn't won't unharmed"
)
_SUBORDINATE = word_set("who which whose whom where when while because although though if unless")
_VERBS = word_set("is are was were be been has have had do does did 's 're 've")
_ASKED = word_set("whether if")
_PLANS = word_set("to")
_READ = 40
"""How many words of a content are looked at: its first clause is seldom longer."""


def modality(content: Sequence[Span], kind: CueKind) -> Modality:
    """How firm the content itself is, judged by the main verb of its first sentence.

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
    found = [match.group() for match in _WORD.finditer(head)]
    # Within a sentence "May" is the month.
    words = [
        word.lower().replace("’", "'") for at, word in enumerate(found) if word != "May" or at == 0
    ]
    if words and words[0] in _ASKED:
        return Modality.ASKED
    if "?" in words[:_READ] and not _stops_before(words, "?"):
        return Modality.ASKED
    return _of_words(words[:_READ])


def _stops_before(words: list[str], sign: str) -> bool:
    return any(mark in (".", "!") for mark in words[: words.index(sign)])


def _of_words(words: list[str]) -> Modality:
    """The first word of the main clause that marks firmness decides; insertions are stepped over."""
    depth = False
    for at, word in enumerate(words):
        if word in (".", "!", "?", ";"):
            break
        if word in _SUBORDINATE and at > 1:
            depth = True
            continue
        if depth:
            # The insertion ends with its verb; the next verb is the main one's.
            depth = word not in _VERBS and not word.endswith("ed")
            continue
        found = _marked(words, at)
        if found is not None:
            return found
    return Modality.CERTAIN


def _marked(words: list[str], at: int) -> Modality | None:
    """What the word at ``at`` says of the firmness of its clause; ``None`` if nothing."""
    word = words[at]
    later = words[at + 1 : at + 4]
    following = later[0] if later else ""
    if word in _NEGATIVE:
        return None if word == "no" and following in ("longer", "doubt") else Modality.NEGATED
    if following == "not" and (word in _FUTURE or word in _VERBS or word in ("can", "would")):
        return Modality.NEGATED
    if word in _VERBS or word in _FUTURE or (word == "would" and following != "have"):
        plain = None if word in _VERBS and following != "going" else Modality.FUTURE
        return _softer(later) or plain
    if word in ("going", "plans", "plan", "intends", "intend", "aims") and following == "to":
        return Modality.FUTURE
    if word in _POSSIBLE:
        return Modality.POSSIBLE
    return Modality.PROBABLE if word in _PROBABLE else None


def _softer(later: list[str]) -> Modality | None:
    if any(
        word in ("likely", "probably", "believed", "thought", "suspected", "expected", "estimated")
        for word in later[:2]
    ):
        return Modality.PROBABLE
    if any(word in ("possibly", "perhaps", "possible") for word in later[:2]):
        return Modality.POSSIBLE
    return None
