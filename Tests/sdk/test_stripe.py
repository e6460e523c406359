"""Stripe's own client library as the judge of the stand-in for Stripe: it takes a card through its life,
and believes the stand-in's notices."""

import uuid

import pytest
import stripe

from conftest import wait_until

KEY = "sk_test_onsale_no_real_money"
SECRET = "whsec_onsale_no_real_money"


@pytest.fixture
def client(sandbox):
    return stripe.StripeClient(
        KEY, base_addresses={"api": sandbox.stripe}, max_network_retries=0)


def held(client, card="pm_card_visa", **more):
    return client.v1.payment_intents.create({
        "amount": 12345, "currency": "eur", "capture_method": "manual", "confirm": True,
        "payment_method": card, "metadata": {"payment": "pay_1"}, **more})


def test_a_card_is_held_taken_and_given_back(client):
    intent = held(client)
    assert intent.status == "requires_capture" and intent.amount_capturable == 12345
    taken = client.v1.payment_intents.capture(intent.id)
    assert taken.status == "succeeded" and taken.amount_received == 12345
    with pytest.raises(stripe.InvalidRequestError) as again:
        client.v1.payment_intents.capture(intent.id)
    assert again.value.code == "payment_intent_unexpected_state"
    part = client.v1.refunds.create({"payment_intent": intent.id, "amount": 2345})
    assert part.status == "succeeded" and part.amount == 2345
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.refunds.create({"payment_intent": intent.id, "amount": 10001})
    client.v1.refunds.create({"payment_intent": intent.id})
    with pytest.raises(stripe.InvalidRequestError) as more:
        client.v1.refunds.create({"payment_intent": intent.id})
    assert more.value.code == "charge_already_refunded"
    assert client.v1.payment_intents.retrieve(intent.id).status == "succeeded"


def test_a_key_stands_for_one_deed(client):
    options = {"idempotency_key": str(uuid.uuid4())}
    body = {"amount": 500, "currency": "usd"}
    first = client.v1.payment_intents.create(body, options)
    assert client.v1.payment_intents.create(body, options).id == first.id
    with pytest.raises(stripe.IdempotencyError):
        client.v1.payment_intents.create(body | {"amount": 501}, options)


@pytest.mark.parametrize("card, code, decline", [
    ("pm_card_visa_chargeDeclined", "card_declined", "generic_decline"),
    ("pm_card_visa_chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds"),
    ("4000000000000051", "card_declined", "transaction_not_allowed"),
    ("pm_card_chargeDeclinedExpiredCard", "expired_card", None),
    ("pm_card_chargeDeclinedIncorrectCvc", "incorrect_cvc", None),
    ("pm_card_chargeDeclinedProcessingError", "processing_error", None),
])
def test_a_bank_says_no(client, card, code, decline):
    with pytest.raises(stripe.CardError) as refused:
        held(client, card)
    assert refused.value.code == code
    assert refused.value.error.decline_code == decline
    assert refused.value.error.payment_intent.status == "requires_payment_method"


def test_the_bank_asks(client):
    intent = held(client, "pm_card_authenticationRequired", return_url="https://shop.example.com")
    assert intent.status == "requires_action"
    assert intent.next_action.redirect_to_url.url.endswith(f"/3ds/{intent.id}")


def test_a_hold_is_let_go_of(client):
    intent = held(client)
    assert client.v1.payment_intents.cancel(intent.id).status == "canceled"
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.payment_intents.capture(intent.id)


def test_a_page_is_opened_and_closed(client):
    session = client.v1.checkout.sessions.create({
        "mode": "payment", "success_url": "https://shop.example.com/paid",
        "line_items": [{"quantity": 2, "price_data": {
            "currency": "eur", "unit_amount": 1500, "product_data": {"name": "Band"}}}],
        "payment_intent_data": {"capture_method": "manual"}})
    assert session.status == "open" and session.amount_total == 3000 and "/pay/" in session.url
    told = client.v1.checkout.sessions.retrieve(session.id, {"expand": ["payment_intent"]})
    assert told.payment_intent.status == "requires_payment_method"
    assert client.v1.checkout.sessions.expire(session.id).status == "expired"


def test_strangers_are_told_nothing(sandbox):
    stranger = stripe.StripeClient(
        "sk_test_a_guess", base_addresses={"api": sandbox.stripe}, max_network_retries=0)
    with pytest.raises(stripe.AuthenticationError):
        stranger.v1.payment_intents.retrieve("pi_1")


def test_the_notices_are_believed(client, sandbox):
    intent = client.v1.payment_intents.capture(held(client).id).id
    letters = sandbox.postbox.letters["card"]
    mine = lambda: [letter for letter in letters if intent.encode() in letter[1]]
    wait_until(lambda: len(mine()) >= 2, "its two letters")
    kinds = []
    for headers, body in mine():
        event = stripe.Webhook.construct_event(body, headers["Stripe-Signature"], SECRET)
        kinds.append(event.type)
        with pytest.raises(stripe.SignatureVerificationError):
            stripe.Webhook.construct_event(body + b" ", headers["Stripe-Signature"], SECRET)
    # Two letters may overtake each other.
    assert sorted(kinds) == ["payment_intent.amount_capturable_updated", "payment_intent.succeeded"]


def test_the_books_list_it(client):
    intent = held(client)
    client.v1.payment_intents.capture(intent.id)
    lines = client.v1.balance_transactions.list({"limit": 100, "expand": ["data.source"]})
    mine = [line for line in lines.data if line.source.payment_intent == intent.id]
    assert [(line.type, line.amount) for line in mine] == [("charge", 12345)]
