"""Every scene of the storybook, which is every page in every state: its markup in all four languages,
and in a browser, each in another language, theme and width, whatever a browser can find fault with."""

import re

import html5lib

LANGUAGES = ["en-US", "en-GB", "fr", "de"]
MARKETS = ["US", "GB", "FR", "DE"]
# Before each of these French has a space that doesn't break.
MARKS_WITHOUT_THEIR_SPACE = re.compile("[^\\s]*[^\u00a0\u202f\\s][:;!?](?=\\s|$)")
CANCEL_BELOW = ("cancel it below", "annulez-la ci-dessous", "stornieren Sie unten")
LOOKS = [(320, False), (1280, True), (360, True), (1280, False), (390, False)]


def test_the_markup_of_every_scene_is_valid_in_every_language(storybook):
    """Each language in its own market, as most read it; the browsers below mix them."""
    faults = []
    for scene in storybook.scenes:
        for language, market in zip(LANGUAGES, MARKETS):
            status, text = storybook.fetch(scene, market, language)
            where = f"{scene['name']} in {language}"
            if status != scene["status"]:
                faults.append(f"{where} is {status}, not {scene['status']}")
                continue
            if f'<html lang="{language}">' not in text and not scene["name"].endswith("papers"):
                faults.append(f"{where} is in another language")
            try:
                page = html5lib.HTMLParser(strict=True).parse(text)
            except html5lib.html5parser.ParseError as error:
                faults.append(f"{where}: {error}")
                continue
            if any(words in text for words in CANCEL_BELOW) and '/cancel"' not in text:
                faults.append(f"{where} tells people to cancel, and doesn't let them")
            if language == "fr" and not scene["name"].endswith("papers"):
                words = " ".join(said(page))
                faults += [f"{where}: {found}" for found in MARKS_WITHOUT_THEIR_SPACE.findall(words)]
    assert faults == [], "\n".join(faults)


def said(element):
    """What of a page is read as prose in its own language: some evidence is in English everywhere."""
    kind = str(element.tag).rpartition("}")[2]
    if kind not in ("script", "style", "code", "textarea") and element.get("lang") != "en":
        yield element.text or ""
        for child in element:
            yield from said(child)
            yield child.tail or ""


def test_every_scene_in_a_browser(storybook, somebody_at):
    """Twenty people, who see the scenes by turns: each look in each language."""
    people, faults = {}, []
    for index, scene in enumerate(storybook.scenes):
        (width, dark), language = LOOKS[index % 5], LANGUAGES[index % 4]
        market = MARKETS[(index + index // 4) % 4]
        if (width, dark, language) not in people:
            people[width, dark, language] = somebody_at(storybook, "scene", language, width, dark=dark)
        person = people[width, dark, language]
        person.context.clear_cookies()
        person.expected = {scene["status"]}
        try:
            person.open(storybook.url_of(scene, market, language))
            # The papers of a parcel are in English everywhere.
            if not scene["name"].endswith("papers"):
                person.look(scene["name"])
            if width == 1280:
                person.walk(scene["name"])
            person.complain()
        except AssertionError as fault:
            theme = "dark" if dark else "light"
            faults.append(f"{scene['name']} ({market}, {language}, {width}, {theme}): {fault}")
    for person in people.values():
        person.leave()
    assert faults == [], "\n".join(faults)
