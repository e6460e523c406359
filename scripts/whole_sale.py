"""A whole sale, from the rush to the last cent: buyers who all ask at once, units that sell out exactly, orders
that are placed and paid; then the audit, the public transcript, and a plot."""

import json
import os
import random
import re
import subprocess
from dataclasses import dataclass, field

SALE = "/api/v1/sales/first-western-sale"
ADDRESS = {"name": "Ann Buyer", "line1": "Lindenstr. 1", "postcode": "10115", "city": "Berlin",
           "country": "DE", "phone": "+49301234567"}


@dataclass
class Outcome:
    engine: str
    units: int
    buyers: int
    # What each phase took: name, requests, seconds, p50 and p99 in milliseconds.
    phases: list = field(default_factory=list)
    # Of the rush: when each answer came and how long it took (seconds, milliseconds), and whether
    # it was of units.
    rush: list = field(default_factory=list)


class Load:
    """The load tool of our own: it sends at its rate whatever the answers, and keeps them."""

    def __init__(self, onsale, folder):
        self.onsale, self.folder, self.turn = onsale, folder, 0

    def send(self, port, requests, rate=0):
        self.turn += 1
        asked = self.folder / f"load-{self.turn}"
        heard = self.folder / f"load-{self.turn}.answers"
        asked.write_text("".join("\t".join(words) + "\n" for words in requests))
        subprocess.run(
            [self.onsale, "bench-load", str(asked), "--port", str(port), "--rate", str(rate),
             "--answers", str(heard)], check=True, stdout=subprocess.DEVNULL)
        answers = []
        for line in heard.read_text().splitlines():
            due, taken, status, body = line.split("\t", 3)
            answers.append((int(due) / 1e6, int(taken) / 1e3, int(status), body))
        asked.unlink()
        heard.unlink()
        return answers


def middle_and_slow(times):
    times = sorted(times)
    return times[len(times) // 2], times[min(len(times) - 1, len(times) * 99 // 100)]


def measured(answers):
    """How long all of them took, in seconds; p50 and p99 of one, in milliseconds."""
    lasted = max(due + taken / 1000 for due, taken, _, _ in answers)
    return lasted, *middle_and_slow([taken for _, taken, _, _ in answers])


def play(shop, sandbox_port, load, rate):
    """`shop` is a running store with a live round, furnished for this; nobody has reserved yet."""
    outcome = Outcome(shop.name, shop.units, len(shop.buyers))
    tell = lambda path, token, body: (
        "POST", path, token, f"{path} {token}"[-100:], json.dumps(body))

    def phase(name, requests, expect=(200, 201), rate=0, port=shop.port):
        answers = load.send(port, requests, rate)
        strange = [answer for answer in answers if answer[2] not in expect]
        assert not strange, f"{shop.name}, {name}: {len(strange)} answers like {strange[0]}"
        outcome.phases.append((name, len(answers), *measured(answers)))
        return answers

    line = random.Random(19).sample(shop.buyers, len(shop.buyers))
    path = f"/api/v1/rounds/{shop.round}/reservations"
    wish = {"product": "band", "quantity": 2}
    rush = phase("reserve", [tell(path, token, wish) for token in line], (200, 201, 409), rate)
    outcome.rush = [
        (due + taken / 1000, taken, status < 300) for due, taken, status, _ in rush]
    winners = [token for token, answer in zip(line, rush) if answer[2] < 300]
    held = sum(json.loads(answer[3])["quantity"] for answer in rush if answer[2] < 300)
    assert held == shop.units, f"{shop.name}: {held} of {shop.units} units were held"

    total = shop.ask(SALE + "/quote", {"address": ADDRESS}, winners[0])["total"]
    homes = [dict(ADDRESS, line1=f"Lindenstr. {number}") for number in range(len(winners))]
    placed = phase("order", [
        tell(SALE + "/orders", token, {"address": home, "agreed": total})
        for token, home in zip(winners, homes)])
    numbers = [json.loads(answer[3])["number"] for answer in placed]
    pages = phase("go to pay", [
        tell(f"/api/v1/orders/{number}/payment", token, {"method": "paypal"})
        for number, token in zip(numbers, winners)])
    references = [
        re.search("token=([^&]+)", json.loads(answer[3])["approve_url"]).group(1)
        for answer in pages]
    # At the partner's, by form; not the store's work.
    load.send(sandbox_port, [
        ("POST", "/checkoutnow", "", "", f"token={reference}&choice=approve")
        for reference in references])
    phase("pay", [
        tell(f"/api/v1/orders/{number}/settle", token, {})
        for number, token in zip(numbers, winners)])

    stall = shop.look(f"/api/v1/rounds/{shop.round}?market=DE")["allotments"][0]
    assert (stall["sold"], stall["free"], stall["held"]) == (shop.units, 0, 0), stall
    assert stall["state"] == "sold_out", stall
    transcript = shop.folder / f"{shop.name}.transcript"
    transcript.write_bytes(shop.fetch(f"/api/v1/rounds/{shop.round}/transcript"))
    proof = subprocess.run(
        [load.onsale, "verify", str(transcript)], capture_output=True, text=True)
    assert proof.returncode == 0, proof.stdout
    assert f"{shop.units} units, {shop.units} sold, 0 held, none twice" in proof.stdout
    transcript.unlink()
    return outcome


def told(outcome):
    """A row for each phase, for the table."""
    return [
        f"| {outcome.engine}: {name} | {count:,} | {seconds:.1f} | {count / seconds:,.0f} "
        f"| {middle:.2f} | {slow:.2f} |"
        for name, count, seconds, middle, slow in outcome.phases]


WIDTH, HEIGHT, LEFT, TOP = 760, 200, 64, 34
STYLE = """<style>
text { font: 12px system-ui, sans-serif; fill: #333 } .axis { stroke: #999; fill: none }
.units { stroke: #c60; fill: none; stroke-width: 2 } .p50 { stroke: #06c; fill: none }
.p99 { stroke: #06c; fill: none; stroke-dasharray: 4 3 }
@media (prefers-color-scheme: dark) { text { fill: #ddd } }
</style>"""


def plot(outcomes):
    """One panel for each engine: units given, and how long an answer took, over the rush."""
    panels = [panel(outcome, TOP + number * (HEIGHT + 80)) for number, outcome in enumerate(outcomes)]
    height = TOP + len(outcomes) * (HEIGHT + 80)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH + 140} {height}" role="img">'
        f"<title>Units given and latency in the rush of a whole sale</title>{STYLE}"
        + "".join(panels) + "</svg>\n")


def panel(outcome, top):
    end = max(came for came, _, _ in outcome.rush)
    bins = [[] for _ in range(60)]
    for came, taken, _ in outcome.rush:
        bins[min(59, int(came / end * 60))].append(taken)
    curves = [(index, *middle_and_slow(times)) for index, times in enumerate(bins) if times]
    most = max(slow for _, _, slow in curves)
    given = sorted(came for came, _, isGiven in outcome.rush if isGiven)
    x = lambda seconds: LEFT + seconds / end * WIDTH
    y = lambda share: top + HEIGHT * (1 - share)
    line = lambda name, points: (
        f'<polyline class="{name}" points="'
        + " ".join(f"{across:.1f},{up:.1f}" for across, up in points) + '"/>')
    middle = lambda index: x((index + 0.5) / 60 * end)
    steps = [
        (x(came), y((number + 1) / len(given)))
        for number, came in enumerate(given) if number % max(1, len(given) // 200) == 0]
    labels = "".join([
        text(LEFT, top - 12, f"{outcome.engine}: {outcome.buyers:,} buyers, {outcome.units:,} units; "
             f"all given after {given[-1]:.2f} s, all answered after {end:.2f} s"),
        text(LEFT - 8, top + 8, f"{outcome.units:,}", "end"), text(LEFT - 8, top + HEIGHT, "0", "end"),
        text(LEFT + WIDTH + 8, top + 8, f"{most:.1f} ms"),
        text(LEFT + WIDTH + 8, top + 28, "— units"), text(LEFT + WIDTH + 8, top + 46, "— p50"),
        text(LEFT + WIDTH + 8, top + 64, "- - p99"),
        text(LEFT, top + HEIGHT + 18, "0 s"),
        text(LEFT + WIDTH, top + HEIGHT + 18, f"{end:.1f} s", "end")])
    return (
        f'<path class="axis" d="M{LEFT} {top}V{top + HEIGHT}H{LEFT + WIDTH}V{top}"/>'
        + line("units", [(x(0), y(0))] + steps + [(x(given[-1]), y(1)), (x(end), y(1))])
        + line("p50", [(middle(index), y(half / most)) for index, half, _ in curves])
        + line("p99", [(middle(index), y(slow / most)) for index, _, slow in curves]) + labels)


def text(x, y, words, anchor="start"):
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{words}</text>'
