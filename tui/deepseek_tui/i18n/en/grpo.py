"""Words of the GRPO lab, in English."""

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
        "low": "ε below",
        "high": "ε above",
        "beta": "β",
        "reference": "Reference",
        "seed": "Seed",
        "parameters": "Parameters",
    },
    abouts={
        "r1": "What the first answer earns, 51: the right one. Any number will do.",
        "r2": "What the second answer earns, 54.",
        "r3": "What the third answer earns, 41, after a detour.",
        "r4": "What the fourth answer earns, 47, after a long detour.",
        "deviation": "What a distance from the mean is divided by. Counts for the training, too.",
        "divisor": "What an answer’s tokens share: its own length, all tokens, or one constant.",
        "arms": "How many answers there are to choose from; one of them is right.",
        "group": "How many answers are drawn and compared for each step.",
        "lr": "How far each update goes along the gradient.",
        "steps": "How many groups are drawn before it ends.",
        "updates": "Updates made with one group; the clip needs two or more to act.",
        "low": "How far a probability may fall with one group: ρ is clipped at 1 − ε.",
        "high": "How far a probability may rise with one group: to 1 + ε. DAPO takes 0.28, so that rare answers can rise.",
        "beta": "Weight of the divergence from the reference; 0 leaves the policy free.",
        "reference": "What the reference gives to the right answer; 0 stands for 1/K, the start.",
        "seed": "Where chance begins: the same seed gives the same run.",
        "parameters": "The size of the policy; every other model is taken to be as large.",
    },
    units={"parameters": "billion"},
    choices={
        "deviation": {"population": "population’s std", "bessel": "Bessel’s std", "none": "nothing"},
        "divisor": {"answer": "own (GRPO)", "tokens": "all (DAPO)", "constant": "constant (Dr.)"},
    },
    refused={
        "group": "A group of {value} has nobody to be compared with: GRPO needs at least two answers, and takes up to"
        " {most} here.",
        "arms": "With K at {value} there is nothing to choose: it takes from 2 answers to {most}.",
        "lr": "A learning rate of {value} leads nowhere: it has to be more than 0, and at most {most}.",
        "steps": "With steps at {value} nothing is learnt: a run takes from 1 to {most}.",
        "updates": "With updates at {value} nothing is learnt: it takes from 1 to {most} a group.",
        "low": "An ε below of {value} leaves no room: it goes from {least} to {most}.",
        "high": "An ε above of {value} leaves no room: it goes from {least} to {most}.",
        "beta": "A β of {value} would reward leaving the reference: it goes from 0 to {most}.",
        "reference": "A reference can’t give {value} to the right answer: that is a probability, from 0 (for 1/K) to"
        " {most}.",
        "seed": "A seed of {value} is no start: it takes a whole number, from 0 to {most}.",
    },
    steps={
        "silence": "All four answers right. Who is better than the others? Nobody: every advantage is 0, and the"
        " group is silent.",
        "small": "Groups of two. Many are silent, the others shout: watch the curve go by leaps and stand still in between.",
        "rest": "β at 1. The reference holds the policy back, and p comes to rest below 1, where the line of the"
        " limit does.",
    },
    keys={"run": "start, pause", "one": "one step", "again": "restart"},
    question="A group of answers: 17 × 3 = ?",
    made_up="Four answers to one question, made up for this lab. Change a reward, and the advantages follow.",
    advantage_head=("Answer", "Reward", "r − mean", "A"),
    bars_caption="Whole bars: made more likely. Dashed ones: less likely.",
    sums="mean {mean}, standard deviation {std}: A = (r − mean) / std",
    no_sums="mean {mean}: A = r − mean, as Dr. GRPO has it",
    silence="All rewards are equal, so every advantage is 0. The group is silent: however good or bad its answers are, the"
    " policy learns nothing from them.",
    conventions="Which deviation?",
    divided_by="A divided by",
    convention_names=("population’s std", "Bessel’s std", "Bessel’s + 10⁻⁴", "nothing"),
    not_stated="The papers don’t state which deviation they mean. TRL takes Bessel’s and adds 10⁻⁴; Dr. GRPO divides"
    " by none.",
    tokens="What each token gets",
    token_head=("Answer", "Tokens", "a token", "whole answer"),
    divisors={
        "answer": "Divided by its own length, the long wrong answer is blamed less a token than the short one. Dr. GRPO’s"
        " criticism: it pays to be wrong at length.",
        "tokens": "Divided by all tokens of the group, as DAPO does, every token of equal answers weighs the same,"
        " and a long"
        " answer counts for more in all.",
        "constant": "Divided by one constant, here the longest answer’s length, as Dr. GRPO does, every token of"
        " equal answers"
        " weighs the same, whatever else is in the group.",
    },
    idle="Nothing has been drawn yet: x starts the training, n makes one step, a begins again.",
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
        "silent": "Silence",
        "pull": "Pull",
        "clip": "Clip",
        "loss": "Loss",
        "divergence": "KL",
        "rest": "Rest",
    },
    chance="{p}, in the limit {limit}",
    last_group="{right} of {group} right",
    last_silent="{right} of {group} right: silent",
    pull="{mean} on average by a group of {group}, {limit} in the limit",
    silent="{count} of {step} groups; the next one with a chance of {chance}",
    clipped="{share} of the last group’s gradient stopped",
    never_clipped="never acts: one update a group leaves ρ at 1",
    loss="{loss}; on a policy’s own answers it is 0, and its slope is not",
    divergence="{value} nats from the reference",
    rest="{p}, where rewards and reference pull alike",
    escaped="The run has run away: the numbers no longer hold the logits. A smaller rate, or fewer updates a group,"
    " will do.",
    table_head=("Step", "p, drawn", "p, limit", "p, before"),
    legend_line="{run} this run  {limit} limit  {before} before",
    legend_alone="{run} this run  {limit} limit, G → ∞",
    axis="p(right) by step",
    about_limit="The policy is a softmax over K answers, one of them right, and starts even. The limit is the same training"
    " with an endless group, without chance.",
    hardness="With or without the deviation",
    hardness_head=("p(right)", "with std", "without"),
    hardness_words={
        "with": "How hard a question pulls, in the limit. Divided by std, one that is answered right one time in a"
        " hundred pulls a"
        " fifth as hard as one that is half known; undivided, a twenty-fifth. Dr. GRPO calls that a bias towards easy and"
        " hard questions.",
        "without": "How hard a question pulls, in the limit. Undivided, one that is answered right one time in a"
        " hundred pulls a"
        " twenty-fifth as hard as one that is half known, instead of a fifth: no bias, says Dr. GRPO, and a slower start.",
    },
    schemes={
        "ppo": "PPO: 4 models",
        "grpo": "GRPO: 3, no critic",
        "rules": "rewards by rule: 2",
        "bare": "and β = 0: 1",
    },
    gigabytes="{value} GB",
    memory_caption="Bytes of the models, to one scale.",
    memory_caveats=(
        "Every model is taken to be as large as the policy;",
        "2 bytes a parameter where a model is only asked, 16 where it is trained in mixed precision with Adam.",
        "Left out: activations, the cache of what is being written, and all that is kept elsewhere.",
    ),
    critic="The critic alone: {value} GB, {share} of PPO’s. The group’s mean stands in for it, at the price of"
    " drawing G answers"
    " to each question.",
    published={
        "math": "rate 10⁻⁶, β 0.04, G 64, up to 1,024 tokens, batches of 1,024",
        "r1": "first stage: rate 3·10⁻⁶, β 0.001, G 16, ε 10, up to 32,768 tokens",
        "dapo": "ε 0.2 below and 0.28 above; the loss over all tokens",
    },
    published_title="As published",
    published_note="Those rates are for billions of parameters, and not to be compared with the one here, for K logits.",
    critics_title="What its critics say",
    critics={
        "dr": "Dividing by the answer’s length favours long wrong answers; dividing by std favours easy and hard questions."
        " Remedy: a constant divisor, no std.",
        "dapo": "Normalise over all tokens, and clip less above than below.",
    },
    shows="Why a group can stand in for a critic, and what that costs: silent groups, chance, drawn answers. A handful of"
    " logits is not a language model: nothing here measures what GRPO saved DeepSeek.",
)
