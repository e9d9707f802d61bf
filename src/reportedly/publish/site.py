"""The static site: which pages there are, what each is made from, and their bytes.

A page is first put together as a noun of `publish.page`. Its key is the digest of that noun and of
the code that shows it, so that a page whose content did not change is not rendered again; its JSON
twin is that noun. The page of a single thing whose rows all stand as they stood is not even put
together again (`publish.watched`). No page needs a script; every page forbids them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined

from reportedly.model.ident import digest
from reportedly.model.ledger import Ledger
from reportedly.publish import lists
from reportedly.publish.ledger_json import ledger_json
from reportedly.publish.lookup import ROWS, Lookup, pages_of, report_path
from reportedly.publish.page import AnyPage
from reportedly.publish.reader import reader
from reportedly.publish.sheets import sheet
from reportedly.publish.watched import Made
from reportedly.text.normalise import display

NAV = (
    ("Case", "index.html", "index"),
    ("Questions", "questions.html", "questions"),
    ("Reports", "reports.html", "reports"),
    ("Statements", "statements.html", "statements"),
    ("Actors", "actors.html", "actors"),
    ("Sources", "sources.html", "sources"),
    ("Left out", "left-out.html", "left-out"),
    ("Log", "log.html", "log"),
)
"""The header: words, address, and the section that the address opens."""


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A file of the site before it is rendered.

    Attributes:
        path: Relative to the site, with forward slashes.
        key: Digest of all it is made from.
        template: Name of the template; empty for the JSON twin, the ledger and the style sheet.
        section: Which link of the header it belongs to.
        content: Makes what stands on it; ``None`` for the ledger and the style sheet.
    """

    path: str
    key: str
    template: str = ""
    section: str = ""
    content: Callable[[], AnyPage] | None = None


class Site:
    """The site of one ledger.

    Args:
        ledger: Already redacted: nothing here hides a name.
        code: Digest of the code and templates that make the pages.
        remembered: What `made` of the last site of the case was, by the same code; it saves time
            and changes nothing.
    """

    def __init__(
        self, ledger: Ledger, code: str, remembered: Mapping[str, Made] | None = None
    ) -> None:
        self.made: dict[str, Made] = {}
        self._ledger = ledger
        self._look = Lookup(ledger)
        self._code = code
        self._remembered = remembered or {}

    def plan(self) -> tuple[PlannedPage, ...]:
        """Every file of the site, in the order of their paths."""
        pages = list(self._pages())
        whole = digest(self._code.encode() + msgspec.msgpack.encode(self._ledger))
        pages.append(PlannedPage("ledger.json", whole))
        pages.append(PlannedPage("style.css", self._code))
        return tuple(sorted(pages, key=lambda page: page.path))

    def render(self, page: PlannedPage) -> bytes:
        """The bytes of one planned file."""
        if page.content is None:
            return ledger_json(self._ledger) if page.path == "ledger.json" else _style()
        if not page.template:
            packed = msgspec.json.encode(page.content(), order="sorted")
            return msgspec.json.format(packed, indent=1) + b"\n"
        depth = page.path.count("/")
        html = (
            _environment()
            .get_template(page.template)
            .render(
                page=page.content(),
                case=self._ledger.title,
                nav=NAV,
                section=page.section,
                root="../" * depth,
                twin=page.path.rsplit("/", 1)[-1].removesuffix(".html") + ".json",
            )
        )
        return html.encode("utf-8", "replace")

    def _pages(self) -> Iterator[PlannedPage]:
        for path, template, section, make in self._lists():
            made = make()
            yield from _twins(path, template, section, self._key(made), partial(_same, made))
        for path, template, section, make in self._things():
            make = cache(make)
            key = self._key_of_thing(path, make)
            yield from _twins(path, template, section, key, make)

    def _key(self, content: AnyPage) -> str:
        return digest(self._code.encode() + msgspec.msgpack.encode((self._ledger.title, content)))

    def _key_of_thing(self, path: str, make: Callable[[], AnyPage]) -> str:
        """The key of a page of one thing, which is made only if what it rests on changed."""
        watch, title = self._look.watch, self._ledger.title
        kept = self._remembered.get(path)
        if kept is None or kept.seen != watch.seen(kept.asked, title):
            content, asked = watch.over(make)
            kept = Made(asked, watch.seen(asked, title), self._key(content))
        self.made[path] = kept
        return kept.key

    def _lists(self) -> Iterator[Planned]:
        """The pages that speak of the whole case."""
        look, ledger = self._look, self._ledger
        yield "index", "case.html", "index", partial(lists.case_page, look)
        questions = sorted(ledger.questions, key=lists.question_order)
        make: Callable[..., AnyPage] = partial(
            lists.questions_page, look, "questions", ordered=questions
        )
        yield from _listed("questions", "questions.html", len(questions), make)
        reports = sorted(ledger.reports, key=lists.report_order)
        make = partial(lists.reports_page, look, ordered=reports)
        yield from _listed("reports", "reports.html", len(reports), make)
        said = sorted(ledger.attributions, key=partial(lists.statement_order, look))
        make = partial(lists.statements_page, look, ordered=said)
        yield from _listed("statements", "statements.html", len(ledger.attributions), make)
        actors = sorted(ledger.entities, key=partial(lists.actor_order, look))
        make = partial(lists.actors_page, look, ordered=actors)
        yield from _listed("actors", "actors.html", len(actors), make)
        order = sorted(ledger.derivations, key=lambda row: (row.child, row.parent, row.id))
        origins = sorted(ledger.origins, key=lists.origin_order)
        outlets = sorted(ledger.outlets, key=lists.outlet_order)
        make = partial(lists.sources_page, look, ordered=order, origins=origins, outlets=outlets)
        most = max(len(order), len(origins), len(outlets))
        yield from _listed("sources", "sources.html", most, make)
        trimmed = [report for report in reports if look.left_out_of.get(report.id)]
        make = partial(lists.left_out_page, look, ordered=trimmed)
        size = lists.LEFT_OUT_REPORTS
        yield from _listed("left-out", "left_out.html", len(trimmed), make, size)
        yield "log", "log.html", "log", partial(lists.log_page, look)

    def _things(self) -> Iterator[Planned]:
        """The pages of single things; they ask for their thing by its id, so that it is noted."""
        look, ledger = self._look, self._ledger
        for question in ledger.questions:
            made: Callable[[], AnyPage] = partial(_sheet, look, question.id)
            yield f"questions/{question.id}", "question.html", "questions", made
        for report in ledger.reports:
            for page in range(look.layout(report).count):
                made = partial(_reader, look, report.id, page)
                yield report_path(report, page), "report.html", "reports", made
        for entity in ledger.entities:
            if look.has_page(entity.id):
                made = partial(_actor, look, entity.id)
                yield f"actors/{entity.id}", "actor.html", "actors", made


Planned = tuple[str, str, str, Callable[[], AnyPage]]
"""Path without ending, template, section of the header, and what makes its content."""


def _sheet(look: Lookup, question: str) -> AnyPage:
    return sheet(look.questions[question], look)


def _reader(look: Lookup, report: str, page: int) -> AnyPage:
    return reader(look.reports[report], look, page)


def _actor(look: Lookup, entity: str) -> AnyPage:
    return lists.actor_page(look.entities[entity], look)


def _same(content: AnyPage) -> AnyPage:
    return content


def _twins(
    path: str, template: str, section: str, key: str, content: Callable[[], AnyPage]
) -> Iterator[PlannedPage]:
    """A page and its JSON twin."""
    yield PlannedPage(f"{path}.html", key, template, section, content)
    yield PlannedPage(f"{path}.json", key, "", section, content)


def _listed(
    name: str, template: str, rows: int, make: Callable[..., AnyPage], size: int = ROWS
) -> Iterator[Planned]:
    for path, start, end in pages_of(name, rows, size):
        yield path, template, name, partial(make, start=start, end=end)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reportedly.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shown"] = display
    return environment


@cache
def _style() -> bytes:
    source, _, _ = PackageLoader("reportedly.publish", "templates").get_source(
        _environment(), "style.css"
    )
    return source.encode()
