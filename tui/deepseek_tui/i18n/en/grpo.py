"""English interface texts of the GRPO lab."""

from deepseek_tui.i18n.grpo import GrpoWords

WORDS = GrpoWords(
    title="GRPO: learning from a group of answers",
    parts={"group": "A group of answers", "training": "Training", "critic": "What a critic would cost"},
    short={"group": "group", "training": "training", "critic": "critic"},
    labels={
        "r1": "Reward 1",
        "r2": "Reward 2",
        "r3": "Reward 3",
        "r4": "Reward 4",
        "deviation": "Divide by",
        "divisor": "Length",
        "arms": "Answers K",
        "group": "Group G",
        "lr": "Rate",
        "steps": "Steps",
        "updates": "Updates",
        "low": "Lower ε",
        "high": "Upper ε",
        "beta": "β",
        "reference": "Reference",
        "seed": "Seed",
        "parameters": "Parameters",
    },
    abouts={
        "r1": "Reward of the first answer, 51, which is right. Any number.",
        "r2": "Reward of the second answer, 54.",
        "r3": "Reward of the third answer, 41, after a detour.",
        "r4": "Reward of the fourth answer, 47, after a long detour.",
        "deviation": "What the distance from the mean is divided by; also used in training.",
        "divisor": "What the loss is divided by: the answer’s length, all tokens, or a constant.",
        "arms": "Number of possible answers; one is right.",
        "group": "Number of answers sampled and compared at each step.",
        "lr": "Learning rate: size of each update along the gradient.",
        "steps": "Number of groups sampled in the run.",
        "updates": "Updates per group; clipping acts from two on.",
        "low": "How far one group may lower a probability: ρ is clipped at 1 − ε.",
        "high": "How far one group may raise a probability: to 1 + ε. DAPO uses 0.28, so that rare answers can rise.",
        "beta": "Weight of the KL divergence from the reference; 0 turns it off.",
        "reference": "Probability of the right answer in the reference; 0 means 1/K, the start.",
        "seed": "Random seed: the same seed gives the same run.",
        "parameters": "Size of the policy; the other models are assumed equally large.",
    },
    units={"parameters": "billion"},
    choices={
        "deviation": {"population": "population std", "bessel": "sample std", "none": "nothing"},
        "divisor": {"answer": "own (GRPO)", "tokens": "all (DAPO)", "constant": "constant (Dr.)"},
    },
    refused={
        "group": "A group of {value} has nothing to compare: GRPO needs at least two answers, and at most {most} here.",
        "arms": "K = {value} leaves no choice: K must be from 2 to {most}.",
        "lr": "A learning rate of {value} is out of range: more than 0, at most {most}.",
        "steps": "A run of {value} steps is out of range, from 1 to {most}.",
        "updates": "{value} updates per group is out of range, from 1 to {most}.",
        "low": "A lower ε of {value} is out of range, from {least} to {most}.",
        "high": "An upper ε of {value} is out of range, from {least} to {most}.",
        "beta": "A β of {value} is out of range, from 0 to {most}.",
        "reference": "A reference of {value} is out of range: a probability, from 0 (for 1/K) to {most}.",
        "seed": "A seed of {value} is out of range: a whole number, from 0 to {most}.",
    },
    steps={
        "silence": "All four answers are right. Which is better than the others? None: every advantage is 0, and "
        "the group teaches nothing.",
        "small": "Groups of two. Many teach nothing, the others push hard: the curve moves in jumps, with pauses in "
        "between.",
        "rest": "β at 1. The reference holds the policy back, and p settles below 1, where the limit settles too.",
    },
    keys={"run": "start, pause", "one": "one step", "again": "restart"},
    question="A group of answers: 17 × 3 = ?",
    made_up="Four answers to one question, invented for this lab. Change a reward to see the advantages change.",
    advantage_head=("Answer", "Reward", "r − mean", "A"),
    bars_caption="Solid bars: made more likely. Dashed bars: less likely.",
    sums="mean {mean}, standard deviation {std}: A = (r − mean) / std",
    no_sums="mean {mean}: A = r − mean, as in Dr. GRPO",
    silence="All rewards are equal, so every advantage is 0. However good or bad the answers are, the policy learns "
    "nothing from this group.",
    conventions="Which standard deviation?",
    divided_by="A divided by",
    convention_names=("population std", "sample std", "sample + 10⁻⁴", "nothing"),
    not_stated="The papers do not say which one they mean. TRL uses the sample standard deviation plus 10⁻⁴; Dr. "
    "GRPO uses none.",
    tokens="What each token gets",
    token_head=("Answer", "Tokens", "per token", "whole answer"),
    divisors={
        "answer": "Divided by its own length, a long wrong answer is penalised less per token than a short one. Dr. "
        "GRPO’s criticism: this favours long wrong answers.",
        "tokens": "Divided by all tokens of the group, as in DAPO, tokens of equally rewarded answers weigh the "
        "same, and a long answer counts for more overall.",
        "constant": "Divided by a constant, here the longest answer’s length, as in Dr. GRPO, tokens of equally "
        "rewarded answers weigh the same, whatever else is in the group.",
    },
    idle="Not started: x starts the training, n makes one step, a restarts.",
    state={
        "ready": "step 0 of {steps}, not started",
        "running": "step {step} of {steps}, running",
        "paused": "step {step} of {steps}, paused",
        "done": "step {step} of {steps}, done",
    },
    fields={
        "state": "Run",
        "chance": "p(right)",
        "last": "Last group",
        "silent": "No signal",
        "pull": "Gradient",
        "clip": "Clip",
        "loss": "Loss",
        "divergence": "KL",
        "rest": "Balance",
    },
    chance="{p}; limit {limit}",
    last_group="{right} of {group} right",
    last_silent="{right} of {group} right: no signal",
    pull="{mean} on average for a group of {group}; limit {limit}",
    silent="{count} of {step} groups; for the next one, a probability of {chance}",
    clipped="{share} of the last group’s gradient clipped",
    never_clipped="never acts: with one update per group, ρ stays at 1",
    loss="{loss}; on the policy’s own answers it is 0, but its gradient is not",
    divergence="{value} nats from the reference",
    rest="{p}, where rewards and reference cancel out",
    escaped="The run has diverged: the logits overflow. Use a smaller rate, or fewer updates per group.",
    table_head=("Step", "p, run", "p, limit", "p, before"),
    legend_line="{run} this run  {limit} limit  {before} before",
    legend_alone="{run} this run  {limit} limit, G → ∞",
    axis="p(right) by step",
    about_limit="The policy is a softmax over K answers, one of them right, and starts uniform. The limit is the "
    "same training with an infinite group, so without randomness.",
    hardness="With or without std",
    hardness_head=("p(right)", "with std", "without"),
    hardness_words={
        "with": "Gradient of a question, in the limit. Divided by std, a question answered right once in a hundred "
        "weighs a fifth of one answered right half the time; undivided, a twenty-fifth. Dr. GRPO calls this a bias "
        "towards easy and hard questions.",
        "without": "Gradient of a question, in the limit. Undivided, a question answered right once in a hundred "
        "weighs a twenty-fifth of one answered right half the time, instead of a fifth: no bias, says Dr. GRPO, but "
        "a slower start.",
    },
    schemes={
        "ppo": "PPO: 4 models",
        "grpo": "GRPO: 3, no critic",
        "rules": "rewards by rule: 2",
        "bare": "and β = 0: 1",
    },
    gigabytes="{value} GB",
    memory_caption="Memory of the models, same scale.",
    memory_caveats=(
        "Every model is assumed to be as large as the policy;",
        "2 bytes per parameter for inference only, 16 for mixed-precision training with Adam.",
        "Left out: activations, the key-value cache, and anything kept elsewhere.",
    ),
    critic="The critic alone: {value} GB, {share} of PPO’s. The group’s mean replaces it, at the cost of sampling G "
    "answers per question.",
    published={
        "math": "rate 10⁻⁶, β 0.04, G 64, up to 1,024 tokens, batches of 1,024",
        "r1": "first stage: rate 3·10⁻⁶, β 0.001, G 16, ε 10, up to 32,768 tokens",
        "dapo": "lower ε 0.2, upper ε 0.28; loss over all tokens",
    },
    published_title="As published",
    published_note="Those rates are for billions of parameters; they are not comparable with the one here, for K logits.",
    critics_title="What its critics say",
    critics={
        "dr": "Dividing by the answer’s length favours long wrong answers; dividing by std favours easy and hard "
        "questions. Remedy: a constant divisor, no std.",
        "dapo": "Normalise over all tokens, and clip less above than below.",
    },
    shows="Why a group can replace a critic, and at what cost: groups without signal, randomness, sampled answers. "
    "A handful of logits is not a language model: nothing here measures what GRPO saved DeepSeek.",
)
