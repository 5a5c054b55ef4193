"""Learning curve of GRPO for infinitely large groups, and its fixed point.

One question has K answers, of which one is right and rewarded with 1, the others with 0. The policy is a softmax over
K logits. It starts uniform, so the wrong answers stay equal to each other. The state is the gap d between the right
logit and the others, and p = 1/(1 + (K − 1)e^(−d)).

*The step.* With 0/1 rewards the mean is p and the deviation σ = √(p(1 − p)), hence A = (1 − p)/σ for the right answer
and −p/σ for a wrong one. A softmax policy's gradient of E[A ln π] along logit k is π_k(A_k − ΣπA) = π_k A_k, because
the advantages sum to zero: σ along the right one, −σ/(K − 1) along each wrong one. So d grows by rate·σ·K/(K − 1);
without the division by the deviation by rate·p(1 − p)·K/(K − 1).

*The divergence.* The paper differentiates the estimator x − ln x − 1, x = π_ref/π, on answers sampled from the
policy. That is E[−β(1 − x)∇ln π] = βE_π[x ∇ln π], along logit k β(π_ref,k − π_k): the gradient of KL(π_ref‖π), not of
KL(π‖π_ref), which the estimator's value estimates. With q = π_ref of the right answer the gradient becomes s(p) + β(q
− p), where s is √(p(1 − p)) or p(1 − p).

*The fixed point.* Where the two terms cancel, √(p(1 − p)) = β(p − q), hence p > q and (1 + β²)p² − (1 + 2β²q)p + β²q²
= 0:

    p* = [1 + 2β²q + √(1 + 4β²q(1 − q))] / (2(1 + β²)).

Without the deviation p(1 − p) = β(p − q), p² − (1 − β)p − βq = 0:

    p* = [1 − β + √((1 − β)² + 4βq)] / 2.

Both are 1 for β = 0 and tend to q as β grows.

*Silent groups.* A group of G answers has no gradient when all rewards are equal, that is when all answers are right
or all are wrong. The answers are drawn independently, so the probability is p^G + (1 − p)^G.
"""

import math
from collections.abc import Iterator

from deepseek_tui.labs.grpo.settings import Deviation, TrainingSettings

MAX_LOGIT_GAP = 700.0
"""Largest gap between the logits.

e^700 is close to the largest float64, and the policy is certain long before.
"""


def right_probability(gap: float, arms: int) -> float:
    """Return the probability of the right answer from its logit gap.

    Its logit is `gap` above the K − 1 others, where K is `arms`.
    """
    return 1 / (1 + (arms - 1) * math.exp(-gap))


def logit_gradient(p: float, deviation: Deviation) -> float:
    """Return the gradient on the right answer's logit, for an infinitely large group.

    At learning rate 1: √(p(1 − p)), or p(1 − p) without the deviation.
    """
    variance = p * (1 - p)
    return variance if deviation is Deviation.NONE else math.sqrt(variance)


def expected_logit_gradient(p: float, group: int, deviation: Deviation) -> float:
    """Return the mean gradient on the right answer's logit, for finite groups.

    The mean is over the number c of right answers among G, c ~ Binomial(G, p). With m = c/G a group's gradient on the
    right logit is √(m(1 − m)), times √((G − 1)/G) with Bessel's deviation, or m(1 − m) with none. It is below the
    limit for an infinite group, because √ is concave and silent groups have no gradient.
    """
    if not 0 < p < 1:
        return 0.0
    total = 0.0
    for right in range(1, group):
        log_chance = (
            math.lgamma(group + 1)
            - math.lgamma(right + 1)
            - math.lgamma(group - right + 1)
            + right * math.log(p)
            + (group - right) * math.log1p(-p)
        )
        total += math.exp(log_chance) * logit_gradient(right / group, deviation)
    return total * math.sqrt((group - 1) / group) if deviation is Deviation.BESSEL else total


def silent_probability(p: float, group: int) -> float:
    """Return the probability that a group's answers all get the same reward."""
    return float(p**group + (1 - p) ** group)


def fixed_point(beta: float, reference: float, deviation: Deviation) -> float:
    """Return the probability at which rewards and divergence are in balance.

    The formula is derived in the module's docstring.
    """
    q = reference
    if deviation is Deviation.NONE:
        return ((1 - beta) + math.sqrt((1 - beta) ** 2 + 4 * beta * q)) / 2
    square = beta * beta
    return (1 + 2 * square * q + math.sqrt(1 + 4 * square * q * (1 - q))) / (2 * (1 + square))


def limit_curve(settings: TrainingSettings) -> Iterator[float]:
    """Yield the probability of the right answer by step, for infinitely large groups.

    The steps are 0, 1, 2, … `settings.steps`. With several updates per group, later updates use answers of the old
    policy: their ratios are p/p_old and (1 − p)/(1 − p_old). The clip stops the gradient of the right answer beyond 1
    + high and that of the wrong ones below 1 − low.
    """
    gap, gain = 0.0, settings.rate * settings.arms / (settings.arms - 1)
    yield right_probability(gap, settings.arms)
    for _ in range(settings.steps):
        old = right_probability(gap, settings.arms)
        for _ in range(settings.updates):
            gap += gain * _clipped_logit_gradient(right_probability(gap, settings.arms), old, settings)
            gap = max(-MAX_LOGIT_GAP, min(gap, MAX_LOGIT_GAP))
        yield right_probability(gap, settings.arms)


def _clipped_logit_gradient(p: float, old: float, settings: TrainingSettings) -> float:
    """Return the gradient on the right answer's logit, limited by GRPO's clipping.

    The policy is at p, and the group was sampled at `old`.
    """
    q, gradient = settings.reference_probability, 0.0
    if 0 < old < 1:
        scale = 1.0 if settings.deviation is Deviation.NONE else math.sqrt(old * (1 - old))
        right = (1 - old) / scale if p <= (1 + settings.high) * old else 0.0
        wrong = old / scale if 1 - p >= (1 - settings.low) * (1 - old) else 0.0
        gradient = p * (1 - p) * (right + wrong)
    if settings.beta and 0 < p < 1:
        pull = old * (1 - q / p) * (1 - p) - (1 - old) * (1 - (1 - q) / (1 - p)) * p
        gradient -= settings.beta * pull
    return gradient
