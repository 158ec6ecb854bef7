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
    """The constants in force; `ABOUT` says what each is. A configuration replaces single fields."""

    about_small: Fraction = Fraction(2, 5)
    about_middle: Fraction = Fraction(1, 5)
    about_large: Fraction = Fraction(1, 10)
    beyond_small: Fraction = Fraction(7, 10)
    beyond_middle: Fraction = Fraction(7, 20)
    beyond_large: Fraction = Fraction(17, 100)
    slightly: Fraction = Fraction(3, 20)
    cap: Fraction = Fraction(1, 4)
    fraction_spread: Fraction = Fraction(1, 5)
    factor_spread: Fraction = Fraction(1, 5)
    order_literal: Fraction = Fraction(10)
    order_pragmatic: Fraction = Fraction(5)
    gap: Fraction = Fraction(3, 2)
    look_alike_gap: Fraction = Fraction(3)
    price_gap: Fraction = Fraction(5, 4)


DEFAULTS = Constants()

ABOUT: dict[str, tuple[str, str]] = {
    "about_small": ("F", "half-width of “about n” over s, for n below 20"),
    "about_middle": ("F", "half-width of “about n” over s, from 20 to 999"),
    "about_large": ("F", "half-width of “about n” over s, from 1,000"),
    "beyond_small": ("F", "reach of “more than n” over s, for n below 20"),
    "beyond_middle": ("F", "reach of “more than n” over s, from 20 to 999"),
    "beyond_large": ("F", "reach of “more than n” over s, from 1,000"),
    "slightly": ("J", "where “just over n” ends and “well over n” begins, over s"),
    "cap": ("J", "granularity and place value count for at most this share of n"),
    "fraction_spread": ("F", "spread of a hedged fraction, over the way to its neighbour"),
    "factor_spread": ("J", "half-width of “m times” over s(m)"),
    "order_literal": ("J", "“on the order of n” leaves n over this to n times this"),
    "order_pragmatic": ("J", "“on the order of n” is taken for n over 2 to n times this"),
    "gap": ("J", "pragmatic readings this far apart contradict each other"),
    "look_alike_gap": ("J", "figures of one measure this far apart are not look-alikes"),
    "price_gap": ("J", "implied prices of the same goods this far apart get a note"),
}
"""The source of each constant, and what it is."""

FRACTION_SCALE: tuple[Fraction, ...] = tuple(
    Fraction(a, b)
    for a, b in (
        (0, 1), (1, 10), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2),
        (3, 5), (2, 3), (3, 4), (4, 5), (9, 10), (1, 1),
    )
)  # fmt: skip
"""X: the fractions that copy uses; one of them means nearer to itself than to its neighbours."""
