"""Words of the compute lab, in English."""

from deepseek_tui.i18n.compute import ComputeWords

WORDS = ComputeWords(
    title="Compute: chips, hours and prices",
    labels={
        "count": "Count by",
        "chips": "Chips",
        "plan": "Rival by",
        "rival": "Rival’s chips",
        "training": "Training",
        "hours": "GPU hours",
        "price": "Price",
        "machines": "Cluster",
    },
    abouts={
        "count": "Who counts the smaller fleet; each count has its source below.",
        "chips": "The smaller fleet. A number of your own is nobody’s claim.",
        "plan": "Who counts the larger fleet: the article’s prediction, or the plan as announced.",
        "rival": "The larger fleet, which is yet to come.",
        "training": "Whose training the hours are of.",
        "hours": "Hours that all GPUs worked on one training, added up.",
        "price": "What an hour of one GPU is taken to cost: an assumption.",
        "machines": "GPUs that trained at the same time; it gives the days.",
    },
    units={
        "chips": "GPUs",
        "rival": "GPUs",
        "hours": "h",
        "price": "$/h",
        "machines": "GPUs",
    },
    choices={
        "count": {
            "article": "the article",
            "wang": "Alexandr Wang",
            "semianalysis": "SemiAnalysis",
            "v3-cluster": "V3’s cluster",
            "own": "you",
        },
        "plan": {"article": "the article", "zuckerberg": "M. Zuckerberg", "own": "you"},
        "training": {"v3": "DeepSeek-V3", "llama": "Llama 3.1 405B", "own": "your own"},
    },
    bars={
        "wang": "DeepSeek’s H100s, says Alexandr Wang",
        "semianalysis": "DeepSeek’s Hoppers, estimates SemiAnalysis",
        "v3-cluster": "The cluster that trained V3",
        "zuckerberg": "GPUs announced by Mark Zuckerberg",
    },
    own_bar="{} (your number)",
    smaller="One fleet",
    larger="The other fleet",
    steps={
        "article": "The article’s two numbers: a ceiling under a prediction. Why more than {}, and not {}?",
        "try": "Two fleets to begin with. Which of the two numbers would you have to know better?",
        "wang": "Take Alexandr Wang’s count and the plan as announced: the quotient doubles, and nothing has become more"
        " efficient.",
        "v3-cluster": "Take the 2,048 chips that trained V3. The quotient is spectacular; what is wrong with it?",
        "half": "Half the ceiling is as true to the article as the ceiling: the quotient doubles, and nothing has become"
        " more efficient.",
        "late": "Let the prediction come true by half only: the quotient halves with it.",
    },
    beside="Chips beside chips",
    caption="To one scale. A fading end is a bound, a dashed bar is yet to come.",
    quotient="{larger} ÷ {smaller} {sign} {value}",
    bounds={
        "exact": "{value} times as many, if both hold.",
        "about": "About {value} times as many, if both hold.",
        "less than": "Less than {value} times as many, if both hold.",
        "more than": "More than {value} times as many, if both hold.",
    },
    no_bound="Some {value} times as many: a bound beside an estimate leaves nothing firmer.",
    fewer="Below 1, the rival has the fewer chips.",
    means_mark="Means",
    means="how many chips one would own for each of the other’s, now against later.",
    not_mark="Does not mean",
    not_means="that much cheaper, faster or better. Chips owned are not chips used; chips are not operations, hours or"
    " dollars, and neither count says what any one method saved.",
    error_title="A category error",
    error="{value} sets a training cluster against a fleet: what one training ran on, against everything that another"
    " company means to own. A fleet has to be divided by a fleet.",
    own_number="With a number of your own, this is a what-if, and nobody’s claim.",
    own_cluster="{value} chips is the size of the cluster that trained V3. If you mean that, it is no fleet.",
    hours_title="Hours times price, from context",
    cost_label="Cost",
    cost="{hours} h × {price} $/h = {cost}",
    time_label="Time",
    time="{hours} h ÷ {machines} GPUs ≈ {each} h ≈ {days} days at full occupancy",
    parts_label="V3’s hours",
    parts="{rate} h × {tokens} trillion tokens = {pre} h of pre-training; + {extension} for the longer context"
    " + {post} of post-training = {total} h",
    leaves_out="It leaves out research, people, failed runs and the machines themselves: it is not a company’s budget.",
    llama_label="A checkable ratio",
    llama="{llama} h ÷ {v3} h ≈ {value}. Dense model and mixture of experts, H100 and H800: not like for like either.",
    other_counts="The counts, and who makes them",
    shows="A quotient of two counts is as firm as the weaker of them. “Ten times” is another claim, without a formula:"
    " no sum on this page yields it.",
    not_from="This story holds no two counts of chips that may be compared: these are numbers to try.",
)
