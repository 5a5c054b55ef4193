"""Environment variables that Textual cannot use."""

from pathlib import Path

import pytest

from deepseek_tui.cli.textual_environment import environment_fault


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("TEXTUAL_DRIVER", "", "cannot be imported (ValueError)"),
        ("TEXTUAL_DRIVER", "junk", "cannot be imported (ModuleNotFoundError)"),
        ("TEXTUAL_DRIVER", "textual.driver:Missing", "cannot be imported (AttributeError)"),
        ("TEXTUAL_DRIVER", "os:getcwd", "is not a driver of Textual"),
        ("TEXTUAL_DRIVER", "pathlib:Path", "is not a driver of Textual"),
        ("TEXTUAL_DRIVER", "\x1b]0;x\x07:y", "'\\x1b]0;x\\x07:y'"),
        ("TEXTUAL_LOG", "/proc/nowhere/log", "cannot be written: No such file or directory"),
        ("TEXTUAL_LOG", "/", "cannot be written: Is a directory"),
        ("TEXTUAL_COLOR_SYSTEM", "many", "it can be auto, standard, 256, truecolor, windows"),
    ],
)
def test_unusable_value_of_a_textual_variable_is_reported_with_the_variable_name(name: str, value: str, message: str):
    fault = environment_fault({name: value})
    assert fault.startswith(name)
    assert message in fault


def test_usable_values_of_textual_variables_are_accepted(tmp_path: Path):
    log = tmp_path / "log"
    usable = {
        "TEXTUAL_DRIVER": "textual.drivers.headless_driver:HeadlessDriver",
        "TEXTUAL_LOG": str(log),
        "TEXTUAL_COLOR_SYSTEM": "256",
    }
    assert environment_fault({}) == ""
    assert environment_fault(usable) == ""
    assert log.exists()
