"""Chooses few inputs of a corpus: the shortest first, and of the others those that reach a line of
the program that none before them did.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from hashlib import sha1
from pathlib import Path
from time import monotonic
from types import FrameType

import fentcheck
from fuzz.harness import TARGETS

_Line = tuple[str, int]
_PROGRAM = str(Path(fentcheck.__file__).parent)


def choose(target: str, corpus: Path, folder: Path, minutes: float) -> tuple[int, int]:
    """Writes the choice into a folder; how many inputs were looked at, and how many are chosen."""
    folder.mkdir(parents=True, exist_ok=True)
    known: set[_Line] = set()
    for path in sorted(folder.iterdir()):
        known |= _lines(TARGETS[target], path.read_bytes())
    end = monotonic() + minutes * 60
    looked = chosen = 0
    for data in sorted({path.read_bytes() for path in corpus.iterdir()}, key=len):
        if monotonic() > end:
            break
        looked += 1
        found = _lines(TARGETS[target], data)
        if not found <= known:
            known |= found
            chosen += 1
            (folder / sha1(data).hexdigest()[:12]).write_bytes(data)
    return looked, chosen


def _lines(check: Callable[[bytes], None], data: bytes) -> set[_Line]:
    """The lines of the program that an input goes through; none if it fails."""
    found: set[_Line] = set()

    def inside(frame: FrameType, event: str, _: object) -> object:
        if event == "line":
            found.add((frame.f_code.co_filename, frame.f_lineno))
        return inside

    def entered(frame: FrameType, event: str, _: object) -> object:
        return inside if frame.f_code.co_filename.startswith(_PROGRAM) else None

    sys.settrace(entered)  # type: ignore[arg-type]
    try:
        check(data)
    except Exception:
        return set()
    finally:
        sys.settrace(None)
    return found
