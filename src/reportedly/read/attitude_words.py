"""Know the words for what people want, fear, back and mean to do: what may follow each, and its kind.

They are no speech. The rules look for them only within what somebody is said to have said
(`reportedly.read.within`): there "Y wants Z" tells through whom Z is held.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.statement import CueKind
from reportedly.read.cue_verbs import CueVerb, inflect
from reportedly.text.wordlist import word_set

# lemma[/past[/participle]][~particle] frames, as in reportedly.read.cue_verbs.
_VERBS: dict[CueKind, str] = {
    CueKind.BELIEVES: """
        want in|like/liked in|love in|hate in|prefer/preferred ing|favour ng|favor ng|support n|back n
        oppose n|welcome n|endorse n|approve~of n|disapprove~of n|respect n|recognise nt|recognize nt
        appreciate n|admire n|trust n|distrust n|mistrust n|regret/regretted ngt|resent n|desire in
        need i|care~about ng|care~for n|worry~about ng|object~to n|agree~with n|agree~to n|agree~on n
        disagree~with n|sympathise~with n|sympathize~with n|understand/understood ntw
        know/knew/known tnw|view n|regard n|consider ng|tolerate n|enjoy n|value n|cherish n
        advocate ng|champion n|long~for n|hope~for n|wish~for n|believe~in n|look~forward i|fear n
        accept n|ignore n|acknowledge n|remember ntw|miss n|dislike n
        stand/stood~by n|stand/stood~for n|side~with n|disregard n|heed n
        """,
    CueKind.PROMISES: """
        seek/sought in|try/tried i|attempt i|strive/strove/striven i|agree i|prepare i|propose in
        look i|fight/fought~for n|work~for n|endeavour i|endeavor i|choose/chose/chosen i
        opt/opted~for n|pursue n|focus~on ng|concentrate~on ng
        """,
    CueKind.SAYS: "applaud n|praise n|hail n",
    CueKind.RULES: "approve n|adopt n|ratify n|decide~on n|ban/banned n|prohibit n",
    CueKind.ACCUSES: "attack n|protest n|protest~against n|insult n|ridicule n",
    CueKind.ASKS: "request n|seek/sought~for n|insist~on ng|urge n|demand n",
    CueKind.DECLINES: "refuse n|fail i",
}

# What follows: "to" an infinitive, "that" a clause, any other word is a preposition.
_NOUNS: dict[CueKind, str] = {
    CueKind.BELIEVES: """
        wish wishes desire desires:to for|hope hopes:that of for to|fear fears:that of|belief beliefs:that in
        support backing:for to|opposition resistance hostility hatred antipathy animosity:to toward towards against of
        concern concerns worry worries anxiety unease:about over at that with for|confidence faith trust:in that
        respect admiration contempt regard disregard sympathy:for toward towards to|appetite preference enthusiasm love passion:for
        displeasure dissatisfaction satisfaction disappointment frustration anger outrage impatience:with at over about
        interest:in|gratitude appreciation thanks:for to|view views opinion opinions:that of on about|attitude attitudes:to toward towards
        conviction assumption feeling sense:that of|doubt doubts:that about over|regret regrets:that over for about
        knowledge awareness understanding:of that|approval endorsement acceptance recognition:of
        condemnation criticism rejection denunciation:of
        """,
    CueKind.PROMISES: """
        plan plans:to for|intention intentions intent:to of|readiness willingness determination resolve will commitment commitments:to that
        aim aims goal goals objective objectives purpose:to of|effort efforts attempt attempts bid struggle:to for
        strategy policy campaign scheme:to of for|vow vows pledge pledges promise promises:to that of|refusal reluctance:to
        """,
    CueKind.RULES: "decision decisions:to that on",
    CueKind.ASKS: "request requests demand demands call calls appeal appeals:to for that",
}

_ADJECTIVES: dict[CueKind, str] = {
    CueKind.BELIEVES: """
        concerned worried anxious uneasy uncomfortable disappointed satisfied dissatisfied pleased happy unhappy angry furious outraged upset:about over at with by that
        afraid fearful ashamed proud aware unaware conscious convinced suspicious jealous:of that
        confident sure certain hopeful optimistic pessimistic doubtful sceptical skeptical:that about of in
        opposed hostile sympathetic indifferent:to towards toward|interested:in|grateful thankful:for to that
        keen eager glad desperate impatient:to for on|fond tired sick:of
        """,
    CueKind.PROMISES: """
        willing ready prepared determined inclined resolved poised unwilling reluctant hesitant loath:to
        committed dedicated devoted:to|intent bent focused:on
        """,
}

_LIGHT = (
    "have has had having|express expresses expressed expressing|voice voices voiced voicing|"
    "declare declares declared declaring|show shows showed shown showing|reiterate reiterates reiterated "
    "reiterating|renew renews renewed renewing|extend extends extended extending|announce announces "
    "announced announcing|make makes made making|give gives gave given giving|hold holds held holding|"
    "share shares shared sharing|lack lacks lacked lacking|launch launches launched launching|wage wages waged waging|"
    "reaffirm reaffirms reaffirmed reaffirming|state states stated stating|offer offers offered|"
    "feel feels felt feeling|harbour harbours harboured|harbor harbors harbored|receive receives"
)
"""Verbs that say little beside such a noun: who "expressed concern" is who is concerned."""


@dataclass(frozen=True, slots=True)
class Attitude:
    """A noun or adjective of attitude.

    Attributes:
        kind: The act it counts as.
        follows: The words that may open what it is about.
    """

    kind: CueKind
    follows: frozenset[str]


def _verbs() -> dict[str, tuple[CueVerb, ...]]:
    found: dict[str, list[CueVerb]] = {}
    for kind, table in _VERBS.items():
        for entry in table.replace("\n", "|").split("|"):
            if entry.strip():
                name, frames = entry.split()
                for form, verb in inflect(name, frames, kind):
                    found.setdefault(form, []).append(verb)
    # Verbs with a particle are tried first: "agree with" before "agree".
    return {
        word: tuple(sorted(rows, key=lambda row: not row.particle)) for word, rows in found.items()
    }


def _attitudes(tables: dict[CueKind, str]) -> dict[str, Attitude]:
    found: dict[str, Attitude] = {}
    for kind, table in tables.items():
        for row in table.replace("\n", "|").split("|"):
            words, _, follows = row.strip().partition(":")
            for word in words.split():
                found[word] = Attitude(kind, word_set(follows))
    return found


def _light() -> dict[str, tuple[CueVerb, ...]]:
    found: dict[str, tuple[CueVerb, ...]] = {}
    for row in _LIGHT.split("|"):
        forms = row.split()
        for word in forms:
            form = "ing" if word.endswith("ing") else "base" if word == forms[0] else "past"
            form = "s" if word.endswith("s") and form == "past" else form
            found[word] = (CueVerb(forms[0], CueKind.BELIEVES, "", form),)
    return found


VERBS = _verbs()
"""Every form of every verb of attitude, the entries with a particle first."""
NOUNS = _attitudes(_NOUNS)
ADJECTIVES = _attitudes(_ADJECTIVES)
LIGHT = _light()
"""Every form of the verbs that say little beside a noun of attitude."""
