"""Addresses: what is read is where it leads."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from deepseek_tui.story.format.addresses import written
from deepseek_tui.story.format.model import Url

ADDRESS: TypeAdapter[Any] = TypeAdapter(Url)
HIDDEN = re.compile("[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a?b=c#d",
        "https://user@example.org:8080/",
        "http://[::1]:80/x",
        "https://xn--80ak6aa92e.com/",
        "https://québec.example/été",
        "https://straße.example",
        "https://пример.example/путь",
        "https://例え.example/日本語のパス",
        "https://뉴스.example",
        "https://ελλάδα.example",
    ],
)
def test_an_honest_address_is_written_as_it_is(url: str) -> None:
    assert written(url) == url
    assert ADDRESS.validate_python(url) == url


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("https://\u0430pple.com/", "https://xn--pple-43d.com/"),  # the first letter is Cyrillic
        ("https://\u0430\u0440\u0440\u04cf\u0435.com", "https://xn--80ak6aa92e.com"),  # all of them are
        ("https://bank.\u0430\u0440\u0440.com:443/x", "https://bank.xn--80a6aa.com:443/x"),
        ("https://g\u03bf\u03bfgle.com", "https://xn--ggle-0nda.com"),  # Greek
        ("https://paypa\u0131.com", None),  # without its dot
        ("https://\u0261oogle.com", None),  # a phonetic sign
        ("https://a\u200bb.com/", None),
        ("https://exa\u0301mple.com", "https://exámple.com"),
        ("https://\uff50\uff41\uff59.com", "https://pay.com"),
        ("https://a\u3002example\uff0ecom/", "https://a.example.com/"),
        ("https://good.example\u2100evil.example/", None),  # one sign that would become a, / and c
        ("https://good.example/\u202egnp.exe", "https://good.example/%E2%80%AEgnp.exe"),
        ("https://good.example/a\u200bb", "https://good.example/a%E2%80%8Bb"),
        ("https://\u202e@good.example/", "https://%E2%80%AE@good.example/"),
        ("https://good.example\\@\u0430.example", "https://good.example\\@\u0430.example"),  # the host ends at the backslash
    ],
)
def test_a_host_that_could_be_taken_for_another_and_what_hides_are_written_out(url: str, read: str | None) -> None:
    shown = ADDRESS.validate_python(url)
    assert shown == read if read else re.match(r"https://[ -~]*xn--[ -~]+$", shown)


@given(st.from_regex(r"https?://[^\s\x00-\x20\x7f-\x9f<>\"]+", fullmatch=True))
def test_nothing_in_an_address_hides_and_written_twice_it_is_the_same(url: str) -> None:
    once = written(url)
    assert not HIDDEN.search(once)
    assert written(once) == once
    assert once.startswith(("http://", "https://"))


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "HTTPS://a.example",
        "//a.example",
        "https://",
        " https://a",
    ],
)
def test_no_other_kind_of_address_is_one(url: str) -> None:
    with pytest.raises(ValidationError):
        ADDRESS.validate_python(url)
