"""Display of web addresses, with every character and the real host name."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from deepseek_tui.story.format.addresses import safe_address
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
def test_unambiguous_web_address_is_unchanged(url: str) -> None:
    assert safe_address(url) == url
    assert ADDRESS.validate_python(url) == url


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://\u0430pple.com/", "https://xn--pple-43d.com/"),  # The first letter of the host is a Cyrillic a.
        # All letters of the name are Cyrillic.
        ("https://\u0430\u0440\u0440\u04cf\u0435.com", "https://xn--80ak6aa92e.com"),
        ("https://bank.\u0430\u0440\u0440.com:443/x", "https://bank.xn--80a6aa.com:443/x"),
        ("https://g\u03bf\u03bfgle.com", "https://xn--ggle-0nda.com"),  # Two letters are a Greek omicron.
        ("https://paypa\u0131.com", None),  # U+0131 is an i without a dot.
        ("https://\u0261oogle.com", None),  # U+0261 is a phonetic symbol.
        ("https://\u0180ank.com", None),  # U+0180, a b with a stroke, is the first letter that no European language uses.
        ("https://a\u200bb.com/", None),
        ("https://exa\u0301mple.com", "https://exámple.com"),
        ("https://\uff50\uff41\uff59.com", "https://pay.com"),
        ("https://a\u3002example\uff0ecom/", "https://a.example.com/"),
        # The single character U+2100 normalises to the three characters a/c.
        ("https://good.example\u2100evil.example/", None),
        ("https://good.example/\u202egnp.exe", "https://good.example/%E2%80%AEgnp.exe"),
        ("https://good.example/a\u200bb", "https://good.example/a%E2%80%8Bb"),
        ("https://\u202e@good.example/", "https://%E2%80%AE@good.example/"),
        # The host name ends at the backslash.
        ("https://good.example\\@\u0430.example", "https://good.example\\@\u0430.example"),
    ],
)
def test_lookalike_host_names_and_invisible_characters_in_addresses_are_encoded(url: str, safe: str | None) -> None:
    shown = ADDRESS.validate_python(url)
    assert shown == safe if safe else re.match(r"https://[ -~]*xn--[ -~]+$", shown)


@given(st.from_regex(r"https?://[^\s\x00-\x20\x7f-\x9f<>\"]+", fullmatch=True))
def test_encoded_address_has_no_invisible_characters_and_is_encoded_only_once(url: str) -> None:
    once = safe_address(url)
    assert not HIDDEN.search(once)
    assert safe_address(once) == once
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
def test_addresses_that_are_malformed_or_not_http_are_rejected(url: str) -> None:
    with pytest.raises(ValidationError):
        ADDRESS.validate_python(url)
