"""What is kept between runs: it saves time, and whatever is wrong with it costs only that."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fentcheck import regex
from fentcheck.files import cache
from fentcheck.files.patterns import keep_patterns, use_kept_patterns

SOURCES = (
    (r"(?P<year>\d{4})-(?P<month>\d\d)?", 0),
    (r"\b(?:a|an|one) (dozen|score)\b", re.IGNORECASE),
    (r"  # nothing\n  [½¼¾]+ ", re.VERBOSE),
    (r"^(?:x|(y))(?(1)z|w)\Z", re.MULTILINE),
    (r"[^\W\d_]{1,30}?(?<=[a-zÀ-ÿ])(?!\s)", 0),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FENTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(regex, "_known", {})
    monkeypatch.setattr(regex, "_compiled", {})
    return tmp_path / "cache"


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_kept_pattern_is_the_pattern(source: str, flags: int, folder: Path) -> None:
    first = regex.regex(source, flags)
    assert first.pattern == source
    keep_patterns("verify")
    regex._compiled.clear()
    use_kept_patterns("verify")
    again, plain = regex.regex(source, flags), re.compile(source, flags)
    assert (again.pattern, again.flags, again.groups, dict(again.groupindex)) == (
        plain.pattern,
        plain.flags,
        plain.groups,
        dict(plain.groupindex),
    )
    for text in ("2024-05", "2024-", "A DOZEN eggs", "½¾", "yz", "xw", "x", "Éire 3", ""):
        mine, theirs = again.search(text), plain.search(text)
        assert (mine and (mine.span(), mine.groups())) == (
            theirs and (theirs.span(), theirs.groups())
        )
    assert regex.compiled() == {}  # it was not compiled again


def test_a_pattern_that_is_none_fails_as_ever() -> None:
    with pytest.raises(re.error):
        regex.regex("(").search("")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.integers(0, 60))
def test_what_is_damaged_is_not_there(folder: Path, junk: bytes, keep: int) -> None:
    cache.write("thing", {"a": (1, b"two")})
    whole = (folder / "thing").read_bytes()
    (folder / "thing").write_bytes(whole[: len(whole) - keep] + junk)
    found = cache.read("thing")
    assert found is None or (folder / "thing").read_bytes() == whole


def test_another_version_finds_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.write("thing", [1])
    assert cache.read("thing") == [1]
    monkeypatch.setattr(cache, "_STAMP", cache._STAMP + b"!")
    assert cache.read("thing") is None


def test_only_the_user_can_read_it(folder: Path) -> None:
    cache.write("thing", [1])
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_without_a_place_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FENTCHECK_CACHE_DIR", "XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    assert cache.folder() is None
    cache.write("thing", [1])
    assert cache.read("thing") is None


def test_a_folder_that_takes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("FENTCHECK_CACHE_DIR", str(tmp_path / "file" / "below"))
    cache.write("thing", [1])
    assert cache.read("thing") is None


CLAIMS = """\
claims:
  - id: a
    value: 150 people/day
    measure: deaths
  - id: b
    value: 75,000 people/year
    measure: deaths
"""


def _verify(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "fentcheck", "verify", *options, "x.yaml"],
        cwd=folder,
        env={
            **os.environ,
            "FENTCHECK_CACHE_DIR": str(folder / "cache"),
            "PYTHONPATH": str(Path(__file__).resolve().parent.parent),
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_run_with_and_without_it_says_the_same(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(CLAIMS)
    without = _verify(tmp_path, "--no-cache")
    assert not (tmp_path / "cache").exists()
    first, second = _verify(tmp_path), _verify(tmp_path)
    assert (tmp_path / "cache" / "patterns-verify").exists()
    for one in (first, second):
        assert (one.returncode, one.stdout, one.stderr) == (
            without.returncode,
            without.stdout,
            without.stderr,
        )
    assert "FC201" in first.stdout


def test_a_damaged_one_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(CLAIMS)
    first = _verify(tmp_path)
    kept = tmp_path / "cache" / "patterns-verify"
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-9] + b"\0" * 9)
    assert _verify(tmp_path).stdout == first.stdout
    assert kept.read_bytes() == whole
