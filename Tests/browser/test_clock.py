"""The countdown goes by the server's clock, whatever the browser's own says."""

import pytest

AN_HOUR_WRONG = """
    const real = Date;
    window.Date = class extends real {
        constructor(...given) { given.length ? super(...given) : super(real.now() + SHIFT); }
        static now() { return real.now() + SHIFT; }
    };
"""
# Writes down at which true moment the countdown said what.
WATCH = """
    addEventListener("DOMContentLoaded", () => {
        window.seen = [];
        const clock = document.querySelector("[data-countdown]");
        new MutationObserver(() => window.seen.push(
            [performance.timeOrigin + performance.now(), clock.textContent])
        ).observe(clock, { childList: true, characterData: true, subtree: true });
    });
"""


def seconds(text):
    total = 0
    for part in text.split(":"):
        total = total * 60 + int(part)
    return total


@pytest.mark.parametrize("shift", [3_600_000, -3_600_000], ids=["an hour fast", "an hour slow"])
def test_a_clock_that_is_an_hour_wrong_makes_no_difference(somebody, quiet_demo, shift):
    visitor = somebody("clock", "en-US", 360)
    page = visitor.page
    page.add_init_script(AN_HOUR_WRONG.replace("SHIFT", str(shift)) + WATCH)
    visitor.open("/sales/first-western-sale")
    page.wait_for_timeout(6500)
    target = int(page.locator("[data-countdown]").get_attribute("data-countdown"))
    seen = [(moment, text) for moment, text in page.evaluate("window.seen") if ":" in text]
    assert len(seen) >= 4, seen
    # The first may be written at any time; the others are written when a whole second is left.
    for moment, text in seen[1:]:
        assert abs(target - moment - seconds(text) * 1000) <= 100, (target - moment, text)
