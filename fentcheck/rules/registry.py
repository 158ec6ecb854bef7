"""All rules, in the order of their codes. A new rule is one file and one line here."""

from __future__ import annotations

from fentcheck.rules.fc001_unreadable_file import unreadable_file
from fentcheck.rules.fc002_unknown_or_missing_key import unknown_or_missing_key
from fentcheck.rules.fc003_duplicate_id_or_key import duplicate_id_or_key
from fentcheck.rules.fc004_unreadable_value import unreadable_value
from fentcheck.rules.fc005_unknown_unit import unknown_unit
from fentcheck.rules.fc006_unknown_claim import unknown_claim
from fentcheck.rules.fc007_dimension_mismatch import dimension_mismatch
from fentcheck.rules.fc008_quote_disagrees import quote_disagrees
from fentcheck.rules.fc009_quote_not_found import quote_not_found
from fentcheck.rules.fc010_uncovered_figure import uncovered_figure
from fentcheck.rules.fc011_unknown_term import unknown_term
from fentcheck.rules.fc012_waiver_unused import waiver_unused
from fentcheck.rules.fc013_unusable_text import unusable_text
from fentcheck.rules.fc101_restated_differently import restated_differently
from fentcheck.rules.fc102_articles_disagree import articles_disagree
from fentcheck.rules.fc103_reference_disagrees import reference_disagrees
from fentcheck.rules.fc104_conversion_disagrees import conversion_disagrees
from fentcheck.rules.fc201_rate_and_total import rate_and_total
from fentcheck.rules.fc202_stated_check import stated_check
from fentcheck.rules.fc203_jointly_impossible import jointly_impossible
from fentcheck.rules.fc301_parts_and_total import parts_and_total
from fentcheck.rules.fc302_shares_exceed_whole import shares_exceed_whole
from fentcheck.rules.fc303_share_disagrees import share_disagrees
from fentcheck.rules.fc401_change_disagrees import change_disagrees
from fentcheck.rules.fc402_impossible_change import impossible_change
from fentcheck.rules.fc403_superlative_disagrees import superlative_disagrees
from fentcheck.rules.fc501_look_alike_figures import look_alike_figures
from fentcheck.rules.fc502_subset_exceeds_whole import subset_exceeds_whole
from fentcheck.rules.fc601_out_of_domain import out_of_domain
from fentcheck.rules.fc602_implied_ratio_differs import implied_ratio_differs
from fentcheck.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    unreadable_file,
    unknown_or_missing_key,
    duplicate_id_or_key,
    unreadable_value,
    unknown_unit,
    unknown_claim,
    dimension_mismatch,
    quote_disagrees,
    quote_not_found,
    uncovered_figure,
    unknown_term,
    waiver_unused,
    unusable_text,
    restated_differently,
    articles_disagree,
    reference_disagrees,
    conversion_disagrees,
    rate_and_total,
    stated_check,
    jointly_impossible,
    parts_and_total,
    shares_exceed_whole,
    share_disagrees,
    change_disagrees,
    impossible_change,
    superlative_disagrees,
    look_alike_figures,
    subset_exceeds_whole,
    out_of_domain,
    implied_ratio_differs,
)

BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}
