"""Whatever is written in a claims file, a value, a check or a draft: never an exception, the same
answer twice, places inside the text. What has to hold is said once, in `fuzz.harness`.
"""

from __future__ import annotations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from strategies import checks, claims_files, phrases, prose

from fuzz import harness

bounded = settings(deadline=None, suppress_health_check=list(HealthCheck))
LOCALES = st.sampled_from(("en-US", "en-US", "en-GB", "en-IN", "en-AU"))


@settings(bounded, max_examples=500)
@given(phrases(), LOCALES)
def test_phrases(text: str, locale: str) -> None:
    assume(text.isprintable())
    harness.phrases(f"locale: {locale}\n{text}".encode())


@settings(bounded, max_examples=300)
@given(checks(), st.lists(phrases(), min_size=3, max_size=3))
def test_expressions(check: str, values: list[str]) -> None:
    given_values = "".join(f"\n{name} = {value}" for name, value in zip("abc", values, strict=True))
    harness.expressions(f"{check}{given_values}".encode())


@settings(bounded, max_examples=150)
@given(claims_files())
def test_the_readers_of_claims_files(text: str) -> None:
    harness.yaml(text.encode())


@settings(bounded, max_examples=150)
@given(claims_files())
def test_claims_files(text: str) -> None:
    harness.claims(text.encode())


@settings(bounded, max_examples=100)
@given(prose(), st.sampled_from(("", ".md\n", ".html\n", ".txt en-GB\n")))
def test_drafts(text: str, first: str) -> None:
    harness.prose(f"{first}{text}".encode())


@settings(bounded, max_examples=300)
@given(st.sampled_from(sorted(harness.TARGETS)), st.binary(max_size=200))
def test_bytes(target: str, data: bytes) -> None:
    harness.TARGETS[target](data)
