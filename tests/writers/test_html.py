"""The page as text: what the browser tests cannot tell apart from luck."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import checker
from checker.model.report import Report, Silenced
from checker.writers import Style, load
from tests.writers.build import FERRY, examined, ferry, report


def html(made: Report) -> str:
    return load("html")(made, Style())


def test_the_policy_names_the_one_script_and_the_one_style_by_their_hashes() -> None:
    text = html(ferry())
    for tag, policy in (("script", "script-src"), ("style", "style-src")):
        inside = re.search(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        assert inside
        digest = b64encode(sha256(inside[1].encode()).digest()).decode()
        assert f"{policy} &#39;sha256-{digest}&#39;" in text
    assert "default-src &#39;none&#39;" in text and "unsafe" not in text


def test_a_page_of_the_same_report_has_the_same_bytes() -> None:
    assert html(ferry()) == html(ferry())


def test_a_page_names_no_address_to_fetch_from() -> None:
    addresses = re.findall(r"(?:src|href|action|data|srcset|poster)=\"([^\"]*)\"|url\(|@import", html(ferry()))
    assert addresses and all(address.startswith("#") for address in addresses)


def test_no_ids_are_twice() -> None:
    ids = re.findall(r' id="([^"]+)"', html(report(examined("a.md", FERRY, "error"), examined("b.md", FERRY, "info"))))
    assert len(ids) == len(set(ids)) and "d2-n1" in ids


def test_every_link_within_the_page_leads_somewhere() -> None:
    text = html(
        checker.check_text("# Fire kills 24\n\nA fire killed 24 people at 5 pm.\n\nOf the 26 dead, nine were women.\n")
    )
    ids = set(re.findall(r' id="([^"]+)"', text))
    assert set(re.findall(r'href="#([^"]+)"', text)) <= ids
    assert {
        name for names in re.findall(r'aria-(?:describedby|labelledby)="([^"]+)"', text) for name in names.split()
    } <= ids


def test_a_silenced_finding_is_told_with_its_reason_and_its_figures_say_so() -> None:
    made = examined("a.md", FERRY, "error")
    quiet = made._replace(findings=(), silenced=(Silenced(made.findings[0], "draft", "two <counts>"),))
    text = html(report(quiet))
    assert "nothing new" in text and text.count("1 silenced") == 2  # above the draft, and in its list
    assert "by the draft: two &lt;counts&gt;" in text
    assert text.count('class="fig silenced"') == 3  # two figures, and the key


def test_the_rule_s_own_words_are_shown() -> None:
    assert "A headline is read first." in html(ferry())
