"""Claims files that many tests start from."""

from __future__ import annotations

TRUE_ROADS = """\
claims:
  - id: per_day
    measure: road deaths
    value: 150 people/day
  - id: per_year
    measure: road deaths
    value: 55,000 people/year
"""
WRONG_ROADS = TRUE_ROADS.replace("55,000", "75,000")
"""One finding of FC201: 150 a day are 54,750 a year."""
