"""The site without a browser: every link leads somewhere, every page has its twin, keys tell the truth."""

from __future__ import annotations

import json
import posixpath
from pathlib import Path

from hypothesis import given, settings
from lxml import html

from reportedly.casefile import Case
from reportedly.model.ledger import Ledger
from reportedly.publish import Site
from tests.browser.hostile import hostile_ledger
from tests.strategies import ledgers


def rendered(ledger: Ledger) -> dict[str, bytes]:
    made = Site(ledger, code="test")
    return {page.path: made.render(page) for page in made.plan()}


def broken_links(files: dict[str, bytes]) -> list[str]:
    broken = []
    parsed = {path: html.fromstring(data) for path, data in files.items() if path.endswith(".html")}
    ids = {path: set(tree.xpath("//@id")) for path, tree in parsed.items()}
    for path, tree in parsed.items():
        for address in tree.xpath("//@href"):
            target, _, fragment = str(address).partition("#")
            where = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            where = where if target else path
            if where not in files or (fragment and fragment not in ids[where]):
                broken.append(f"{path} -> {address}")
    return broken


def test_every_link_and_fragment_of_the_demo_case_leads_somewhere(demo_case: Path) -> None:
    site = demo_case / "site"
    files = {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }
    assert len(files) > 60
    assert broken_links(files) == []


def test_every_page_of_the_demo_case_has_a_twin_that_holds_its_title(demo_case: Path) -> None:
    site = demo_case / "site"
    pages = sorted(site.rglob("*.html"))
    assert pages
    for page in pages:
        twin = json.loads(page.with_suffix(".json").read_bytes())
        assert twin["title"]


def test_no_page_carries_style_script_or_event_attributes() -> None:
    for path, data in rendered(hostile_ledger()).items():
        if not path.endswith(".html"):
            continue
        tree = html.fromstring(data)
        assert tree.xpath("//script|//style|//iframe|//form|//img|//object") == [], path
        assert tree.xpath("//@style") == [], path
        assert [
            name for name in tree.xpath("//@*/..") if any(a.startswith("on") for a in name.attrib)
        ] == []
        assert tree.xpath("//*[starts-with(@href, 'javascript')]") == [], path


def test_the_ids_on_a_page_are_unique(demo_case: Path) -> None:
    twice = {}
    for page in sorted((demo_case / "site").rglob("*.html")):
        ids = html.fromstring(page.read_bytes()).xpath("//@id")
        if len(ids) != len(set(ids)):
            twice[page.name] = sorted({name for name in ids if ids.count(name) > 1})
    assert twice == {}


def test_the_first_page_of_the_demo_case_is_light(demo_case: Path) -> None:
    site = demo_case / "site"
    weight = sum((site / name).stat().st_size for name in ("index.html", "style.css"))
    assert weight < 100_000


@settings(max_examples=15)
@given(ledgers(), ledgers())
def test_pages_of_one_key_have_one_content(one: Ledger, other: Ledger) -> None:
    first, second = Site(one, code="test"), Site(other, code="test")
    planned = {page.path: page for page in first.plan()}
    for page in second.plan():
        twin = planned.get(page.path)
        if twin is not None and twin.key == page.key:
            assert first.render(twin) == second.render(page)


@settings(max_examples=15)
@given(ledgers())
def test_any_ledger_gives_a_site_without_broken_links(ledger: Ledger) -> None:
    assert broken_links(rendered(ledger)) == []


def test_planning_is_deterministic(demo_case: Path) -> None:
    ledger = Case.open(demo_case).ledger()
    assert [(page.path, page.key) for page in Site(ledger, "c").plan()] == [
        (page.path, page.key) for page in Site(ledger, "c").plan()
    ]
