"""Measures how soon an editor shows what is wrong after a figure is typed.

    python -m bench.editor [--files 10] [--times 20]

A language client starts the server, opens one claims file of 25 claims in a project of that many,
types a wrong figure and the right one by turns, and waits for the diagnostics.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from lsprotocol import types
from pytest_lsp import LanguageClient

from bench.corpus import write_corpus


async def measured(files: int, times: int) -> list[float]:
    """Seconds from each change to its diagnostics."""
    with tempfile.TemporaryDirectory() as folder:
        claims = Path(folder) / "claims"
        write_corpus(claims, files)
        path = sorted(one for one in claims.glob("*.yaml") if one.stem != "vocabulary")[0]
        text = path.read_text(encoding="utf-8")
        found = re.search(r"value: \D*(\d[\d,.]*)", text)
        assert found is not None
        line = text.count("\n", 0, found.start(1))
        column = found.start(1) - text.rfind("\n", 0, found.start(1)) - 1
        client = LanguageClient()
        await client.start_io(sys.executable, "-m", "fentcheck", "lsp")
        await client.initialize_session(
            types.InitializeParams(capabilities=types.ClientCapabilities(), root_uri=None)
        )
        client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(path.as_uri(), "yaml", 1, text))
        )
        await client.wait_for_notification("textDocument/publishDiagnostics")
        taken = []
        figure = found.group(1)
        for version in range(2, times + 2):
            typed = "9" + found.group(1) if version % 2 == 0 else found.group(1)
            await asyncio.sleep(2)  # the other files have been checked by then
            begun = perf_counter()
            client.text_document_did_change(
                types.DidChangeTextDocumentParams(
                    types.VersionedTextDocumentIdentifier(version, path.as_uri()),
                    [
                        types.TextDocumentContentChangePartial(
                            text=typed,
                            range=types.Range(
                                types.Position(line, column),
                                types.Position(line, column + len(figure)),
                            ),
                        )
                    ],
                )
            )
            await client.wait_for_notification("textDocument/publishDiagnostics")
            taken.append(perf_counter() - begun)
            figure = typed
        await client.shutdown_session()
        return taken


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench.editor")
    parser.add_argument("--files", type=int, default=10)
    parser.add_argument("--times", type=int, default=20)
    options = parser.parse_args()
    taken = sorted(asyncio.run(measured(options.files, options.times)))
    print(
        f"Of {options.files} files of 25 claims, one changed: diagnostics after "
        f"{median(taken) * 1000:.0f} ms ({taken[0] * 1000:.0f} to {taken[-1] * 1000:.0f})."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
