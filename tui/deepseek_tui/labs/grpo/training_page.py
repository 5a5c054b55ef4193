"""Page section on the training: its state, learning curve and gradients."""

from collections.abc import Iterator, Mapping

from deepseek_tui.i18n.grpo import GrpoWords
from deepseek_tui.i18n.numbers import number
from deepseek_tui.labs.grpo.learning_curve import expected_logit_gradient, fixed_point, logit_gradient, silent_probability
from deepseek_tui.labs.grpo.settings import Deviation, TrainingSettings
from deepseek_tui.labs.grpo.training_record import TrainingRecord, TrainingState, table_steps
from deepseek_tui.labs.lab import Quantity
from deepseek_tui.labs.number_format import format_fixed, format_percent
from deepseek_tui.panes.blocks import NOTHING, Block, Field, Heading, Para, Role, Span, Table
from deepseek_tui.panes.common_blocks import plain

DIFFICULTIES = (0.01, 0.1, 0.5, 0.9, 0.99)
"""Values of p at which the gradient of a question is shown."""


def training_blocks(words: GrpoWords, language: str, record: TrainingRecord) -> tuple[Block, ...]:
    """Return the page on the training: state, curve table and gradients."""
    return (
        Heading(words.parts["training"]),
        *_state(words, language, record),
        *_curve(words, language, record),
        *_difficulty_table(words, language, record.settings),
    )


def _state(words: GrpoWords, language: str, record: TrainingRecord) -> Iterator[Block]:
    settings, state = record.settings, record.state
    last = record.steps[-1]
    p = last.p

    def field(id: str, sentence: str) -> Field:
        return Field(words.fields[id], plain(sentence))

    if state is TrainingState.READY:
        yield Para(plain(words.idle))
    yield Field(
        words.fields["state"],
        (
            Span(
                words.state[state.value].format(step=number(record.step, language), steps=number(settings.steps, language)),
                Role.STRONG,
            ),
        ),
    )
    limit = format_fixed(record.limit_curve[record.step], 3, language)
    yield field("chance", words.chance.format(p=format_fixed(p, 3, language), limit=limit))
    if record.diverged:
        yield Para((Span(words.escaped, Role.STRONG),))
    if last.number:
        pattern = words.last_silent if last.silent else words.last_group
        yield field("last", pattern.format(right=number(last.right, language), group=number(settings.group, language)))
    chance = format_percent(silent_probability(p, settings.group), language)
    yield field(
        "silent",
        words.silent.format(count=number(record.silent_groups, language), step=number(record.step, language), chance=chance),
    )
    yield field(
        "pull",
        words.pull.format(
            mean=format_fixed(expected_logit_gradient(p, settings.group, settings.deviation), 4, language),
            limit=format_fixed(logit_gradient(p, settings.deviation), 4, language),
            group=number(settings.group, language),
        ),
    )
    if settings.updates == 1:
        yield field("clip", words.never_clipped)
    else:
        yield field("clip", words.clipped.format(share=format_percent(last.clipped, language)))
    if last.number and settings.updates == 1 and not settings.beta:
        yield field("loss", words.loss.format(loss=format_fixed(-last.objective, 3, language)))
    elif last.number:
        yield field("loss", format_fixed(-last.objective, 4, language))
    if settings.beta:
        yield field("divergence", words.divergence.format(value=format_fixed(last.divergence, 3, language)))
        yield field("rest", words.rest.format(p=format_fixed(_fixed_point(settings), 3, language)))


def _fixed_point(settings: TrainingSettings) -> float:
    return fixed_point(settings.beta, settings.reference_probability, settings.deviation)


def _curve(words: GrpoWords, language: str, record: TrainingRecord) -> Iterator[Block]:
    previous = record.previous.steps if record.previous else ()
    head = words.table_head if previous else words.table_head[:3]
    rows = []
    for step_number in table_steps(record.settings.steps):
        run_p = format_fixed(record.steps[step_number].p, 3, language) if step_number < len(record.steps) else "·"
        row = [number(step_number, language), run_p, format_fixed(record.limit_curve[step_number], 3, language)]
        if previous:
            row.append(format_fixed(previous[step_number].p, 3, language) if step_number < len(previous) else "·")
        rows.append(tuple(row))
    yield Table(head, tuple(rows), (NOTHING,) * len(rows))
    yield Para((Span(words.about_limit, Role.MUTED),))


def _difficulty_table(words: GrpoWords, language: str, settings: TrainingSettings) -> Iterator[Block]:
    yield Heading(words.hardness)
    rows = tuple(
        (
            format_fixed(p, 2, language),
            format_fixed(logit_gradient(p, Deviation.POPULATION), 4, language),
            format_fixed(logit_gradient(p, Deviation.NONE), 4, language),
        )
        for p in DIFFICULTIES
    )
    yield Table(words.hardness_head, rows, (NOTHING,) * len(rows))
    yield Para(plain(words.hardness_words["without" if settings.deviation is Deviation.NONE else "with"]))


def training_numbers(record: TrainingRecord) -> Mapping[str, Quantity]:
    """Return the numbers of the training by name, with all curves."""
    settings = record.settings
    last = record.steps[-1]
    p = last.p
    quantities: dict[str, Quantity] = {
        "steps_made": Quantity(record.step, "groups drawn"),
        "p": Quantity(p, "probability"),
        "p_in_the_limit": Quantity(record.limit_curve[record.step], "probability"),
        "silent_groups": Quantity(record.silent_groups, "groups"),
        "next_group_silent": Quantity(silent_probability(p, settings.group), "probability"),
        "pull_of_a_group": Quantity(
            expected_logit_gradient(p, settings.group, settings.deviation), "logit per unit of rate, on average"
        ),
        "pull_in_the_limit": Quantity(logit_gradient(p, settings.deviation), "logit per unit of rate"),
        "ran_away": Quantity(record.diverged, "true or false"),
        "last_group_right": Quantity(last.right, "answers of the group"),
        "clipped": Quantity(last.clipped, "share of the group's gradient, 0 to 1"),
        "loss": Quantity(0.0 - last.objective, "minus the objective"),  # Subtracting from 0.0 avoids the value −0.
        "divergence": Quantity(last.divergence, "nats"),
    }
    if settings.beta:
        quantities["fixed_point"] = Quantity(_fixed_point(settings), "probability")
    for step_number in table_steps(settings.steps):
        if step_number < len(record.steps):
            quantities[f"p_at_step_{step_number}"] = Quantity(record.steps[step_number].p, "probability")
        quantities[f"p_in_the_limit_at_step_{step_number}"] = Quantity(record.limit_curve[step_number], "probability")
    for p in DIFFICULTIES:
        quantities[f"push_at_{p}_with_std"] = Quantity(logit_gradient(p, Deviation.POPULATION), "logit per unit of rate")
        quantities[f"push_at_{p}_without_std"] = Quantity(logit_gradient(p, Deviation.NONE), "logit per unit of rate")
    units = {
        "p": "probability",
        "divergence": "nats",
        "objective": "mean advantage, less beta times nats",
        "estimate": "nats",
        "right": "answers of the group",
        "clipped": "share of the group's gradient, 0 to 1",
    }
    for name, unit in units.items():
        quantities[f"curve_{name}"] = Quantity(tuple(getattr(step, name) for step in record.steps), unit)
    quantities["curve_limit"] = Quantity(record.limit_curve, "probability")
    return quantities
