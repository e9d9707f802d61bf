"""Tell noun phrases and clauses apart with closed word classes: no tagger, no parser."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.read.cue_verbs import LEXICON
from reportedly.read.tokens import Token
from reportedly.text.wordlist import word_set

ARTICLES = word_set("the a an")
POSSESSIVES = word_set("his her its their our my your whose")
DETERMINERS = (
    ARTICLES
    | POSSESSIVES
    | word_set(
        "this that these those some any no every each another both several many most all few"
    )
)
PRONOUNS = word_set("he she they it we i you who")
"""Pronouns that can be the subject of a cue."""
QUANTITY_SUBJECTS = word_set(
    "some many others most all both several few none everyone everybody someone somebody nobody "
    "another one two three four dozens hundreds thousands those this these that"
)
OBJECT_PRONOUNS = word_set("him them me us her")
FIRST_SECOND = word_set("i we you")
RELATIVES = word_set("who which that whom")
PREPOSITIONS = word_set(
    "of for from in at on with to by near inside outside against about behind under over through "
    "among between within across along around beside off into during after before since until "
    "without despite amid like per via than upon toward towards throughout beyond"
)
NOMINAL_PREPOSITIONS = word_set(
    "of for from in at on with to by near inside outside against about behind under among between "
    "within across around into over"
)
CONJUNCTIONS = word_set(
    "and but or nor so yet if because although though while whereas when whenever where as unless "
    "until after before since than whether however once even lest except provided"
)
BE = word_set("is are was were be been being am 's 're 'm isn't aren't wasn't weren't")
HAVE = word_set("has have had having hasn't haven't hadn't 've")
DO = word_set("do does did don't doesn't didn't")
MODALS = word_set(
    "'d 'll will would shall should can could may might must cannot won't wouldn't shan't shouldn't "
    "can't couldn't mightn't mustn't"
)
NEGATIONS = word_set(
    "not never n't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't "
    "wouldn't shouldn't can't cannot couldn't mightn't mustn't"
)
AUXILIARIES = BE | HAVE | DO | MODALS
ADVERBS = word_set(
    "also then later now still never not ever once again already soon often always just even only "
    "too twice previously recently yesterday today tonight tomorrow earlier sometimes further "
    "instead himself herself themselves itself thus therefore so first since meanwhile perhaps "
    "rather quite almost long far nevertheless nonetheless yet simultaneously likewise afterwards "
    "afterward elsewhere thereafter regardless personally in-turn"
)
_LY_NOUNS = word_set(
    "family assembly ally supply reply anomaly italy july lily fly rally bully monopoly weekly daily monthly"
)
DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june "
    "july august september october november december yesterday today tonight tomorrow"
)
_QUESTIONS = word_set("what how why whose")
_RELATIVE_DAYS = word_set("yesterday today tonight tomorrow")
_COMMON_VERBS = word_set(
    "came come comes went goes go gone took take takes taken made make makes gave give gives given "
    "got get gets gotten left leave leaves began begin begins begun became become becomes held "
    "hold holds kept keep keeps lost lose loses met meet meets paid pay pays ran runs sent send "
    "sends spent spend spends stood stand stands won win wins fell fall falls fallen brought bring "
    "brings built build builds broke breaks broken caught catch drew drawn drove drive "
    "driven ate flew fled flee flees forgot fought fights forced hurt let lets led leads lay "
    "lies lived lives died dies killed kills wounded needs need needed used uses happened happens "
    "remain remains remained stay stays stayed work works worked tried tries try wants moved moves "
    "carry carries carried seems seem seemed appears appear appeared looks looked became "
    "struck strikes hits opened closed started ended continue continues called sat rose grew "
    "heard hear hears felt saw sees spoke caught fled helped help helps caused causes received destroyed attacked crossed belongs belong exist "
    "exists includes include included turned serve serves served deserve deserves support supports "
    "supported understand faces faced backed raised shot arrived joined created failed fails knew "
    "know knows kidnapped arrested detained deserted surrendered withdrew won't responded matter"
)
_VERB_ENDING = re.compile(r"[a-z]{3,}(?:ed|ized|ised)")

NOUNISH_CUES = word_set(
    "report reports claim claims plan plans hope hopes fear fears offer offers promise promises "
    "pledge pledges vow vows request requests demand demands order orders estimate estimates "
    "answer answers reply replies question questions comment comments remark remarks charge "
    "charges state states post posts show shows view views aim aims threat forecast forecasts "
    "signal signals proposal tweet tweets quote quotes text texts email emails ruling finding "
    "findings warning saying meaning feeling thinking brand cry doubt doubts note notes rule rules "
    "mention query appeal appeals document documents credit sentence find finds mandate "
    "guarantee guess call calls aide volunteer volunteers label dream dreams wish "
    "think study joke jokes thought felt blame favour favor welcome press preach "
    "reading texting learned known reported alleged suspected estimated expected promised planned "
    "intended announced proposed convicted sentenced wanted unnamed designated suspect suspects "
    "convict convicts rebuke fault decree witness witnesses hail pleading "
    "speaking writing written opening learning teaching meeting building intelligence"
)
"""Cue words that are as often nouns or adjectives: they may stand within a noun phrase."""


def is_date(word: Token) -> bool:
    """Whether the word names a day or month; "march" and "may" only with their capital."""
    return word.low in DAYS and (word.capital or word.low in _RELATIVE_DAYS)


def is_adverb(word: Token) -> bool:
    """Whether the word may stand between a subject and its verb."""
    low = word.low
    if low in ADVERBS:
        return True
    return len(low) > 4 and low.endswith("ly") and low not in _LY_NOUNS and not word.capital


def is_possessive(word: Token) -> bool:
    """Whether the word is a possessive noun ("the army's")."""
    low = word.low
    return low.endswith(("'s", "s'")) and len(low) > 3


def is_auxiliary(word: Token) -> bool:
    """Whether the word is a form of be, have, do, or a modal."""
    return word.low in AUXILIARIES


def is_nounlike(word: Token) -> bool:
    """Whether the word can stand in a noun phrase, after its determiner."""
    if not word.is_word:
        return word.text in "&%$€£"
    low = word.low
    if is_date(word) or low in PREPOSITIONS or low in CONJUNCTIONS or low in AUXILIARIES:
        return False
    if (
        low in PRONOUNS
        or low in RELATIVES
        or low in _QUESTIONS
        or low in NEGATIONS
        or low in DETERMINERS
    ):
        return False
    if low in OBJECT_PRONOUNS:
        return False
    if word.capital:
        return True
    if is_adverb(word) or low in _COMMON_VERBS:
        return False
    return low not in LEXICON or low in NOUNISH_CUES


def is_verblike(word: Token) -> bool:
    """Whether the word is or may be a finite verb."""
    low = word.low
    if not word.is_word:
        return False
    if low in AUXILIARIES or low in _COMMON_VERBS:
        return True
    if word.capital:
        return False
    if low in LEXICON and low not in NOUNISH_CUES:
        return True
    return _VERB_ENDING.fullmatch(low) is not None


_ROLES = word_set(
    "spokesman spokeswoman spokesperson official general president analyst activist journalist "
    "chief head boss mp senator deputy aide lawyer president-elect adviser advisor captain colonel "
    "major sergeant lieutenant king queen prince princess pope bishop father mother brother sister "
    "son daughter wife husband colleague friend resident witness expert scientist politician "
    "historian physician guard agent agency giant firm company group militia unit newspaper channel "
    "website broadcaster think-tank host star candidate nominee democrat republican conservative "
    "economist guest villager rebel separatist militant volunteer soldier private co-founder vice"
)
_ROLE_ENDING = re.compile(
    r"[a-z-]{2,}(?:er|or|ist|man|woman|ian|ee|ant|ent|ary|ier|eer|[a-z]chief)"
)


def is_role(word: Token) -> bool:
    """Whether a common noun can stand right before a name as its role ("commander Ina Roke")."""
    return word.low in _ROLES or _ROLE_ENDING.fullmatch(word.low) is not None


MAX_PHRASE = 14
"""Longest noun phrase, in words: longer ones are two phrases run together."""


def phrase_before(items: Sequence[Token], last: int, first: int = 0) -> int | None:
    """Index where the noun phrase that ends at ``items[last]`` begins; ``None`` if none does."""
    if last < first:
        return None
    token = items[last]
    low = token.low
    if not token.is_word:
        return None
    if low in ("both", "all", "each") and last - 1 >= first and is_nounlike(items[last - 1]):
        return phrase_before(items, last - 1, first)
    if low in PRONOUNS or low in QUANTITY_SUBJECTS:
        return _quantity_start(items, last, first)
    start = core_before(items, last, first)
    if start is None:
        return None
    return _widen(items, start, last, first)


def _quantity_start(items: Sequence[Token], last: int, first: int) -> int:
    before = items[last - 1].low if last > first else ""
    if before in ("the", "at", "many", "some") and items[last].low in QUANTITY_SUBJECTS:
        return last - 1
    return last


def core_before(items: Sequence[Token], last: int, first: int) -> int | None:
    """Start of the determiner-adjective-noun run that ends at ``last``."""
    if not is_nounlike(items[last]) or items[last].low in DETERMINERS:
        return None
    at = last
    low_limit = max(first, last - MAX_PHRASE)
    while at > low_limit:
        before = items[at - 1]
        low = before.low
        if low in DETERMINERS and not (low == "that" and items[at].capital):
            if (
                low in POSSESSIVES
                or low in ARTICLES
                or low in ("all", "both", "this", "these", "those")
            ):
                return at - 1
            at -= 1
            continue
        if low == "and" and at - 2 >= low_limit and _joins(items, at - 2, at):
            at -= 2
            continue
        if (
            items[at].capital
            and not before.capital
            and not before.low[0].isdigit()
            and before.low not in QUANTITY_SUBJECTS
            and not is_role(before)
        ):
            break
        if before.low in ("earlier", "later") and at - 1 > low_limit:
            at -= 1
            continue
        if not is_nounlike(before) or before.text == "%":
            break
        if at - 1 == low_limit and at - 1 > first:
            return None
        at -= 1
    return at


def _joins(items: Sequence[Token], left: int, right: int) -> bool:
    """Whether "and" stands between two names, or two nouns of one phrase."""
    a, b = items[left], items[right]
    if not is_nounlike(a):
        return False
    return a.capital and b.capital


def _widen(items: Sequence[Token], start: int, last: int, first: int) -> int:
    """Take in what the core phrase hangs from: "a spokesman for [the ministry]"."""
    for _ in range(4):
        if start - 2 < first or last - start > MAX_PHRASE:
            break
        if items[start - 1].low not in NOMINAL_PREPOSITIONS:
            break
        outer = core_before(items, start - 2, first)
        if outer is None:
            if items[start - 2].low in QUANTITY_SUBJECTS and items[start - 1].low == "of":
                outer = start - 2
            else:
                break
        start = outer
    return start


def phrase_after(items: Sequence[Token], first: int, stop: int | None = None) -> int | None:
    """Index one past the noun phrase that begins at ``items[first]``; ``None`` if none does."""
    end = len(items) if stop is None else min(stop, len(items))
    if first >= end or not items[first].is_word:
        return None
    token = items[first]
    hers = token.low == "her" and first + 1 < end and is_nounlike(items[first + 1])
    if token.low in PRONOUNS | OBJECT_PRONOUNS and not hers:
        return first + 1
    at = first
    seen_noun = False
    limit = min(end, first + MAX_PHRASE + 4)
    while at < limit:
        word = items[at]
        low = word.low
        if low in DETERMINERS and low != "that" and not seen_noun:
            at += 1
            seen_noun = low in QUANTITY_SUBJECTS
            continue
        if is_nounlike(word) and not (seen_noun and is_verblike(word)):
            seen_noun = True
            at += 1
            continue
        if not seen_noun and is_adverb(word) and low not in NEGATIONS:
            at += 1
            continue
        # "in its Wednesday edition"
        if not seen_noun and at > first and is_date(word) and items[at - 1].low in POSSESSIVES:
            at += 1
            continue
        if (
            seen_noun
            and low in NOMINAL_PREPOSITIONS
            and at + 1 < limit
            and _goes_on(items, at, limit)
        ):
            at += 1
            seen_noun = False
            continue
        if (
            seen_noun
            and low == "and"
            and at + 1 < limit
            and items[at - 1].capital
            and items[at + 1].capital
        ):
            at += 1
            continue
        break
    return at if seen_noun and at > first else None


_TIME_NOUNS = word_set(
    "statement interview email e-mail news press conference briefing call phone telephone message "
    "letter speech text video televised broadcast post tweet morning afternoon evening night week month year "
    "television radio twitter facebook telegram address rally hearing"
)


def _goes_on(items: Sequence[Token], at: int, limit: int) -> bool:
    """Whether the preposition at ``at`` belongs to the phrase before it, not to the verb."""
    if items[at].low == "of":
        return items[at + 1].is_word
    if items[at].low not in ("for", "from", "in", "at", "with"):
        return False
    for token in items[at + 1 : min(limit, at + 6)]:
        if token.low in _TIME_NOUNS or is_date(token):
            return False
        if not token.is_word or is_verblike(token):
            break
    return is_nounlike(items[at + 1]) or items[at + 1].low in DETERMINERS
