"""The stand-ins for PayPal and Stripe, as a server of their own, and a post-box for their notices."""

import http.server
import json
import os
import subprocess
import threading
import time
from pathlib import Path

import pytest
import requests

from ports import free_port

ROOT = Path(__file__).resolve().parents[2]
ONSALE = ROOT / ".build/debug/onsale"


def wait_until(is_ready, what, seconds=30):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_ready():
            return
        time.sleep(0.05)
    raise AssertionError(f"{what} isn't there")


def answers(url):
    try:
        requests.get(url, timeout=2)
        return True
    except requests.ConnectionError:
        return False


class Postbox:
    """Where the stand-ins' notices arrive: by the partner's name, headers and body."""

    def __init__(self):
        self.letters = {"paypal": [], "card": []}
        box = self

        class Door(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                box.letters[self.path.rsplit("/", 1)[1]].append((self.headers, body))
                self.send_response(200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Door)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def wait(self, partner, count):
        wait_until(lambda: len(self.letters[partner]) >= count, f"letter {count} of {partner}")
        return self.letters[partner]


class Sandbox:
    def __init__(self, directory):
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.stripe = f"{self.url}/stripe"
        self.roots = directory / "root.pem"
        self.postbox = Postbox()
        self.process = subprocess.Popen(
            [ONSALE, "sandbox", "--port", str(self.port), "--shop", self.postbox.url,
             "--roots", str(self.roots)], stderr=open(directory / "sandbox.log", "w"))
        wait_until(lambda: answers(self.url), "the sandbox")

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.postbox.server.shutdown()


@pytest.fixture(scope="session")
def sandbox(tmp_path_factory):
    sandbox = Sandbox(tmp_path_factory.mktemp("sandbox"))
    yield sandbox
    sandbox.stop()


class Wire:
    """Between the shop and PayPal's stand-in: whatever goes over it is written down."""

    def __init__(self, target):
        self.exchanges = []
        wire = self

        class Relay(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def relay(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                headers = {k: v for k, v in self.headers.items() if k.lower() != "host"}
                request = requests.Request(
                    self.command, target + self.path, headers=headers, data=body)
                prepared = request.prepare()
                answer = requests.Session().send(prepared, timeout=20)
                wire.exchanges.append((prepared, answer))
                # What it says of itself must lead over the wire again.
                content = answer.content.replace(target.encode(), wire.url.encode())
                self.send_response(answer.status_code)
                self.send_header("Content-Type", answer.headers.get("Content-Type", ""))
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            do_GET = do_POST = relay

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Relay)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def wire(sandbox):
    wire = Wire(sandbox.url)
    yield wire
    wire.server.shutdown()
