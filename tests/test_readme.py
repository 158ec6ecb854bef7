"""The README says what the program does: its transcripts are run, its examples checked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fentcheck.cli.main import status_of
from fentcheck.cli.table import BY_NAME

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TRANSCRIPTS = re.findall(r"```console\n\$ fentcheck (.+?)\n(.*?)```", README, re.DOTALL)


def test_there_are_transcripts() -> None:
    assert len(TRANSCRIPTS) == 5


@pytest.mark.parametrize(("call", "shown"), TRANSCRIPTS)
def test_a_transcript_is_what_is_printed(
    call: str,
    shown: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    import shlex

    monkeypatch.setenv("COLUMNS", "100")
    words = shlex.split(call)
    own = {"roads.yaml": "yaml", "draft.md": "markdown"}
    monkeypatch.chdir(tmp_path if set(own) & set(words) else ROOT)
    for name, language in own.items():
        example = re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)
        assert example is not None
        (tmp_path / name).write_text(example.group(1), encoding="utf-8")
    status_of(words)
    assert capsys.readouterr().out == shown


def test_every_command_is_in_the_table() -> None:
    rows = re.findall(r"^\| `(\w+)` \| .+? \| .*? \|$", README, re.MULTILINE)
    assert sorted(set(rows) & set(BY_NAME)) == sorted(BY_NAME)


def test_the_options_that_commands_are_said_to_take_they_take() -> None:
    """In the paragraphs that begin with commands."""
    said = re.findall(
        r"^((?:`\w+`(?:, | and )?)+) (?:also )?take (.*?)(?:\n\n|\.$)", README, _LINES
    )
    assert len(said) == 2
    for names, options in said:
        for command in re.findall(r"\w+", names.replace(" and ", " ")):
            known = {option.name for option in BY_NAME[command].options}
            assert set(re.findall(r"`(--[a-z-]+)", options)) <= known


_LINES = re.MULTILINE | re.DOTALL


def test_the_shipped_claims_show_what_is_expected(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    status_of(["verify", "claims", "--format", "concise"])
    assert capsys.readouterr().out == (ROOT / "claims" / "expected.txt").read_text(encoding="utf-8")
