"""All cues, in the order in which they are asked. A new cue is one file and one line here."""

from __future__ import annotations

from fentcheck.cues.ages import ages
from fentcheck.cues.chamber import chamber
from fentcheck.cues.changed_to import changed_to
from fentcheck.cues.comes_to import comes_to
from fentcheck.cues.conversion import conversion
from fentcheck.cues.counted_out import counted_out
from fentcheck.cues.cue import Cue
from fentcheck.cues.density import density
from fentcheck.cues.difference import difference
from fentcheck.cues.doses import doses
from fentcheck.cues.durations import (
    anniversary,
    days_between,
    weekdays,
    years_between,
    years_old,
)
from fentcheck.cues.elapsed import elapsed
from fentcheck.cues.exchange_rate import exchange_rate
from fentcheck.cues.far import noughts_far_apart, the_change
from fentcheck.cues.growth import growth
from fentcheck.cues.journey import journey
from fentcheck.cues.length_and_breadth import length_and_breadth
from fentcheck.cues.listed import listed, listed_in_words, ranked
from fentcheck.cues.made_of import made_of
from fentcheck.cues.marks import best_ever, mark_passed
from fentcheck.cues.more_than_all import more_than_all
from fentcheck.cues.named_by_size import named_by_size
from fentcheck.cues.noughts import noughts
from fentcheck.cues.ordering import compared, kin_ages, next_in_rank
from fentcheck.cues.outdone import first_of_two, outdone
from fentcheck.cues.parts import parts
from fentcheck.cues.per_head import per_head
from fentcheck.cues.percent_change import percent_change
from fentcheck.cues.played import played
from fentcheck.cues.points_change import points_change
from fentcheck.cues.poll import poll
from fentcheck.cues.ranges import backwards, within_range
from fentcheck.cues.rate_over_time import rate_over_time
from fentcheck.cues.ratio import ratio
from fentcheck.cues.restated import age_restated, fact_box, headline, restated
from fentcheck.cues.share_of import share_of
from fentcheck.cues.shared_out import shared_out
from fentcheck.cues.shares_of_one import shares_of_one
from fentcheck.cues.slip import slip
from fentcheck.cues.so_much_each import so_much_each
from fentcheck.cues.spell import spell
from fentcheck.cues.subset import one_alone, part_and_whole, some_of_them
from fentcheck.cues.tables import tables
from fentcheck.cues.tally import tally
from fentcheck.cues.times_change import times_change
from fentcheck.cues.unit_compared import unit_compared

CUES: tuple[Cue, ...] = (
    conversion,
    density,
    difference,
    doses,
    ages,
    years_between,
    anniversary,
    years_old,
    days_between,
    weekdays,
    elapsed,
    spell,
    exchange_rate,
    the_change,
    noughts_far_apart,
    growth,
    journey,
    length_and_breadth,
    listed,
    listed_in_words,
    ranked,
    noughts,
    next_in_rank,
    compared,
    outdone,
    first_of_two,
    mark_passed,
    best_ever,
    kin_ages,
    parts,
    made_of,
    per_head,
    percent_change,
    changed_to,
    points_change,
    poll,
    within_range,
    backwards,
    rate_over_time,
    ratio,
    restated,
    headline,
    fact_box,
    age_restated,
    named_by_size,
    played,
    share_of,
    counted_out,
    shared_out,
    shares_of_one,
    slip,
    so_much_each,
    comes_to,
    some_of_them,
    one_alone,
    part_and_whole,
    more_than_all,
    tables,
    tally,
    chamber,
    times_change,
    unit_compared,
)
