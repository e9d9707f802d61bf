"""Who is named in a report, in which words: names, stated aliases, roles, descriptions, pronouns."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reportedly.model.ident import make_id
from reportedly.model.span import Span
from reportedly.model.statement import EntityKind, Mention, MentionForm
from reportedly.text.names import Name
from reportedly.text.wordlist import word_set

PRONOUNS = word_set("he she they it who which that him her them his hers their its")


def name_mentions(report: str, text: str, names: Sequence[Name]) -> list[Mention]:
    """The names of a text as mentions, with their roles and the aliases the text itself states.

    Args:
        report: Report id.
        text: Its text.
        names: Its names, in order of place.
    """
    names = [_without_office(text, name) for name in names]
    made = {name.span: _of_name(report, name) for name in names}
    equal: dict[str, set[str]] = {}
    for at, name in enumerate(names):
        stated = name.alias_of or _owner(text, names, at)
        owner = made.get(stated) if stated is not None else None
        if owner is not None and owner.span != name.span:
            alias = made[name.span]
            equal.setdefault(owner.id, set()).add(alias.id)
            equal.setdefault(alias.id, set()).add(owner.id)
            if alias.kind is EntityKind.UNKNOWN:
                made[name.span] = replace(alias, kind=owner.kind)
    return [
        replace(made[span], stated_alias=tuple(sorted(equal.get(made[span].id, ()))))
        for span in sorted(made)
    ]


_OFFICE = re.compile(
    r"(?:State|Defen[cs]e|War|Health|Labou?r|Energy|Justice|Education|Interior|Commerce|Transport|"
    r"Transportation|Agriculture|Finance|Information|Culture|Trade|Industry) (?=[A-Z][\w.’'-]* [A-Z])"
)


def _without_office(text: str, name: Name) -> Name:
    """The name without the office that a title before it ends in: "Secretary of State Ina Roke"."""
    office = _OFFICE.match(text, name.span.start, name.span.end)
    before = text[max(0, name.span.start - 14) : name.span.start]
    if office is None or re.search(r"(?:ecretary|inister) (?:of|for) \Z", before) is None:
        return name
    span = Span.of(text, office.end(), name.span.end)
    return replace(name, span=span, kind=EntityKind.PERSON)


_NEAR = 70
"""How far before an alias, in code points, the name it belongs to may end."""


def _owner(text: str, names: Sequence[Name], at: int) -> Span | None:
    """The person right before a nickname or call sign whose bearer the words do not state."""
    alias = names[at]
    if alias.form is not MentionForm.ALIAS or at == 0:
        return None
    before = names[at - 1]
    gap = text[before.span.end : alias.span.start]
    if before.kind is not EntityKind.PERSON or len(gap) > _NEAR or re.search(r"[.!?;\n]", gap):
        return None
    return before.span


def _of_name(report: str, name: Name) -> Mention:
    parts = [span.text for span in (name.title, name.role) if span is not None]
    ident = make_id("mn", report, name.span.start, name.span.end)
    return Mention(ident, report, name.span, name.kind, name.form, role=", ".join(parts))


def source_mention(report: str, span: Span) -> Mention:
    """A mention for source words that are no name: a pronoun or a description."""
    low = span.text.lower()
    form = MentionForm.PRONOUN if low in PRONOUNS else MentionForm.DESCRIPTION
    ident = make_id("mn", report, span.start, span.end)
    return Mention(ident, report, span, kind_of_words(low), form)


_PEOPLE = re.compile(
    r"\b(?:he|she|who|him|her|officials?|spokes(?:man|men|woman|women|person|people)|residents?|"
    r"witness(?:es)?|soldiers?|fighters?|officers?|members?|commanders?|ministers?|mayors?|"
    r"presidents?|leaders?|men|man|women|woman|people|sources?|experts?|analysts?|critics|"
    r"volunteers?|voters?|workers?|doctors?|lawyers?|prosecutors?|aides?|advis[eo]rs?|diplomats?|"
    r"families|relatives|neighbou?rs?|students?|teachers?|activists?|journalists?|reporters?|"
    r"policem[ae]n|guards?|drivers?|nurses?|farmers?|survivors?|survivor|clerks?|\d+-year-olds?)\b"
)
_BODIES = re.compile(
    r"\b(?:group|legion|ministry|government|army|police|company|agency|organi[sz]ation|unit|council|"
    r"court|party|military|kremlin|corps|battalion|brigade|office|department|committee|union|bank|"
    r"newspaper|channel|website|administration|authorities|movement|militia|force|forces|campaign|"
    r"statement|report|team|service|press)\b"
)
_DOER = re.compile(r"[a-z-]{3,}(?:er|ers|or|ors|ist|ists|ian|ians)")
_THINGS = word_set(
    "paper letter number order matter newspaper tower water river border newsletter "
    "chapter poster banner folder character power other another winter summer "
    "papers letters numbers orders matters newspapers posters error terror horror factor mirror"
)
_PREPOSITION = re.compile(r" (?:of|for|in|at|from|with|on|to|by|who|which) ")


def kind_of_words(low: str) -> EntityKind:
    """What a description seems to stand for, by its nouns."""
    core = _PREPOSITION.split(low)[0]
    if _PEOPLE.search(core):
        return EntityKind.PERSON
    if _BODIES.search(core):
        return EntityKind.ORGANIZATION
    last = re.findall(r"[a-z-]+", core)[-1:]
    person = bool(last) and _DOER.fullmatch(last[0]) is not None and last[0] not in _THINGS
    return EntityKind.PERSON if person else EntityKind.UNKNOWN


def at_or_within(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    """The mentions that lie within ``span``; ``mentions`` are in order of place."""
    first = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    last = bisect_right(mentions, span.end, key=lambda mention: mention.span.start)
    return [mention for mention in mentions[first:last] if mention.span.end <= span.end]
