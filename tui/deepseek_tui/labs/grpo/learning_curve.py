"""Training without chance: what a run tends to when the group grows without end, and where the divergence stops it.

One question has K answers, of which one is right and rewarded with 1, the others with 0. The policy is a softmax over K
logits; it starts out even, and so the wrong answers stay equal to each other. All that is left is the gap d between the
right logit and the others, and p = 1/(1 + (K − 1)e^(−d)).

*The step.* With 0/1 rewards the mean is p and the deviation σ = √(p(1 − p)), hence A = (1 − p)/σ for the right answer and
−p/σ for a wrong one. A softmax policy's gradient of E[A ln π] along logit k is π_k(A_k − ΣπA) = π_k A_k, because the
advantages cancel out: σ along the right one, −σ/(K − 1) along each wrong one. So d grows by rate·σ·K/(K − 1); without the
division by the deviation by rate·p(1 − p)·K/(K − 1).

*The divergence.* The paper differentiates the estimator x − ln x − 1, x = π_ref/π, on answers of the policy itself. That is
E[−β(1 − x)∇ln π] = βE_π[x ∇ln π], along logit k simply β(π_ref,k − π_k): the gradient of KL(π_ref‖π), not of KL(π‖π_ref),
which the estimator's value estimates. With q = π_ref of the right answer the push becomes s(p) + β(q − p), where s is
√(p(1 − p)) or p(1 − p).

*The fixed point.* Where the two pushes cancel out, √(p(1 − p)) = β(p − q), hence p > q and
(1 + β²)p² − (1 + 2β²q)p + β²q² = 0:

    p* = [1 + 2β²q + √(1 + 4β²q(1 − q))] / (2(1 + β²)).

Without the deviation p(1 − p) = β(p − q), p² − (1 − β)p − βq = 0:

    p* = [1 − β + √((1 − β)² + 4βq)] / 2.

Both are 1 for β = 0 and tend to q as β grows.

*Silence.* A group of G answers teaches nothing when all rewards are equal, that is when all are right or all are wrong; they
are drawn independently, so that happens with probability p^G + (1 − p)^G.
"""

import math
from collections.abc import Iterator

from deepseek_tui.labs.grpo.settings import Deviation, TrainingSettings

FARTHEST = 700.0
"""How far the logits are told apart; e^700 is about as large as a number gets, and such a policy is certain anyway."""


def share(gap: float, arms: int) -> float:
    """The probability of the right answer, whose logit is `gap` above the K − 1 others."""
    return 1 / (1 + (arms - 1) * math.exp(-gap))


def push(p: float, deviation: Deviation) -> float:
    """s(p), the rewards' push on the right logit at rate 1 in the limit: √(p(1 − p)), or p(1 − p) without the deviation."""
    variance = p * (1 - p)
    return variance if deviation is Deviation.NONE else math.sqrt(variance)


def expected_push(p: float, group: int, deviation: Deviation) -> float:
    """The same for groups of G answers: the mean over the number c of right ones, c ~ Binomial(G, p), of one group's push.

    With m = c/G a group's advantages push the right logit by exactly √(m(1 − m)), times √((G − 1)/G) with Bessel's
    deviation, or by m(1 − m) with none. It lies below the limit, because √ is concave and silent groups push nothing.
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
        total += math.exp(log_chance) * push(right / group, deviation)
    return total * math.sqrt((group - 1) / group) if deviation is Deviation.BESSEL else total


def silence(p: float, group: int) -> float:
    """The probability that all G rewards are equal and the group teaches nothing: p^G + (1 − p)^G."""
    return float(p**group + (1 - p) ** group)


def fixed_point(beta: float, reference: float, deviation: Deviation) -> float:
    """p*, where the rewards' push and the divergence's pull cancel out; derived at the head of this file."""
    q = reference
    if deviation is Deviation.NONE:
        return ((1 - beta) + math.sqrt((1 - beta) ** 2 + 4 * beta * q)) / 2
    square = beta * beta
    return (1 + 2 * square * q + math.sqrt(1 + 4 * square * q * (1 - q))) / (2 * (1 + square))


def limit(settings: TrainingSettings) -> Iterator[float]:
    """The values of p at step 0, 1, 2, … `settings.steps`, in the limit of an endless group.

    With several updates a group, the later ones are made with answers of the old policy: their ratios are p/p_old and
    (1 − p)/(1 − p_old), and the clip stops the right answer's push beyond 1 + high, the wrong ones' below 1 − low.
    """
    gap, reach = 0.0, settings.rate * settings.arms / (settings.arms - 1)
    yield share(gap, settings.arms)
    for _ in range(settings.steps):
        old = share(gap, settings.arms)
        for _ in range(settings.updates):
            gap += reach * _push_within(share(gap, settings.arms), old, settings)
            gap = max(-FARTHEST, min(gap, FARTHEST))
        yield share(gap, settings.arms)


def _push_within(p: float, old: float, settings: TrainingSettings) -> float:
    """The push on the right logit at p, with an endless group that was drawn at `old`."""
    q, found = settings.anchor, 0.0
    if 0 < old < 1:
        scale = 1.0 if settings.deviation is Deviation.NONE else math.sqrt(old * (1 - old))
        right = (1 - old) / scale if p <= (1 + settings.high) * old else 0.0
        wrong = old / scale if 1 - p >= (1 - settings.low) * (1 - old) else 0.0
        found = p * (1 - p) * (right + wrong)
    if settings.beta and 0 < p < 1:
        pull = old * (1 - q / p) * (1 - p) - (1 - old) * (1 - (1 - q) / (1 - p)) * p
        found -= settings.beta * pull
    return found
