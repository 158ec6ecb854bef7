"""All cues, in the order in which they are asked. A new cue is one file and one line here."""

from __future__ import annotations

from fentcheck.cues.cue import Cue
from fentcheck.cues.durations import (
    age_and_years,
    anniversary,
    days_between,
    hours_between,
    weekdays,
    years_between,
)
from fentcheck.cues.listed import listed, ranked
from fentcheck.cues.ordering import compared, superlative
from fentcheck.cues.ranges import backwards, within_range
from fentcheck.cues.restated import age_restated, fact_box, headline, restated
from fentcheck.cues.subset import one_alone, some_of_them

CUES: tuple[Cue, ...] = (
    restated,
    headline,
    fact_box,
    age_restated,
    age_and_years,
    years_between,
    anniversary,
    days_between,
    weekdays,
    hours_between,
    listed,
    ranked,
    within_range,
    backwards,
    some_of_them,
    one_alone,
    superlative,
    compared,
)
