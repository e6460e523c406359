"""Every page in a browser that shows nothing but text: what matters is there, in the order in which it
matters."""

import subprocess
import urllib.request

import pytest

PAGES = {
    "/sales/first-western-sale": ["Our first sale in the West", "Enter the waiting room", "$14.00"],
    "/sales/first-western-sale/band": ["Activity band", "Total", "Sending it back", "If it breaks"],
    "/guide": ["How to buy", "When it opens", "What it costs"],
    "/rights": ["Your rights", "Ordering"],
    "/login": ["Log in", "Password"],
    "/signup": ["Create an account", "Password", "Create the account"],
}


@pytest.mark.parametrize("path", PAGES)
def test_a_page_reads_well_as_text(quiet_demo, path):
    page = urllib.request.urlopen(quiet_demo.url + path, timeout=10).read()
    text = subprocess.run(
        ["w3m", "-dump", "-T", "text/html", "-cols", "80"], input=page, capture_output=True,
        check=True).stdout.decode()
    place = 0
    for words in PAGES[path]:
        found = text.find(words, place)
        assert found >= 0, f"“{words}” isn't there, or too early:\n{text}"
        place = found
