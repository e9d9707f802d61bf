"""Who published a report: by what was given, what the item says of itself, its address, its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from reportedly.collect.byline import Byline, read_byline
from reportedly.collect.dateline import copyright_in
from reportedly.collect.extract import Extract, Named
from reportedly.collect.furniture import Plan
from reportedly.collect.page_meta import title_and_site
from reportedly.model.report import Evidence, Item
from reportedly.model.settings import OutletNote
from reportedly.text.normalise import fold, normalise

_LONGEST_NAME = 80
_FREQUENCY = re.compile(r"\s\d{2,3}[.,]\d{1,2}(?:\s?(?:FM|MHz))?$")
_SHORTEST_NAME = 4
_HEAD_LINES = 8
_DATELINE = 120
_PARTS = re.compile(r"\s*[|/•·]\s*|\s+[–—-]\s+")
_CREDIT = re.compile(r"\(([^()]{2,40})\)\s?[—–-]")
_NOT_NAMES = re.compile(
    r"^(?:home|index|untitled|wordpress|blog|my blog|news|microsoft word|none|null)$"
)


def outlet(
    item: Item, extract: Extract, plan: Plan, notes: Sequence[OutletNote]
) -> tuple[str, Evidence]:
    """The outlet's name as it is to be shown, and why; never empty.

    Order: given, container, metadata, the domain of the address, the byline, the masthead where the
    copyright line names it too, the site's part of the title. The case's own names win over
    spellings: a name, alias or domain that ``notes`` knows is shown as the note has it.
    """
    for named in _candidates(item, extract, plan):
        name = _clean(named.name)
        if name and not _NOT_NAMES.match(fold(name)):
            known = known_as(name, notes)
            return known or name, Evidence(named.rule, named.words or named.name)
    return f"unnamed outlet ({item.names[0] if item.names else item.sha256[:12]})", Evidence(
        "unnamed_outlet"
    )


def _candidates(item: Item, extract: Extract, plan: Plan) -> Iterator[Named]:
    yield Named(item.given.outlet, "given")
    yield Named(item.hints.outlet, "container")
    yield from extract.outlets
    url = item.given.url or item.hints.url or extract.url
    site = title_and_site(extract.title)[1]
    if site and _of_domain(site, domain_of(url)):
        yield Named(site, "title_site", extract.title)
    yield Named(domain_of(url), "domain", url)
    yield from (Named(found.outlet, "byline", words) for words, found in bylines(plan))
    yield from _masthead(plan)
    if site and plan.firm and _said_elsewhere(site, plan):
        yield Named(site, "title_site", extract.title)


def bylines(plan: Plan) -> Iterator[tuple[str, Byline]]:
    """The bylines among the lines left out, with what they name."""
    for number, rule in enumerate(plan.rules):
        if rule != "byline":
            continue
        found = read_byline(plan.said[number].words)
        if found is not None:
            yield plan.said[number].words, found


def _masthead(plan: Plan) -> Iterator[Named]:
    """A paper's name above the headline or in a running head, if another line bears it out.

    That is the copyright line, or a dateline's credit: ``MARNHOLT, May 19 (Corren Wire) -``.
    """
    witnesses = {fold(name): name for name in (*_holders(plan), *_credits(plan))}
    for number, rule in enumerate(plan.rules):
        if rule not in {"masthead", "running_head"}:
            continue
        for part in _PARTS.split(plan.said[number].words):
            folded = fold(part)
            witness = next((each for each in witnesses if each and each.startswith(folded)), "")
            if len(folded) >= _SHORTEST_NAME and witness:
                name = witnesses[witness][: len(part)] if part.isupper() else part
                yield Named(name, "masthead", plan.said[number].words)
                return


def _holders(plan: Plan) -> Iterator[str]:
    for said in plan.said:
        if said.folded and (found := copyright_in(said.words)) is not None:
            yield found[1]


def _credits(plan: Plan) -> Iterator[str]:
    kept = [said for said, rule in zip(plan.said, plan.rules, strict=True) if rule is None]
    for said in kept[:_HEAD_LINES]:
        match = _CREDIT.search(said.words[:_DATELINE])
        if match is not None:
            yield match[1]


def _said_elsewhere(site: str, plan: Plan) -> bool:
    """Whether the page itself shows the name that its title ends with."""
    folded = fold(site)
    return any(
        folded in said.folded for said, rule in zip(plan.said, plan.rules, strict=True) if rule
    )


def domain_of(url: str) -> str:
    """The host of an address without ``www.``; empty if it has none."""
    try:
        host = urlsplit(url.strip()).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").lower()[:_LONGEST_NAME]


def _of_domain(name: str, domain: str) -> bool:
    """Whether a domain spells a name: ``Keth Orra Gazette`` and ``kethorra-gazette.example``."""
    letters = re.sub(r"[^a-z0-9]", "", fold(name))
    host = re.sub(r"[^a-z0-9]", "", domain.rpartition(".")[0] or domain)
    return len(letters) >= 4 and (letters in host or (len(host) >= 4 and host in letters))


def sender(display: str, address: str) -> tuple[str, str]:
    """Author and outlet of a mail's sender: ``Rhea Solmund, Keth Orra Gazette <...@gazette>``."""
    display = " ".join(display.split()).strip("\"' ")
    domain = address.rpartition("@")[2].strip(">").lower()
    for mark in (", ", " | ", " at ", " via ", " @ ", " - ", " – "):
        left, found, right = display.partition(mark)
        if found and right.strip():
            return left.strip(), right.strip()
    if not display:
        return "", domain
    if _of_domain(display, domain):
        return "", display
    return display, domain


def known_as(name: str, notes: Sequence[OutletNote]) -> str:
    """The name under which the case shows the outlet that a name, alias or domain means, or ``""``."""
    wanted = {fold(name), fold(domain_of(name) or domain_of(f"https://{name}") or name)}
    for note in notes:
        for alias in (note.name, *note.aliases):
            folded = fold(alias).removeprefix("www.")
            if folded and any(each == folded or each.endswith(f".{folded}") for each in wanted):
                return note.name
    return ""


def _clean(name: str) -> str:
    """A name on one line, without the frequency that stations put behind theirs."""
    return _FREQUENCY.sub("", " ".join(normalise(name)[0].split())[:_LONGEST_NAME])
