"""Make a report of one item: its texts, who published it and when, and the state it ends in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from reportedly.collect.dateline import zone_of
from reportedly.collect.docx import read_docx
from reportedly.collect.email import read_mail
from reportedly.collect.extract import PARSER_FAULTS, Extract
from reportedly.collect.feed import read_entry
from reportedly.collect.furniture import Plan, plan
from reportedly.collect.html import read_html
from reportedly.collect.keep import compose_kept, left_out
from reportedly.collect.limits import LIMITS, Limits
from reportedly.collect.markdown import read_markdown
from reportedly.collect.originals import reason_of
from reportedly.collect.outlet import bylines, outlet
from reportedly.collect.page_meta import title_and_site
from reportedly.collect.pdf import read_pdf
from reportedly.collect.plain import read_plain
from reportedly.collect.published import Words, captured, guess_page_date, publication
from reportedly.collect.states import (
    UNREADABLE_TEXT,
    garbled,
    hollow,
    named,
    state_of,
    unread_language,
)
from reportedly.collect.telegram import read_post
from reportedly.errors import CollectError, RefusedError
from reportedly.model.report import (
    Collected,
    Evidence,
    Item,
    Original,
    Refused,
    Report,
    ReportState,
)
from reportedly.model.settings import Settings
from reportedly.model.span import Span
from reportedly.text.language import foreign_parts, tell

READERS: dict[str, Callable[[bytes, Limits], Extract]] = {
    "html": read_html,
    "text": read_plain,
    "markdown": read_markdown,
    "pdf": read_pdf,
    "docx": read_docx,
    "email": read_mail,
    "telegram": read_post,
    "rss": read_entry,
}


def collect(item: Item, settings: Settings, limits: Limits = LIMITS) -> Collected:
    """Make a report of an item.

    Never raises on any bytes: what cannot be read becomes a report in state ``unreadable`` or
    ``refused`` with its reason.
    """
    try:
        extract = extract_item(item, limits)
    except RefusedError as error:
        return failed(item, settings, ReportState.REFUSED, reason_of(error))
    except CollectError as error:
        return failed(item, settings, ReportState.UNREADABLE, reason_of(error))
    return _report(item, extract, settings)


def extract_item(item: Item, limits: Limits) -> Extract:
    """The full text of an item as its format gives it.

    Raises:
        CollectError: It cannot be read, or must not be.
    """
    reader = READERS.get(item.format)
    if reader is None:
        raise CollectError(f"The format '{item.format}' is not read")
    try:
        return reader(item.data, limits)
    except PARSER_FAULTS as error:
        # A damaged file found a way through a parser that its own errors do not cover.
        raise CollectError(
            f"The file could not be parsed ({type(error).__name__}: {error})"
        ) from error


def failed(item: Item, settings: Settings, state: ReportState, reason: str) -> Collected:
    """The report of an item that gave no text: also for what a killed child process left unread."""
    empty = Extract(full_text="", lines=())
    made = Plan((), (), [])
    name, why = outlet(item, empty, made, settings.outlets)
    zone = zone_of(settings.time_zone)
    return Collected(
        Report(
            id=item.sha256,
            original=(item.original,),
            names=item.names,
            format=item.format,
            state=state,
            reason=reason,
            outlet=name,
            outlet_evidence=why,
            author=item.given.author or item.hints.author,
            title=item.title,
            url=_url(item),
            published=publication(item, Words(empty, made, ""), zone),
            captured=captured(item, empty, zone),
        )
    )


def refusal(refused: Refused, original: Original, settings: Settings) -> Collected:
    """The report of a part that `unpack` did not take, so that the counts add up."""
    item = Item(
        sha256=refused.sha256,
        original=original.sha256,
        names=original.names if refused.sha256 == original.sha256 else (refused.name,),
        format="unknown",
        data=b"",
        given=original.given,
        received=original.received,
    )
    return failed(item, settings, refused.state, refused.reason)


def _report(item: Item, extract: Extract, settings: Settings) -> Collected:
    title, site = title_and_site(extract.title)
    made = plan(extract, item.title or title)
    if site and made.headline is None:
        made = plan(extract, extract.title)
    try:
        kept = compose_kept(extract, made.rules)
    except CollectError as error:
        return failed(item, settings, ReportState.UNREADABLE, reason_of(error))
    zone = zone_of(settings.time_zone)
    name, why = outlet(item, extract, made, settings.outlets)
    author, byline = _author(item, extract, made)
    author = "" if author == name else author
    words = Words(extract, made, kept.text)
    guess = guess_page_date(item.data, item.received) if item.format == "html" else ()
    told = tell(kept.text or extract.full_text, extract.language)
    state, reason = state_of(
        (
            (ReportState.UNREADABLE, UNREADABLE_TEXT if garbled(extract.full_text) else ""),
            (ReportState.HOLLOW, hollow(made, kept.text, extract.unseen, item.format)),
            (ReportState.UNREAD_LANGUAGE, unread_language(told, settings)),
        )
    )
    report = Report(
        id=item.sha256,
        original=(item.original,),
        names=item.names,
        format=item.format,
        state=state,
        reason=reason,
        outlet=name,
        outlet_evidence=why,
        author=author,
        title=_title(item, extract, made),
        url=_url(item) or extract.url,
        language=told.code,
        published=publication(item, words, zone, guess),
        captured=captured(item, extract, zone),
        full_text=extract.full_text,
        text=kept.text,
        offsets=kept.offsets,
    )
    parts = _foreign_parts(report, settings)
    report = replace(report, evidence=(*extract.evidence, *byline, *parts))
    return Collected(report, left_out(item.sha256, extract.full_text, kept.left))


def _foreign_parts(report: Report, settings: Settings) -> Iterator[Evidence]:
    """What of a report that is read is in a language that is not."""
    if report.state is not ReportState.READ:
        return
    for start, end, told in foreign_parts(report.text, settings.languages):
        yield Evidence("other_language", named(told), Span.of(report.text, start, end))


def _url(item: Item) -> str:
    """What is given; for a part of a feed its own link, since what is given is the feed's."""
    own = item.hints.url if item.sha256 != item.original else ""
    return own or item.given.url or item.hints.url


def _author(item: Item, extract: Extract, made: Plan) -> tuple[str, Sequence[Evidence]]:
    """Given, container, byline, metadata."""
    for author in (item.given.author, item.hints.author):
        if author:
            return author, ()
    for words, found in bylines(made):
        if found.author:
            return found.author, (Evidence("byline", words),)
    return extract.author, ()


def _title(item: Item, extract: Extract, made: Plan) -> str:
    """Container, the headline on the page, metadata without the site's name."""
    if item.title:
        return item.title
    if made.headline is not None and (made.firm or not extract.title):
        return made.said[made.headline].words
    return title_and_site(extract.title)[0]
