"""Every constant of the phrase table: its value, its source and what it does.

Sources: F, Ferson et al. 2015, "Natural language of uncertainty: numeric hedge words",
International Journal of Approximate Reasoning; C, Cummins, Sauerland & Solt 2012, granularity
and scalar implicature; X, XBRL Calculations 1.1; J, a judgement of this project.
Spreads are shares of the scale s = sqrt(n × g), g the granularity of the number.
"""

from __future__ import annotations

from fentcheck.exact import Fraction
from fentcheck.record import NamedTuple


class Constants(NamedTuple):
    """The constants in force. A configuration replaces single fields, by name."""

    about_small: Fraction = Fraction(2, 5)
    """F: half-width of "about n" over s, for n below 20."""
    about_middle: Fraction = Fraction(1, 5)
    """F: the same from 20 to 999."""
    about_large: Fraction = Fraction(1, 10)
    """F: the same from 1,000."""
    beyond_small: Fraction = Fraction(7, 10)
    """F: reach of "more than n" over s, for n below 20."""
    beyond_middle: Fraction = Fraction(7, 20)
    """F: the same from 20 to 999."""
    beyond_large: Fraction = Fraction(17, 100)
    """F: the same from 1,000."""
    slightly: Fraction = Fraction(3, 20)
    """J: how far "just over n" reaches, and "well over n" begins, over s."""
    cap: Fraction = Fraction(1, 4)
    """J: granularity and place value count for at most this share of n."""
    fraction_spread: Fraction = Fraction(1, 5)
    """F: both spreads for a hedged fraction, over the distance to its neighbour."""
    factor_spread: Fraction = Fraction(1, 5)
    """J: half-width of "m times" over s(m)."""
    order_literal: Fraction = Fraction(10)
    """J: "on the order of n" reaches down to n over this, and up to n times this."""
    order_pragmatic: Fraction = Fraction(5)
    """J: the pragmatic upper reach of "on the order of n"; the lower one is a half."""
    gap: Fraction = Fraction(3, 2)
    """J: pragmatic readings this far apart contradict each other."""
    look_alike_gap: Fraction = Fraction(3)
    """J: figures of one measure this far apart are not taken for each other."""
    price_gap: Fraction = Fraction(5, 4)
    """J: implied prices of the same goods this far apart are worth a note."""


DEFAULTS = Constants()

FRACTION_SCALE: tuple[Fraction, ...] = tuple(
    Fraction(a, b)
    for a, b in (
        (0, 1), (1, 10), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2),
        (3, 5), (2, 3), (3, 4), (4, 5), (9, 10), (1, 1),
    )
)  # fmt: skip
"""X: the fractions that copy uses; one of them means nearer to itself than to its neighbours."""
