"""What the lab says of a critic: the models that training keeps in memory, with one and without."""

from collections.abc import Mapping

from deepseek_tui.i18n.grpo import GrpoWords
from deepseek_tui.i18n.numbers import number
from deepseek_tui.labs.grpo.memory import MODELS, TrainingScheme, critic, memory
from deepseek_tui.labs.lab import Quantity
from deepseek_tui.labs.number_format import percent
from deepseek_tui.panes.blocks import Bar, Bars, Block, Heading, Para, Support
from deepseek_tui.panes.common_blocks import plain

BILLION = 1e9
GIGABYTE = 1e9


def critic_blocks(words: GrpoWords, language: str, billions: float, sources: Support) -> tuple[Block, ...]:
    """Four schemes to one scale, and the critic alone."""

    def told(size: float) -> str:
        gigabytes = size / GIGABYTE
        return number(round(gigabytes, 0 if gigabytes >= 100 else 3), language)

    parameters = billions * BILLION
    most = memory(TrainingScheme.PPO, parameters)
    bars = tuple(
        Bar(
            words.schemes[scheme.value],
            words.gigabytes.format(value=told(memory(scheme, parameters))),
            memory(scheme, parameters) / most,
            proof=Support(),
        )
        for scheme in TrainingScheme
    )
    alone = critic(parameters)
    sentence = words.critic.format(value=told(alone), share=percent(alone / most, language))
    return (
        Heading(words.parts["critic"]),
        Bars(bars, words.memory_caption, words.memory_caveats),
        Para(plain(sentence), sources),
    )


def critic_numbers(billions: float) -> Mapping[str, Quantity]:
    """Bytes and models of each scheme."""
    parameters = billions * BILLION
    found: dict[str, Quantity] = {}
    for scheme in TrainingScheme:
        found[f"models_{scheme.value}"] = Quantity(MODELS[scheme].count, "models in memory")
        found[f"memory_{scheme.value}"] = Quantity(memory(scheme, parameters), "bytes")
    found["memory_of_the_critic"] = Quantity(critic(parameters), "bytes")
    found["critic_share_of_ppo"] = Quantity(critic(parameters) / memory(TrainingScheme.PPO, parameters), "share, 0 to 1")
    return found
