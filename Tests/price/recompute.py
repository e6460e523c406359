#!/usr/bin/env python3
"""The whole price again, by other hands: reads the same files of rules, computes random baskets with
exact fractions, and compares every amount with what `onsale quote` says.

    Tests/price/recompute.py .build/debug/onsale [baskets] [seed]

Needs Python 3.9 and PyYAML. It shares nothing with the store but the files below Data/.
"""

import datetime
import json
import pathlib
import random
import subprocess
import sys
from fractions import Fraction

import yaml

DATA = pathlib.Path(__file__).resolve().parents[2] / "Data"
MARKETS = ["US", "GB", "FR", "DE"]
PRODUCTS = ["power-bank-10400", "power-bank-5000", "band", "headphones"]


class Written(yaml.SafeLoader):
    """Scalars as they are written: a number never passes through floating point."""


for first, resolvers in list(Written.yaml_implicit_resolvers.items()):
    Written.yaml_implicit_resolvers[first] = [
        (tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"
    ]


def read(name):
    with open(DATA / name, encoding="utf-8") as file:
        return yaml.load(file, Loader=Written)


def tariff(name):
    rules = read(f"tariffs/{name}.yaml")
    if "extends" not in rules:
        return rules
    base = tariff(rules["extends"])
    return {**base, **rules, "layers": base["layers"] + rules["layers"]}


TARIFFS = {market: tariff(read(f"markets/{market}.yaml")["tariff"]) for market in MARKETS}
WARES = {ware["code"]: ware for ware in read("samples/model-sale/products.yaml")["products"]}


def half_up(exact):
    """Whole cents; every amount here is positive."""
    return (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)


def cents(text):
    return Fraction(text) * 100


def holds_on(rule, day):
    return rule.get("from", "0000") <= day <= rule.get("to", "9999")


def digits(code):
    return code.replace(".", "")


def tariff_class(ware, market, day):
    for place in ware["classes"]:
        if market in place["tariffs"] and holds_on(place, day):
            return digits(place["code"])
    return None


def touches(layer, code, origin):
    def begins(key):
        return any(code.startswith(digits(heading)) for heading in layer[key])

    return not (
        ("headings" in layer and not begins("headings"))
        or ("except_headings" in layer and begins("except_headings"))
        or ("origins" in layer and origin not in layer["origins"])
        or ("except_origins" in layer and origin in layer["except_origins"])
    )


def in_value(layer, goods):
    return not (
        ("up_to" in layer and goods > cents(layer["up_to"]))
        or ("below" in layer and goods >= cents(layer["below"]))
        or ("over" in layer and goods <= cents(layer["over"]))
    )


def quote(market, day, items, freight):
    """Goods, shipping, duty, tax, fees, total and the store's own fees, in cents."""
    rules = TARIFFS[market]
    goods = sum(quantity * price for _, quantity, price in items)
    layers = [
        layer for layer in rules["layers"] if holds_on(layer, day) and in_value(layer, goods)
    ]
    headings = {}
    for product, quantity, price in items:
        ware = WARES[product]
        key = (tariff_class(ware, market, day), ware["origin"])
        headings[key] = headings.get(key, 0) + quantity * price

    def value(amount):
        base = Fraction(amount)
        if rules["duty_base"] == "cif":
            base += Fraction(freight) * amount / goods if goods else Fraction(freight) / len(headings)
        if rules["rounding"]["whole_units"] == "true":
            base = Fraction(half_up(base / 100) * 100)
        return base

    def free(charge, key):
        return any(layer.get("relief") == charge and touches(layer, *key) for layer in layers)

    dutiable = {key: amount for key, amount in headings.items() if not free("duty", key)}
    duty, flat = 0, set()
    for layer in layers:
        if "duty_per_subheading" in layer:
            counted = {key[0][:6] for key in dutiable if touches(layer, *key)} - flat
            duty += len(counted) * half_up(cents(layer["duty_per_subheading"]))
            flat |= counted
    for layer in layers:
        if "duty" in layer:
            for key, amount in dutiable.items():
                if touches(layer, *key) and key[0][:6] not in flat:
                    duty += half_up(value(amount) * Fraction(layer["duty"]))

    fees = {"buyer": 0, "merchant": 0}
    for layer in layers:
        if "fee" not in layer:
            continue
        pool = dutiable if layer.get("when_dutiable") == "true" else headings
        pool = {key: amount for key, amount in pool.items() if touches(layer, *key)}
        if not pool:
            continue
        fee = layer["fee"]
        if fee["each"] == "consignment":
            exact = cents(fee["amount"])
        elif fee["each"] == "subheading":
            exact = cents(fee["amount"]) * len({key[0][:6] for key in pool})
        else:
            exact = sum(value(amount) for amount in pool.values()) * Fraction(fee["rate"])
            exact = max(cents(fee["least"]), min(cents(fee["most"]), exact))
        fees[fee.get("borne_by", "buyer")] += half_up(exact)

    tax = 0
    if not any(free("tax", key) for key in headings):
        parts = {"goods": goods, "shipping": freight, "duty": duty, "fees": fees["buyer"]}
        for layer in layers:
            if "tax" in layer:
                exact = Fraction(layer["tax"]) * sum(parts[part] for part in layer["on"])
                if exact >= cents(layer.get("collected_from", "0")):
                    tax += half_up(exact)
    total = goods + freight + duty + tax + fees["buyer"]
    return goods, freight, duty, tax, fees["buyer"], total, fees["merchant"]


def question(chance):
    market = chance.choice(MARKETS)
    day = datetime.date(2015, 1, 1) + datetime.timedelta(days=chance.randrange(4383))
    dearest = chance.choice([3000, 9000, 30000, 90000])
    items = [
        (chance.choice(PRODUCTS), chance.randint(1, 4), chance.randint(1, dearest))
        for _ in range(chance.randint(1, 6))
    ]
    return market, day.isoformat(), items, chance.randint(0, 3000)


def money(minor):
    return f"{minor // 100}.{minor % 100:02}"


def arguments(market, day, items, freight):
    words = ["--market", market, "--on", day, "--shipping", money(freight)]
    for product, quantity, price in items:
        words += ["--item", f"{product}:{quantity}@{money(price)}"]
    return " ".join(words)


def main():
    onsale = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 32)
    chance = random.Random(seed)
    questions = [question(chance) for _ in range(count)]
    answer = subprocess.run(
        [onsale, "quote", "--batch"],
        input="\n".join(arguments(*asked) for asked in questions) + "\n",
        capture_output=True,
        text=True,
        check=True,
    )
    quotes = [json.loads(line) for line in answer.stdout.splitlines()]
    assert len(quotes) == count, f"{len(quotes)} answers to {count} questions"
    wrong = 0
    for asked, said in zip(questions, quotes):
        names = ["goods", "shipping", "duty", "tax", "fees", "total"]
        theirs = [said[name] for name in names] + [sum(f["amount"] for f in said["merchant_fees"])]
        ours = list(quote(*asked))
        if ours != theirs:
            wrong += 1
            if wrong <= 5:
                print(f"{arguments(*asked)}\n  here {ours}\n  onsale {theirs}")
    print(f"{count} baskets, seed {seed}: {wrong} differ")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
