"""Know the verbs and phrases that report speech: what act each reports and what may follow it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.statement import CueKind


class Frame(StrEnum):
    """What can stand beside a cue verb as the content it reports."""

    THAT = "t"
    """A that-clause: "said that the bridge held"."""
    BARE = "b"
    """A clause with no that: "said the bridge held"."""
    BARE_PRONOUN = "c"
    """The same, but only where the clause begins with a pronoun: others take an object there."""
    QUOTE = "q"
    """A quotation."""
    TO = "i"
    """An infinitive: "vowed to return"."""
    ING = "g"
    """A gerund: "denied taking part"."""
    NOUN = "n"
    """A noun phrase: "denied the charge"."""
    WHETHER = "w"
    """A question word: "asked whether", "explained how"."""
    HEARER = "o"
    """The hearer stands between the verb and the content: "told the court that"."""
    OF = "f"
    """A person and what is laid to him: "accused the guards of theft", "warned of a flood"."""
    FIGURE = "e"
    """An object with a figure: "put the dead at four"."""
    QUOTED_NOUN = "x"
    """A noun phrase only if quoted words are in it: "called the bridge a 'death trap'"."""


# kind: lemma[/past[/participle]] frames [particle]
# Frames were kept where they held in more than about six of ten uses in the training part of
# PolNeAR; verbs that report no speech, thought or ruling at all were left out.
_TABLE: dict[CueKind, str] = {
    CueKind.SAYS: """
        say/said tbqw|tell/told otbqw|add tq|note tqcn|explain tqwn|claim tbqi|claim~responsibility f|take/took/taken~responsibility f|admit/admitted~responsibility f|claim~credit f|admit/admitted~to gn|confess~to gn|argue tbq
        insist tbq|assert tcqn|state tcqn|declare tcqn|announce tcqnw|acknowledge tcqngw
        admit/admitted tcqg|concede tcqn|confirm tcqnw|maintain tcq|contend tbq|stress tqcn
        emphasise tqn|emphasize tqn|reveal tcqnw|disclose tqnw|divulge tqnw|report tcqnw|write/wrote/written tqc
        tweet tqcn|post q|reply tq|respond tq|answer tq|retort tq|counter tq|recall tqng
        testify tbq|suggest tbqgn|imply tcn|indicate tbw|warn otbqf|caution otqf|remind ot
        inform ot|assure otq|reassure ot|advise otqi|notify ot|mention tqn|remark tq|observe tq
        comment q|joke tqcf|quip/quipped tq|boast tqf|brag/bragged tqf|complain tqf|lament tqn
        predict tbqn|estimate tcn|forecast/forecast tn|reiterate tqn|repeat tqn|continue q
        conclude tq|describe n|brand n|dub/dubbed n|portray n|characterise n|characterize n
        cite n|quote n|mock n|defend n|tout n|highlight n|underline tn
        underscore tn|express n|voice n|outline nw|clarify tqw|specify tw|elaborate q|signal tn
        hint tf|shout tq|yell tq|cry q|whisper tq|mutter q|exclaim tq|proclaim tqn|preach tq
        profess tqn|attest tf|swear/swore/sworn tbq|vouch f|echo tn|relate tq|recount tqnw
        summarise qn|summarize qn|speculate tq|theorise t|theorize t|point~out tqbn|point~to n
        spell~out nw|set/set~out nw|go/went/gone~on q|speak/spoke/spoken~of n|refer/referred~to n|allude~to n
        hit/hit~back tq|chime~in q|muse tq|opine tq|email q|text q|reckon tb|credit n
        play/played~down n|make/made~clear tw|argue~for n|agree t|recommend tgn
        propose tgn|reaffirm tn|affirm tn|hint~at n
        read/read q|chant q|bark q|confess tq|bemoan n|call x|label x|sum/summed~up q|put/put~it qe|put/put e|deem n
        """,
    CueKind.DENIES: """
        deny tbqgn|dispute tn|reject tn|refute tn|rebut/rebutted tn|dismiss qn|contradict n
        disclaim n|disavow n|repudiate n|brush~off n|brush~aside n|shrug/shrugged~off n
        push~back q|rule~out ng|retract n|recant n|debunk n
        """,
    CueKind.ACCUSES: """
        accuse n|blame nf|allege tbqn|charge tq|condemn n|denounce n|decry n|criticise n
        criticize n|slam/slammed n|blast n|lambast n|lambaste n|berate n|rebuke n|deplore n
        fault n|assail n|chide n|castigate n|lash~out q|hold/held~responsible n|insinuate t
        """,
    CueKind.PROMISES: """
        promise otbqin|vow tbqi|pledge tqin|plan/planned i|intend i|aim i|threaten tqi|offer i
        commit/committed~to n|undertake/undertook/undertaken i|volunteer i|guarantee tn
        """,
    CueKind.BELIEVES: """
        believe tb|think/thought tbq|feel/felt t|fear tb|suspect tbn|doubt tcnw|hope tbi|expect tbin
        assume tb|presume tb|worry tbqf
        imagine t|guess tb|foresee/foresaw/foreseen tn|anticipate tn|realise tw
        realize tw|recognise t|recognize t|dream f|wish bt|see/saw/seen t
        oppose n|agonise f|concur t
        """,
    CueKind.RULES: """
        order otin|rule tcq|decide tiw|decree tn
        designate n|outlaw n|recognise n|recognize n|convict x|acquit/acquitted x|sentence x|charge x|instruct ot|mandate tn|forbid/forbade/forbidden n
        """,
    CueKind.SHOWS: """
        show/showed/shown twn|find/found tn|demonstrate tw|document tn|prove/proved/proven tw
        establish tw|determine tw|discover tw|verify tnw|illustrate tw|reflect t
        learn/learned tw|witness n
        """,
    CueKind.ASKS: """
        ask oqwi|question qnw|wonder qw|inquire qw|enquire qw|urge otiqn|demand tqin|beg/begged oqi
        plead qi|implore oqi|invite i|encourage oi|request tn|appeal qi|query qnw
        call~for n|call~on n|press~for n|appeal~for n|appeal~to n|ask~for n|plead~for n
        """,
    CueKind.DECLINES: """
        decline i|refuse in
        """,
}


@dataclass(frozen=True, slots=True)
class CueVerb:
    """One form of a cue verb.

    Attributes:
        lemma: Its plain form, with its particle ("point out").
        kind: The act it reports.
        frames: The `Frame` letters it takes.
        form: base, s, past, participle (also where it equals the past) or ing.
        particle: The word that must follow, empty if none.
    """

    lemma: str
    kind: CueKind
    frames: str
    form: str
    particle: str = ""

    def takes(self, frame: Frame) -> bool:
        """Whether the verb can have such content."""
        return frame.value in self.frames

    @property
    def takes_clause(self) -> bool:
        """Whether a clause of thought or speech can follow without more: "hoped nobody saw"."""
        return self.kind is not CueKind.SHOWS and (self.takes(Frame.THAT) or self.takes(Frame.BARE))


_VOWELS = "aeiou"


def _present(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied"
    return lemma + "ed"


def _ing(lemma: str, past: str) -> str:
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe")):
        return lemma[:-1] + "ing"
    doubled = past == lemma + lemma[-1] + "ed" or lemma in ("put", "hit", "refer", "commit")
    return lemma + (lemma[-1] if doubled else "") + "ing"


def inflect(entry: str, frames: str, kind: CueKind) -> list[tuple[str, CueVerb]]:
    """Every form of a verb given as ``lemma[/past[/participle]][~particle]``, with its entry."""
    verb, _, particle = entry.partition("~")
    lemma, *forms = verb.split("/")
    past = forms[0] if forms else _past(lemma)
    name = f"{lemma} {particle}".strip()

    def made(form: str) -> CueVerb:
        return CueVerb(name, kind, frames, form, particle)

    rows = [
        (lemma, made("base")),
        (_present(lemma), made("s")),
        (past, made("past")),
        (_ing(lemma, past), made("ing")),
    ]
    if len(forms) > 1:
        rows.append((forms[1], made("participle")))
    return rows


def _lexicon() -> dict[str, tuple[CueVerb, ...]]:
    found: dict[str, list[CueVerb]] = {}
    for kind, table in _TABLE.items():
        for entry in table.replace("\n", "|").split("|"):
            if not entry.strip():
                continue
            name, frames = entry.split()
            for form, verb in inflect(name, frames, kind):
                found.setdefault(form, []).append(verb)
    # Verbs with a particle are tried first: "point out" before "point".
    return {
        word: tuple(sorted(rows, key=lambda row: not row.particle)) for word, rows in found.items()
    }


LEXICON = _lexicon()
"""Every form of every cue verb, the entries with a particle first."""
