#!/usr/bin/env python3
"""PayPal's own SDK, and PayPal's own specification, as judges of the shop's stand-in for PayPal.

    python3 Tests/sdk/paypal_sdk.py http://127.0.0.1:8090/sandbox/paypal

First PayPal's SDK takes an order through its life. Then every request and answer that went over the
wire, and the request with which the shop begins a payment, are held against PayPal's OpenAPI files.
Those are no part of this repository; `specifications.py` says where it looks for them.

Wants: pip install -r Tests/requirements.txt
"""

import argparse
import json
import pathlib
import sys
import uuid

import requests
from openapi_core.contrib.requests import RequestsOpenAPIRequest, RequestsOpenAPIResponse
from paypalserversdk.configuration import Configuration, Environment, Server
from paypalserversdk.exceptions.error_exception import ErrorException
from paypalserversdk.http.auth.o_auth_2 import ClientCredentialsAuthCredentials
from paypalserversdk.paypal_serversdk_client import PaypalServersdkClient

from specifications import FILES, MISSING, folder, served_at

HERE = pathlib.Path(__file__).resolve().parent
EXCHANGES = []
STEPS = 0


def main():
    arguments = parse()
    record_everything()
    shop = client(arguments)
    life_of_an_order(shop, arguments.base)
    refusals(shop, arguments.base)
    print(f"The SDK: {STEPS} steps, all as PayPal's documents say.")
    judged = hold_against_specification(arguments)
    if judged is None:
        print(f"NOT CHECKED: {MISSING}")
    else:
        print(f"The specification: {judged} requests and answers, all valid.")


def parse():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("base", help="where the stand-in is: http://127.0.0.1:8090/sandbox/paypal")
    parser.add_argument("--client-id", default="onsale-demo")
    parser.add_argument("--secret", default="no-real-money")
    parser.add_argument("--specs", type=pathlib.Path, default=folder())
    arguments = parser.parse_args()
    arguments.base = arguments.base.rstrip("/")
    return arguments


def client(arguments):
    Configuration.environments[Environment.SANDBOX][Server.DEFAULT] = arguments.base
    return PaypalServersdkClient(
        client_credentials_auth_credentials=ClientCredentialsAuthCredentials(
            o_auth_client_id=arguments.client_id, o_auth_client_secret=arguments.secret
        ),
        environment=Environment.SANDBOX,
    )


def record_everything():
    """Whoever speaks over the wire, the SDK or this script, is heard."""
    send = requests.Session.send

    def recorded(session, request, **options):
        response = send(session, request, **options)
        EXCHANGES.append((request, response))
        return response

    requests.Session.send = recorded


def step(what, holds):
    global STEPS
    STEPS += 1
    if not holds:
        sys.exit(f"FAILED: {what}\n{EXCHANGES[-1][1].text}")


# The life of an order


def life_of_an_order(shop, base):
    number = uuid.uuid4().hex
    order = create(shop, number)
    step("a new order waits for the payer", order.status == "PAYER_ACTION_REQUIRED")
    link = next(link.href for link in order.links if link.rel == "payer-action")
    again = create(shop, number)
    step("an order asked for twice is the same", again.id == order.id)
    step("a replay is a 200", EXCHANGES[-1][1].status_code == 200)
    step("nobody agreed yet", refused(lambda: capture(shop, order)) == "ORDER_NOT_APPROVED")
    agree(base, link, order, "decline")
    step("a card is declined", refused(lambda: capture(shop, order)) == "INSTRUMENT_DECLINED")
    agree(base, link, order, "approve")
    step("agreed", shop.orders.get_order({"id": order.id}).body.status == "APPROVED")

    taken = capture(shop, order)
    money = taken.purchase_units[0].payments.captures[0]
    step("captured", taken.status == "COMPLETED" and money.status == "COMPLETED")
    step("the amount is the order's", money.amount.value == "123.45")
    replayed = capture(shop, order).purchase_units[0].payments.captures
    step("captured once", [each.id for each in replayed] == [money.id])
    other = refused(lambda: capture(shop, order, name="another name"))
    step("captured once under any name", other == "ORDER_ALREADY_CAPTURED")
    refunds(shop, money)
    twice = refused(lambda: create(shop, number, name="another name"))
    step("an order number is paid for once", twice == "DUPLICATE_INVOICE_ID")


def refunds(shop, money):
    first = refund(shop, money, "23.45", "a")
    step("a part goes back", first.status == "COMPLETED" and first.amount.value == "23.45")
    step("once for each name", refund(shop, money, "23.45", "a").id == first.id)
    known = shop.payments.get_refund({"refund_id": first.id}).body
    step("a refund can be read", known.id == first.id)
    held = shop.payments.get_captured_payment({"capture_id": money.id}).body
    step("the capture knows of it", held.status == "PARTIALLY_REFUNDED")
    much = refused(lambda: refund(shop, money, "100.01", "b"))
    step("no more than came", much == "REFUND_AMOUNT_EXCEEDED")
    rest = refund(shop, money, None, "c")
    step("without an amount, all the rest", rest.amount.value == "100.00")
    more = refused(lambda: refund(shop, money, "0.01", "d"))
    step("nothing is left", more == "CAPTURE_FULLY_REFUNDED")


def refusals(shop, base):
    mismatch = refused(lambda: create(shop, uuid.uuid4().hex, total="123.46"))
    step("the parts must sum", mismatch == "AMOUNT_MISMATCH")
    missing = refused(lambda: shop.orders.get_order({"id": "5O190127TN364715T"}))
    step("what isn't there isn't found", missing == "INVALID_RESOURCE_ID")
    stranger = requests.get(f"{base}/v2/checkout/orders/A", timeout=5)
    step("strangers are told nothing", stranger.status_code == 401)
    mock = json.dumps({"mock_application_codes": "TRANSACTION_REFUSED"})
    order = create(shop, uuid.uuid4().hex)
    options = {"id": order.id, "paypal_mock_response": mock}
    mocked = refused(lambda: shop.orders.capture_order(options))
    step("PayPal's mock header works", mocked == "TRANSACTION_REFUSED")


def create(shop, number, name=None, total="123.45"):
    body = {
        "intent": "CAPTURE",
        "purchase_units": [
            {
                "invoice_id": number,
                "amount": dollars(total)
                | {"breakdown": {"item_total": dollars("120.00"), "shipping": dollars("3.45")}},
                "items": [{"name": "Lens", "quantity": "2", "unit_amount": dollars("60.00")}],
            }
        ],
        "payment_source": {
            "paypal": {
                "experience_context": {
                    "return_url": "https://shop.example.com/paid",
                    "cancel_url": "https://shop.example.com/cancelled",
                }
            }
        },
    }
    options = {"body": body, "paypal_request_id": name or number}
    return shop.orders.create_order(options | {"prefer": "return=representation"}).body


def capture(shop, order, name=None):
    options = {"id": order.id, "paypal_request_id": name or order.id}
    return shop.orders.capture_order(options | {"prefer": "return=representation"}).body


def refund(shop, money, value, name):
    body = {"note_to_payer": "returned"} | ({"amount": dollars(value)} if value else {})
    options = {"capture_id": money.id, "body": body, "paypal_request_id": f"{money.id}-{name}"}
    return shop.payments.refund_captured_payment(options).body


def agree(base, link, order, choice):
    """The payer's browser, without JavaScript."""
    page = requests.get(link, timeout=5)
    step("the page says what it is", "no real money" in page.text and "123.45 USD" in page.text)
    form = {"token": order.id, "choice": choice}
    sent = requests.post(f"{base}/checkoutnow", data=form, allow_redirects=False, timeout=5)
    back = f"https://shop.example.com/paid?token={order.id}&PayerID="
    step("the payer comes back", sent.headers.get("Location", "").startswith(back))


def dollars(value):
    return {"currency_code": "USD", "value": value}


def refused(call):
    """The issue with which a call was refused, by the SDK's own reading of it."""
    try:
        call()
    except ErrorException as error:
        return error.details[0].issue
    return None


# The specification


def hold_against_specification(arguments):
    if arguments.specs is None:
        return None
    judged = 0
    for name, prefix in FILES.items():
        specification = served_at(arguments.base, arguments.specs / name)
        for request, response in EXCHANGES:
            if not request.url.startswith(arguments.base + prefix):
                continue
            judge(specification, request, response)
            judged += 2
        if prefix == "/v2/checkout":
            judged += judge_our_own(specification, arguments.base)
    return judged


def judge(specification, request, response):
    asked = RequestsOpenAPIRequest(request)
    try:
        # A request that was refused as malformed is meant not to be valid.
        if response.status_code != 400:
            specification.validate_request(asked)
        specification.validate_response(asked, RequestsOpenAPIResponse(response))
    except Exception as error:
        told = f"{request.method} {request.url}\n{request.body}\n"
        sys.exit(f"NOT VALID: {told}{response.status_code} {response.text}\n{explain(error)}")


def judge_our_own(specification, base):
    """What the shop sends, as a Swift test recorded it."""
    body = (HERE / "paypal_order_request.json").read_bytes()
    headers = {"Content-Type": "application/json", "PayPal-Request-Id": "begin-pay_01"}
    headers["Prefer"] = "return=representation"
    url = f"{base}/v2/checkout/orders"
    request = requests.Request("POST", url, headers=headers, data=body).prepare()
    try:
        specification.validate_request(RequestsOpenAPIRequest(request))
    except Exception as error:
        sys.exit(f"NOT VALID: what the shop sends\n{explain(error)}")
    return 1


def explain(error):
    told = []
    while error is not None:
        told.append(f"{type(error).__name__}: {error}")
        told += [f"  {each}" for each in getattr(error, "schema_errors", [])]
        error = error.__cause__
    return "\n".join(told)


if __name__ == "__main__":
    main()
