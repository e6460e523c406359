"""The whole story in a real browser: from signing up to the request to send something back."""

import base64
import re
import subprocess
import time
import urllib.request

import pytest
from playwright.sync_api import Error

import transcripts
from conftest import ROOT

ADDRESSES = {
    "DE": dict(name="Jonas Weber", line1="Lindenstraße 5", city="Berlin", postcode="10969",
               phone="+49 30 1234567"),
    "US": dict(name="Ann Miller", line1="1 Main Street", city="Cupertino", subdivision="CA",
               postcode="95014", phone="+1 408 555 0100"),
    "FR": dict(name="Élodie Martin", line1="12 rue de la Paix", city="Lyon", postcode="69002",
               phone="+33 4 72 00 00 00"),
}

# The smallest PNG there is: one grey dot.
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")

STORIES = [
    pytest.param("DE", "de-DE", 1280, {}, "Zahlungspflichtig bestellen", "€", id="Germany, desktop"),
    pytest.param("US", "en-US", 360, {"dark": True}, "Place", "$", id="United States, phone, dark"),
    pytest.param("FR", "fr-FR", 390, {"scripts": False}, "Commande avec obligation de paiement", "€",
                 id="France, without scripts"),
]


def wait_for(person, selector, seconds=60):
    """The page comes up to date by itself: with scripts because they follow the round, without
    them because it asks to be loaded anew."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if person.page.locator(selector).count() > 0:
                return
        except Error:
            pass  # The page was just being loaded anew.
        person.page.wait_for_timeout(300)
    raise AssertionError(f"{selector} never came:\n{person.text()}")


def deadline(page):
    return int(page.locator("[data-hold] [data-countdown]").get_attribute("data-countdown"))


def sign_up(person, market, mail):
    person.open("/")
    person.page.locator('.chooser [name="market"]').select_option(market)
    person.press("/choose")
    person.look("01-start")
    person.open("/signup")
    person.fill(name=ADDRESSES[market]["name"], mail=mail, password="drei kleine Enten")
    person.look("02-signup")
    person.press("/signup")
    person.look("03-signed-up")
    person.open(person.demo.link_in_letter(mail, "/confirm/"))
    assert not list(person.demo.letters("nobody@example.com"))
    person.look("04-confirm")
    person.press("/confirm/")


def prove(buyer, room):
    """The transcript of this very sale and one drawn with a beacon are believed, what forgers make of
    them isn't: by the command, which needs no shop, and by the page, in the visitor's browser."""
    address = f"{buyer.demo.url}/api/v1/rounds/{room.rsplit('/', 1)[1]}/transcript"
    true = urllib.request.urlopen(address).read().decode()
    for text in [transcripts.with_beacon(), true]:
        cases = [("a true one", text, True)]
        cases += [(name, forged, False) for name, forged in transcripts.forgeries(text).items()]
        for name, told, holds in cases:
            done = subprocess.run(
                [ROOT / ".build/debug/onsale", "verify", "-"], input=told, capture_output=True,
                text=True)
            assert (done.returncode == 0) == holds, f"{name}: {done.stdout}"
            if not buyer.scripts:
                continue
            buyer.page.route(address, answering(told))
            check(buyer.page, holds)
            buyer.page.unroute(address)
    if buyer.scripts:
        check(buyer.page, True)


def answering(told):
    """With one parameter: a handler that has two is given the request as well."""
    return lambda route: route.fulfill(body=told)


def check(page, holds):
    page.evaluate("document.querySelector('[data-checked]').className = ''")
    page.locator("[data-check]").click()
    page.wait_for_selector(".notice[data-checked]" + (":not(.bad)" if holds else ".bad"))


@pytest.mark.parametrize("market,locale,width,more,button,sign", STORIES)
def test_the_whole_story(somebody, market, locale, width, more, button, sign):
    buyer = somebody(market, locale, width, **more)
    page = buyer.page
    sign_up(buyer, market, f"buyer-{market.lower()}@example.com")

    buyer.open("/sales/first-western-sale")
    assert page.locator("html").get_attribute("lang").startswith(locale[:2])
    buyer.look("05-sale")
    buyer.open("/sales/first-western-sale/band")
    buyer.look("06-product")
    assert sign in buyer.text()
    assert page.locator(".quote tbody tr").count() >= 4, "goods, freight, duty and tax, each"
    assert page.locator(".ways li").count() >= 1, "what the way back costs"
    assert page.locator(".guarantees li").count() >= 1
    buyer.open("/sales/first-western-sale")
    buyer.follow(page.locator('a.button[href^="/rounds/"]').first)
    room = page.url
    if page.locator('form[action$="/enter"]').count() > 0:
        buyer.press("/enter")
    buyer.look("07-room")
    wait_for(buyer, 'form[action$="/reserve"]')
    buyer.look("08-turn")

    form = page.locator('form[action$="/reserve"]', has=page.locator('input[value="band"]'))
    form.locator("select").select_option("2")
    buyer.follow(form.locator("button"))
    buyer.look("09-held")
    units = page.locator(".held li").first.inner_text()
    assert units.startswith("2 ×"), units
    before = deadline(page)
    buyer.press("/more-time")
    assert deadline(page) - before > 500_000, "ten more minutes, once"
    assert page.locator('form[action$="/more-time"]').count() == 0
    buyer.follow(page.locator('a.button[href$="/checkout"]').first)
    buyer.fill(**ADDRESSES[market])
    buyer.look("10-checkout")
    buyer.press("/review")
    buyer.look("11-review")
    costs = [row.locator("td").inner_text() for row in page.locator(".quote tbody tr").all()]
    assert len(costs) >= 4 and all(sign in cost for cost in costs), costs
    assert page.locator("text=/20\\d\\d/").count() >= 1, "the day by which it leaves"
    assert page.locator(".ways li").count() >= 1, "the way back is told before the button"
    order_button = page.locator("button.order")
    assert button in order_button.inner_text()
    total = page.locator(".quote tfoot td").inner_text()
    assert sign in total

    order_button.click()
    page.wait_for_url("**/checkoutnow**")
    page.locator('button[value="approve"]').click()
    page.wait_for_url("**/orders/**")
    wait_for(buyer, 'main')
    number = re.search(r"/orders/([0-9A-Z-]+)", page.url).group(1)
    buyer.open(f"/orders/{number}")
    buyer.look("12-order")
    assert page.locator(".quote tfoot td").inner_text() == total

    operator = somebody(f"{market}-operator", "en-US", 1280)
    operator.open("/login")
    operator.fill(mail="olivia@example.com", password="nineteenth of May")
    operator.press("/login")
    operator.open("/console")
    operator.look("13-console")
    dispatch = operator.page.locator(f'form[action="/console/orders/{number}/dispatch"]')
    dispatch.locator('[name="carrier"]').fill("China Post")
    dispatch.locator('[name="tracking_number"]').fill("RX123456789CN")
    operator.follow(dispatch.locator("button:not([name])"))
    operator.press(f"/console/orders/{number}/deliver")

    buyer.open(f"/orders/{number}")
    buyer.look("14-delivered")
    form = page.locator('form[action$="/return"]')
    form.locator("select").first.select_option(index=0)
    buyer.follow(form.locator("button"))
    buyer.look("15-return")
    assert "RX123456789CN" in buyer.text()
    buyer.open(room + "/why")
    buyer.look("16-why")
    buyer.open(room + "/proof")
    prove(buyer, room)
    buyer.look("17-proof")
    link = buyer.demo.link_in_letter(f"buyer-{market.lower()}@example.com", "/orders/", number)
    assert link.endswith(number)
    claim_under_guarantee(buyer, operator, number)


def claim_under_guarantee(buyer, operator, number):
    """What was delivered breaks: claimed with a photograph, looked at, and replaced."""
    page = buyer.page
    buyer.open(f"/orders/{number}")
    buyer.follow(page.locator('a[href^="/warranty/"]').first)
    buyer.look("18-passport")
    page.locator('[name="description"]').fill("<b>42</b>")
    page.locator('[name="photos"]').set_input_files([
        {"name": f"{name}.png", "mimeType": "image/png", "buffer": PICTURE} for name in ("a", "b")])
    buyer.press("/claim")
    buyer.look("19-claim")
    assert "<b>42</b>" in buyer.text()
    assert page.locator(".photos img").count() == 2
    claim = re.search(r"/claims/([0-9A-Z-]+)", page.url).group(1)
    operator.open("/console/claims")
    operator.follow(operator.page.locator(f'a[href="/console/claims/{claim}"]'))
    operator.look("20-judging")
    operator.press("/accept")
    operator.fill(remedy="replacement")
    operator.press("/remedy")
    operator.fill(carrier="China Post", tracking_number="RX987654321CN")
    operator.press("/send")
    operator.open(f"/console/access?of={number}")
    operator.look("21-access")
    assert f"/console/claims/{claim}" in operator.text()
    buyer.open(f"/claims/{claim}")
    buyer.look("22-replaced")
    assert "RX987654321CN" in buyer.text()
    buyer.open("/account/warranty")
    buyer.look("23-passports")
    buyer.follow(page.locator('.sheets a[href^="/warranty/"]').first)
    page.locator("summary").last.click()
    buyer.press("/code")
    buyer.look("24-code")
    for name, path in (("25-receipts", "/account/receipts"), ("26-returns", "/account/returns"),
                       ("27-data", "/account/data"), ("28-account", "/account")):
        buyer.open(path)
        buyer.look(name)


def test_mistakes_are_explained_and_nothing_typed_is_lost(somebody):
    buyer = somebody("mistakes", "de-DE", 360)
    buyer.expected = {401, 404, 409, 422}
    buyer.open("/signup")
    buyer.page.locator("form[action='/signup']").evaluate("form => form.noValidate = true")
    buyer.fill(name="Klara", mail="keine-adresse", password="kurz")
    buyer.press("/signup")
    buyer.look("signup")
    assert buyer.page.locator('[name="mail"]').input_value() == "keine-adresse"
    assert buyer.page.locator('[role="alert"]').count() == 1
    buyer.open("/login")
    buyer.fill(mail="klara@example.com", password="falsches Passwort")
    buyer.press("/login")
    buyer.look("login")
    assert "Passwort" in buyer.page.locator('[role="alert"]').inner_text()
    buyer.fill(mail="klara@example.com", password="nineteenth of May")
    buyer.press("/login")
    buyer.open("/nothing/here")
    buyer.look("not-found")
    buyer.open("/sales/first-western-sale/handset")
    buyer.look("withheld")
    buyer.open("/sales/first-western-sale/checkout")
    buyer.look("empty-basket")
    buyer.open("/account")
    buyer.look("account")
    buyer.press("/logout")
    buyer.look("logged-out")


def test_a_keyboard_is_enough(somebody):
    buyer = somebody("keyboard", "en-GB", 1280)
    page = buyer.page
    buyer.open("/login")

    def tab_to(selector):
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("s => document.activeElement.matches(s)", selector):
                outline = page.evaluate(
                    "getComputedStyle(document.activeElement).outlineStyle")
                assert outline != "none", f"the focus on {selector} can't be seen"
                return
        raise AssertionError(f"no key leads to {selector}")

    tab_to('[name="mail"]')
    page.keyboard.type("ben@example.com")
    tab_to('[name="password"]')
    page.keyboard.type("nineteenth of May")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/login" not in url)
    buyer.open("/sales/first-western-sale")
    tab_to('a.button[href^="/rounds/"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/rounds/**")
    if page.locator('form[action$="/enter"]').count() > 0:
        tab_to('form[action$="/enter"] button')
        page.keyboard.press("Enter")
    wait_for(buyer, 'form[action$="/reserve"]')
    tab_to('form[action$="/reserve"] button')
    page.keyboard.press("Enter")
    wait_for(buyer, ".held")
    tab_to('a.button[href$="/checkout"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/checkout")
    for name, value in ADDRESSES["US"].items():
        tab_to(f'[name="{name}"]')
        page.keyboard.type("California" if name == "subdivision" else value)
    page.keyboard.press("Enter")
    wait_for(buyer, "button.order")
    tab_to("button.order")
    page.keyboard.press("Enter")
    page.wait_for_url("**/checkoutnow**")
    tab_to('button[value="approve"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/orders/**")
    wait_for(buyer, ".state.paid")
