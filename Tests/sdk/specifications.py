"""Where PayPal's published OpenAPI files are. They are PayPal's and no part of this repository: get them from
github.com/paypal/paypal-rest-api-specifications, and name the folder in ONSALE_PAYPAL_SPECIFICATIONS or
lay it beside this one. Without them the tests that need them are skipped, and say so."""

import json
import os
from pathlib import Path

from openapi_core import OpenAPI

ROOT = Path(__file__).resolve().parents[2]
FILES = {"checkout_orders_v2.json": "/v2/checkout", "payments_payment_v2.json": "/v2/payments"}
MISSING = (
    "PayPal's specification isn't at hand: name its folder in ONSALE_PAYPAL_SPECIFICATIONS "
    "(github.com/paypal/paypal-rest-api-specifications)")


def folder():
    """The folder with the files, or None. A folder that is named and hasn't got them is a mistake."""
    named = os.environ.get("ONSALE_PAYPAL_SPECIFICATIONS")
    if named:
        lost = [name for name in FILES if not (Path(named) / name).is_file()]
        if lost:
            raise SystemExit(f"ONSALE_PAYPAL_SPECIFICATIONS: {named} hasn't got {', '.join(lost)}")
        return Path(named)
    places = [ROOT.parent / "paypal-rest-api-specifications/openapi"]
    places += sorted(ROOT.parent.glob("*/facts/paypal-openapi"))
    return next(
        (place for place in places if all((place / name).is_file() for name in FILES)), None)


def served_at(base, path):
    """PayPal's file as if it had been written for this address. Whether a stranger is let in is
    checked elsewhere; openapi-core would want to see PayPal's own login."""
    specification = json.loads(path.read_text())
    specification["servers"] = [{"url": base}]
    specification.pop("security", None)
    for operations in specification["paths"].values():
        for operation in operations.values():
            if isinstance(operation, dict):
                operation.pop("security", None)
    return OpenAPI.from_dict(specification)
