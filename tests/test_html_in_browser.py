"""The HTML report in a real browser: filters, search, keyboard, print; nothing leaves the page.

They need Chromium with its driver, and selenium; where one is missing they are skipped.
"""

from __future__ import annotations

import base64
import json
import shutil
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from test_html import HOSTILE, hostile_claims

from fentcheck.cli.main import status_of

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402

ROOT = Path(__file__).parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")
pytestmark = pytest.mark.skipif(
    not (CHROMIUM and DRIVER), reason="there is no Chromium with its driver"
)
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
Driver = Any


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a report of the shipped claims, of two drafts, and of hostile ones."""
    folder = tmp_path_factory.mktemp("reports")
    drafts = [
        str(ROOT / "tests" / "prose" / "drafts" / f"{name}.md")
        for name in ("county-grows-census", "stadium-season-review")
    ]
    bad = folder / "bad.yaml"
    bad.write_text(hostile_claims(" ".join(HOSTILE)), encoding="utf-8")
    long = folder / f"{'untitled_' * 20}.yaml"
    long.write_text(hostile_claims("unbroken" * 40).replace("article: {title", "article: {note"))
    for name, words in (
        ("claims", ["verify", str(ROOT / "claims")]),
        ("all", ["verify", str(ROOT / "claims"), "--all"]),
        ("drafts", ["audit", *drafts]),
        ("bad", ["verify", str(bad), "--all"]),
        ("long", ["verify", str(long), str(ROOT / "tests" / "cases" / "fc203"), "--all"]),
    ):
        status_of([*words, "--format", "html", "--output", str(folder / f"{name}.html")])
    return folder


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Driver]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in FLAGS:
        options.add_argument(flag)
    options.add_argument(f"--user-data-dir={tmp_path_factory.mktemp('profile')}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    service = webdriver.ChromeService(executable_path=DRIVER)
    browser = webdriver.Chrome(options=options, service=service)
    yield browser
    browser.quit()


@pytest.fixture
def page(driver: Driver, reports: Path) -> Driver:
    """The report of the shipped claims, in a window of a desk."""
    resized(driver, 1280)
    return opened(driver, reports, "claims")


def opened(driver: Driver, reports: Path, name: str) -> Driver:
    driver.get("about:blank")
    driver.get((reports / f"{name}.html").as_uri())
    return driver


def resized(driver: Driver, width: int, scheme: str = "light", media: str = "") -> None:
    driver.execute_cdp_cmd(
        "Emulation.setEmulatedMedia",
        {"media": media, "features": [{"name": "prefers-color-scheme", "value": scheme}]},
    )
    driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500},
    )


def visible(driver: Driver, selector: str) -> list[Any]:
    found: list[Any] = driver.execute_script(
        "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility())",
        selector,
    )
    return found


def status(driver: Driver) -> str:
    text: str = driver.find_element(By.ID, "shown").text
    return text


def button(driver: Driver, of: str, name: str) -> Any:
    return driver.find_element(By.CSS_SELECTOR, f'button[data-of="{of}"][data-is="{name}"]')


@pytest.mark.parametrize("name", ["claims", "all", "drafts", "bad", "long"])
@pytest.mark.parametrize("width", [390, 1024, 1600])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_loaded_logged_or_too_wide(
    driver: Driver, reports: Path, name: str, width: int, scheme: str
) -> None:
    for log in ("browser", "performance"):
        driver.get_log(log)
    resized(driver, width, scheme)
    opened(driver, reports, name)
    assert driver.get_log("browser") == []
    assert requested(driver) <= {(reports / f"{name}.html").as_uri(), "about:blank"}
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width
    ground = driver.execute_script("return getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, ground[4:-1].split(","))) < 200) is (scheme == "dark")


def requested(driver: Driver) -> set[str]:
    """What was asked for since the last look, but for what the page and the browser hold."""
    messages = [json.loads(one["message"])["message"] for one in driver.get_log("performance")]
    urls = {
        one["params"]["request"]["url"]
        for one in messages
        if one["method"] == "Network.requestWillBeSent"
    }
    return {url for url in urls if not url.startswith(("data:", "chrome:"))}


def test_a_served_page_asks_for_nothing_more(driver: Driver, reports: Path) -> None:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # noqa: N802
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write((reports / "bad.html").read_bytes())

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        driver.get(f"http://127.0.0.1:{server.server_port}/report")
        driver.execute_script("window.scrollTo(0, document.body.scrollHeight)")
        driver.get("about:blank")
    finally:
        server.shutdown()
        server.server_close()
    assert asked == ["/report"]


def test_hostile_text_does_nothing_and_is_seen(driver: Driver, reports: Path) -> None:
    opened(driver, reports, "bad")
    assert driver.execute_script("return window.hit") is None
    assert driver.execute_script("return document.querySelectorAll('img, main script').length") == 0
    shown = driver.find_element(By.TAG_NAME, "main").text
    for text in ("</script><script>", "<img src=x onerror=", "]]> -->", "::error:: %0A [red]"):
        assert text in shown
    assert "\\u202egnp" in shown


def test_buttons_filter_and_all_is_back_with_one(page: Driver) -> None:
    everything = len(page.find_elements(By.CSS_SELECTOR, ".item"))
    assert status(page) == f"Showing all {everything}"
    button(page, "severity", "error").click()
    assert {one.get_attribute("data-severity") for one in visible(page, ".item")} == {"error"}
    assert status(page) == f"Showing 2 of {everything}"
    assert len(visible(page, ".story")) == 2
    button(page, "severity", "warning").click()
    assert status(page) == f"Showing 5 of {everything}"
    button(page, "verdict", "strained").click()
    assert status(page) == f"Showing 2 of {everything}"
    page.find_element(By.ID, "clear").click()
    assert status(page) == f"Showing all {everything}"
    assert len(visible(page, ".story")) == 6


def test_what_a_filter_finds_in_a_folded_table_is_opened_and_folded_again(page: Driver) -> None:
    assert not visible(page, "tr.item")
    button(page, "verdict", "holds").click()
    assert len(visible(page, "tr.item")) == 26
    button(page, "verdict", "holds").click()
    assert not visible(page, "tr.item")


def test_search_finds_words_of_findings_and_relations(page: Driver) -> None:
    search = page.find_element(By.ID, "search")
    search.send_keys("Look  ALIKE")
    assert len(visible(page, ".item")) == 1
    search.send_keys(" nothing of the kind")
    assert status(page).startswith("Showing 0 of")
    search.send_keys(Keys.ESCAPE)
    assert status(page).startswith("Showing all")


def test_the_keyboard_reaches_everything(page: Driver) -> None:
    body = page.find_element(By.TAG_NAME, "body")
    body.send_keys(Keys.TAB)
    skip = page.switch_to.active_element
    assert skip.text == "Skip to the findings"
    assert skip.rect["x"] >= 0
    skip.send_keys(Keys.ENTER)
    assert page.execute_script("return document.activeElement.id") == "findings"
    opened_again = button(page, "severity", "error")
    for key in (Keys.ENTER, Keys.SPACE):
        opened_again.send_keys(key)
        pressed = opened_again.get_attribute("aria-pressed")
        assert pressed == ("true" if key == Keys.ENTER else "false")
    page.execute_script("arguments[0].focus()", opened_again)
    opened_again.send_keys(Keys.TAB)
    outline = page.execute_script("return getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_the_focus_goes_down_the_page(page: Driver) -> None:
    resized(page, 390)
    body = page.find_element(By.TAG_NAME, "body")
    places = []
    for _ in range(40):
        body.send_keys(Keys.TAB)
        places.append(
            page.execute_script(
                "const r = document.activeElement.getBoundingClientRect();"
                "return [Math.round(r.top + scrollY), Math.round(r.left)]"
            )
        )
        body = page.switch_to.active_element
    tops = [top for top, _ in places[1:]]
    assert all(second >= first - 30 for first, second in pairwise(tops))


def test_a_figure_leads_to_what_is_told_of_it_and_back(page: Driver) -> None:
    button(page, "severity", "note").click()
    page.find_element(By.ID, "clear").click()
    mark = page.find_element(By.CSS_SELECTOR, "a.fig.error")
    target = mark.get_attribute("href").rpartition("#")[2]
    page.execute_script("arguments[0].click()", mark)
    assert in_view(page, target)
    back = page.find_element(By.CSS_SELECTOR, f"#{target} .of a")
    place = back.get_attribute("href").rpartition("#")[2]
    page.execute_script("arguments[0].click()", back)
    assert in_view(page, place)


def test_a_figure_that_holds_opens_the_table(page: Driver) -> None:
    mark = page.find_element(By.CSS_SELECTOR, "a.fig.holds")
    target = mark.get_attribute("href").rpartition("#")[2]
    page.execute_script("arguments[0].click()", mark)
    assert in_view(page, target)
    assert page.find_element(By.ID, target).is_displayed()


def test_a_link_to_what_is_filtered_out_shows_it_again(page: Driver) -> None:
    button(page, "severity", "note").click()
    glance = page.find_element(By.CSS_SELECTOR, ".glance .error a")
    target = glance.get_attribute("href").rpartition("#")[2]
    assert not page.find_element(By.ID, target).is_displayed()
    page.execute_script("arguments[0].click()", glance)
    assert in_view(page, target)


def in_view(driver: Driver, name: str) -> bool:
    """The element of an id gets into view, which takes the browser a moment."""
    from selenium.webdriver.support.ui import WebDriverWait

    script = (
        "const r = document.getElementById(arguments[0]).getBoundingClientRect();"
        "return r.height > 0 && r.top >= -1 && r.top < innerHeight"
    )
    return bool(WebDriverWait(driver, 5).until(lambda it: it.execute_script(script, name)))


def test_without_a_script_all_is_there_but_the_controls(driver: Driver, reports: Path) -> None:
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        opened(driver, reports, "all")
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    assert not driver.find_element(By.ID, "bar").is_displayed()
    items = len(driver.find_elements(By.CSS_SELECTOR, ".item"))
    assert len(visible(driver, ".item")) == items == 39


def test_print_opens_everything_and_has_no_controls(page: Driver) -> None:
    resized(page, 800, media="print")
    try:
        assert not page.find_element(By.ID, "bar").is_displayed()
        folded = "details:not([open]) tr"
        heights = page.execute_script(
            "return [...document.querySelectorAll(arguments[0])].map(e => e.offsetHeight)", folded
        )
        assert heights
        assert all(heights)
        grounds = page.execute_script("return getComputedStyle(document.body).backgroundColor")
        assert grounds == "rgb(255, 255, 255)"
    finally:
        resized(page, 1280)
    printed = page.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    pdf = base64.b64decode(printed["data"])
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") >= 7  # the summary and every article on a page of its own


def test_a_screen_reader_has_landmarks_names_and_a_live_count(page: Driver) -> None:
    page.execute_cdp_cmd("Accessibility.enable", {})
    nodes = page.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    named = [
        (one["role"]["value"], one.get("name", {}).get("value", ""))
        for one in nodes
        if not one.get("ignored") and "role" in one
    ]
    roles = [role for role, _ in named]
    for role in ("banner", "main", "navigation", "search", "contentinfo", "status"):
        assert roles.count(role) == 1, role
    pictures = [name for role, name in named if role in ("image", "img")]
    assert len(pictures) == 4
    assert all(" against " in name for name in pictures)
    assert ("button", "Error 2") in named or ("button", " Error 2") in named
    links = [name for role, name in named if role == "link"]
    assert any("(error, contradicted)" in name for name in links)
    assert page.find_element(By.ID, "shown").get_attribute("aria-live") == "polite"
