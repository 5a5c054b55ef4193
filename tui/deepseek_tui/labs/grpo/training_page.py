"""What the lab says of a training: how far it is, p beside its limit, and what each setting does to it."""

from collections.abc import Iterator, Mapping

from deepseek_tui.i18n.grpo import GrpoWords
from deepseek_tui.i18n.numbers import number
from deepseek_tui.labs.grpo.learning_curve import expected_push, fixed_point, push, silence
from deepseek_tui.labs.grpo.settings import Deviation, TrainingSettings
from deepseek_tui.labs.grpo.training_record import TrainingRecord, TrainingState, stops
from deepseek_tui.labs.lab import Quantity
from deepseek_tui.labs.number_format import fixed, percent
from deepseek_tui.panes.blocks import NOTHING, Block, Field, Heading, Para, Role, Span, Table
from deepseek_tui.panes.common_blocks import plain

HARDNESS = (0.01, 0.1, 0.5, 0.9, 0.99)
"""The values of p at which the pull of a question is told."""


def training_blocks(words: GrpoWords, language: str, history: TrainingRecord) -> tuple[Block, ...]:
    """Where the run is, its curve as a table, and how hard questions of different difficulty pull."""
    return (
        Heading(words.parts["training"]),
        *_state(words, language, history),
        *_curve(words, language, history),
        *_hardness(words, language, history.settings),
    )


def _state(words: GrpoWords, language: str, history: TrainingRecord) -> Iterator[Block]:
    settings, state = history.settings, history.state
    last = history.steps[-1] if history.steps else None
    p = last.p if last else 1 / settings.arms

    def said(id: str, sentence: str) -> Field:
        return Field(words.fields[id], plain(sentence))

    if state is TrainingState.READY:
        yield Para(plain(words.idle))
    yield Field(
        words.fields["state"],
        (
            Span(
                words.state[state.value].format(step=number(history.step, language), steps=number(settings.steps, language)),
                Role.STRONG,
            ),
        ),
    )
    limit = fixed(history.limit[history.step], 3, language)
    yield said("chance", words.chance.format(p=fixed(p, 3, language), limit=limit))
    if history.escaped:
        yield Para((Span(words.escaped, Role.STRONG),))
    if last and last.number:
        pattern = words.last_silent if last.silent else words.last_group
        yield said("last", pattern.format(right=number(last.right, language), group=number(settings.group, language)))
    chance = percent(silence(p, settings.group), language)
    yield said(
        "silent",
        words.silent.format(count=number(history.silent, language), step=number(history.step, language), chance=chance),
    )
    yield said(
        "pull",
        words.pull.format(
            mean=fixed(expected_push(p, settings.group, settings.deviation), 4, language),
            limit=fixed(push(p, settings.deviation), 4, language),
            group=number(settings.group, language),
        ),
    )
    if settings.updates == 1:
        yield said("clip", words.never_clipped)
    elif last:
        yield said("clip", words.clipped.format(share=percent(last.clipped, language)))
    if last and last.number and settings.updates == 1 and not settings.beta:
        yield said("loss", words.loss.format(loss=fixed(-last.objective, 3, language)))
    elif last and last.number:
        yield said("loss", fixed(-last.objective, 4, language))
    if settings.beta:
        if last:
            yield said("divergence", words.divergence.format(value=fixed(last.divergence, 3, language)))
        yield said("rest", words.rest.format(p=fixed(_rest(settings), 3, language)))


def _rest(settings: TrainingSettings) -> float:
    return fixed_point(settings.beta, settings.anchor, settings.deviation)


def _curve(words: GrpoWords, language: str, history: TrainingRecord) -> Iterator[Block]:
    before = history.before.steps if history.before else ()
    head = words.table_head if before else words.table_head[:3]
    rows = []
    for stop in stops(history.settings.steps):
        drawn = fixed(history.steps[stop].p, 3, language) if stop < len(history.steps) else "·"
        row = [number(stop, language), drawn, fixed(history.limit[stop], 3, language)]
        if before:
            row.append(fixed(before[stop].p, 3, language) if stop < len(before) else "·")
        rows.append(tuple(row))
    yield Table(head, tuple(rows), (NOTHING,) * len(rows))
    yield Para((Span(words.about_limit, Role.MUTED),))


def _hardness(words: GrpoWords, language: str, settings: TrainingSettings) -> Iterator[Block]:
    yield Heading(words.hardness)
    rows = tuple(
        (
            fixed(p, 2, language),
            fixed(push(p, Deviation.POPULATION), 4, language),
            fixed(push(p, Deviation.NONE), 4, language),
        )
        for p in HARDNESS
    )
    yield Table(words.hardness_head, rows, (NOTHING,) * len(rows))
    yield Para(plain(words.hardness_words["without" if settings.deviation is Deviation.NONE else "with"]))


def training_numbers(history: TrainingRecord) -> Mapping[str, Quantity]:
    """The training's numbers by name; the curve itself stands beside them, step by step."""
    settings = history.settings
    last = history.steps[-1] if history.steps else None
    p = last.p if last else 1 / settings.arms
    found: dict[str, Quantity] = {
        "steps_made": Quantity(history.step, "groups drawn"),
        "p": Quantity(p, "probability"),
        "p_in_the_limit": Quantity(history.limit[history.step], "probability"),
        "silent_groups": Quantity(history.silent, "groups"),
        "next_group_silent": Quantity(silence(p, settings.group), "probability"),
        "pull_of_a_group": Quantity(
            expected_push(p, settings.group, settings.deviation), "logit per unit of rate, on average"
        ),
        "pull_in_the_limit": Quantity(push(p, settings.deviation), "logit per unit of rate"),
        "ran_away": Quantity(history.escaped, "true or false"),
    }
    if last:
        found |= {
            "last_group_right": Quantity(last.right, "answers of the group"),
            "clipped": Quantity(last.clipped, "share of the group's gradient, 0 to 1"),
            "loss": Quantity(0.0 - last.objective, "minus the objective"),  # and no −0 where the objective is 0
            "divergence": Quantity(last.divergence, "nats"),
        }
    if settings.beta:
        found["fixed_point"] = Quantity(_rest(settings), "probability")
    for stop in stops(settings.steps):
        if stop < len(history.steps):
            found[f"p_at_step_{stop}"] = Quantity(history.steps[stop].p, "probability")
        found[f"p_in_the_limit_at_step_{stop}"] = Quantity(history.limit[stop], "probability")
    for p in HARDNESS:
        found[f"push_at_{p}_with_std"] = Quantity(push(p, Deviation.POPULATION), "logit per unit of rate")
        found[f"push_at_{p}_without_std"] = Quantity(push(p, Deviation.NONE), "logit per unit of rate")
    units = {
        "p": "probability",
        "divergence": "nats",
        "objective": "mean advantage, less beta times nats",
        "estimate": "nats",
        "right": "answers of the group",
        "clipped": "share of the group's gradient, 0 to 1",
    }
    for name, unit in units.items():
        found[f"curve_{name}"] = Quantity(tuple(getattr(step, name) for step in history.steps), unit)
    found["curve_limit"] = Quantity(history.limit, "probability")
    return found
