"""Where the sentences of a text begin."""

from __future__ import annotations

from fentcheck.regex import regex


def sentence_starts(text: str) -> list[int]:
    """The offsets at which sentences begin, the first of them 0.

    The text has single spaces, and a line break only between paragraphs. A full stop behind an
    abbreviation or an initial ends no sentence, nor does one before a small letter.
    """
    starts = [0]
    for match in _END.finditer(text):
        stop = match.start()
        if text[stop] == "." and _is_abbreviated(text, stop):
            continue
        starts.append(match.end())
    return starts


def _is_abbreviated(text: str, stop: int) -> bool:
    """The word that this full stop ends is an abbreviation, or an initial."""
    found = _LAST_WORD.search(text, max(0, stop - _LONGEST), stop)
    if found is None:
        return False
    word = found.group()
    if word.lower() in _OF_THE_CLOCK:
        return bool(_DAY.match(text, stop + 2))
    if len(word) == 1:
        return word.isupper()
    if word.lower() in _BEFORE_FIGURES:
        return text[stop + 2 : stop + 3].isdecimal()
    return word.lower() in _ABBREVIATIONS


_LONGEST = 12
_END = regex(r"""[.!?…]["'”’)\]]* (?=["'“‘(\[]?[A-Z0-9$£€₹])|\n""")
_LAST_WORD = regex(r"[A-Za-z][A-Za-z.]*\Z")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof rev hon gov sen rep pres supt insp lt maj capt sgt cpl cmdr adm st mt jr sr "
    "vs cf al approx est bros dept univ assn ave blvd u.s u.k u.n e.g i.e feb apr jun jul aug sept "
    "nov dec mon tue tues wed thu thur thurs fri viz ph.d".split()
)
_OF_THE_CLOCK = frozenset(("a.m", "p.m"))
_DAY = regex(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|E[SD]T\b|P[SD]T\b|C[SD]T\b|[BG][MS]T\b")
"""What an hour goes on with in the same sentence: "at 7:40 a.m. Sunday"."""
_BEFORE_FIGURES = frozenset(
    "no nos vol p pp fig figs art sec ch para jan mar oct sep ft sq cu rs rd approx".split()
)
"""Words of their own, or ends of sentences: abbreviated only where a figure follows."""
