"""Pages that are made by a script are what the script makes; examples run; links lead somewhere."""

from __future__ import annotations

import importlib.util
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from fentcheck.cli.main import status_of

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_on_phrases_is_up_to_date() -> None:
    made = _script("make_phrases").page()
    committed = (DOCS / "phrases.md").read_text(encoding="utf-8")
    assert committed == made, "run python docs/make_phrases.py"


def test_the_page_on_phrases_covers_every_class() -> None:
    script = _script("make_phrases")
    examples = [line for line in script.page().splitlines() if line.startswith("| ")]
    shown = {line.split(" | ")[1] for line in examples}
    assert {rule.name for rule in script.RULES} - {"bare number"} <= shown
    assert len(examples) >= 60 + len(script.RULES)


def test_the_pages_on_rules_are_up_to_date() -> None:
    made = dict(_script("make_rules").pages())
    committed = {path.name: path.read_text(encoding="utf-8") for path in (DOCS / "rules").iterdir()}
    assert committed == made, "run python docs/make_rules.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda one: str(one.relative_to(DOCS)))
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith(("http:", "https:")):
            continue
        path, _, heading = target.partition("#")
        linked = (page.parent / path) if path else page
        assert linked.exists(), target
        if heading:
            headings = re.findall(r"(?m)^#+ (.+)$", linked.read_text(encoding="utf-8"))
            assert heading in [
                re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings
            ], target


def test_every_page_is_in_the_contents() -> None:
    contents = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]

    def paths(node: object) -> list[str]:
        if isinstance(node, str):
            return [node]
        if isinstance(node, dict):
            return [path for one in node.values() for path in paths(one)]
        assert isinstance(node, list)
        return [path for one in node for path in paths(one)]

    named = paths(contents)
    assert sorted(named) == sorted(str(page.relative_to(DOCS)) for page in PAGES)


# Transcripts: files are written, calls made, in the order of the page, in one folder.

_BLOCK = re.compile(
    r"```(?P<language>\w+)(?: title=\"(?P<file>[^\"]+)\")?\n(?P<text>.*?)```", re.DOTALL
)


_CALL = re.compile(r"\$ fentcheck (.+?)\n(.*?)(?=\$ |\Z)", re.DOTALL)


def _shown(page: Path) -> list[re.Match[str]]:
    found = list(_BLOCK.finditer(page.read_text(encoding="utf-8")))
    return [one for one in found if one["language"] == "console" or one["file"]]


@pytest.mark.parametrize(
    "page", [page for page in PAGES if _shown(page)], ids=lambda one: str(one.relative_to(DOCS))
)
def test_a_page_says_what_is_printed(
    page: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    """A block with a title is a file; a block of console text is what calls print, “…” anything."""
    monkeypatch.setenv("COLUMNS", "90")
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "claims", tmp_path / "shipped")
    for block in _shown(page):
        if block["file"]:
            path = tmp_path / block["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block["text"], encoding="utf-8")
            continue
        for call, shown in _CALL.findall(block["text"]):
            status_of(shlex.split(call))
            out, err = capsys.readouterr()
            assert re.fullmatch(_pattern(shown), out + err), f"{call}\n{out}{err}"


def _pattern(shown: str) -> str:
    """A line of “…” stands for any lines, at the end of a line for the rest of it."""
    lines = [
        "(?:.*\n)*?" if line == "…" else re.escape(line).replace("…", ".*") + "\n"
        for line in shown.splitlines()
    ]
    return "".join(lines)


def test_the_site_builds(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs")
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "rules" / "FC201" / "index.html").exists()
