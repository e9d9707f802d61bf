"""Where the content of a reporting clause begins and ends."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.read.cue_verbs import LEXICON, CueVerb, Frame
from reportedly.read.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    PRONOUNS,
    QUANTITY_SUBJECTS,
    is_adverb,
    is_date,
    is_nounlike,
    is_verblike,
    phrase_after,
)
from reportedly.read.tokens import Token
from reportedly.text.wordlist import word_set

_ADJUNCT = word_set("in on at to during by through via after before from with of over about")
_QUESTION = word_set("whether if how what why who where when which")
_MARKS = frozenset((",", ":", "—", "–", "-", "--"))
_CLOSERS = frozenset((".", "!", "?", "…", ";"))
_SEARCH = 30
"""How many words after a verb its that-clause may begin."""
_VERB_WITHIN = 30
"""How many words into a clause its verb may come."""


def sentence_end(items: Sequence[Token]) -> int:
    """Index one past the last token that is no closing mark."""
    end = len(items)
    # The bracket of "(The third guard died, it said.)" closes what an earlier sentence opened.
    closers = _CLOSERS if any(token.text == "(" for token in items[1:]) else _CLOSERS | {")"}
    while end and items[end - 1].text in closers:
        end -= 1
    return end


def skip_adjuncts(items: Sequence[Token], at: int) -> int:
    """Index after "on Tuesday", "in a statement", "to reporters", "again" that follow a verb."""
    end = len(items)
    while at < end:
        token = items[at]
        if is_date(token) or (token.low in ("late", "early", "last", "this") and _dated(items, at)):
            at += 1
        elif token.is_word and token.low in _ADJUNCT:
            dated = _after_date(items, at + 1)
            after = dated if dated > at + 1 else phrase_after(items, at + 1)
            if after is None:
                return at
            at = after
        elif (
            token.is_word
            and is_adverb(token)
            and token.low not in ("no", "not", "never", "yet", "so")
        ):
            at += 1
        else:
            return at
    return at


def _after_date(items: Sequence[Token], at: int) -> int:
    """Index after "Tuesday", "late Tuesday", "May 3, 2031" that begin at ``at``; ``at`` if none."""
    end = len(items)
    place = at
    if place + 1 < end and items[place].low in ("late", "early", "last", "the", "this"):
        place += 1
    if place >= end or not is_date(items[place]):
        return at
    while place < end and (
        is_date(items[place])
        or items[place].low in ("morning", "afternoon", "evening", "night")
        or items[place].low.isdigit()
    ):
        place += 1
    return place


def _dated(items: Sequence[Token], at: int) -> bool:
    if at + 1 >= len(items):
        return False
    after = items[at + 1]
    return is_date(after) or after.low in (
        "week",
        "month",
        "year",
        "night",
        "morning",
        "afternoon",
        "evening",
    )


def begins_clause(items: Sequence[Token], at: int) -> bool:
    """Whether a clause with a verb of its own begins at ``at``."""
    if at >= len(items):
        return False
    token = items[at]
    low = token.low
    if not token.is_word:
        return token.is_quote
    starts = (
        low in PRONOUNS
        or low in DETERMINERS
        or low in QUANTITY_SUBJECTS
        or low
        in ("there", "here", "if", "when", "while", "although", "because", "not", "only", "more")
        or is_nounlike(token)
        or low.endswith("ing")
        or token.low in ("in", "on", "at", "under", "after", "with", "by", "for", "as", "since")
    )
    if not starts:
        return False
    stop = min(len(items), at + _VERB_WITHIN)
    for place in range(at + 1, stop):
        word = items[place]
        if word.low in ("and", "or") and place + 1 < stop and is_verblike(items[place + 1]):
            # "the charge and left": the verb is the speaker's own.
            return False
        if is_verblike(word) or word.is_quote:
            return True
    return False


def content_after(items: Sequence[Token], at: int, verb: CueVerb) -> tuple[int, str] | None:
    """Where the content of ``verb`` begins after it, and by which frame; ``None`` if nowhere.

    Args:
        items: The sentence.
        at: Index after the verb and its particle.
        verb: The verb.
    """
    if verb.takes(Frame.HEARER):
        found = _after_hearer(items, at, verb)
        if found is not None:
            return found
    at = _after_time(items, at)
    direct = _here(items, at, verb)
    if direct is not None:
        return direct
    moved = skip_adjuncts(items, at)
    if moved != at:
        found = _here(items, moved, verb)
        # "said of the man he met": no clause begins after what it was said of.
        spoken_of = items[at].low in ("of", "about")
        dated = _after_date(items, at + (items[at].low == "on")) == moved
        barred = "nfb" if spoken_of else "f" if dated else "nf"
        if found is not None and found[1] not in barred:
            return found
    if verb.takes(Frame.THAT):
        return _far_that(items, at)
    return None


_SPANS = word_set(
    "second seconds minute minutes hour hours day days night nights week weeks fortnight month months "
    "year years decade decades"
)
_OFF = word_set("ago earlier later before after")
_LEADS = word_set("late early last this that the next same earlier later")
_PARTS = word_set(
    "morning afternoon evening night week weekend month year summer spring autumn winter"
)


def _after_time(items: Sequence[Token], at: int) -> int:
    """Index after "a week ago" or "earlier this month" where "that" or a quotation follows; else ``at``."""
    place = at
    stop = min(len(items) - 1, at + _TIME_WORDS)
    while place < stop and items[place].low in _LEADS:
        place += 1
    if place > at and items[place].low in _PARTS:
        place += 1
    else:
        place = next(
            (
                step + 2
                for step in range(at, stop)
                if items[step].low in _SPANS and items[step + 1].low in _OFF
            ),
            at,
        )
        if any(is_verblike(token) for token in items[at:place]):
            return at
    if place == at or place >= len(items):
        return at
    follows = items[place]
    return place if follows.low == "that" or follows.is_quote or follows.text in (",", ":") else at


_TIME_WORDS = 6


def _after_hearer(items: Sequence[Token], at: int, verb: CueVerb) -> tuple[int, str] | None:
    hearer = phrase_after(items, at)
    if hearer is None or hearer >= len(items):
        return None
    if items[hearer].is_quote and items[hearer - 1].low.endswith("'s"):
        hearer += 1
    if is_verblike(items[hearer]) and not items[hearer].is_quote and hearer - at > 1:
        # "told the Herald engineers had left": the hearer ends where the clause begins.
        if verb.takes(Frame.BARE):
            split = at + 1
            while split < hearer - 1 and items[split].capital:
                split += 1
            return split, Frame.BARE.value
        return None
    moved = skip_adjuncts(items, hearer)
    for place in (hearer, moved):
        found = _here(items, place, verb)
        if found is not None and found[1] != Frame.NOUN.value:
            return found
    if verb.takes(Frame.THAT):
        return _far_that(items, hearer)
    return None


def _here(items: Sequence[Token], at: int, verb: CueVerb) -> tuple[int, str] | None:
    """The frame whose content begins exactly at ``at``, or after a mark there."""
    if at >= len(items):
        return None
    token = items[at]
    if token.is_quote:
        return at, Frame.QUOTE.value
    if token.text in _MARKS:
        return _after_mark(items, at, verb)
    frame = _opened_by(items, at, verb) or _clause_here(items, at, verb)
    frame = frame or _object_here(items, at, verb)
    return (at, frame.value) if frame is not None else None


_OPENERS = {
    "that": Frame.THAT, "to": Frame.TO, "of": Frame.OF, "about": Frame.OF, "against": Frame.OF,
    "for": Frame.OF, **dict.fromkeys(_QUESTION, Frame.WHETHER),
}  # fmt: skip


def _opened_by(items: Sequence[Token], at: int, verb: CueVerb) -> Frame | None:
    """The frame that the word itself opens: that, to, of, whether..."""
    frame = _OPENERS.get(items[at].low)
    if frame is None or not verb.takes(frame):
        return None
    if frame is Frame.WHETHER:
        return frame
    return (
        frame if at + 1 < len(items) and (frame is not Frame.TO or items[at + 1].is_word) else None
    )


_NO_SUBJECT = word_set("to of in on at by for with as")


def _clause_here(items: Sequence[Token], at: int, verb: CueVerb) -> Frame | None:
    """Whether a clause without "that" begins here."""
    low = items[at].low
    if low in _NO_SUBJECT or not begins_clause(items, at):
        return None
    pronoun = low in PRONOUNS or low == "there"
    if verb.takes(Frame.BARE) or (pronoun and verb.takes(Frame.BARE_PRONOUN)):
        return Frame.BARE
    return None


def _object_here(items: Sequence[Token], at: int, verb: CueVerb) -> Frame | None:
    """Whether a gerund or a noun phrase begins here that the verb takes as content."""
    token = items[at]
    if verb.takes(Frame.ING) and token.low.endswith("ing") and len(token.low) > 4:
        return Frame.ING
    if not _begins_object(token) or (token.low in ("this", "last") and _dated(items, at)):
        return None
    if verb.takes(Frame.FIGURE) and _gives_figure(items, at):
        return Frame.FIGURE
    if verb.takes(Frame.NOUN) and not (verb.lemma == "report" and _common(token)):
        return Frame.NOUN
    quoted = verb.takes(Frame.QUOTED_NOUN) and _quotes_ahead(items, at)
    return Frame.QUOTED_NOUN if quoted else None


_FIGURES = word_set(
    "at least about around some no more less fewer nearly almost over between up two three four five "
    "six seven eight nine ten eleven twelve a several dozens hundreds thousands"
)


def _gives_figure(items: Sequence[Token], at: int) -> bool:
    """Whether "put the dead at four" stands here: an object, "at", and a number."""
    for place in range(at + 1, min(len(items) - 1, at + 8)):
        if items[place].low == "at":
            after = items[place + 1]
            return after.low[0].isdigit() or after.low in _FIGURES
        if not items[place].is_word:
            return False
    return False


def _quotes_ahead(items: Sequence[Token], at: int) -> bool:
    """Whether quoted words follow before the clause ends."""
    for token in items[at : at + _VERB_WITHIN]:
        if token.is_quote or token.quoted:
            return True
        if token.text in (",", ";", ":", "—", "–") or token.low in (
            "and",
            "but",
            "that",
            "who",
            "which",
        ):
            return False
    return False


def _after_mark(items: Sequence[Token], at: int, verb: CueVerb) -> tuple[int, str] | None:
    after = at + 1
    if after >= len(items):
        return None
    if items[after].is_quote:
        return after, Frame.QUOTE.value
    if items[at].text == ":" and verb.takes(Frame.QUOTE):
        return after, Frame.QUOTE.value
    return None


def _common(token: Token) -> bool:
    low = token.low
    return not (token.capital or low in DETERMINERS or low[0].isdigit() or low.endswith("s"))


def _begins_object(token: Token) -> bool:
    low = token.low
    return (
        low in DETERMINERS
        or low in ("him", "them", "her", "it", "us", "itself", "himself", "herself", "themselves")
        or is_nounlike(token)
        or low in ("there", "what")
    )


def _far_that(items: Sequence[Token], at: int) -> tuple[int, str] | None:
    """A that-clause which adjuncts keep from its verb: no finite verb and no comma pair between."""
    for place in range(at, min(len(items) - 1, at + _SEARCH)):
        token = items[place]
        if token.low == "that" and place > at and items[place - 1].low not in ("of", "in"):
            return place, Frame.THAT.value
        if token.is_quote or token.text in (":", ";") or token.low in CONJUNCTIONS:
            return None
        if token.is_word and is_verblike(token):
            return None
    return None


_CLAUSE_BREAKS = word_set("although though whereas while but")


def clip(items: Sequence[Token], start: int, end: int, frame: str) -> int:
    """Index one past the content that begins at ``start``, before anything that breaks it off."""
    if frame in (
        Frame.NOUN.value,
        Frame.TO.value,
        Frame.OF.value,
        Frame.FIGURE.value,
        Frame.ING.value,
        Frame.WHETHER.value,
    ):
        return _clip_phrase(items, start, end)
    for at in range(start + 1, end - 1):
        text = items[at].text
        if text == ";" or (text == ":" and items[at + 1].is_quote):
            return at
        if (
            text in (",", "—", "–")
            and items[at + 1].low in _CLAUSE_BREAKS
            and _new_subject(items, at + 2)
        ):
            return at
    return end


def _new_subject(items: Sequence[Token], at: int) -> bool:
    if at >= len(items):
        return False
    token = items[at]
    return token.is_word and (
        token.low in PRONOUNS or token.low in DETERMINERS or is_nounlike(token)
    )


def _clip_phrase(items: Sequence[Token], start: int, end: int) -> int:
    for at in range(start + 1, end - 1):
        token = items[at]
        after = items[at + 1]
        if token.text in (";", "—", "–", "--") or (token.text == ":" and after.is_quote):
            return at
        if token.text == "," and _list_goes_on(items, start, at):
            continue
        if token.text == "," and (
            after.low in CONJUNCTIONS
            or after.low in ("who", "which", "where", "with", "in", "on")
            or after.low.endswith("ing")
            or after.low in PRONOUNS
            or after.low in DETERMINERS
            or (is_verblike(after) and not after.low.endswith("ed"))
            or after.low in LEXICON
        ):
            return at
        if token.low in ("and", "but") and is_verblike(after) and not _infinitive(items, start):
            return at
    return end


def _list_goes_on(items: Sequence[Token], start: int, comma: int) -> bool:
    """Whether the last of several things follows: "trade, aid, [and visits to the port]"."""
    if items[comma + 1].low not in ("and", "or"):
        return False
    if not any(token.text == "," for token in items[start:comma]):
        return False
    after = phrase_after(items, comma + 2)
    return after is not None and (after == len(items) or not is_verblike(items[after]))


def _infinitive(items: Sequence[Token], start: int) -> bool:
    return items[start].low == "to"
