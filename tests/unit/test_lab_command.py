"""Tests of `deepseek-tui lab`: text, JSON and refused arguments."""

import json
import subprocess
import sys

import pytest
from rich.cells import cell_len

from deepseek_tui.cli import main as cli
from deepseek_tui.labs.catalogue import LABS

OPENED = (
    "import sys; import deepseek_tui.ui.app, deepseek_tui.ui.dashboard, deepseek_tui.ui.labs.lab_screen;"
    "import deepseek_tui.labs.mla_lab, deepseek_tui.labs.compute_lab; print(*sys.modules)"
)


def numbers(*words: str, capsys: pytest.CaptureFixture[str]) -> dict[str, float]:
    assert cli.main(["lab", *words, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    return {id: entry["value"] for id, entry in {**document["inputs"], **document["numbers"]}.items()}


@pytest.mark.parametrize("name", LABS)
def test_help_of_every_lab_lists_the_options_and_a_working_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["lab", name, "--help"]) == 0
    shown = capsys.readouterr().out
    assert "example:" in shown
    assert f"deepseek-tui lab {name}" in shown
    for option in LABS[name].options:
        assert f"--{option.id.replace('_', '-')} " in shown
    words = LABS[name].example.split()[1:]
    assert cli.main(words) == 0


def test_lab_help_lists_the_choices_of_an_option_in_brackets(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    assert cli.main(["lab", "grpo", "--help"]) == 0
    printed = " ".join(capsys.readouterr().out.split())
    assert "l’écart-type qui divise les avantages (population, bessel, none)" in printed


def test_lab_command_without_a_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["lab"]) == 2
    assert "LAB" in capsys.readouterr().err


def test_json_output_has_the_published_cache_of_deepseek_v3_in_full_precision(capsys: pytest.CaptureFixture[str]) -> None:
    found = numbers("mla", "--preset", "deepseek-v3", "--context", "131072", capsys=capsys)
    assert found["mla_per_token"] == 70.272
    assert found["bytes"] == 2
    assert found["mla_cache"] == 61 * 576 * 2 * 131_072
    assert found["mla_cache_gib"] == 8.578125
    assert (found["naive_work"], found["absorbed_work"]) == (320, 1_088)
    assert round(found["headline_published_saved"], 3) == 0.933
    assert "proof_layers" not in found


def test_json_output_has_the_published_cache_of_llama(capsys: pytest.CaptureFixture[str]) -> None:
    assert numbers("mla", "--preset", "llama-3.1-405b", capsys=capsys)["gqa_per_token"] == 516.096


def test_lab_options_override_the_sizes_of_a_model_preset(capsys: pytest.CaptureFixture[str]) -> None:
    found = numbers("mla", "--layers", "10", "--kv-heads", "4", "--preset", "llama-3.1-70b", capsys=capsys)
    assert (found["preset"], found["layers"], found["heads"], found["kv_heads"]) == ("own", 10, 64, 4)


def test_numerical_proof_runs_only_with_the_proof_option(capsys: pytest.CaptureFixture[str]) -> None:
    found = numbers("mla", "--proof", capsys=capsys)
    assert found["proof_largest_difference"] <= 1e-12
    assert found["proof_control_least"] > 1e-2
    assert cli.main(["lab", "mla", "--proof", "--lang", "en"]) == 0
    assert "same computation" in capsys.readouterr().out.replace("\n", " ")


def test_json_output_has_the_numbers_of_the_compute_lab(capsys: pytest.CaptureFixture[str]) -> None:
    found = numbers("compute", capsys=capsys)
    assert (found["chips_ratio"], found["chips_ratio_bound"], found["category_error"]) == (13, "more than", False)
    assert (found["cost"], round(found["days"], 1)) == (5_576_000, 56.7)
    error = numbers("compute", "--count", "v3-cluster", capsys=capsys)
    assert (round(error["chips_ratio"]), error["category_error"]) == (635, True)
    assert numbers("compute", "--chips", "1e3", capsys=capsys)["chips"] == 1000


@pytest.mark.parametrize(
    "words",
    [
        "mla --heads 0",
        "mla --context 1e12",
        "mla --kv-heads 5",
        "mla --preset gpt-4",
        "mla --layers ten",
        "compute --price -3",
        "compute --chips 0",
        "compute --machines 1.5",
        "compute --hours 5 --no-context",
        "compute --count wang --no-context",
        "compute --width 5",
        "compute --story nowhere.json",
    ],
)
def test_invalid_lab_arguments_are_refused_in_one_sentence(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["lab", *words.split(), "--lang", "en"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert "Traceback" not in captured.err


@pytest.mark.parametrize(
    ("words", "english", "french"),
    [
        ("mla --heads 0", "Heads: 0 is out of range", "Têtes : 0 est hors limites"),
        ("mla --context 1e12", "out of range, from 1 to 100,000,000 tokens", "hors limites, de 1 à 100 000 000 jetons"),
        ("compute --price -3", "Price: −3 is out of range", "Prix : −3 est hors limites"),
        ("grpo --group 1", "nothing to compare", "ne permet aucune comparaison"),
    ],
)
def test_error_for_invalid_lab_arguments_is_in_the_requested_language(
    words: str, english: str, french: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for language, sentence in (("en", english), ("fr", french)):
        assert cli.main(["lab", *words.split(), "--lang", language]) == 2
        assert sentence in capsys.readouterr().err.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("width", ["20", "40", "132"])
def test_lab_output_is_no_wider_than_the_requested_width(width: str, capsys: pytest.CaptureFixture[str]) -> None:
    for name in LABS:
        assert cli.main(["lab", name, "--width", width, "--lang", "fr"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert max(map(cell_len, lines)) <= int(width)
        assert [line for line in lines if line != line.rstrip()] == []


def test_commands_shown_for_the_guided_steps_of_a_lab_succeed(capsys: pytest.CaptureFixture[str]) -> None:
    for name in LABS:
        assert cli.main(["lab", name, "--lang", "en", "--width", "400"]) == 0
        steps = [
            line for line in capsys.readouterr().out.splitlines() if line.startswith("• ") and "deepseek-tui lab" in line
        ]
        assert len(steps) == 3
        for step in steps:
            assert cli.main(step.partition("deepseek-tui ")[2].split()) == 0
        capsys.readouterr()


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        ("lab --help", ["numpy", "textual", "rich", "pydantic", "deepseek_tui.story.loading", "deepseek_tui.panes"]),
        ("lab compute", ["numpy", "textual"]),
        ("lab mla", ["numpy", "textual"]),
        ("--help", ["numpy", "deepseek_tui.labs"]),
    ],
)
def test_lab_command_imports_no_unnecessary_modules(words: str, absent: list[str]) -> None:
    code = (
        f"import sys; from deepseek_tui.cli.main import main; main({words.split()!r}); print(*sys.modules, file=sys.stderr)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stderr.split()
    assert "deepseek_tui.cli" in loaded
    assert [name for name in absent if name in loaded] == []


def test_dashboard_and_lab_screens_do_not_import_numpy() -> None:
    loaded = subprocess.run([sys.executable, "-c", OPENED], capture_output=True, text=True, check=True).stdout.split()
    assert "textual" in loaded
    assert "numpy" not in loaded


def test_application_does_not_import_labs_before_one_opens() -> None:
    code = "import sys; import deepseek_tui.ui.app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert [name for name in loaded if name.startswith(("deepseek_tui.labs", "deepseek_tui.i18n.labs", "numpy"))] == []
