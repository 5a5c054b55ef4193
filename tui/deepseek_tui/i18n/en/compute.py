"""English interface texts of the compute lab."""

from deepseek_tui.i18n.compute import ComputeWords

WORDS = ComputeWords(
    title="Compute: chips, hours and prices",
    labels={
        "count": "Counted by",
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
        "chips": "The smaller fleet. A number of your own has no source.",
        "plan": "Who counts the larger fleet: the article’s prediction, or the plan as announced.",
        "rival": "The larger fleet, still to come.",
        "training": "The training that the hours are for.",
        "hours": "Total hours of all GPUs in one training.",
        "price": "Assumed cost of one GPU hour.",
        "machines": "GPUs that train at the same time; it sets the days.",
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
        "article": "The article’s two numbers: a prediction over a ceiling. Why more than {}, and not {}?",
        "try": "Two fleets to start with. Which of the two numbers matters more?",
        "wang": "Take Alexandr Wang’s count and the plan as announced: the quotient doubles, yet nothing has become "
        "more efficient.",
        "v3-cluster": "Take the 2,048 chips that trained V3. The quotient is spectacular; what is wrong with it?",
        "half": "Half the ceiling agrees with the article as well as the ceiling does: the quotient doubles, yet "
        "nothing has become more efficient.",
        "late": "Suppose only half the prediction comes true: the quotient halves too.",
    },
    beside="Two counts of chips",
    caption="Same scale. A fading end is a bound; a dashed bar is yet to come.",
    quotient="{larger} ÷ {smaller} {sign} {value}",
    bounds={
        "as-printed": "{value} times as many, if both numbers hold.",
        "about": "About {value} times as many, if both numbers hold.",
        "less than": "Less than {value} times as many, if both numbers hold.",
        "more than": "More than {value} times as many, if both numbers hold.",
    },
    no_bound="Roughly {value} times as many: a bound against an estimate gives nothing firmer.",
    fewer="Below 1, the rival has fewer chips.",
    means_mark="Means",
    means="how many chips one would own later for each chip the other owns now.",
    not_mark="Does not mean",
    not_means="that many times cheaper, faster or better. Chips owned are not chips used; chips are not operations, "
    "hours or dollars, and neither count shows what any method saved.",
    error_title="A category error",
    error="{value} compares a training cluster with a fleet: the chips of one training with all the chips another "
    "company plans to own. Compare a fleet with a fleet.",
    own_number="With your own number, this is a hypothesis without a source.",
    own_cluster="{value} chips is the size of the cluster that trained V3: a cluster, not a fleet.",
    hours_title="Hours times price (context)",
    cost_label="Cost",
    cost="{hours} h × {price} $/h = {cost}",
    time_label="Time",
    time="{hours} h ÷ {machines} GPUs ≈ {each} h ≈ {days} days at full occupancy",
    parts_label="V3’s hours",
    parts="{rate} h × {tokens} trillion tokens = {pre} h of pre-training; + {extension} for the longer context + "
    "{post} of post-training = {total} h",
    leaves_out="Research, staff, failed runs and the machines themselves are left out: this is not a company’s budget.",
    llama_label="Verifiable ratio",
    llama="{llama} h ÷ {v3} h ≈ {value}. Dense model and mixture of experts, H100 and H800: not like for like either.",
    other_counts="The counts and their sources",
    shows="A ratio is only as firm as the weaker of its two counts. “Ten times” is another claim, given without a "
    "formula: nothing on this page leads to it.",
    not_from="This story has no two comparable counts of chips: these are sample numbers.",
)
