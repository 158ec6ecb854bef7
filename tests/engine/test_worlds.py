"""Where everything is true, nothing is found: thousands of small worlds, drawn at random."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from bench.worlds import KINDS, LEXICONS, Truth, World, world
from fentcheck.book.book import Settings
from fentcheck.book.read import read_article
from fentcheck.engine.check import Checked, check_article
from fentcheck.engine.judge import Verdict
from fentcheck.rules.rule import Severity

SETTINGS = Settings(LEXICONS)
WORLDS = 20_000
PORTIONS = 10
LOOSE_WORLDS = 2_000


def checked(made: World) -> Checked:
    article = read_article(made.text, "world.yaml", "world", LEXICONS)
    assert not article.problems, (made.text, article.problems)
    return check_article(article, SETTINGS, lambda stem: None)


def is_true(made: World, found: Checked, loosely: bool = False) -> bool:
    """The readings that the book has hold the true values."""
    figures = {figure.id: figure for figure in made.figures}
    return all(
        Truth(figures[claim.id].value, figures[claim.id].shape, None, loosely).is_in(
            found.book.reading(claim)
        )
        for claim in found.article.claims
    )


@pytest.mark.parametrize("portion", range(PORTIONS))
def test_nothing_is_found_where_all_is_true(portion: int) -> None:
    """No relation fails whose claims hold the truth on both readings."""
    verdicts: Counter[tuple[str, Verdict]] = Counter()
    for seed in range(portion * WORLDS // PORTIONS, (portion + 1) * WORLDS // PORTIONS):
        made = world(Random(seed))
        found = checked(made)
        assert is_true(made, found), (seed, made.text)
        bad = [one.message for one in found.findings if one.severity is not Severity.NOTE]
        assert not bad, (seed, made.text, bad)
        verdicts.update((made.kind, judgement.verdict) for judgement in found.judgements)
    assert all(verdicts[kind, Verdict.HOLDS] for kind in KINDS), "a kind that tests nothing"


def test_what_is_true_as_worded_is_contradicted_only_by_a_wide_gap() -> None:
    """Where only the literal readings hold the truth, they never exclude each other."""
    failing = 0
    for seed in range(LOOSE_WORLDS):
        made = world(Random(-1 - seed), loosely=True)
        found = checked(made)
        assert is_true(made, found, loosely=True), (seed, made.text)
        for one in found.judgements:
            failing += one.verdict.fails
            if one.verdict is Verdict.CONTRADICTED:
                wide = one.gap is not None and one.gap >= SETTINGS.constants.gap
                assert wide, (seed, made.text, one.relation)
    assert failing, "the readings never part, so nothing is tested"
