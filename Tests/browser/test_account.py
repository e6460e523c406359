"""One's own account in a browser: every page of it in every language, by mouse, by keyboard alone, and
without scripts."""

import pytest

PAGES = [
    ("overview", "/account"), ("orders", "/orders"), ("returns", "/account/returns"),
    ("warranty", "/account/warranty"), ("addresses", "/account/addresses"),
    ("receipts", "/account/receipts"), ("sign-in", "/account/sign-in"), ("data", "/account/data"),
    ("take", "/warranty"), ("erased", "/erased"),
]
CONSOLE = [("claims", "/console/claims"), ("access", "/console/access")]
VISITORS = [
    pytest.param("de-DE", "de", 1280, {}, id="German, desk"),
    pytest.param("fr-FR", "fr", 360, {"dark": True}, id="French, phone, dark"),
    pytest.param("en-GB", "en-GB", 360, {}, id="British, phone"),
    pytest.param("en-US", "en-US", 1280, {"dark": True}, id="American, desk, dark"),
]


def log_in(person, mail="klara@example.com"):
    person.open("/login")
    person.fill(mail=mail, password="nineteenth of May")
    person.press("/login")


def speak(person, language):
    person.open("/account")
    person.page.locator('form[action="/account"] [name="language"]').select_option(language)
    person.press("/account")


@pytest.mark.parametrize("locale,language,width,more", VISITORS)
def test_every_page_of_the_account(somebody, quiet_demo, locale, language, width, more):
    klara = somebody(f"account-{language}-{width}", locale, width, **more)
    log_in(klara)
    speak(klara, language)
    for name, path in PAGES:
        klara.open(path)
        klara.look(name)
    operator = somebody(f"account-console-{language}", locale, width, **more)
    log_in(operator, "olivia@example.com")
    speak(operator, language)
    for name, path in CONSOLE:
        operator.open(path)
        operator.look(name)
    speak(operator, "en-US")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_addresses_and_devices(somebody, quiet_demo, scripts):
    desk = somebody(f"area-{scripts}", "en-US", 1280, scripts=scripts)
    phone = somebody(f"area-phone-{scripts}", "en-US", 360, scripts=scripts)
    for person in (desk, phone):
        log_in(person, "ben@example.com")
    street = "1 Script Street" if scripts else "2 Plain Street"
    desk.open("/account/addresses")
    desk.fill(name="Ben", line1=street, city="Cupertino", subdivision="CA", postcode="95014",
              phone="+1 408 555 0100")
    desk.press("/account/addresses")
    card = desk.page.locator(".sheets .sheet", has_text=street)
    assert card.count() == 1
    desk.look("address")
    desk.follow(card.locator("a"))
    assert desk.page.locator('[name="line1"]').input_value() == street
    desk.follow(desk.page.locator(".sheets .sheet", has_text=street).locator("form button"))
    assert desk.page.locator(".sheets .sheet", has_text=street).count() == 0

    desk.open("/account/sign-in")
    assert "this device" in desk.text()
    desk.press("/account/devices/out")
    desk.look("devices-out")
    assert desk.page.locator('form[action$="/out"]').count() == 0
    phone.open("/account")
    assert "/login" in phone.page.url


def test_the_account_by_keyboard(somebody, quiet_demo):
    klara = somebody("account-keys", "de-DE", 1280)
    log_in(klara)
    # Her account speaks whatever the test before this one chose.
    speak(klara, "de")
    page = klara.page
    klara.open("/account")

    def tab_to(selector):
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("s => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(f"no key leads to {selector}")

    tab_to('.account nav a[href="/account/data"]')
    page.keyboard.press("Enter")
    page.wait_for_url("**/account/data")
    tab_to("summary")
    page.keyboard.press("Enter")
    tab_to('form[action="/account/erase"] [name="password"]')
    page.keyboard.type("das falsche Passwort")
    klara.expected = {422}
    page.keyboard.press("Enter")
    page.wait_for_selector('[role="alert"]')
    klara.look("not-erased")


def test_everything_can_be_taken_along(somebody, quiet_demo):
    klara = somebody("export", "de-DE", 1280)
    log_in(klara)
    klara.open("/account/data")
    with klara.page.expect_download() as download:
        klara.page.locator('form[action="/account/export"] button').click()
    assert download.value.suggested_filename == "account.json"
    assert "klara@example.com" in open(download.value.path()).read()
