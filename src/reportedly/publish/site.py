"""The static site: which pages there are, what each is made from, and their bytes.

A page is first put together as a noun of `publish.page`. Its key is the digest of that noun and of
the code that shows it, so that a page whose content did not change is not rendered again; its JSON
twin is that noun. A page whose rows all stand as they stood is not even put together again
(`publish.watched`). No page needs a script; every page forbids them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from typing import Protocol

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined

from reportedly.model.canonical import Digests
from reportedly.model.ident import digest
from reportedly.model.ledger import Ledger
from reportedly.model.report import ReportState
from reportedly.publish import lists
from reportedly.publish.ledger_json import ledger_digest, ledger_json
from reportedly.publish.lookup import Lookup, report_path
from reportedly.publish.page import AnyPage
from reportedly.publish.paging import Part, paged
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
        digests: Of the ledger's rows, if some were taken before.
    """

    def __init__(
        self,
        ledger: Ledger,
        code: str,
        remembered: Mapping[str, Made] | None = None,
        digests: Digests | None = None,
    ) -> None:
        self.made: dict[str, Made] = {}
        self._ledger = ledger
        self._look = Lookup(ledger, digests)
        self._code = code
        self._remembered = remembered or {}

    def plan(self) -> tuple[PlannedPage, ...]:
        """Every file of the site, in the order of their paths."""
        pages = list(self._pages())
        whole = ledger_digest(self._ledger, self._look.watch.digests)
        pages.append(PlannedPage("ledger.json", digest(self._code.encode() + whole)))
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
        for planned in self._whole():
            made = planned.make()
            yield from planned.twins(self._key(made), partial(_same, made))
        for planned in chain(self._lists(), self._sources(), self._things()):
            make = cache(planned.make)
            yield from planned.twins(self._key_of(planned, make), make)

    def _key(self, content: AnyPage) -> str:
        return digest(self._code.encode() + msgspec.msgpack.encode((self._ledger.title, content)))

    def _key_of(self, planned: _Planned, make: Callable[[], AnyPage]) -> str:
        """The key of a page, which is made only if what it is given or rests on changed."""
        watch, given = self._look.watch, (self._ledger.title, *planned.given)
        kept = self._remembered.get(planned.path)
        if kept is None or kept.seen != watch.seen(kept.asked, given):
            content, asked = watch.over(make)
            kept = Made(asked, watch.seen(asked, given), self._key(content))
        self.made[planned.path] = kept
        return kept.key

    def _whole(self) -> Iterator[_Planned]:
        """The pages that speak of the whole case."""
        yield _Planned("index", "case.html", "index", partial(lists.case_page, self._look))
        yield _Planned("log", "log.html", "log", partial(lists.log_page, self._look))

    def _lists(self) -> Iterator[_Planned]:
        """The pages that list."""
        look, ledger = self._look, self._ledger
        reports = sorted(ledger.reports, key=lists.report_order)
        rank = {report.id: place for place, report in enumerate(reports)}
        said = sorted(ledger.attributions, key=lambda row: (rank[row.report], row.content[0]))
        questions = sorted(ledger.questions, key=lists.question_order)
        actors = sorted(ledger.entities, key=partial(lists.actor_order, look))
        ordered = {
            "questions": _ids(questions),
            "reports": _ids(reports),
            "statements": _ids(said),
            "actors": _ids(actors),
        }
        for name, ids in ordered.items():
            for part in paged(name, ids):
                make: Callable[[], AnyPage] = partial(_LISTS[name], look, part)
                yield _Planned(part.path, f"{name}.html", name, make, (part,))
        trimmed = [report.id for report in reports if report.id in look.left_out_of]
        unread = tuple(report.id for report in reports if report.state is not ReportState.READ)
        for part in paged("left-out", trimmed, lists.LEFT_OUT_REPORTS):
            make = partial(lists.left_out_page, look, part, unread)
            yield _Planned(part.path, "left_out.html", "left-out", make, (part, unread))
            unread = ()

    def _sources(self) -> Iterator[_Planned]:
        """Three lists beside each other: each page has a part of each, as long as it lasts."""
        look, ledger = self._look, self._ledger
        derivations = sorted(ledger.derivations, key=lambda row: (row.child, row.parent, row.id))
        origins = sorted(ledger.origins, key=lists.origin_order)
        outlets = sorted(ledger.outlets, key=lists.outlet_order)
        listed = (_ids(derivations), _ids(origins), _ids(outlets))
        three = [paged("sources", ids) for ids in listed]
        for number, part in enumerate(three[_longest(three)]):
            ids = tuple(parts[number].ids if number < len(parts) else () for parts in three)
            make = partial(lists.sources_page, look, ids, part.parts)
            yield _Planned(part.path, "sources.html", "sources", make, (ids, part.parts))

    def _things(self) -> Iterator[_Planned]:
        """The pages of single things; they ask for their thing by its id, so that it is noted."""
        look, ledger = self._look, self._ledger
        for question in ledger.questions:
            made: Callable[[], AnyPage] = partial(_sheet, look, question.id)
            yield _Planned(f"questions/{question.id}", "question.html", "questions", made)
        for report in ledger.reports:
            for page in range(look.layout(report).count):
                made = partial(_reader, look, report.id, page)
                yield _Planned(report_path(report, page), "report.html", "reports", made)
        for entity in ledger.entities:
            if look.has_page(entity.id):
                made = partial(_actor, look, entity.id)
                yield _Planned(f"actors/{entity.id}", "actor.html", "actors", made)


@dataclass(frozen=True, slots=True)
class _Planned:
    """A page and its JSON twin.

    Attributes:
        path: Without ending.
        template: Of the page.
        section: Of the header.
        make: Makes what stands on it.
        given: What that is told beside what it looks up: ids, links.
    """

    path: str
    template: str
    section: str
    make: Callable[[], AnyPage]
    given: tuple[object, ...] = ()

    def twins(self, key: str, make: Callable[[], AnyPage]) -> Iterator[PlannedPage]:
        """The two files."""
        yield PlannedPage(f"{self.path}.html", key, self.template, self.section, make)
        yield PlannedPage(f"{self.path}.json", key, "", self.section, make)


def _longest(several: Sequence[Sequence[object]]) -> int:
    """The place of the first of the longest."""
    lengths = [len(each) for each in several]
    return lengths.index(max(lengths))


class _Filed(Protocol):
    @property
    def id(self) -> str: ...


def _ids(rows: Sequence[_Filed]) -> list[str]:
    return [row.id for row in rows]


_LISTS: dict[str, Callable[[Lookup, Part], AnyPage]] = {
    "questions": lists.questions_page,
    "reports": lists.reports_page,
    "statements": lists.statements_page,
    "actors": lists.actors_page,
}


def _sheet(look: Lookup, question: str) -> AnyPage:
    return sheet(look.questions[question], look)


def _reader(look: Lookup, report: str, page: int) -> AnyPage:
    return reader(look.reports[report], look, page)


def _actor(look: Lookup, entity: str) -> AnyPage:
    return lists.actor_page(look.entities[entity], look)


def _same(content: AnyPage) -> AnyPage:
    return content


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


def prepare() -> None:
    """Compile the templates, so that the first page comes as quickly as the others."""
    environment = _environment()
    for name in environment.list_templates(extensions=["html"]):
        environment.get_template(name)


@cache
def _style() -> bytes:
    source, _, _ = PackageLoader("reportedly.publish", "templates").get_source(
        _environment(), "style.css"
    )
    return source.encode()
