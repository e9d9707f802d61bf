"""The static site of the demo case as people meet it: in a browser, on a phone, by keyboard."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from reportedly.publish import Site
from tests.browser.conftest import Watch
from tests.browser.hostile import hostile_ledger

pytestmark = pytest.mark.browser

AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN_AXE = f"""async () => {{
  const found = await axe.run(document, {{runOnly: {TAGS}, preload: false}});
  return found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html.slice(0, 160)).join(' | '));
}}"""
LISTS = (
    "index.html",
    "questions.html",
    "reports.html",
    "statements.html",
    "actors.html",
    "sources.html",
    "left-out.html",
    "log.html",
)


def samples(site: Path) -> list[str]:
    """Every list, and the largest and the smallest page of each kind."""
    chosen = list(LISTS)
    for kind in ("questions", "reports", "actors"):
        pages = sorted((site / kind).glob("*.html"), key=lambda path: path.stat().st_size)
        chosen += [f"{kind}/{pages[place].name}" for place in (0, -1)]
    return chosen


def visit(page: Page, site: Path, path: str) -> None:
    page.goto((site / path).as_uri())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_on_any_kind_of_page(
    chromium: Browser, site: Path, watch: Watch, scheme: str, width: int
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
    )
    page = watch.on(context.new_page())
    found = {}
    for path in samples(site):
        visit(page, site, path)
        for details in page.query_selector_all("details"):
            details.evaluate("node => node.open = true")
        page.evaluate(AXE)
        violations = page.evaluate(RUN_AXE)
        if violations:
            found[path] = violations
    context.close()
    assert found == {}


def test_nothing_scrolls_sideways_on_a_narrow_phone(chromium: Browser, site: Path) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    wide = {}
    for path in samples(site):
        visit(page, site, path)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[path] = width
    context.close()
    assert wide == {}


def test_every_link_of_the_header_leads_to_a_filled_page(
    context: BrowserContext, site: Path, watch: Watch
) -> None:
    page = watch.on(context.new_page())
    visit(page, site, "index.html")
    addresses = [
        link.get_attribute("href") or "" for link in page.query_selector_all("header.case nav a")
    ]
    assert tuple(addresses) == LISTS
    for address in addresses:
        visit(page, site, address)
        text = page.inner_text("main")
        assert len(text) > 400, f"{address} is as good as empty"
        assert page.query_selector("header.case nav a[aria-current]") is not None


def test_no_page_asks_for_anything_but_files_or_breaks_its_own_policy(
    context: BrowserContext, site: Path, watch: Watch
) -> None:
    page = watch.on(context.new_page())
    for path in samples(site):
        visit(page, site, path)
        policy = page.get_attribute("meta[http-equiv=Content-Security-Policy]", "content") or ""
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px", "no style applied"


def test_the_keyboard_reaches_the_content_by_the_skip_link(
    context: BrowserContext, site: Path, watch: Watch
) -> None:
    page = watch.on(context.new_page())
    visit(page, site, "index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_keyboard_reaches_every_link_and_disclosure_of_a_sheet(
    context: BrowserContext, site: Path, watch: Watch
) -> None:
    page = watch.on(context.new_page())
    largest = max((site / "questions").glob("*.html"), key=lambda path: path.stat().st_size)
    visit(page, site, f"questions/{largest.name}")
    wanted = page.evaluate("document.querySelectorAll('main a[href], main summary').length")
    reached = set()
    for _ in range(wanted + 40):
        page.keyboard.press("Tab")
        place = page.evaluate(
            "[...document.querySelectorAll('main a[href], main summary')].indexOf(document.activeElement)"
        )
        reached.add(place)
    # Links inside closed disclosures are reached once these are opened.
    hidden = page.evaluate("document.querySelectorAll('main details:not([open]) a[href]').length")
    assert len(reached - {-1}) == wanted - hidden


def test_hostile_words_in_every_field_do_nothing(
    context: BrowserContext, tmp_path: Path, watch: Watch
) -> None:
    made = Site(hostile_ledger(), code="test")
    for planned in made.plan():
        target = tmp_path / planned.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(made.render(planned))
    page = watch.on(context.new_page())
    for path in sorted(tmp_path.rglob("*.html")):
        page.goto(path.as_uri())
        odd = page.evaluate(
            """() => [...document.querySelectorAll('*')].filter(node =>
                 ['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'FORM', 'INPUT', 'IMG', 'STYLE', 'BASE'].includes(node.tagName)
                 || [...node.attributes].some(a => a.name.startsWith('on') || a.name === 'style'
                      || /^\\s*(javascript|data|vbscript):/i.test(a.value))
               ).map(node => node.outerHTML.slice(0, 120))"""
        )
        assert odd == [], path.name
        assert page.evaluate("window.pwned === undefined")
