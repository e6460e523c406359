"""Every page that anybody may look at, in every language, on a phone and on a desk: and how heavy the
first of them is, and whether it holds still."""

import re

import pytest

PAGES = [
    ("start", "/"), ("product", "/sales/first-western-sale/headphones"), ("guide", "/guide"),
    ("announcement", "/sales/first-western-sale/announcement"), ("rights", "/rights"),
    ("signup", "/signup"), ("login", "/login"), ("reset", "/reset"),
    ("elsewhere", "/elsewhere?country=AT"), ("withheld", "/sales/first-western-sale/handset"),
    ("nothing", "/nothing/here"), ("withdraw", "/withdraw"),
]
VISITORS = [
    pytest.param("de-DE", "DE", 1280, {}, id="German, desk"),
    pytest.param("fr-FR", "FR", 360, {"dark": True}, id="French, phone, dark"),
    pytest.param("en-GB", "GB", 320, {}, id="British, smallest phone"),
    pytest.param("en-US", "US", 1280, {"dark": True}, id="American, desk, dark"),
]


@pytest.mark.parametrize("locale,market,width,more", VISITORS)
def test_every_page_in_every_language(somebody, quiet_demo, locale, market, width, more):
    visitor = somebody(f"page-{locale}-{width}", locale, width, **more)
    visitor.expected = {404, 409}
    visitor.open(f"/choose?market={market}&language={locale if locale[:2] == 'en' else locale[:2]}&to=/")
    for name, path in PAGES:
        visitor.open(path)
        visitor.look(name)
        for time in visitor.page.locator("time[data-moment]").all():
            assert re.search(r"[A-Z]{3,4}|[+−]\d", time.inner_text()), f"{name}: a time without its zone"


# What is the same in every language: names, marks, numbers and codes.
SAME = re.compile(
    r"^(Onsale demo|English \(US\)|English \(UK\)|Français|Deutsch|PayPal|[\W\d_]*|[a-z_]+|"
    r"(https?:|/)\S+|10400 mAh.*|5000 mAh.*|Smartphone)$")


def texts(page):
    return set(page.evaluate("""() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found = [];
        while (walker.nextNode()) {
            const parent = walker.currentNode.parentElement;
            if (!parent.closest('script, noscript, option, code, time, textarea, [lang]:not(html)'))
                found.push(walker.currentNode.textContent.trim().replace(/\\s+/g, ' '));
        }
        for (const element of document.querySelectorAll('[aria-label], [alt], [placeholder], [title]'))
            for (const name of ['aria-label', 'alt', 'placeholder', 'title'])
                if (element.getAttribute(name) && !element.matches('time')) found.push(element.getAttribute(name));
        return found;
    }"""))


def test_no_text_is_written_into_the_pages_themselves(somebody, quiet_demo):
    """Whatever reads the same in three languages comes from no phrase."""
    people = {language: somebody(f"words-{language}", locale, 1280) for language, locale in
              (("en-US", "en-US"), ("fr", "fr-FR"), ("de", "de-DE"))}
    for name, path in PAGES:
        found = []
        for language, person in people.items():
            person.expected = {404, 409}
            if name == "start":
                person.open(f"/choose?market=DE&language={language}&to=/")
            person.open(path)
            found.append(texts(person.page))
        hard_coded = {text for text in set.intersection(*found) if not SAME.match(text)}
        assert hard_coded == set(), f"{name}: {hard_coded}"


def test_the_first_visit_is_light_and_holds_still(somebody, quiet_demo):
    visitor = somebody("weight", "de-DE", 360)
    answers = []
    visitor.page.on("requestfinished", lambda request: answers.append(request))
    visitor.page.add_init_script("""
        window.shifted = 0;
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
    """)
    visitor.page.goto(visitor.demo.url + "/sales/first-western-sale", wait_until="networkidle")
    urls = [answer.url for answer in answers]
    weight = sum(
        answer.sizes()["responseBodySize"] + answer.sizes()["responseHeadersSize"] for answer in answers)
    # Looking at the clock again comes later, and weighs nothing.
    first = [url for url in urls if not url.endswith("/api/v1/time")]
    assert len(first) <= 5, first
    assert weight <= 40_000, f"{weight} bytes"
    assert all(url.startswith(visitor.demo.url) for url in urls), urls
    assert visitor.page.evaluate("window.shifted") <= 0.02


def test_what_is_typed_is_never_lost(somebody, quiet_demo):
    visitor = somebody("drafts", "en-US", 360)
    visitor.open("/elsewhere?country=AT")
    visitor.page.locator('[name="mail"]').fill("ada@example.at")
    visitor.open("/guide")
    visitor.open("/elsewhere?country=AT")
    assert visitor.page.locator('[name="mail"]').input_value() == "ada@example.at"
    visitor.open("/login")
    visitor.page.locator('[name="password"]').fill("not to be kept")
    kept = visitor.page.evaluate("JSON.stringify(sessionStorage)")
    assert "not to be kept" not in kept
