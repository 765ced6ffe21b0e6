"""A real browser, Debian's chromium, that opens report pages from disk and writes down all that they ask for."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from checker.model.report import Report
from checker.writers import Style, load

NAMES = ("chromium", "chromium-browser", "google-chrome")


class Opened(NamedTuple):
    """A page with what it asked for, what it wrote to the console and which dialogs it opened."""

    page: Page
    asked: list[str]
    told: list[str]


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, NAMES)), None)
    assert path, "these tests need a browser: apt-get install chromium"
    with sync_playwright() as playwright:
        # Chromium refuses its sandbox to root, which a container often is.
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    contexts: list[BrowserContext] = []

    def open_page(report: Report, anchor: str = "", width: int = 1280, **how: Any) -> Opened:
        file = tmp_path / "report.html"
        file.write_text(load("html")(report, Style()), encoding="utf-8", errors="backslashreplace")
        context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce", **how)
        contexts.append(context)
        page = context.new_page()
        made = Opened(page, [], [])
        page.on("request", lambda request: made.asked.append(request.url))
        page.on("console", lambda message: made.told.append(message.text))
        page.on("pageerror", lambda error: made.told.append(str(error)))
        page.on("dialog", lambda dialog: made.told.append(dialog.message))
        page.goto(file.as_uri() + anchor)
        return made

    yield open_page
    for context in contexts:
        context.close()
