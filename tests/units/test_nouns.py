"""The nouns of counted things, and the singular of any noun."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fentcheck.units.names import edit_distance, nearest_name
from fentcheck.units.nouns import IRREGULAR, PERSONS, THINGS, singular
from fentcheck.units.table import LOCAL, LONG_NAMES, NAMES, SYMBOLS

SINGULARS = """
    abscesses abscess, addresses address, aircraft aircraft, aliases alias, alumni alumnus,
    analyses analysis, appendices appendix, atlases atlas, attorneys-general attorney-general,
    avalanches avalanche, axes axe, babies baby, bacteria bacterium, bases base, batches batch,
    beaches beach, blitzes blitz, boxes box, boys boy, branches branch, bureaus bureau,
    bureaux bureau, buses bus, cacti cactus, calories calorie, calves calf, campuses campus,
    canoes canoe, cars car, cases case, caves cave, census census, censuses census, cheeses cheese,
    children child, cities city, classes class, clauses clause, committees committee,
    cookies cookie, countries country, courses course, crises crisis, criteria criterion,
    cures cure, days day, deaths death, deer deer, diagnoses diagnosis, dishes dish, doses dose,
    echoes echo, elves elf, executives executive, expenses expense, feet foot, fish fish,
    fishes fish, foxes fox, gases gas, geese goose, gloves glove, grandchildren grandchild,
    groceries grocery, halves half, headaches headache, heroes hero, hertz hertz, homes home,
    horses horse, houses house, hypotheses hypothesis, increases increase, indices index,
    iraqis iraqi, israelis israeli, kilos kilo, kisses kiss, knives knife, laws law, leaves leaf,
    lens lens, lenses lens, licences licence, licenses license, lives life, loaves loaf,
    losses loss, matches match, means means, men man, mice mouse, midwives midwife,
    mosquitoes mosquito,
    movies movie, mothers-in-law mother-in-law, news news, noises noise, nurses nurse,
    oases oasis, offences offence, overdoses overdose, oxen ox, parties party, passers-by passer-by,
    passes pass, pence penny, pennies penny, people person, phases phase, phenomena phenomenon,
    photos photo,
    pies pie, pills pill, policemen policeman, potatoes potato, prizes prize, promises promise,
    purchases purchase, quizzes quiz, referenda referendum, releases release,
    runners-up runner-up, salespeople salesperson,
    series series, sheep sheep, shelves shelf, shoes shoe, sizes size, skis ski, sleeves sleeve,
    species species, specimens specimen, specimen specimen, spouses spouse, stimuli stimulus,
    stories story,
    strategies strategy, studios studio, taxes tax, taxis taxi, teeth tooth, theses thesis,
    thieves thief,
    ties tie, tomatoes tomato, tornadoes tornado, tranches tranche, troops troop,
    turkmen turkmen, uses use,
    valves valve, viruses virus, votes vote, waltzes waltz, watches watch, waves wave,
    whitefish whitefish,
    wives wife, wolves wolf, women woman, zombies zombie, zoos zoo
"""


@pytest.mark.parametrize("pair", [pair.split() for pair in SINGULARS.split(",")])
def test_singular(pair: list[str]) -> None:
    plural, one = pair
    assert singular(plural) == one
    assert singular(one) == one
    assert singular(plural.upper()) == one


@pytest.mark.parametrize(
    ("phrase", "one"),
    [
        ("police officers", "police officer"),
        ("Border Patrol agents", "border patrol agent"),
        ("members of parliament", "member of parliament"),
        ("pairs of shoes", "pair of shoes"),
        ("asylum-seekers", "asylum-seeker"),
        ("18-year-olds", "18-year-old"),
        ("women and children", "women and child"),
        ("", ""),
    ],
)
def test_singular_of_a_phrase(phrase: str, one: str) -> None:
    assert singular(phrase) == one


@pytest.mark.parametrize("noun", ["bus", "gas", "kiss", "virus", "crisis", "tax", "us", "is", "s"])
def test_a_singular_stays(noun: str) -> None:
    assert singular(noun) == noun


def test_the_table_is_long() -> None:
    assert len(SINGULARS.split(",")) >= 120


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def test_regular_plurals_come_back() -> None:
    regular = (PERSONS | THINGS) - set(IRREGULAR.values()) - _NO_REGULAR_PLURAL
    assert [noun for noun in regular if singular(_plural(noun)) != noun] == []


_NO_REGULAR_PLURAL = frozenset(("axis", "kyrgyz", "passer-by"))


@given(st.sampled_from(sorted(PERSONS | THINGS | IRREGULAR.keys() | set(NAMES))))
def test_singular_is_idempotent(noun: str) -> None:
    assert singular(singular(noun)) == singular(noun)


@given(st.text(max_size=40))
def test_singular_takes_any_text(text: str) -> None:
    assert len(singular(text)) <= len(text.lower()) + 3


def test_irregulars_lead_to_singulars() -> None:
    for plural, one in IRREGULAR.items():
        assert plural == plural.lower()
        assert singular(one) == one


def test_the_lists_are_long() -> None:
    assert len(PERSONS) >= 300
    assert len(THINGS) >= 1200


def test_no_noun_is_both_a_person_and_a_thing() -> None:
    assert not PERSONS & THINGS


def test_nouns_are_lower_case_singulars_of_three_words_at_most() -> None:
    for noun in PERSONS | THINGS:
        assert noun == " ".join(noun.lower().split())
        assert singular(noun) == noun
        assert len(noun.split()) <= 3


def test_no_noun_is_a_unit() -> None:
    units = {*NAMES, *SYMBOLS, *(name for names in LOCAL.values() for name in names)}
    assert not (PERSONS | THINGS) & units
    assert not {_plural(noun) for noun in PERSONS | THINGS} & units


@pytest.mark.parametrize(
    "noun",
    [
        *("person", "man", "child", "american", "mexican", "briton", "patient", "death", "victim"),
        *("voter", "migrant", "refugee", "officer", "soldier", "passenger", "nurse", "resident"),
    ],
)
def test_persons(noun: str) -> None:
    assert noun in PERSONS


@pytest.mark.parametrize(
    "noun",
    [
        *("dose", "pill", "vehicle", "home", "vote", "job", "car", "case", "seizure", "arrest"),
        *(
            "flight",
            "school",
            "tree",
            "goal",
            "page",
            "bag",
            "cat",
            "bird",
            "meal",
            "metal",
            "item",
        ),
    ],
)
def test_things(noun: str) -> None:
    assert noun in THINGS


@pytest.mark.parametrize(
    "plural",
    [
        *(
            "lectures",
            "perimeters",
            "holograms",
            "salaries",
            "furloughs",
            "microgrids",
        ),
        *("ventures", "canaries", "starters", "barometers", "sentries", "minibars"),
    ],
)
def test_nouns_that_are_nearly_units_are_listed(plural: str) -> None:
    assert any(edit_distance(plural, name, 2) <= 2 for name in LONG_NAMES)
    assert singular(plural) in PERSONS | THINGS


_WORDS = st.text("abcde", max_size=8)


@given(_WORDS, st.lists(_WORDS, max_size=8))
def test_the_nearest_name_is_the_first_of_those_that_differ_least(
    word: str, names: list[str]
) -> None:
    limit = 1 if len(word) < 5 else 2
    distances = [edit_distance(word, name, limit) for name in names]
    least = min(distances, default=limit + 1)
    expected = names[distances.index(least)] if least <= limit else None
    assert nearest_name(word, names) == expected
