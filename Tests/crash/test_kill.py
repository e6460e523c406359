"""The store is killed (SIGKILL) in the middle of a rush, again and again, and started again. Whatever it
acknowledged before is there afterwards, with the same units, and nothing was sold twice.

SQLite commits with a real fsync here. The throwaway PostgreSQL outlives the store, so what is
tested of it is that an answer never comes before the commit."""

import http.client
import json
import os
import random
import signal
import subprocess
import threading
import time
import urllib.parse
import uuid
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
import yaml

from ports import free_port

ROOT = Path(__file__).resolve().parents[2]
ONSALE = ROOT / ".build/debug/onsale"
BUYERS, THREADS, UNITS, KILLS = 6, 24, 1500, 4


def sale(code):
    """The model sale's bands, with room for a rush."""
    draft = yaml.safe_load((ROOT / "Data/samples/model-sale/sale.yaml").read_text())
    now = datetime.now(timezone.utc)

    def stamp(seconds):
        return (now + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ")

    band = [product for product in draft["products"] if product["code"] == "band"]
    offers = [dict(offer, limit=1000) for offer in draft["offers"] if offer["product"] == "band"]
    return dict(
        draft, code=code, hold_minutes=60, products=band, offers=offers,
        rounds=[{
            "room_opens": stamp(-5), "opens": stamp(3), "closes": stamp(3600),
            "door": {"burst": 1000, "per_minute": 1000},
            "units": [{"product": "band", "shared": UNITS}],
        }])


class Store:
    def __init__(self, database, directory):
        self.port = free_port()
        self.directory = directory
        self.environment = dict(os.environ, ONSALE_DATABASE=database)
        self.environment.pop("ONSALE_TEST_POSTGRES", None)
        self.process = None

    def run(self, *arguments, text=None):
        done = subprocess.run(
            [ONSALE, *arguments], env=self.environment, input=text, capture_output=True, text=True,
            timeout=120)
        assert done.returncode == 0, f"{arguments}: {done.stdout}{done.stderr}"
        return done.stdout

    def start(self):
        log = open(self.directory / "serve.log", "a")
        self.process = subprocess.Popen(
            [ONSALE, "serve", "--listen", f"127.0.0.1:{self.port}", "--mail",
             f"folder:{self.directory}/mail", "--mail-from", "shop@example.com",
             "--reservations-per-account", "0", "--reservations-per-address", "0"],
            env=self.environment, stdout=log, stderr=log)
        for _ in range(300):
            try:
                if self.call("GET", "/health")[0] == 200:
                    return
            except (OSError, http.client.HTTPException):
                assert self.process.poll() is None, (self.directory / "serve.log").read_text()
                time.sleep(0.05)
        raise AssertionError("the store doesn't answer")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def call(self, method, path, body=None, token=None, key=None, connection=None):
        connection = connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if method == "POST":
            headers["Idempotency-Key"] = key or str(uuid.uuid4())
        connection.request(method, path, json.dumps(body) if body else None, headers)
        answer = connection.getresponse()
        text = answer.read()
        return answer.status, json.loads(text) if text.startswith((b"{", b"[")) else text


@pytest.fixture(params=["sqlite", "postgres"])
def store(request, tmp_path):
    if request.param == "sqlite":
        store = Store(str(tmp_path / "onsale.sqlite"), tmp_path)
    else:
        url = os.environ.get("ONSALE_TEST_POSTGRES")
        assert url, "ONSALE_TEST_POSTGRES names no database: scripts/test starts one"
        schema = "crash_" + uuid.uuid4().hex[:12]
        host = urllib.parse.parse_qs(urllib.parse.urlsplit(url).query)["host"][0]

        def ask(sql):
            subprocess.run(
                ["psql", "--quiet", "--host", host, "--username", "onsale", "--command", sql, "onsale"],
                check=True, capture_output=True)

        ask(f"create schema {schema}")
        request.addfinalizer(lambda: ask(f"drop schema {schema} cascade"))
        option = urllib.parse.quote(f"-csearch_path={schema}")
        store = Store(f"{url}&options={option}", tmp_path)
        store.run("migrate")
    yield store
    if store.process and store.process.poll() is None:
        store.kill()


class Rush:
    """People who reserve one unit after the other, and write down what they were told."""

    def __init__(self, store, round, tokens):
        self.store, self.round, self.tokens = store, round, tokens
        self.told = {}
        self.unanswered = {}
        self.wrong = []
        self.lock = threading.Lock()
        self.enough = threading.Event()

    def reserve(self, token, key, connection=None):
        return self.store.call(
            "POST", f"{self.round}/reservations", {"product": "band", "quantity": 1}, token, key,
            connection)

    def run(self, until, kill=True):
        """Lets people reserve until so many were told of a unit, and kills the store among them."""
        self.until = until
        self.enough.clear()
        threads = [
            threading.Thread(target=self.person, args=(self.tokens[index % len(self.tokens)],))
            for index in range(THREADS)
        ]
        for thread in threads:
            thread.start()
        # People go on while the store dies: the event is set by one of them, in their midst.
        assert self.enough.wait(60), f"{len(self.told)} were served, not {until}"
        if kill:
            self.store.kill()
        for thread in threads:
            thread.join()
        # A thread can't fail a test.
        assert self.wrong == []

    def person(self, token):
        connection = http.client.HTTPConnection("127.0.0.1", self.store.port, timeout=20)
        while True:
            key = str(uuid.uuid4())
            try:
                status, answer = self.reserve(token, key, connection)
            except (OSError, http.client.HTTPException):
                with self.lock:
                    self.unanswered[key] = token
                return
            with self.lock:
                if status == 201:
                    self.told[key] = (token, answer["id"], answer["units"])
                elif answer["code"] == "all_held":
                    return
                elif answer["code"] != "busy":
                    self.wrong.append(answer)
                    return
                if len(self.told) >= self.until:
                    self.enough.set()

    def ask_again(self):
        """Whoever got no answer asks again with the same key; who got one hears the same again."""
        for key, token in self.unanswered.items():
            status, answer = self.reserve(token, key)
            assert status == 201, answer
            self.told[key] = (token, answer["id"], answer["units"])
        self.unanswered.clear()
        units = set()
        for key, (token, reservation, numbers) in self.told.items():
            status, again = self.reserve(token, key)
            assert (status, again["id"], again["units"]) == (201, reservation, numbers)
            assert units.isdisjoint(numbers), "a unit was promised to two"
            units.update(numbers)
        time.sleep(1.1)  # The board is at most a second old.
        stall = self.store.call("GET", f"{self.round}?market=DE")[1]["allotments"][0]
        assert stall["held"] == len(units)
        assert stall["held"] + stall["sold"] + stall["free"] == stall["units"] == UNITS


def test_what_was_acknowledged_outlives_a_kill(store, tmp_path):
    file = tmp_path / "sale.yaml"
    file.write_text(yaml.safe_dump(sale("rush"), allow_unicode=True))
    mails = [f"buyer{number}@example.com" for number in range(BUYERS)]
    for mail in mails:
        store.run("operator", "create", "--mail", mail, "--name", "Buyer", "--market", "DE",
                  text="nineteenth of May\n")
    store.run("sale", "import", str(file), "--rules-confirmed-by", "the test")
    store.start()
    tokens = [
        store.call("POST", "/api/v1/sessions", {"mail": mail, "password": "nineteenth of May"})
        [1]["token"] for mail in mails
    ]
    _, found = store.call("GET", "/api/v1/sales/rush?market=DE")
    round = f"/api/v1/rounds/{found['rounds'][0]['id']}"
    for token in tokens:
        assert store.call("POST", f"{round}/ticket", token=token)[0] == 201
    for _ in range(200):
        if store.call("GET", f"{round}?market=DE")[1]["phase"] == "live":
            break
        time.sleep(0.1)

    rush = Rush(store, round, tokens)
    for kill in range(KILLS):
        rush.run(until=len(rush.told) + random.randint(100, UNITS // KILLS - 2 * THREADS))
        store.start()
        rush.ask_again()
    # The last unit finds its buyer, as if nothing had happened.
    rush.run(until=UNITS, kill=False)
    rush.ask_again()
    assert sorted(unit for _, _, units in rush.told.values() for unit in units) == list(
        range(1, UNITS + 1))
    status, answer = rush.reserve(tokens[0], str(uuid.uuid4()))
    assert (status, answer["code"]) == (409, "all_held")
    store.kill()
    store.run("check")
