"""How firmly something is said: the source's own stance, and how far the writer stands off.

Two fields that are never made one, nor mixed with the modality of what is said
(`reportedly.read.modality`).
"""

from __future__ import annotations

import re

from reportedly.model.statement import CueKind, Distance, Stance
from reportedly.read.cues import is_negated, words_of
from reportedly.text.wordlist import word_set

_CHECKED = word_set("confirmed verified corroborated substantiated authenticated")
_TRUSTS = word_set(
    "believe believes believed think thinks convinced persuaded sure certain confident accept "
    "accepts accepted trust trusts"
)
"""Not to do or be these is to doubt: "is not convinced"."""
_PASSIVE = word_set("be been being is are was were")
_DOUBTS = word_set(
    "doubt doubts doubted doubting sceptical skeptical doubtful questioned unsure uncertain unconvinced"
)
_CLAIMS = word_set(
    "claim claims claimed claiming allege alleges alleged alleging purport purports purported "
    "boast boasts boasted boasting brag brags bragged bragging profess professed reportedly "
    "allegedly supposedly purportedly insinuated insinuates insinuate allegation allegations "
    "rumour rumours rumor rumors speculation rumoured rumored "
    "maintain maintains maintained maintaining insist insists insisted insisting insistence "
    "contend contends contended contending contention account version telling reckoning"
)
_WRONG = word_set(
    "falsely wrongly baselessly incorrectly erroneously misleadingly untruthfully mistakenly"
)
_OWNED = word_set("responsibility credit")
"""Claiming these is an act that binds, not a claim the writer stands off from."""
_ACTS = (
    r"(?:attacks?|raids?|bombings?|strikes?|killings?|assaults?|ambush(?:es)?|shellings?|shootings?|"
    r"explosions?|blasts?|operations?|murders?|victory|prizes?|seats?|land|territory)"
)
_OWN_ACT = re.compile(
    rf"(?:the|that|this|both|an?|its|his|her|their) (?:[\w’'-]+ ){{0,2}}{_ACTS}(?:[.,;]|$| (?:on|in|at|of|as|by|near|within|during|after|before)\b)",
    re.IGNORECASE,
)
"""What "claimed" binds to when it is the deed that is claimed: "claimed the attack"."""
_DISTANT = re.compile(
    r"(?:the|an?|its|his|her|their|any) (?:[\w’'-]+ )?(?:alleged|purported|supposed|so-called|ostensible)"
    r"[ “\"‘']+(?=[a-z])",
)
_LABEL = 8
"""Most words of a content that is a name for something rather than a statement."""
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
    if words & _CHECKED and negated and words & _PASSIVE:
        return Stance.DOUBTS
    if kind in (CueKind.ASKS, CueKind.DECLINES):
        return Stance.DOUBTS if words & _DOUBTS else Stance.NONE
    if words & _DOUBTS:
        return Stance.AFFIRMS if negated else Stance.DOUBTS
    if kind is CueKind.DENIES:
        return Stance.DENIES
    if negated and kind is CueKind.BELIEVES and words & _TRUSTS:
        return Stance.DOUBTS
    return Stance.NONE if negated else Stance.AFFIRMS


def distance(cue: str, text: str, end: int, content: str = "") -> Distance:
    """How far the writer stands off, from the cue and the few words after it.

    Args:
        cue: The cue as written.
        text: The report's text.
        end: Where the cue ends in it.
        content: What was said, where it is told in the writer's own words: a thing named "alleged"
            or "so-called" there is held off by the writer.
    """
    words = set(words_of(cue))
    if words & _WRONG or _UNFOUNDED.match(text, end, end + _AFTER):
        return Distance.DOUBTED
    follows = text[end : end + 16].split(None, 1)[:1]
    if words & _OWNED or _OWNED.intersection(follows):
        return Distance.NONE
    if text.endswith("own ", 0, max(0, end - len(cue))):
        # "By his own account" is what somebody says of himself, not what the writer holds off.
        return Distance.NONE
    claims_act = "claim" in cue.lower() and _OWN_ACT.match(text, end + 1, end + 1 + _AFTER)
    if words & _CLAIMS and not claims_act:
        return Distance.CLAIMED
    label = len(content.split(None, _LABEL)) <= _LABEL and _DISTANT.match(content)
    return Distance.CLAIMED if label else Distance.NONE
