"""Tests of the lab screen: keys, mouse, messages, language, long computations."""

import threading

import pytest

from bundled import LANGUAGES, reading
from deepseek_tui.labs.catalogue import LABS
from deepseek_tui.labs.lab import ReportProgress, Values
from deepseek_tui.labs.mla_lab import MlaLab
from deepseek_tui.story.format.model import Story
from deepseek_tui.ui.labs.lab_screen import LabScreen
from deepseek_tui.ui.widgets.hint_bar import HintBar
from pilot.opened import NARROW, WIDE, Opened, open_app, page

COMPUTE = ("4", "j", "j", "d")
MLA = ("4", "d")


def screen(program: Opened) -> LabScreen:
    found = program.app.screen
    assert isinstance(found, LabScreen)
    return found


def page_text(program: Opened) -> str:
    return page(screen(program).view)


async def finished(program: Opened) -> None:
    await program.until(lambda: not list(program.app.workers))


async def test_escape_closes_the_lab_and_returns_to_the_same_item(opened: Opened) -> None:
    await opened.press("4", "j", "j", "tab", "j", "j", "j")
    before = (opened.section, opened.key, opened.focused, opened.dashboard.panels.detail.scroll_y)
    await opened.press("d")
    assert opened.dialog == "LabScreen"
    assert "Compute" in opened.seen
    await opened.press("right", "3", "escape")
    assert opened.dialog == ""
    assert (opened.section, opened.key, opened.focused, opened.dashboard.panels.detail.scroll_y) == before


@pytest.mark.parametrize("language", LANGUAGES)
async def test_key_d_opens_the_lab_of_every_innovation_that_has_one(story: Story, language: str) -> None:
    async with open_app(story, language) as program:
        await program.press("4")
        for innovation in story.innovations:
            if innovation.lab and innovation.lab.value in LABS:
                assert program.key == innovation.id
                await program.press("d")
                assert screen(program).lab.name == innovation.lab.value
                assert screen(program).lab.title in program.seen
                await program.press("q")
            await program.press("j")


async def test_closing_the_help_of_a_lab_returns_to_the_lab(opened: Opened) -> None:
    await opened.press(*MLA, "question_mark")
    assert "You are in a lab" in opened.seen
    await opened.press("escape")
    assert opened.dialog == "LabScreen"
    await opened.press("d")
    assert opened.dialog == ""


async def test_key_d_shows_a_message_for_an_item_without_a_lab(opened: Opened) -> None:
    await opened.press("3", "d")
    assert opened.dialog == ""
    assert "No lab here" in opened.notifications[-1]


async def test_page_of_an_innovation_names_the_key_and_the_command_of_the_lab(opened: Opened) -> None:
    await opened.press("4")
    assert "press d in the dashboard, or run deepseek-tui lab mla" in page(opened.dashboard.panels.detail)


@pytest.mark.parametrize("size", [NARROW, (80, 24), WIDE])
@pytest.mark.parametrize(("language", "hint"), [("en", "d try it"), ("fr", "d essayer")])
async def test_footer_offers_the_lab_only_for_items_that_have_one(
    story: Story, language: str, hint: str, size: tuple[int, int]
) -> None:
    async with open_app(story, language, size=size) as program:
        assert hint not in program.lines[-1]
        await program.press("4")
        for innovation in story.innovations:
            assert (hint in program.lines[-1]) == (innovation.lab is not None)
            await program.press("j")
        await program.press("5")
        assert hint not in program.lines[-1]
        await program.press("4", "g")
        await program.click_words(hint[2:], -1)
        assert program.dialog == "LabScreen"


async def test_stepping_a_control_changes_the_value_and_the_page(opened: Opened) -> None:
    await opened.press(*MLA)
    assert "8.578 GiB" in page_text(opened)
    await opened.press(*["j"] * 7, "right")
    assert screen(opened).values["context"] == 262_144
    assert "17.16 GiB" in page_text(opened)
    assert "supports 131,072 tokens" in page_text(opened)
    await opened.press("h", "minus")
    assert screen(opened).values["context"] == 65_536
    await opened.press("l", "plus")
    assert screen(opened).values["context"] == 262_144


async def test_cursor_wraps_around_the_controls_and_each_control_has_a_description(opened: Opened) -> None:
    await opened.press(*COMPUTE)
    lab = screen(opened).lab
    for control in lab.controls:
        assert control.description.split(";")[0][:20] in opened.seen
        await opened.press("down")
    assert screen(opened).controls.cursor == 0
    await opened.press("up")
    assert screen(opened).controls.cursor == len(lab.controls) - 1
    await opened.press("g", "G")
    assert screen(opened).controls.cursor == len(lab.controls) - 1


async def test_enter_sets_the_typed_value(opened: Opened) -> None:
    await opened.press(*COMPUTE, "j", "enter")
    await opened.type("50,000")
    assert "50,000▏" in opened.seen
    await opened.press("enter")
    assert screen(opened).values["chips"] == 50_000
    assert screen(opened).values["count"] == "own"
    assert "26 times as many" in page_text(opened)


async def test_digits_typed_as_a_value_do_not_start_a_guided_step(opened: Opened) -> None:
    await opened.press(*COMPUTE, "j", "enter", "3", "1", "2", "backspace", "enter")
    assert screen(opened).values["chips"] == 31


async def test_first_escape_cancels_typing_and_second_closes_the_lab(opened: Opened) -> None:
    await opened.press(*COMPUTE, "j", "enter", "9", "escape")
    assert opened.dialog == "LabScreen"
    assert screen(opened).values["chips"] == 100_000
    await opened.press("escape")
    assert opened.dialog == ""


@pytest.mark.parametrize(("typed", "sentence"), [("0", "out of range"), ("abc", "not a number"), ("1.5", "whole number")])
async def test_invalid_typed_value_is_refused_and_the_control_is_unchanged(
    opened: Opened, typed: str, sentence: str
) -> None:
    await opened.press(*COMPUTE, "j", "enter")
    await opened.type(typed)
    before = screen(opened).values
    await opened.press("enter")
    assert sentence in str(screen(opened).about.content)
    assert screen(opened).values == before


@pytest.mark.parametrize(
    ("keys", "id", "typed", "messages"),
    [
        (MLA, "heads", "0", ("0 is out of range, from 1 to", "0 est hors limites, de 1 à")),
        (MLA, "context", "1e12", ("1,000,000,000,000 is out of range", "1 000 000 000 000 est hors limites")),
        (COMPUTE, "price", "-2", ("−2 is out of range, from 0", "−2 est hors limites, de 0")),
        (
            ("4", "j", "d"),
            "group",
            "1",
            ("A group of 1 has nothing to compare", "Un groupe de 1 ne permet aucune comparaison"),
        ),
    ],
)
async def test_value_out_of_range_is_refused_with_a_message_in_the_interface_language(
    story: Story, keys: tuple[str, ...], id: str, typed: str, messages: tuple[str, str]
) -> None:
    for language, sentence in zip(("en", "fr"), messages, strict=True):
        async with open_app(story, language) as program:
            await program.press(*keys)
            before = screen(program).values
            controls = [control.id for control in screen(program).lab.controls]
            await program.press(*["down"] * controls.index(id), "enter")
            await program.type(typed)
            await program.press("enter")
            assert sentence in str(screen(program).about.content).replace("\u00a0", " ").replace("\u202f", " ")
            assert screen(program).values == before


async def test_french_decimal_comma_is_accepted_in_a_typed_value(story: Story) -> None:
    async with open_app(story, "fr") as program:
        await program.press(*COMPUTE, *["j"] * 6, "enter")
        await program.type("2,5")
        await program.press("enter")
        assert screen(program).values["price"] == 2.5
        assert "6,97 millions de dollars" in page_text(program)


async def test_guided_steps_set_the_values_and_key_r_resets_them(opened: Opened) -> None:
    await opened.press(*COMPUTE, "3")
    lab = screen(opened).lab
    assert screen(opened).values == lab.values_at_step(2)
    assert "A category error" in page_text(opened)
    assert lab.guided_steps[2].description == str(screen(opened).about.content)
    await opened.press("2")
    assert screen(opened).values == lab.values_at_step(1)
    await opened.press("r")
    assert screen(opened).values == lab.defaults


async def test_warning_about_comparing_fleet_and_cluster_is_shown_when_a_cluster_is_chosen(opened: Opened) -> None:
    await opened.press(*COMPUTE)
    for _ in range(3):
        await opened.press("right")
    assert screen(opened).values["count"] == "v3-cluster"
    assert "A category error" in page_text(opened)


@pytest.mark.parametrize(("size", "language"), [((60, 20), "fr"), ((60, 20), "en"), ((80, 24), "fr"), ((80, 24), "en")])
async def test_footer_of_a_lab_shows_the_help_and_close_keys_at_narrow_sizes(
    story: Story, size: tuple[int, int], language: str
) -> None:
    async with open_app(story, language, size=size) as program:
        for keys in (MLA, ("escape", "j", "d"), ("escape", "j", "d")):
            await program.press(*keys)
            assert "? " in program.lines[-1]
            assert program.app.screen.query_one(HintBar).offered[-1].words in program.lines[-1]


async def test_key_l_switches_the_language_and_keeps_the_values_and_the_result(opened: Opened) -> None:
    await opened.press(*MLA, "down", "down", "down", "down", "down", "down", "down", "right", "x")
    await finished(opened)
    place, values, result = opened.key, screen(opened).values, screen(opened).result
    assert "The cache for 262,144 tokens" in page_text(opened)
    await opened.press("L")
    assert "Le cache de 262 144 jetons" in page_text(opened).replace("\u00a0", " ").replace("\u202f", " ")
    assert "La vérification" in page_text(opened)
    assert "Jetons" in opened.seen
    assert "changer" in opened.lines[-1]
    assert (screen(opened).values, screen(opened).result, screen(opened).controls.cursor) == (values, result, 7)
    await opened.press("escape")
    assert opened.dashboard.reading.language == "fr"
    assert opened.key == place
    assert "ouvrir" in opened.lines[-1]


async def test_tab_focuses_the_page_and_values_can_still_be_stepped(opened: Opened) -> None:
    await opened.press(*COMPUTE, "tab")
    assert opened.focused == "lab-page"
    await opened.press("j", "j", "j")
    assert screen(opened).view.scroll_y == 3
    await opened.press("right")
    assert screen(opened).values["count"] == "wang"
    assert screen(opened).view.scroll_y == 3
    await opened.press("tab")
    assert opened.focused == "lab-controls"


async def test_mouse_clicks_step_a_value_and_open_its_input_field(opened: Opened) -> None:
    await opened.press(*MLA)
    controls = screen(opened).controls
    await opened.click(controls, controls.size.width - 1, 8)
    assert screen(opened).values["context"] == 262_144
    line = controls.line(7).plain
    await opened.click(controls, line.index("‹") + 1, 8)
    assert screen(opened).values["context"] == 131_072
    await opened.click(controls, 3, 8)
    assert controls.typing
    await opened.type("1000")
    await opened.press("enter")
    assert screen(opened).values["context"] == 1_000
    for index in (0, 1, 2, 0):
        await opened.click_words("1 2 3", -1)
        assert screen(opened).values == screen(opened).lab.values_at_step(index)
    await opened.click_words("close", -1)
    assert opened.dialog == ""


async def test_controls_are_above_the_page_and_can_be_scrolled_at_narrow_sizes(story: Story) -> None:
    async with open_app(story, size=NARROW) as program:
        await program.press(*MLA)
        lab = screen(program)
        assert lab.controls.region.bottom <= lab.view.region.y
        await program.press(*["j"] * 7)
        assert "Context" in program.seen
        assert "MLA (as built)" in program.seen
        await program.press("right")
        assert "17.16 GiB" in program.seen


async def test_guided_steps_are_listed_below_the_controls_if_there_is_room(story: Story) -> None:
    async with open_app(story, size=WIDE) as program:
        await program.press(*MLA)
        assert "What to try" in program.seen
        assert "What to try" not in page_text(program)
        await program.resize((80, 24))
        assert "What to try" in page_text(program)
        await program.resize(WIDE)
        assert "What to try" not in page_text(program)


async def test_key_x_runs_the_proof_and_changing_a_value_discards_the_result(opened: Opened) -> None:
    await opened.press(*MLA, "x")
    await finished(opened)
    assert "The check" in opened.seen
    assert screen(opened).view.border_subtitle == ""
    await opened.press("j", "right")
    assert "The check" not in page_text(opened)


async def test_key_x_does_nothing_in_a_lab_without_a_long_computation(opened: Opened) -> None:
    await opened.press(*COMPUTE, "x")
    assert not list(opened.app.workers)


class Slow(MlaLab):
    """A lab that computes until it is cancelled."""

    def __init__(self) -> None:
        super().__init__(reading("en"))
        self.started, self.stopped, self.never = threading.Event(), threading.Event(), threading.Event()

    def run(self, values: Values, report_progress: ReportProgress) -> object:
        try:
            while True:
                report_progress(0.4)
                self.started.set()
                self.never.wait(0.005)  # This short wait lets the other threads run.
        finally:
            self.stopped.set()


@pytest.mark.parametrize("key", ["escape", "r", "right", "1"])
async def test_long_computation_stops_on_escape_or_when_a_value_changes(opened: Opened, key: str) -> None:
    lab = Slow()
    opened.app.push_screen(LabScreen(lab))
    await opened.rest()
    await opened.press("x")
    await opened.until(lab.started.is_set)
    assert "working, 40%" in opened.seen
    await opened.press(key)
    await opened.until(lab.stopped.is_set)
    await finished(opened)
    assert opened.dialog == "LabScreen"
    assert screen(opened).result is None
    assert "working" not in opened.seen


async def test_closing_a_lab_stops_the_long_computation(opened: Opened) -> None:
    lab = Slow()
    opened.app.push_screen(LabScreen(lab))
    await opened.rest()
    await opened.press("x")
    await opened.until(lab.started.is_set)
    await opened.press("q", "q")
    assert opened.dialog == ""
    await opened.until(lab.stopped.is_set)
    await finished(opened)
    assert threading.active_count() < 10


async def test_lab_without_a_start_key_computes_on_opening_and_after_each_change(opened: Opened) -> None:
    class Eager(MlaLab):
        """A lab that starts its computation by itself."""

        eager = True

        def run(self, values: Values, report_progress: ReportProgress) -> object:
            report_progress(1)
            return values["context"]

    opened.app.push_screen(LabScreen(Eager(reading("en"))))
    await opened.rest()
    await finished(opened)
    assert screen(opened).result == 131_072
    await opened.press(*["j"] * 7, "right")
    await finished(opened)
    assert screen(opened).result == 262_144
