"""The demo as it is built, and browsers that look closely: whatever the console, the network or the
content security policy complains about fails the test."""

import os
import re
import socket
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
SCREENSHOTS = os.environ.get("ONSALE_SCREENSHOTS")
OPENS_IN = 25


class Demo:
    """`onsale demo` on ports of its own, with its letters."""

    def __init__(self, directory, opens_in=OPENS_IN):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.directory = Path(directory)
        self.log = open(self.directory / "demo.log", "w")
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [ROOT / ".build/debug/onsale", "demo", "--port", str(port), "--opens-in",
             str(opens_in), "--directory", self.directory / "shop"],
            stdout=self.log, stderr=self.log)
        self.wait_until_it_answers()

    def wait_until_it_answers(self):
        for _ in range(200):
            try:
                urllib.request.urlopen(self.url + "/health", timeout=2)
                return
            except OSError:
                assert self.process.poll() is None, (self.directory / "demo.log").read_text()
                time.sleep(0.1)
        raise AssertionError("the demo doesn't answer")

    def link_in_letter(self, to, containing):
        """Waits for a letter to somebody, and returns the link in it."""
        for _ in range(100):
            for file in (self.directory / "shop").rglob("*"):
                if not file.is_file() or file.suffix in (".sqlite", ".log"):
                    continue
                text = file.read_bytes()
                if b"To: " not in text[:4000] or to.encode() not in text[:4000]:
                    continue
                letter = text.replace(b"=\r\n", b"").replace(b"=\n", b"").decode("utf-8", "replace")
                link = re.search(rf"http://\S*{containing}\S*", letter.replace("=3D", "="))
                if link:
                    return link.group(0)
            time.sleep(0.1)
        raise AssertionError(f"no letter to {to} leads to {containing}")

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()


@pytest.fixture
def demo():
    with tempfile.TemporaryDirectory() as directory:
        demo = Demo(directory)
        yield demo
        demo.stop()


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
        self.context = browser.new_context(
            locale=locale, java_script_enabled=scripts,
            viewport={"width": width, "height": 800 if width > 600 else 740},
            color_scheme="dark" if dark else "light")
        self.context.set_default_timeout(15_000)
        self.page = self.context.new_page()
        self.troubles = []
        self.expected = set()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._answered)

    def _console(self, message):
        if message.type in ("error", "warning") and "status of 4" not in message.text:
            self.troubles.append(f"console: {message.text}")

    def _failed(self, request):
        # A page that is left while it polls gives its question up.
        if "ERR_ABORTED" not in (request.failure or ""):
            self.troubles.append(f"failed: {request.url} {request.failure}")

    def _answered(self, response):
        if response.status >= 400 and response.status not in self.expected:
            self.troubles.append(f"{response.status}: {response.url}")

    def open(self, path):
        self.page.goto(path if path.startswith("http") else self.demo.url + path)

    def press(self, action):
        """Sends the form that leads there."""
        self.page.locator(f'form[action*="{action}"] button').first.click()

    def fill(self, **fields):
        for name, value in fields.items():
            field = self.page.locator(f'[name="{name}"]').first
            if field.evaluate("e => e.tagName") == "SELECT" if self.scripts else (
                    self.page.locator(f'select[name="{name}"]').count() > 0):
                field.select_option(value)
            else:
                field.fill(value)

    def look(self, name):
        """What must be true of every page: nothing is wider than the screen, nothing is in the way
        of somebody who can't see or has no mouse; and a picture for whoever wants to look."""
        if SCREENSHOTS:
            folder = Path(SCREENSHOTS)
            folder.mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=folder / f"{self.name}-{name}.png", full_page=True)
        if self.scripts:
            width = self.page.evaluate("document.documentElement.scrollWidth")
            assert width <= self.width, f"{name} is {width} wide"
            found = Axe().run(self.page, options={
                "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
            assert found.violations_count == 0, f"{name}: {found.generate_report()}"

    def text(self):
        return self.page.locator("body").inner_text()

    def leave(self):
        self.context.close()
        assert self.troubles == [], self.troubles


@pytest.fixture
def somebody(chromium, demo):
    people = []

    def come(name, locale, width, **more):
        people.append(Person(chromium, demo, name, locale, width, **more))
        return people[-1]

    yield come
    for person in people:
        person.leave()
