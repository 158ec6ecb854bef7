"""Another state of this project, to be measured beside the present one."""

from __future__ import annotations

import compileall
import subprocess
import tarfile
from io import BytesIO
from pathlib import Path

from bench.pairs import ROOT


def previous(named: str, place: Path) -> Path:
    """The folder of another release: a folder as it is, or a git ref of this project, laid out.

    Raises `SystemExit` if it is neither.
    """
    folder = Path(named)
    if (folder / "fentcheck").is_dir():
        folder = folder.resolve()
    else:
        made = subprocess.run(
            ["git", "archive", "--format=tar", named, "--", "fentcheck"],
            capture_output=True,
            cwd=ROOT,
            check=False,
        )
        if made.returncode:
            raise SystemExit(f"{named} is no folder of a release and no commit of this project")
        folder = place / "previous"
        with tarfile.open(fileobj=BytesIO(made.stdout)) as packed:
            packed.extractall(folder, filter="data")
    compileall.compile_dir(folder / "fentcheck", quiet=2)
    return folder
