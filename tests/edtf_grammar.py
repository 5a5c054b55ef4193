"""Hypothesis strategies for every EDTF date that the program supports."""

from hypothesis import strategies as st

from deepseek_tui.story.format.edtf import parse

QUALIFIERS = st.sampled_from(("", "?", "~", "%"))
YEARS = st.one_of(
    st.integers(0, 9999).map("{:04d}".format),
    st.integers(1, 9999).map("-{:04d}".format),
    st.integers(0, 999).map("{:03d}X".format),
    st.integers(0, 99).map("{:02d}XX".format),
    st.just("XXXX"),
    st.text("0123456789X", min_size=4, max_size=4),
)
LONG_YEARS = st.integers(10000, 10**12 - 1).map("Y{}".format) | st.integers(10000, 10**12 - 1).map("Y-{}".format)
MONTHS = st.integers(1, 12).map("{:02d}".format) | st.sampled_from(("XX", "0X", "1X", "X1", "X0"))
SEASONS = st.sampled_from(("21", "22", "23", "24", "33", "36", "40", "41"))
DAYS = st.integers(1, 28).map("{:02d}".format) | st.sampled_from(("XX", "0X", "1X", "2X", "X1", "X9"))


@st.composite
def parts(draw: st.DrawFn) -> str:
    words = draw(QUALIFIERS) + draw(YEARS) + draw(QUALIFIERS)
    shape = draw(st.sampled_from(("year", "month", "season", "day")))
    if shape == "year":
        return words
    words += "-" + draw(QUALIFIERS) + draw(SEASONS if shape == "season" else MONTHS) + draw(QUALIFIERS)
    return words + "-" + draw(QUALIFIERS) + draw(DAYS) + draw(QUALIFIERS) if shape == "day" else words


DATES = parts() | LONG_YEARS | st.dates().map(str)


@st.composite
def ordered_pair(draw: st.DrawFn) -> tuple[str, str]:
    first, second = draw(DATES), draw(DATES)
    early, late = parse(first), parse(second)
    if early.earliest and late.latest and early.earliest > late.latest:
        return second, first
    return first, second


INTERVALS = st.one_of(
    ordered_pair().map("/".join),
    DATES.map("{}/".format),
    DATES.map("/{}".format),
    DATES.map("{}/..".format),
    DATES.map("../{}".format),
)
MEMBERS = DATES | ordered_pair().map("..".join)


@st.composite
def date_sets(draw: st.DrawFn) -> str:
    members = draw(st.lists(MEMBERS, min_size=1, max_size=4))
    if draw(st.booleans()):
        members.insert(0, ".." + draw(DATES))
    if draw(st.booleans()):
        members.append(draw(DATES) + "..")
    return "[{}]".format(",".join(members)) if draw(st.booleans()) else "{{{}}}".format(",".join(members))


ANY_DATE = DATES | INTERVALS | date_sets()
