"""What programs of other people read of a sale, read by such programs."""

import re
import struct
import urllib.request
from datetime import timedelta
from html.parser import HTMLParser

import feedparser
import icalendar
import pytest

LANGUAGES = ["en-US", "en-GB", "fr", "de"]
SALE = "/sales/first-western-sale"


def fetch(url):
    with urllib.request.urlopen(url, timeout=10) as answer:
        return answer.headers.get("Content-Type"), answer.read()


class Head(HTMLParser):
    """An Open Graph reader: what stands in the head of a page."""

    def __init__(self, text):
        super().__init__()
        self.facts, self.alternates = {}, {}
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "meta" and "property" in given:
            self.facts[given["property"]] = given["content"]
        if tag == "link" and "hreflang" in given:
            self.alternates[given["hreflang"]] = given["href"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_calendar_has_every_round_and_its_alarm(quiet_demo, language):
    kind, body = fetch(f"{quiet_demo.url}{SALE}/calendar.ics?language={language}")
    assert kind == "text/calendar; charset=utf-8"
    calendar = icalendar.Calendar.from_ical(body)
    rounds = calendar.walk("VEVENT")
    assert len(rounds) == 2
    assert rounds[1].decoded("DTSTART") - rounds[0].decoded("DTSTART") == timedelta(minutes=10)
    for entry in rounds:
        alarm = entry.walk("VALARM")[0]
        assert alarm.decoded("TRIGGER") <= entry.decoded("DTSTART")
        assert SALE in entry["URL"]
        assert str(entry["SUMMARY"]) and str(entry["DESCRIPTION"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_feed_tells_of_the_sale(quiet_demo, language):
    kind, body = fetch(f"{quiet_demo.url}/feed.atom?language={language}")
    feed = feedparser.parse(body)
    assert not feed.bozo and feed.version == "atom10"
    assert feed.feed.language == language
    assert feed.entries[0].link == f"{quiet_demo.url}{SALE}?language={language}"
    assert feed.entries[0].title and feed.entries[0].updated_parsed


@pytest.mark.parametrize("language", LANGUAGES)
def test_social_networks_can_make_a_card(quiet_demo, language):
    _, page = fetch(f"{quiet_demo.url}{SALE}?language={language}")
    head = Head(page.decode())
    assert head.facts["og:title"] in page.decode()
    assert head.facts["og:locale"].replace("_", "-").startswith(language)
    assert set(head.alternates) == {*LANGUAGES, "x-default"}
    kind, picture = fetch(head.facts["og:image"])
    assert kind == "image/png"
    assert struct.unpack(">II", picture[16:24]) == (
        int(head.facts["og:image:width"]), int(head.facts["og:image:height"]))
    assert len(picture) < 300_000


def test_robots_find_every_page_and_keep_out_of_the_others(quiet_demo):
    _, robots = fetch(quiet_demo.url + "/robots.txt")
    sitemap = re.search(r"Sitemap: (\S+)", robots.decode()).group(1)
    _, body = fetch(sitemap)
    for page in re.findall(r"<loc>([^<]+)</loc>", body.decode()):
        assert b"noindex" not in fetch(page)[1], page
    assert b"noindex" in fetch(quiet_demo.url + "/login")[1]
