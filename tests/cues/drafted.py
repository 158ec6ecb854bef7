"""What is found in a draft, by some cues or by all."""

from __future__ import annotations

from fentcheck.api import Config, Lexicons, Settings
from fentcheck.cues.cue import Cue
from fentcheck.cues.draft import read_draft
from fentcheck.cues.registry import CUES
from fentcheck.engine.audit import audit
from fentcheck.engine.finding import Finding


def findings(text: str, *cues: Cue) -> tuple[Finding, ...]:
    lexicons = Lexicons(Config("."))
    draft = read_draft(text, lexicons("en-US"), "en-US")
    return audit(draft, "draft", Settings(lexicons), cues or CUES).checked.findings
