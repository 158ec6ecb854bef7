"""Pages that are made by a script are what the script makes."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

DOCS = Path(__file__).parent.parent / "docs"


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
