"""The demo as it is built, and browsers that look closely: whatever the console, the network or the
content security policy complains about fails the test."""

import email
import email.policy
import http.client
import json
import os
import re
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

import html5lib
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from ports import free_port

ROOT = Path(__file__).resolve().parents[2]
SCREENSHOTS = os.environ.get("ONSALE_SCREENSHOTS")
OPENS_IN = 15


class Demo:
    """`onsale demo` on ports of its own, with its letters."""

    def __init__(self, directory, opens_in=OPENS_IN):
        port = free_port(in_a_row=2)  # The sandbox's is behind the store's.
        self.url = f"http://127.0.0.1:{port}"
        self.directory = Path(directory)
        self.log = open(self.directory / "demo.log", "w")
        self.process = subprocess.Popen(
            [ROOT / ".build/debug/onsale", "demo", "--port", str(port), "--opens-in",
             str(opens_in), "--directory", self.directory / "shop"],
            stdout=self.log, stderr=self.log)

    def wait_until_it_answers(self):
        for _ in range(200):
            try:
                urllib.request.urlopen(self.url + "/health", timeout=2)
                return
            except OSError:
                assert self.process.poll() is None, (self.directory / "demo.log").read_text()
                time.sleep(0.1)
        raise AssertionError("the demo doesn't answer")

    def letters(self, to):
        """All letters to somebody, the newest first: subject and text."""
        files = sorted((self.directory / "shop/mail").rglob("*"), key=lambda file: -file.stat().st_mtime_ns)
        for file in files:
            if not file.is_file():
                continue
            letter = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
            if letter["To"] and to in str(letter["To"]):
                yield str(letter["Subject"]), letter.get_body(("plain",)).get_content()

    def link_in_letter(self, to, path, subject="."):
        """Waits for a letter to somebody about something, and returns the link in it."""
        for _ in range(100):
            for title, text in self.letters(to):
                link = re.search(rf"{re.escape(self.url)}{path}\S*", text)
                if link and re.search(subject, title):
                    return link.group(0)
            time.sleep(0.1)
        raise AssertionError(f"no letter to {to} about {subject} leads to {path}")

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()


def running(opens_in=OPENS_IN):
    with tempfile.TemporaryDirectory() as directory:
        demo = Demo(directory, opens_in)
        try:
            demo.wait_until_it_answers()
            yield demo
        finally:
            demo.stop()


class Storybook:
    """`onsale storybook`: shops that stand still, each under a name of its own."""

    def __init__(self):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = subprocess.Popen(
            [ROOT / ".build/debug/onsale", "storybook", "--port", str(self.port)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                self.scenes = json.load(urllib.request.urlopen(self.url + "/scenes.json", timeout=2))
                return
            except OSError:
                assert self.process.poll() is None, "the storybook doesn't open"
                time.sleep(0.1)
        raise AssertionError("the storybook doesn't answer")

    def url_of(self, scene, market, language):
        host = f"{scene['setting']}-{market.lower()}.localhost:{self.port}"
        return f"http://{host}/~/{scene['name']}?language={language}"

    def fetch(self, scene, market, language):
        """Status and text of a scene, as a browser without scripts gets it. The name of the host
        is told in a header, since not every machine finds names below localhost."""
        host = f"{scene['setting']}-{market.lower()}.localhost:{self.port}"
        path, cookies = f"/~/{scene['name']}?language={language}", {}
        for _ in range(3):
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
            connection.request("GET", path, headers={
                "Host": host, "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())})
            answer = connection.getresponse()
            text = answer.read().decode()
            for line in answer.headers.get_all("Set-Cookie") or []:
                name, _, value = line.split(";")[0].partition("=")
                cookies[name] = value
            connection.close()
            if answer.status not in (301, 302, 303, 307):
                return answer.status, text
            path = answer.headers["Location"].removeprefix(f"http://{host}")
        raise AssertionError(f"{scene['name']} leads nowhere")

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=20)


@pytest.fixture(scope="session")
def storybook():
    book = Storybook()
    yield book
    book.stop()


@pytest.fixture
def demo():
    yield from running()


@pytest.fixture(scope="module")
def quiet_demo():
    """One that opens long after the tests that share it."""
    yield from running(opens_in=7200)


@pytest.fixture(scope="session")
def chromium():
    path = next(
        path for path in ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        if os.path.exists(path))
    with sync_playwright() as playwright:
        # A container's root has no use for Chromium's own sandbox.
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


class Person:
    """Somebody at a browser, who notices whatever goes wrong in it."""

    def __init__(self, browser, demo, name, locale, width, scripts=True, dark=False):
        self.demo = demo
        self.name = name
        self.width = width
        self.scripts = scripts
        self.language = locale[:2]
        self.context = browser.new_context(
            locale=locale, java_script_enabled=scripts,
            viewport={"width": width, "height": 800 if width > 600 else 740},
            color_scheme="dark" if dark else "light", timezone_id="Europe/Berlin")
        self.context.set_default_timeout(15_000)
        self.page = self.context.new_page()
        self.troubles = []
        self.expected = set()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._answered)
        self.document = None

    def _console(self, message):
        # What is answered with is judged below, where it is known what was expected.
        if message.type in ("error", "warning") and "with a status of" not in message.text:
            self.troubles.append(f"console: {message.text}")

    def _failed(self, request):
        # A page that is left while it polls gives its question up.
        if "ERR_ABORTED" not in (request.failure or ""):
            self.troubles.append(f"failed: {request.url} {request.failure}")

    def _answered(self, response):
        if response.request.is_navigation_request() and response.status not in (301, 302, 303, 307):
            self.document = response
        if response.status >= 400 and response.status not in self.expected:
            self.troubles.append(f"{response.status}: {response.url}")

    def open(self, path):
        self.page.goto(path if path.startswith("http") else self.demo.url + path)

    def follow(self, control):
        """Clicks what leads to another page, and waits for that page: on a slow machine the old one
        can still be read after the click."""
        with self.page.expect_navigation():
            control.click()

    def press(self, action):
        """Sends the form that leads there."""
        self.follow(self.page.locator(f'form[action*="{action}"] button').first)

    def fill(self, **fields):
        for name, value in fields.items():
            field = self.page.locator(f'[name="{name}"]').first
            if field.evaluate("e => e.tagName") == "SELECT" if self.scripts else (
                    self.page.locator(f'select[name="{name}"]').count() > 0):
                field.select_option(value)
            else:
                field.fill(value)

    def look(self, name):
        """What must be true of every page: it is in the language it was asked for in, its markup is
        valid, nothing is wider than the screen, nothing is in the way of somebody who can't see or
        has no mouse; and a picture for whoever wants to look."""
        if SCREENSHOTS:
            folder = Path(SCREENSHOTS)
            folder.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=folder / f"{self.name}-{name}.png", full_page=True)
        language = self.page.locator("html").get_attribute("lang")
        assert language.startswith(self.language), f"{name} is in {language}"
        if self.document is not None and "/checkoutnow" not in self.document.url:
            # Raises for the first mistake.
            html5lib.HTMLParser(strict=True).parse(self.document.text())
        if self.scripts:
            width = self.page.evaluate("document.documentElement.scrollWidth")
            assert width <= self.width, f"{name} is {width} wide"
            twice = self.page.evaluate(
                "[...document.querySelectorAll('[id]')].map(e => e.id)"
                ".filter((id, index, all) => all.indexOf(id) !== index)")
            assert twice == [], f"{name} has two of {twice}"
            found = Axe().run(self.page, options={
                "resultTypes": ["violations"], "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
            assert found.violations_count == 0, f"{name}: {found.generate_report()}"
            self.look_at_night(name)

    def look_at_night(self, name):
        """The same page in the other theme, of which only the colours are different."""
        isDark = self.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        self.page.emulate_media(color_scheme="light" if isDark else "dark")
        faint = self.page.evaluate(
            "axe.run({ runOnly: ['color-contrast'], resultTypes: ['violations'] }).then((found) =>"
            " found.violations.flatMap((fault) => fault.nodes).map((node) => node.failureSummary + node.html))")
        self.page.emulate_media(color_scheme="dark" if isDark else "light")
        assert faint == [], f"{name}, in the other theme: {faint}"

    def walk(self, name):
        """By the keyboard one comes to every control, and sees where one is."""
        controls = self.page.evaluate("""() => {
            window.controls = [...document.querySelectorAll(
                "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
                .filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility()
                    && !(e.type === "radio" && !e.checked));
            window.unreached = new Set(controls);
            window.unseen = [];
            addEventListener("keyup", () => {
                const here = document.activeElement;
                const { top, bottom } = here.getBoundingClientRect();
                const isSeen = getComputedStyle(here).outlineStyle !== "none" && bottom > 0 && top < innerHeight;
                if (unreached.delete(here) && !isSeen) unseen.push(here);
            });
            document.activeElement.blur();
            return controls.length;
        }""")
        # A date has several parts, each of which a key leads to.
        for _ in range(1 + controls // 10):
            for _ in range(20):
                self.page.keyboard.press("Tab")
            if self.page.evaluate("unreached.size") == 0:
                break
        unseen, unreached = self.page.evaluate(
            "[unseen, [...unreached]].map((all) => all.map((e) => e.outerHTML.slice(0, 120)))")
        assert unseen == [], f"{name}: the focus can't be seen on {unseen}"
        assert unreached == [], f"{name}: no key leads to {unreached}"

    def text(self):
        return self.page.locator("body").inner_text()

    def complain(self):
        """About whatever went wrong since the last time."""
        troubles, self.troubles = self.troubles, []
        assert troubles == [], troubles

    def leave(self):
        self.context.close()
        self.complain()


@pytest.fixture
def somebody_at(chromium):
    """Makes people at browsers in front of whatever the test names; they are left to it."""
    return lambda place, *more, **options: Person(chromium, place, *more, **options)


@pytest.fixture
def somebody(chromium, request):
    """Makes people at browsers, in front of the demo that the test asked for."""
    people = []
    name_of = "quiet_demo" if "quiet_demo" in request.fixturenames else "demo"
    demo = request.getfixturevalue(name_of)

    def come(name, locale, width, **more):
        people.append(Person(chromium, demo, name, locale, width, **more))
        return people[-1]

    yield come
    for person in people:
        person.leave()
