"""Tests that the screenshots of the README are current."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


def _make() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_screenshots", ROOT / "screenshots" / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # The dataclass decorator looks up the module in sys.modules.
    spec.loader.exec_module(module)
    return module


MAKE = _make()
NAMES = [picture.name for picture in MAKE.PICTURES]
READ_ME = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("picture", MAKE.PICTURES, ids=NAMES)
async def test_screenshot_is_current(picture: object) -> None:
    assert isinstance(picture, MAKE.Picture)
    assert picture.path.exists(), "make screenshots"
    assert picture.path.read_text("utf-8") == await picture.svg(MAKE.bundled()), "make screenshots"


def test_no_unused_screenshot_exists() -> None:
    assert sorted(path.stem for path in (ROOT / "screenshots").glob("*.svg")) == sorted(NAMES)


def test_images_of_readme_exist() -> None:
    shown = {line.split("(")[1].split(")")[0] for line in READ_ME.splitlines() if line.startswith("![")}
    assert {name for name in shown if not (ROOT / name).exists()} == set()
