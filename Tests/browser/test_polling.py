"""What a crowd that waits costs: how often a page asks for the round's document is counted in a browser,
and set against what that document was measured to bear."""

import re
from pathlib import Path

PERFORMANCE = Path(__file__).resolve().parents[2] / "docs/performance.md"
CROWD = 2000
# Of what the machine can answer, so that the waiting leave it to those who buy.
SHARE = 0.05


def measured(row):
    """So many a second, as docs/performance.md has it."""
    found = re.search(rf"^\| {re.escape(row)} \| ([\d,]+) \|", PERFORMANCE.read_text(), re.MULTILINE)
    return int(found.group(1).replace(",", ""))


def test_two_thousand_who_wait_cost_a_twentieth_at_the_most(somebody, quiet_demo):
    visitor = somebody("polling", "en-US", 360)
    visitor.page.add_init_script("""
        const real = window.fetch;
        window.asked = [];
        window.fetch = (...given) => {
            if (String(given[0]).includes("/api/v1/rounds/")) window.asked.push(performance.now());
            return real(...given);
        };
    """)
    visitor.open("/sales/first-western-sale")
    visitor.page.wait_for_timeout(14_000)
    moments = visitor.page.evaluate("window.asked")
    gaps = [later - earlier for earlier, later in zip(moments, moments[1:])]
    assert len(gaps) >= 3, moments
    assert min(gaps) >= 1500, f"a page asks again after {min(gaps):.0f} ms"
    # Each waits another time, or a crowd that came together would go on asking together.
    assert max(gaps) - min(gaps) > 20, gaps
    a_second = CROWD * len(gaps) / ((moments[-1] - moments[0]) / 1000)
    assert a_second <= SHARE * measured("round document, 304"), f"{a_second:.0f} a second"
