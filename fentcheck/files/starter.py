"""A starter for a project: its settings, a vocabulary, and one draft with its claims file.

The example is made up. Its report ends in one finding, a nought that was dropped.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress

from fentcheck.files.config import ConfigError, find_config
from fentcheck.files.disk import PathError

SETTINGS = """\
# The settings of fentcheck. Each line shows what holds without it; take the # off to change it.
# `fentcheck config` shows what applies, all thresholds included, and where it comes from.

# select = ["FC1", "FC2"]             # only these rules: codes or their beginnings
# ignore = ["FC010"]                  # not these; `fentcheck rule` lists them all
# fail-on = "error"                   # what ends a run with status 1: warning, note or never
# locale = "en-US"                    # of files that name none: which $, gallon and ton
# fiscal-year-starts = 10             # the month; else as usual in the locale
# vocabulary = "claims/vocabulary.yaml"
# references = "claims/references"    # figures that you trust

# [severity]                          # error, warning, note or off
# FC501 = "note"

# [per-path."claims/archive/*"]       # the same for some files, named as in .gitignore
# ignore = ["FC011"]

# [thresholds]
# gap = 1.5                           # how far apart two figures contradict each other

# [limits]                            # less than usual of what a file may ask for
# figures = 1500                      # of a draft; `--limit figures=5000` raises it

# [units]                             # units of your own
# pitch = "7140 * meter ** 2 = pitches"
"""

VOCABULARY = """\
# The words that claims use, so that one thing has one name. FC011 notes a word that is not here.

measures:
  # flow adds up over time; stock is there at a time; also share, price and constant
  books lent: {kind: flow, aliases: [loans, books borrowed]}
  members: {kind: stock, aliases: [card holders]}
  card fee: {kind: price}

dimensions:
  # each term lies inside the one before
  place: county > Saltmarsh > Saltmarsh harbour
  group: [anyone > children, anyone > adults]
"""

DRAFT = """\
# Saltmarsh library has its best year

The library at Saltmarsh lent more than 300 books a day last year, around 11,000 books in all.

Of its 2,400 members, 900 are children and 1,500 are adults. The yearly card fee rose from £8 to
£10, a rise of 25%.
"""

CLAIMS = """\
# One file for each article. Every figure is a claim; what it says is copied as it is printed.
article:
  title: Saltmarsh library has its best year
  publisher: The Saltmarsh Lamp
  published: 2024-03
  locale: en-GB
  text: ../drafts/example.md            # its quotes are looked up there

claims:
  # One measure, of one place, twice: a rate and a total. They have to agree.
  - id: lent_per_day
    quote: more than 300 books a day    # the few words that hold the figure
    measure: books lent                 # what is counted,
    of: {place: Saltmarsh}              # of what or where,
    period: last year                   # and when: this counts from “published”
    value: more than 300 books/day      # hedge, number, unit, rate

  # Here a nought was dropped: make it 110,000 in quote, value and draft, and verify again.
  - id: lent_last_year
    quote: around 11,000 books
    measure: books lent
    of: {place: Saltmarsh}
    period: last year
    value: around 11,000 books

  # A part of a whole is at most the whole.
  - id: members
    quote: 2,400 members
    measure: members
    of: {place: Saltmarsh}
    value: 2,400 members

  - id: children
    quote: 900 are children
    measure: members
    of: {place: Saltmarsh, group: children}
    value: 900 members
    part_of: members

  - id: adults
    quote: 1,500 are adults
    measure: members
    of: {place: Saltmarsh, group: adults}
    value: 1,500 members
    part_of: members

  # A change hangs on the figures before and after it.
  - id: fee_before
    quote: from £8
    measure: card fee
    period: 2022
    value: £8

  - id: fee_after
    quote: £10
    measure: card fee
    period: 2023
    value: £10

  - id: fee_rise
    quote: a rise of 25%
    value: a rise of 25%
    change: {from: fee_before, to: fee_after}

# What only you can know: claims, phrases in double quotes, + - * / and comparisons.
checks:
  - id: all_members
    that: members == children + adults

# To accept a finding, say which, why, and until when:
# waivers:
#   - code: FC201
#     claims: [lent_last_year]
#     reason: the library counts its harbour branch only
#     until: 2030-01-01
"""

FILES: Mapping[str, str] = {
    "fentcheck.toml": SETTINGS,
    "claims/vocabulary.yaml": VOCABULARY,
    "claims/example.yaml": CLAIMS,
    "drafts/example.md": DRAFT,
}


def make_starter(folder: str) -> list[str]:
    """Writes the files of the starter, or none of them; their paths.

    Raises `ConfigError` for settings that are there already, and `PathError` for files that are,
    or that cannot be written.
    """
    paths = {os.path.normpath(os.path.join(folder, name)): text for name, text in FILES.items()}
    there = [path for path in paths if os.path.lexists(path)]
    if there:
        listed = ", ".join(there)
        raise PathError(
            f"{listed} {'is' if len(there) == 1 else 'are'} there already; nothing was written"
        )
    _look_for_settings(folder)
    made: list[str] = []
    new_folders: list[str] = []
    try:
        for path, text in paths.items():
            _make_folders(os.path.dirname(path), new_folders)
            with open(path, "x", encoding="utf-8", newline="\n") as file:
                made.append(path)
                file.write(text)
    except OSError as error:
        _unmake(made, new_folders)
        raise PathError(f"{path} cannot be made: {error.strerror}") from None
    except BaseException:
        _unmake(made, new_folders)
        raise
    return made


def _unmake(files: list[str], folders: list[str]) -> None:
    """Takes away what was made, as far as it is there and empty."""
    for path in files:
        with suppress(OSError):
            os.unlink(path)
    for one in reversed(folders):
        with suppress(OSError):
            os.rmdir(one)


def _look_for_settings(folder: str) -> None:
    """Settings in the folder's own pyproject.toml would be passed over from now on."""
    own = os.path.join(folder, "pyproject.toml")
    if os.path.isfile(own) and find_config(folder).path == os.path.abspath(own):
        raise ConfigError(f"{own} has settings of fentcheck already; nothing was written")


def _make_folders(folder: str, made: list[str]) -> None:
    """Makes a folder with those above it; `made` grows by each that was not there."""
    missing = []
    while folder and not os.path.isdir(folder):
        missing.append(folder)
        folder = os.path.dirname(folder)
    for one in reversed(missing):
        os.mkdir(one)
        made.append(one)
