"""The measure of slips: the same for one seed, and what is plainly wrong is caught and named."""

from __future__ import annotations

from random import Random

from bench.mutations import MUTATIONS, lines, tallies
from bench.worlds import world


def test_the_table_is_the_same_for_one_seed() -> None:
    assert list(lines(6, 3)) == list(lines(6, 3))
    assert list(lines(6, 3)) != list(lines(6, 4))


def test_most_large_slips_are_caught_and_what_is_missed_was_out_of_reach() -> None:
    counts = tallies(60, 1)
    tens = [counts[f"ten times too {way}"] for way in ("high", "low")]
    assert all(tally.caught > tally.all * 0.6 for tally in tens)
    for tally in counts.values():
        assert tally.all >= tally.caught + tally.reachless
        assert tally.caught >= tally.named + tally.misnamed
    missed = sum(tally.all - tally.caught for tally in counts.values())
    assert sum(tally.reachless for tally in counts.values()) > missed * 0.9


def test_a_slip_changes_the_print_of_one_figure_and_nothing_else() -> None:
    made = {mutation.name: 0 for mutation in MUTATIONS}
    for seed in range(300):
        one = world(Random(seed))
        for mutation in MUTATIONS:
            for figure in one.figures:
                phrase = mutation.made(Random(seed), figure)
                if phrase is None or phrase == figure.printed:
                    continue
                made[mutation.name] += 1
                pairs = zip(one.figures, one.with_printed(figure.id, phrase).figures, strict=True)
                assert [a.id for a, b in pairs if a != b] == [figure.id]
    assert all(made.values()), made
