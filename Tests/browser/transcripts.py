"""Transcripts of rounds, written from docs/fairness.md and not from the shop's own code: a round that never
was, drawn with a public beacon, and what forgers make of a transcript."""

import hashlib
import hmac

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def name(prefix, number):
    """An id: a prefix and 26 letters."""
    letters = ""
    for _ in range(26):
        number, digit = divmod(number, 32)
        letters = CROCKFORD[digit] + letters
    return f"{prefix}_{letters}"


def ended(lines):
    body = "\n".join(lines) + "\n"
    return body + f"end {sha256(body)}\n"


def with_beacon(value="9f3c"):
    """Seven were drawn, one came late; of two units the first in the order bought one, and another
    was let go of, given to the next and given back."""
    opens, hold = 1_432_000_000_000, 600_000
    closed, published = opens - 300_000, opens - 60_000
    seed = "5eed" * 16
    entered = {name("tkt", 1000 + number): closed - 1000 * number for number in range(7)}
    digest = sha256("\n".join(f"{ticket} {entered[ticket]}" for ticket in sorted(entered)))
    key = sha256("\n".join([seed, digest, value])).encode()
    order = sorted(
        entered, key=lambda ticket: hmac.new(key, ticket.encode(), hashlib.sha256).digest())
    late = name("tkt", 5000)
    allotment, units = name("alt", 7), 2
    expires = opens + hold
    batches = [
        (opens + 1000, [f"reserve {order[0]} 1 {expires + 1000}",
                        f"reserve {order[1]} 2 {expires + 1000}"]),
        (opens + 2000, [f"cancel {order[1]} 2", f"pass {order[2]} 2 {expires + 2000}"]),
        (opens + 3000, [f"sell {order[0]} 1", f"sell {order[2]} 2"]),
        (opens + 4000, [f"give_back {order[2]} 2"]),
    ]
    lines = [
        "onsale transcript 1", "sale made-up", "order shuffled", f"hold {hold}",
        f"round {name('rnd', 3)} 1", f"opens {opens}", f"closes {opens + 7_200_000}", "door 100 60",
        f"commitment {sha256(seed)}", f"seed {seed}", f"entrants 7 {digest}",
        f"taken {opens + 60_000}",
        f"beacon {closed} {closed} {published} {opens + 600_000} {value}",
        "beacon_name drand quicknet, round 4471012",
        "beacon_address https://api.drand.sh/rounds/4471012",
    ]
    lines += [f"ticket {ticket} {entered[ticket]} {place}" for place, ticket in enumerate(order, 1)]
    lines += [f"ticket {late} {opens + 500} 8", f"allotment {allotment} band - {units} -"]
    seal = sha256(f"onsale record 1\n{allotment} {units}")
    for sequence, (made, entries) in enumerate(batches, 1):
        seal = sha256("\n".join([seal, f"{sequence} {made}"] + entries))
        lines += [f"batch {sequence} {made} {seal}"] + [f"- {entry}" for entry in entries]
    lines.append(f"head {len(batches)} {seal} 0 1")
    return ended(lines)


def forgeries(text):
    """What a forger makes of it who knows how the last line comes about: by name."""
    lines = text.splitlines()[:-1]

    def changed(word, change):
        at = next(index for index, line in enumerate(lines) if line.startswith(word + " "))
        return ended(lines[:at] + [change(lines[at])] + lines[at + 1:])

    batches = [index for index, line in enumerate(lines) if line.startswith("batch ")]
    head = next(index for index, line in enumerate(lines) if line.startswith("head "))
    made = {
        "a changed seed": changed("seed", lambda line: "seed " + line[5:][::-1]),
        "an edited time": changed(
            "batch", lambda line: line.replace(line.split()[2], str(int(line.split()[2]) - 1000))),
        "a cut journal": ended(lines[:batches[-1]] + lines[head:]),
        "a new time of entry": changed(
            "ticket", lambda line: line.replace(line.split()[2], str(int(line.split()[2]) - 1))),
    }
    if any(line.startswith("beacon ") for line in lines):
        made["another value"] = changed("beacon", lambda line: line[:-1] + "d")
        made["no beacon"] = ended([line for line in lines if not line.startswith("beacon")])
    return made
