"""The README says what the program does: its transcripts are run, its examples checked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fentcheck.cli.main import status_of

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


def test_the_shipped_claims_show_what_is_expected(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    status_of(["verify", "claims", "--format", "concise"])
    assert capsys.readouterr().out == (ROOT / "claims" / "expected.txt").read_text(encoding="utf-8")
