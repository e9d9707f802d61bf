"""Find the cue verbs of a sentence, with their auxiliaries and the subject that speaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.read.cue_verbs import LEXICON, CueVerb, Frame
from reportedly.read.grammar import (
    ARTICLES,
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    DO,
    HAVE,
    NEGATIONS,
    NOUNISH_CUES,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    QUANTITY_SUBJECTS,
    RELATIVES,
    is_adverb,
    is_date,
    is_nounlike,
    is_possessive,
    is_verblike,
    phrase_after,
    phrase_before,
)
from reportedly.read.tokens import Token
from reportedly.text.wordlist import word_set


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A cue verb where it stands in a sentence.

    Attributes:
        first: Index of the first word of the group (auxiliary, adverb, negation or the verb).
        verb_at: Index of the verb itself.
        last: Index of its last word (the verb, or its particle).
        verb: The entry of the lexicon.
        voice: active, passive or participle ("..., saying").
        negated: Whether the reporting itself is negated.
    """

    first: int
    verb_at: int
    last: int
    verb: CueVerb
    voice: str
    negated: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """Who does the saying: token range ``first`` to ``last`` (inclusive), and where it was found.

    ``place`` is before, after (inverted), shared ("he resigned and said") or none.
    """

    first: int
    last: int
    place: str


def verb_groups(
    items: Sequence[Token], lexicon: Mapping[str, tuple[CueVerb, ...]] = LEXICON
) -> list[VerbGroup]:
    """The cue verbs of a sentence, in order, in every reading their neighbours allow.

    A word of several entries ("recognised" that, "recognised" as) gives several groups; the first
    whose content is found is meant.

    Args:
        items: The sentence.
        lexicon: The entries of every form that is looked for.
    """
    found: list[VerbGroup] = []
    for at, token in enumerate(items):
        # A capitalised cue word within a sentence is part of a name.
        if token.is_word and token.low in lexicon and not (token.capital and at):
            found.extend(_groups(items, at, lexicon[token.low]))
    return found


def _groups(items: Sequence[Token], at: int, entries: Sequence[CueVerb]) -> Iterator[VerbGroup]:
    for verb in entries:
        last = _with_particle(items, at, verb)
        group = _read(items, at, last, verb) if last is not None else None
        if group is not None:
            yield group


def _with_particle(items: Sequence[Token], at: int, verb: CueVerb) -> int | None:
    if not verb.particle:
        return at
    after = items[at + 1].low if at + 1 < len(items) else ""
    return at + 1 if after == verb.particle else None


def _read(items: Sequence[Token], at: int, last: int, verb: CueVerb) -> VerbGroup | None:
    """The group around the verb, if its form fits the words before it."""
    first, helper, negated = _helpers(items, at)
    if helper == "to":
        begun = _begun_by(items, first - 1)
        if begun is None or verb.form != "base":
            return None
        return VerbGroup(begun, at, last, verb, "active", negated)
    voice = _voice(verb.form, helper)
    if voice is None:
        return None
    if (
        voice == "active"
        and helper == ""
        and items[at].low in NOUNISH_CUES
        and stands_as_noun(items, at)
    ):
        return None
    return VerbGroup(first, at, last, verb, voice, negated)


_QUICK = word_set("quick first swift slow")
_GOES_ON = word_set("continued continues rushed moved hastened stepped")


def _begun_by(items: Sequence[Token], to: int) -> int | None:
    """Start of "was quick to", "went on to", "continued to" before an infinitive, if it is one."""
    before = items[to - 1].low if to else ""
    if before in _QUICK and to > 1:
        at = to - 2
        while at > 0 and items[at].low in ("the", "among", "very", "also", "again"):
            at -= 1
        return at if items[at].low in BE else None
    if (
        before in ("on", "forward", "out")
        and to > 1
        and items[to - 2].low in ("went", "goes", "came")
    ):
        return to - 2
    return to - 1 if before in _GOES_ON else None


def _helpers(items: Sequence[Token], at: int) -> tuple[int, str, bool]:
    """Start of the verb group, its nearest helper (be, have, do, modal, to, or empty), negation."""
    first = at
    helper = ""
    negated = False
    place = at - 1
    while place >= 0 and at - place <= 6:
        token = items[place]
        low = token.low
        if not token.is_word:
            break
        if low in AUXILIARIES:
            kind = "be" if low in BE else "have" if low in HAVE else "do" if low in DO else "modal"
            helper = helper or kind
            negated = negated or low in NEGATIONS
            first = place
        elif low in NEGATIONS:
            negated = True
            first = place
        elif low == "to" and place == first - 1:
            return first, helper or "to", negated
        elif is_adverb(token):
            pass
        else:
            break
        place -= 1
    # Adverbs belong to the group where they stand between helpers, or right before the verb.
    while (
        first > 0
        and is_adverb(items[first - 1])
        and items[first - 1].low not in ("so", "then", "perhaps", "first")
    ):
        first -= 1
        negated = negated or items[first].low in NEGATIONS
    return first, helper, negated


def _voice(form: str, helper: str) -> str | None:
    if form == "ing":
        return "active" if helper == "be" else "participle" if helper == "" else None
    if helper == "be":
        return "passive" if form in ("past", "participle") else None
    if helper == "have":
        return "active" if form in ("past", "participle") else None
    if helper in ("do", "modal"):
        return "active" if form == "base" else None
    return None if form == "participle" else "active"


def stands_as_noun(items: Sequence[Token], at: int) -> bool:
    """Whether a word that may be noun or verb stands where a noun stands."""
    if at == 0:
        return True
    before = items[at - 1]
    low = before.low
    if (
        (low in DETERMINERS and low not in QUANTITY_SUBJECTS)
        or low in PREPOSITIONS
        or low in POSSESSIVES
    ):
        return True
    return is_possessive(before)


def subject_of(items: Sequence[Token], group: VerbGroup, floor: int = 0) -> Subject | None:
    """Whose act the verb group reports; ``None`` where no subject can be told.

    Args:
        items: The sentence.
        group: The verb group, active.
        floor: First token that may belong to it.
    """
    inverted = _subject_after(items, group)
    before = _subject_before(items, group.first, floor)
    if inverted is not None and _surely_inverted(items, group, inverted):
        # "An official, speaking unnamed, said Col. Roke had": the sentence opens with its subject.
        opens = before is not None and before.first == floor and before.place == "before"
        if not (opens and _speaks(items[floor])):
            return inverted
    if before is not None:
        if before.place == "before" and not _agrees(items, before, group):
            return None
        return before
    return inverted


def _speaks(head: Token) -> bool:
    """Whether the first word of a sentence can begin the phrase for a speaker."""
    return head.low in DETERMINERS or head.low in PRONOUNS or head.capital


_PLAIN = word_set("say report write note add explain warn announce")


def _surely_inverted(items: Sequence[Token], group: VerbGroup, subject: Subject) -> bool:
    """Whether a clause after a comma can only be read with its subject last: ", reports Express."""
    if group.first == 0 or items[group.first - 1].text != ",":
        return False
    head = items[subject.first]
    ends = subject.last + 1 >= len(items) or items[subject.last + 1].text in (
        ",",
        ".",
        ";",
        "—",
        "–",
    )
    named = items[subject.last].capital and (head.capital or head.low == "the")
    return group.verb.lemma in _PLAIN and ends and named


def _agrees(items: Sequence[Token], subject: Subject, group: VerbGroup) -> bool:
    """Whether the number of the subject fits a present-tense verb without a helper."""
    if group.first < group.verb_at or group.verb.form not in ("base", "s"):
        return True
    if any(verb.form == "past" for verb in LEXICON.get(items[group.verb_at].low, ())):
        return True
    if group.verb.form == "base":
        return _plural(items, subject)
    return items[subject.last].low not in _ALWAYS_PLURAL


_SHARES = word_set("percentage majority number share half rest proportion minority handful")
_ALWAYS_PLURAL = word_set("they we i you these those many most")
_ANY_NUMBER = word_set("they we i you who which that people police percent men women media sources")


def _plural(items: Sequence[Token], subject: Subject) -> bool:
    low = items[subject.last].low
    words = [token.low for token in items[subject.first : subject.last + 1]]
    if (
        low in _ANY_NUMBER
        or "and" in words
        or _ANY_NUMBER.intersection(words)
        or _SHARES.intersection(words)
    ):
        return True
    if any(word in QUANTITY_SUBJECTS or word[0].isdigit() for word in words):
        return True
    nouns = _head_noun(items, subject)
    return nouns.endswith("s") and not nouns.endswith(("ss", "'s"))


def _head_noun(items: Sequence[Token], subject: Subject) -> str:
    """The noun before the first preposition: "officials" of "officials in the capital"."""
    for at in range(subject.first, subject.last + 1):
        after = items[at + 1].low if at < subject.last else ""
        if at == subject.last or after in PREPOSITIONS:
            return items[at].low
    return items[subject.last].low


def _subject_before(items: Sequence[Token], first: int, floor: int) -> Subject | None:
    last = first - 1
    if last < floor:
        return None
    token = items[last]
    closing = last
    if token.text in (",", "—", "–", "--", "-", ")"):
        opening = _apposition_start(items, last, floor)
        if opening is None:
            return None
        last = before_brackets(items, opening - 1)
        if _is_name(items[opening + 1 : closing]) and not items[last].capital:
            start = phrase_before(items, last, floor)
            return None if start is None else Subject(start, closing - 1, "before")
    last = _before_date(items, last, floor)
    token = items[last]
    if token.low in RELATIVES and token.is_word:
        return _relative(items, last, floor)
    if token.low in ("and", "but", "or", "then"):
        return Subject(last, last, "shared")
    start = phrase_before(items, last, floor)
    if start is None or (start > floor and _is_no_subject(items, start, first)):
        return None
    return Subject(start, last, "before")


_CONDITIONS = word_set("if unless whether lest what how why")
_CAUSES = word_set("to let lets make makes made")


def _is_no_subject(items: Sequence[Token], start: int, verb: int) -> bool:
    """Whether what stands before the phrase says that it speaks not, or not in fact."""
    head, before = items[start], items[start - 1].low
    if not head.capital and head.low.endswith(("ing", "ed")) and before in ("and", "or"):
        return True
    if before in _CONDITIONS or (start == verb - 1 and head.low.isdigit() and len(head.low) == 4):
        return True
    # "have several verified accounts": the verb before makes it an object, not a subject.
    if before in HAVE and items[verb].low.endswith("ed") and not head.capital:
        return True
    caused = before in _CAUSES and head.low not in PRONOUNS
    return caused and items[verb].low not in AUXILIARIES and _base_form(items, verb)


def _before_date(items: Sequence[Token], last: int, floor: int) -> int:
    """Step over what stands between subject and verb: "the mayor on Tuesday denied"."""
    at = last
    while at > floor and is_date(items[at]):
        at -= 1
    if at == last:
        if items[at].low == "time" and at - 2 > floor and items[at - 2].low == "at":
            return at - 3
        return last
    while at > floor and items[at].low in ("on", "early", "late", "earlier", "last", "since"):
        at -= 1
    return at


def _base_form(items: Sequence[Token], at: int) -> bool:
    return any(verb.form == "base" for verb in LEXICON.get(items[at].low, ()))


def _relative(items: Sequence[Token], at: int, floor: int) -> Subject | None:
    """Read "who said": the pronoun itself, which reference resolves to what it hangs from."""
    if items[at].low not in ("who", "which", "that"):
        return None
    if at - 1 < floor:
        return None
    before = items[at - 1]
    if before.text in (",", "—", "–") and at - 2 >= floor:
        before = items[at - 2]
    elif not before.is_word:
        return None
    if items[at].low == "that" and not is_nounlike(before):
        return None
    return (
        Subject(at, at, "before")
        if is_nounlike(before) or before.low in QUANTITY_SUBJECTS
        else None
    )


_APPOSITION_STARTS = word_set(
    "a an the who whose which whom one his her its their now then also formerly known "
    "speaking citing himself herself president chairman director head leader founder "
    "co-founder chief spokesman spokeswoman spokesperson commander deputy former professor "
    "editor author member minister mayor governor senator representative secretary owner "
    "manager chair officer analyst executive senior vice co-author director-general general "
    "aged in on at during after when however meanwhile too for though writing responding "
    "asked once referring appearing addressing according of jr sr himself whom where"
)
_MAX_APPOSITION = 45


def _apposition_start(items: Sequence[Token], closing: int, floor: int) -> int | None:
    """Index of the mark that opens the insertion which ends at ``closing``; ``None`` if none does."""
    mark = items[closing].text
    opening_mark = "(" if mark == ")" else mark
    found: int | None = None
    tries = 0
    for at in range(closing - 2, max(floor, closing - _MAX_APPOSITION), -1):
        if items[at].text != opening_mark:
            continue
        if mark == ")":
            return at
        tries += 1
        if tries > 5:
            break
        if found is not None and not _still_inserted(items, at, found, floor):
            break
        if _is_head(items[before_brackets(items, at - 1)]) and _opens_apposition(
            items[at + 1], items, at + 1, closing
        ):
            found = at
    return found


def before_brackets(items: Sequence[Token], at: int) -> int:
    """Index of the word before "(FHF)" where ``at`` is its closing bracket; else ``at``."""
    if at < 0 or items[at].text != ")":
        return at
    for place in range(at - 1, max(-1, at - 8), -1):
        if items[place].text == "(":
            return max(0, place - 1)
    return at


def _is_name(words: Sequence[Token]) -> bool:
    return 0 < len(words) <= _NAME_WORDS and all(word.capital for word in words)


_NAME_WORDS = 4


def _is_head(head: Token) -> bool:
    return head.is_word and (
        is_nounlike(head) or head.low in PRONOUNS or head.low in QUANTITY_SUBJECTS
    )


def _still_inserted(items: Sequence[Token], at: int, found: int, floor: int) -> bool:
    """Whether what stands between two marks is itself an insertion, not the speaker.

    In "Ina Roke, head of the ward, a nurse in Vela, East, said" the speaker is before the first.
    """
    start = phrase_before(items, before_brackets(items, found - 1), max(floor, at))
    if start is None or start != at + 1:
        return items[found - 1].capital and _town_before(items, found)
    head = items[start]
    return (
        head.low in ARTICLES
        or head.low in _APPOSITION_STARTS
        or (not head.capital and head.low not in DETERMINERS and head.low not in PRONOUNS)
    )


def _town_before(items: Sequence[Token], comma: int) -> bool:
    """Whether the mark parts a town from its region: "in Vela, East"."""
    return comma > 1 and items[comma - 2].low in ("in", "of", "near", "from", "at")


def _opens_apposition(inside: Token, items: Sequence[Token], at: int, closing: int) -> bool:
    low = inside.low
    if low in CONJUNCTIONS and low not in ("when", "after", "before", "as", "where", "however"):
        return False
    if low in _APPOSITION_STARTS or low[:1].isdigit():
        return True
    if not inside.is_word or low in PRONOUNS:
        return False
    if low.endswith(("ing", "ed")):
        return True
    verbs = any(is_verblike(token) for token in items[at:closing])
    return is_nounlike(inside) and not verbs


def _subject_after(items: Sequence[Token], group: VerbGroup) -> Subject | None:
    """The subject of an inverted clause: "said Ina Roke, who runs the ward"."""
    verb = group.verb
    if verb.form not in ("past", "s", "base") or not verb.takes(Frame.QUOTE):
        return None
    if group.first != group.verb_at:
        return None
    before = items[group.first - 1] if group.first else None
    if before is not None and not (
        before.is_quote or before.text in (",", "—", "–", "-", "--", "?", "!", ")")
    ):
        return None
    first = group.last + 1
    after = phrase_after(items, first)
    if after is None:
        return None
    # After a comma the phrase may begin a clause of its own: ", said the roof had fallen".
    quoted = before is None or before.is_quote
    head = items[first]
    bare = not (head.capital or head.low in DETERMINERS or head.low in PRONOUNS)
    if bare and not quoted and not items[after - 1].low.endswith("s"):
        return None
    own = after < len(items) and items[after].is_word and is_verblike(items[after])
    if own and not quoted and items[after].low not in LEXICON:
        return None
    return Subject(first, _with_name(items, after, head) - 1, "after")


def _with_name(items: Sequence[Token], after: int, head: Token) -> int:
    """Take in the name after a description: "said its head of surgery, Ivo Santrel, and"."""
    if items[after - 1].capital or after >= len(items) or items[after].text != ",":
        return after
    place = after + 1
    while place < len(items) and items[place].capital and place - after <= _NAME_WORDS:
        place += 1
    named = place > after + 1 and (place == len(items) or not items[place].is_word)
    return place if named and head.low in DETERMINERS else after
