"""A real Chromium, and a watch on everything a page asks for or complains of."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Request,
    sync_playwright,
)

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium; without one these tests fail, they never skip."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    assert found, "the browser tests need Chromium: run `sh scripts/need_browser.sh`"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Watch:
    """What pages did that they must not do.

    Attributes:
        foreign: Addresses asked for that are not files.
        complaints: Console errors, page errors, violations of the content security policy.
        dialogs: Dialogs opened: a script ran.
    """

    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def on(self, page: Page) -> Page:
        """Watch a page."""
        page.on("request", self._asked)
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", self._opened)
        return page

    def _asked(self, request: Request) -> None:
        if not request.url.startswith("file:"):
            self.foreign.append(request.url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _opened(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def check(self) -> None:
        """Fail if anything happened."""
        assert self.foreign == []
        assert self.complaints == []
        assert self.dialogs == []


@pytest.fixture
def watch() -> Iterator[Watch]:
    """A watch that is checked when the test ends."""
    seen = Watch()
    yield seen
    seen.check()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser context of the test's own, at desk width."""
    made = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def site(demo_case: Path) -> Path:
    """The folder of the demo case's site."""
    return demo_case / "site"
