"""Metadata of a web page's article: JSON-LD of schema.org, else `meta` elements."""

from collections.abc import Iterator
from typing import Any

import orjson

from deepseek_tui.article.importers.imported import ArticleMetadata, metadata

MAX_OBJECTS = 10_000
"""The most JSON-LD objects that are read."""
_ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "LiveBlogPosting")
_META = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "publisher": ("og:site_name", "dc.publisher"),
    "author": ("author", "dc.creator"),
    "url": ("og:url",),
    "published": ("article:published_time", "date", "dc.date", "datepublished"),
}
"""The names of `meta` elements for each field, in order of preference."""


def page_metadata(tree: Any) -> ArticleMetadata:
    """Return the metadata of a page, given as a tree of lxml."""
    linked = next(_linked_articles(tree), {})
    meta = _meta_elements(tree)
    found: dict[str, object] = {
        "title": linked.get("headline") or linked.get("name"),
        "publisher": _names(linked.get("publisher")),
        "author": _names(linked.get("author")),
        "url": _address(linked) or next(iter(tree.xpath("//link[@rel='canonical']/@href")), ""),
        "published": linked.get("datePublished"),
    }
    for field, names in _META.items():
        found[field] = found[field] or next((meta[name] for name in names if name in meta), "")
    if not found["title"]:
        heading = next(iter(tree.xpath("//h1")), None)
        found["title"] = heading.text_content() if heading is not None else ""
    return metadata(**found)


def _linked_articles(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects that describe an article."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            waiting: list[Any] = [orjson.loads(script.text or "")]
        except orjson.JSONDecodeError:
            continue
        for _ in range(MAX_OBJECTS):
            if not waiting:
                break
            value = waiting.pop(0)
            if isinstance(value, list):
                waiting.extend(value)
            elif isinstance(value, dict):
                types = value.get("@type")
                if any(str(kind).endswith(_ARTICLE_TYPES) for kind in (types if isinstance(types, list) else [types])):
                    yield value
                waiting.extend(value.get(key) for key in ("@graph", "mainEntity") if key in value)


def _names(value: object) -> str:
    """Return the names of persons or organisations, joined with commas."""
    people = value if isinstance(value, list) else [value]
    names = [one.get("name") if isinstance(one, dict) else one for one in people]
    return ", ".join(name for name in names if isinstance(name, str) and name)


def _address(article: dict[str, Any]) -> object:
    page = article.get("mainEntityOfPage")
    return article.get("url") or (page.get("@id") if isinstance(page, dict) else page)


def _meta_elements(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        found.setdefault(name.lower(), element.get("content") or "")
    return {name: content for name, content in found.items() if content.strip()}
