"""Reports with their names marked by hand, so that resolving is tried without a reader.

``<Ina Holt|person>`` marks a name; after the kind stand, where needed, ``n=1`` (a label),
``alias=1`` and ``refers=1`` (the label of another mark), ``form=pronoun`` and ``role=...``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.model.decision import Act, Anchor, Decision, Replayed, TargetKind
from reportedly.model.entity import Entity, Resolved
from reportedly.model.ident import make_id
from reportedly.model.report import Report, ReportState
from reportedly.model.span import Span
from reportedly.model.statement import EntityKind, Mention, MentionForm, Reading
from reportedly.resolve.resolve import resolve
from reportedly.text.anchor import anchor

_MARK = re.compile(r"<([^<>|]+)\|([a-z]+)((?:\|[^<>|]*)*)>")

Told = tuple[Report, Reading]


def told(name: str, marked: str, outlet: str = "") -> Told:
    """A report and its reading from a marked text."""
    text = ""
    mentions: list[Mention] = []
    labels: dict[str, str] = {}
    links: list[tuple[int, dict[str, str]]] = []
    at = 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        words, kind = mark.group(1), EntityKind(mark.group(2))
        given = dict(part.split("=", 1) for part in mark.group(3).split("|") if part)
        span = Span(len(text), len(text) + len(words), words)
        text += words
        acronym = words.isupper() and " " not in words
        form = MentionForm.ACRONYM if acronym else MentionForm.NAME
        mention = Mention(
            id=make_id("mn", name, span.start, span.end),
            report=name,
            span=span,
            kind=kind,
            form=MentionForm(given.get("form", form)),
            role=given.get("role", ""),
        )
        if "n" in given:
            labels[given["n"]] = mention.id
        links.append((len(mentions), given))
        mentions.append(mention)
        at = mark.end()
    text += marked[at:]
    for place, given in links:
        mentions[place] = replace(
            mentions[place],
            refers=labels.get(given.get("refers", "")),
            stated_alias=(labels[given["alias"]],) if "alias" in given else (),
        )
    report = Report(
        id=name,
        original=(name,),
        names=(name,),
        format="text",
        state=ReportState.READ,
        outlet=outlet,
        text=text,
        full_text=text,
    )
    return report, Reading(name, mentions=tuple(mentions))


def resolved(
    story: Iterable[Told], decisions: Iterable[Decision] = ()
) -> tuple[Resolved, tuple[Replayed, ...]]:
    """Resolve a story."""
    items = list(story)
    return resolve([reading for _, reading in items], [report for report, _ in items], decisions)


def sets(story: Iterable[Told], decisions: Iterable[Decision] = ()) -> list[set[str]]:
    """The entities as sets of ``words@report``, those of mentions alone."""
    items = list(story)
    found, _ = resolved(items, decisions)
    words = {m.id: f"{m.span.text}@{m.report}" for _, reading in items for m in reading.mentions}
    return [{words[m] for m in entity.mentions} for entity in found.entities if entity.mentions]


def named(story: Iterable[Told], words: str, report: str) -> Entity:
    """The entity of the first mention of these words in a report."""
    items = list(story)
    found, _ = resolved(items)
    mention = mention_of(items, words, report)
    return next(e for e in found.entities if e.id == found.of_mention[mention.id])


def mention_of(story: Iterable[Told], words: str, report: str, turn: int = 0) -> Mention:
    """A mention by its words."""
    return [
        mention
        for item, reading in story
        for mention in reading.mentions
        if item.id == report and mention.span.text == words
    ][turn]


def together(story: Iterable[Told], *marks: str, decisions: Iterable[Decision] = ()) -> bool:
    """Whether all of these ``words@report`` are one entity."""
    wanted = set(marks)
    return any(wanted <= entity for entity in sets(story, decisions))


def anchored(story: Iterable[Told], words: str, report: str, turn: int = 0) -> Anchor:
    """The address of a mention, as a decision keeps it."""
    items = list(story)
    mention = mention_of(items, words, report, turn)
    text = next(item.text for item, _ in items if item.id == report)
    return anchor(text, mention.span, kind=TargetKind.MENTION, report=report)


def decided(number: int, act: Act, *targets: Anchor, of: tuple[str, ...] = ()) -> Decision:
    """A decision of the test's own."""
    return Decision(
        id=f"dc-{number}",
        act=act,
        by="tester",
        at=f"2031-06-01T12:00:{number:02}Z",
        why="because",
        targets=targets,
        of=of,
    )
