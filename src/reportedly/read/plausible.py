"""Whether verb, subject and content go together, where the verb alone does not tell."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.model.statement import CueKind
from reportedly.read.cue_verbs import Frame
from reportedly.read.grammar import DETERMINERS, NOUNISH_CUES, PRONOUNS
from reportedly.read.tokens import Token
from reportedly.read.verbs import VerbGroup
from reportedly.text.wordlist import word_set

_EVIDENCE = word_set(
    "poll polls survey surveys study studies report reports data figures records record documents "
    "document footage video videos image images photos photographs research analysis tests test "
    "results census investigation inquiry audit review evidence statistics numbers findings logs "
    "returns emails memo transcript"
)
_DOERS = ("er", "ers", "or", "ors", "ist", "ists", "man", "men", "police", "officials", "agency",
          "ministry", "court", "group")  # fmt: skip


def is_plausible(
    items: Sequence[Token], group: VerbGroup, source: tuple[int, int], at: int, frame: str
) -> bool:
    """Whether a subject can have said, shown or done what the verb reports.

    Args:
        items: The sentence.
        group: The verb.
        source: Its subject, as a half-open range of tokens.
        at: Where the content begins.
        frame: By which frame it was found.
    """
    subject = items[source[0] : source[1]]
    if group.verb.kind is CueKind.SHOWS:
        return _can_show(group, subject, frame, opens=source[0] == 0)
    if group.negated and frame == Frame.NOUN.value and group.verb.lemma == "mention":
        return False
    if items[group.verb_at].low in NOUNISH_CUES and group.first == group.verb_at:
        return _no_noun(group, subject, items[at], items[group.verb_at].low, frame)
    return True


def _can_show(group: VerbGroup, subject: Sequence[Token], frame: str, *, opens: bool) -> bool:
    """Evidence and people show things; an event that "showed how weak it was" is the writer's view."""
    evidence = any(token.low in _EVIDENCE for token in subject)
    if group.verb.lemma in ("show", "find") and frame == Frame.NOUN.value:
        return evidence
    head = subject[-1]
    named = subject[0].capital and head.capital and not opens
    return evidence or named or head.low in PRONOUNS or head.low.endswith(_DOERS)


def _no_noun(
    group: VerbGroup, subject: Sequence[Token], first: Token, low: str, frame: str
) -> bool:
    """Whether a word that may be a noun ("reports", "states") is a verb beside this subject."""
    head = subject[-1]
    if group.verb.form == "s" and _is_bare_singular(subject):
        return False
    if frame not in (Frame.NOUN.value, Frame.BARE.value):
        return True
    if low in ("states", "state"):
        return False
    named = head.capital or head.low in PRONOUNS or first.low in PRONOUNS
    return named or group.verb.form == "past" or subject[0].low in DETERMINERS


def _is_bare_singular(subject: Sequence[Token]) -> bool:
    """Whether a phrase is a common noun without article, which is no subject in the singular."""
    if any(token.capital for token in subject):
        return False
    return subject[0].low not in DETERMINERS and subject[-1].low not in PRONOUNS
