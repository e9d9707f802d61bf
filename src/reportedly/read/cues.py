"""What kind of act a cue reports, whatever found the cue: says, denies, plans, believes, rules...

The verbs that a rule looks for (`reportedly.read.cue_verbs`) come first. The words here find no
statement; they type the wider cues that a trained reader marks: attitudes, plans, votes, findings.
"""

from __future__ import annotations

import re

from reportedly.model.statement import CueKind
from reportedly.read.attitude_words import ADJECTIVES, NOUNS
from reportedly.read.attitude_words import VERBS as ATTITUDES
from reportedly.read.cue_verbs import LEXICON, inflect
from reportedly.text.wordlist import word_set

WORDS: dict[CueKind, str] = {
    CueKind.ACCUSES: "allegation allegations accusation accusations charge charges complaint "
    "complaints criticism critique insult insults lawsuit indictment condemnation critical",
    CueKind.BELIEVES: "belief beliefs fear fears concern concerns hope hopes view views opinion opinions "
    "theory notion speculation convinced confident worried concerned afraid sure certain aware hopeful "
    "optimistic pessimistic skeptical sceptical doubtful doubts satisfied support opposition sense "
    "consensus sentiment understanding interest anxiety indignation surprise expectation expectations "
    "assumption assumptions attitude attitudes preference impression mood feeling feelings anger "
    "admiration supporter supporters opponent opponents proponent proponents backer fan supportive "
    "hostile eager angry upset disappointed dismayed happy unhappy proud nervous impressed interested "
    "enamored surprised unsure uncertain keen glad pleased outraged frustrated alarmed shocked wary "
    "reservations",
    CueKind.PROMISES: "promise promises pledge vow vows assurance assurances threat threats plan plans "
    "planned intention intentions intent goal goals strategy willing ready poised determined prepared "
    "effort efforts attempt attempts bid",
    CueKind.DENIES: "denial denials rejection rebuttal refutation dismissal",
    CueKind.RULES: "ruling rulings decision decisions verdict ban vote votes order orders law bill "
    "resolution appointment nomination approval",
    CueKind.SHOWS: "finding findings evidence footage data survey poll study sign signs indication proof",
    CueKind.ASKS: "question questions query queries request requests demand demands plea appeal petition",
    CueKind.DECLINES: "refusal silence",
}
"""Nouns and adjectives of each kind."""

VERBS: dict[CueKind, str] = {
    CueKind.ACCUSES: "attack|eviscerate|rip/ripped|rail|deride|insult|jab/jabbed|pounce|satirize|satirise|savage|"
    "ridicule|scold|chastise|skewer|sue|boo|censure|reprimand",
    CueKind.BELIEVES: "want|know/knew/known|seem|appear|support|prefer/preferred|favor|favour|like|love|hate|"
    "dislike|admire|enjoy|consider|view|regard|understand/understood|remember|mean/meant|envision|"
    "envisage|embrace|accept|care|sense|trust|distrust|mistrust|resent|regret/regretted|perceive|"
    "interpret|disagree|sympathise|sympathize|side|back|advocate|champion|count~on|revel|notice",
    CueKind.PROMISES: "seek/sought|try/tried|attempt|prepare|plot/plotted|propose~to",
    CueKind.RULES: "sign|pass|vote|appoint|nominate|strike/struck~down|void|ban/banned|allow|permit/permitted|"
    "restrict|block|approve|adopt|authorise|authorize|require|veto/vetoed|enact|uphold/upheld|overturn|"
    "impose|grant|elect|opt/opted|suspend",
    CueKind.SHOWS: "expose|lay/laid~bare|uncover|prove|reveal~that",
    CueKind.ASKS: "petition|lobby|pray|challenge",
    CueKind.DECLINES: "ignore|withhold/withheld|evade|dodge|sidestep|abstain|avoid",
}
"""Verbs that tell a kind and nothing else."""

_OF_PARTICIPLE = {
    "accused": CueKind.ACCUSES, "charged": CueKind.ACCUSES, "blamed": CueKind.ACCUSES,
    "suspected": CueKind.ACCUSES, "convicted": CueKind.RULES, "sentenced": CueKind.RULES,
    "acquitted": CueKind.RULES, "ordered": CueKind.RULES, "expected": CueKind.BELIEVES,
    "believed": CueKind.BELIEVES, "thought": CueKind.BELIEVES, "feared": CueKind.BELIEVES,
    "understood": CueKind.BELIEVES, "presumed": CueKind.BELIEVES, "assumed": CueKind.BELIEVES,
    "considered": CueKind.BELIEVES, "known": CueKind.BELIEVES,
}  # fmt: skip
_OF_NOUN = {
    word: one.kind for word, one in (*NOUNS.items(), *ADJECTIVES.items()) if word not in LEXICON
} | {word: kind for kind, words in WORDS.items() for word in words.split()}


def _forms() -> dict[str, tuple[tuple[str, CueKind], ...]]:
    """The particle and the kind of every form of the verbs that only tell a kind."""
    found: dict[str, list[tuple[str, CueKind]]] = {}
    for kind, table in VERBS.items():
        for entry in table.split("|"):
            for form, verb in inflect(entry, "", kind):
                found.setdefault(form, []).append((verb.particle, kind))
    for form, verbs in ATTITUDES.items():
        found.setdefault(form, []).extend((verb.particle, verb.kind) for verb in verbs)
    return {word: tuple(rows) for word, rows in found.items()}


_FORMS = _forms()
_RECOGNISE = word_set("recognise recognises recognised recognize recognizes recognized")
_NEGATIVE = word_set(
    "not never no neither nor n't cannot isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't "
    "didn't won't wouldn't shouldn't can't couldn't"
)
_TO_TELL = word_set(
    "respond comment reply answer say elaborate divulge disclose reveal identify specify "
    "confirm release provide give offer discuss return explain clarify name"
)
_BALKS = word_set(
    "decline declines declined declining refuse refuses refused refusing refusal avoided dodged evaded"
)
_SHORT = word_set("failed fails unable yet reluctant unwilling short neither nor")
"""Words that make of telling a not telling: "failed to respond", "stopped short of saying"."""
_TOLD = word_set("divulged disclosed revealed responded commented replied answered released")


_SAYING = word_set("saying confirming commenting responding answering confirmed")


def words_of(cue: str) -> list[str]:
    """The words of a cue, in lower case, with straight apostrophes."""
    return re.findall(r"[^\W\d_][\w'-]*|'[a-z]+", cue.lower().replace("’", "'"))


def is_negated(cue: str) -> bool:
    """Whether the reporting itself is denied: "did not say"."""
    return any(word in _NEGATIVE for word in words_of(cue))


def kind_of(cue: str, content: str = "") -> CueKind:
    """What act a cue reports, from its words alone: `says` where nothing tells more.

    Args:
        cue: The cue as written, with its auxiliaries, negation and adverbs.
        content: What follows: it tells "recognised that" from "recognised as".
    """
    words = words_of(cue)
    if not words:
        return CueKind.SAYS
    negated = is_negated(cue)
    passive = any(
        word in ("is", "are", "was", "were", "be", "been", "being", "'s") for word in words
    )
    tells = any(word in _TO_TELL or word in _TOLD or word in _SAYING for word in words)
    if tells and not passive and (negated or _SHORT.intersection(words)):
        return CueKind.DECLINES
    if _BALKS.intersection(words):
        return CueKind.DECLINES
    if words[-1] in _RECOGNISE and not content.startswith("that "):
        return CueKind.RULES
    found = _verb_kind(words, passive=passive)
    if found is CueKind.DENIES and negated:
        return CueKind.SAYS
    return found


def _verb_kind(words: list[str], *, passive: bool) -> CueKind:
    """The kind of the last word that tells one: a verb that is looked for before one that is not."""
    if len(words) == 1 and words[0] in _OF_NOUN:
        return _OF_NOUN[words[0]]
    for at in range(len(words) - 1, -1, -1):
        found = _told(words, at, passive=passive)
        if found is not None:
            return found
    for at in range(len(words) - 1, -1, -1):
        follows = words[at + 1] if at + 1 < len(words) else ""
        for particle, kind in _FORMS.get(words[at], ()):
            if not particle or particle == follows:
                return kind
    return next((_OF_NOUN[word] for word in reversed(words) if word in _OF_NOUN), CueKind.SAYS)


def _told(words: list[str], at: int, *, passive: bool) -> CueKind | None:
    """The kind of the word at ``at`` as a verb that is looked for, or as a noun."""
    word, follows = words[at], words[at + 1] if at + 1 < len(words) else ""
    if passive and word in _OF_PARTICIPLE:
        return _OF_PARTICIPLE[word]
    for verb in LEXICON.get(word, ()):
        if not verb.particle or verb.particle == follows:
            return verb.kind
    return None if _is_helped(words, at) else _OF_NOUN.get(word)


def _is_helped(words: list[str], at: int) -> bool:
    """Whether a noun's form stands right after "to" or a modal, where it is a verb: "to support"."""
    return at > 0 and words[at - 1] in ("to", "would", "will", "can", "could", "should", "may")
