"""`fentcheck lsp`: a language server over standard input and output (extra `lsp`)."""

from __future__ import annotations

import asyncio
import os
import sys
from urllib.parse import unquote, urlsplit

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from fentcheck.book.span import Span
from fentcheck.engine.finding import Finding
from fentcheck.lsp import features
from fentcheck.lsp.complete import choices
from fentcheck.lsp.project import Project, Result
from fentcheck.rules.rule import Severity
from fentcheck.version import VERSION

_PAUSE_S = 0.05
"""J: typing that pauses for this long is checked."""
_CALM_S = 0.4
"""J: after this long it is checked against the other files, and so are those that are open."""
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}
_SYMBOLS = {
    "claim": types.SymbolKind.Number,
    "check": types.SymbolKind.Operator,
    "waiver": types.SymbolKind.Event,
}
_CHOICES = {
    "key": types.CompletionItemKind.Property,
    "claim": types.CompletionItemKind.Variable,
    "function": types.CompletionItemKind.Function,
    "unit": types.CompletionItemKind.Unit,
    "rule": types.CompletionItemKind.Constant,
}


class Server(LanguageServer):
    """Open files by path, and what was found in each."""

    def __init__(self) -> None:
        super().__init__("fentcheck", VERSION)
        self.project = Project()
        self.results: dict[str, Result] = {}
        self.waiting: dict[str, asyncio.Task[None]] = {}

    # Positions: ours are 1-based, in code points; an editor's are 0-based, in units of its own.

    def range(self, path: str, span: Span) -> types.Range:
        lines = self._lines(path)
        codec = self.workspace.position_codec
        return codec.range_to_client_units(
            lines,
            types.Range(
                types.Position(span.line - 1, span.column - 1),
                types.Position(span.end_line - 1, span.end_column - 1),
            ),
        )

    def place(self, path: str, position: types.Position) -> tuple[int, int]:
        found = self.workspace.position_codec.position_from_client_units(
            self._lines(path), position
        )
        return found.line + 1, found.character + 1

    def _lines(self, path: str) -> list[str]:
        return self.project.text(path).splitlines(keepends=True)

    # Checking

    def check(self, path: str, last: Result | None = None) -> None:
        """Checks one file, with a `last` result alone, and shows what was found."""
        result = self.project.check(path, last)
        self.results[path] = result
        found = [self.diagnostic(path, one) for one in result.findings]
        if result.trouble:
            start = types.Range(types.Position(0, 0), types.Position(0, 0))
            found.append(types.Diagnostic(start, result.trouble, types.DiagnosticSeverity.Error))
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(from_fs_path(path) or "", found)
        )

    def diagnostic(self, path: str, finding: Finding) -> types.Diagnostic:
        return types.Diagnostic(
            range=self.range(path, finding.span),
            message=finding.message,
            severity=_SEVERITIES[finding.severity],
            code=finding.code,
            source="fentcheck",
            related_information=[
                types.DiagnosticRelatedInformation(
                    types.Location(
                        from_fs_path(os.path.abspath(one.path)) or "",
                        self.range(one.path, one.span),
                    ),
                    one.message,
                )
                for one in finding.related
            ],
        )

    def changed(self, path: str) -> None:
        """Checks a file once typing pauses, and then those that are open beside it."""
        before = self.waiting.pop(path, None)
        if before is not None:
            before.cancel()
        self.waiting[path] = asyncio.get_running_loop().create_task(self._checked_later(path))

    async def _checked_later(self, path: str) -> None:
        await asyncio.sleep(_PAUSE_S)
        self.check(path, self.results.get(path))
        await asyncio.sleep(_CALM_S)
        for one in [path, *(other for other in self.results if other != path)]:
            self.check(one)
            await asyncio.sleep(0)


def path_of(uri: str) -> str:
    """The path of a file; of a text that is none yet, its name."""
    return to_fs_path(uri) or unquote(urlsplit(uri).path)


def server() -> Server:
    """The server with all that it can do."""
    ls = Server()

    @ls.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def did_open(params: types.DidOpenTextDocumentParams) -> None:
        path = path_of(params.text_document.uri)
        ls.project.open(path, params.text_document.text)
        ls.check(path)

    @ls.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def did_change(params: types.DidChangeTextDocumentParams) -> None:
        path = path_of(params.text_document.uri)
        document = ls.workspace.get_text_document(params.text_document.uri)
        ls.project.open(path, document.source)
        ls.changed(path)

    @ls.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def did_save(params: types.DidSaveTextDocumentParams) -> None:
        ls.changed(path_of(params.text_document.uri))

    @ls.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def did_close(params: types.DidCloseTextDocumentParams) -> None:
        path = path_of(params.text_document.uri)
        ls.project.close(path)
        ls.results.pop(path, None)
        waiting = ls.waiting.pop(path, None)
        if waiting is not None:
            waiting.cancel()
        ls.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(params.text_document.uri, [])
        )

    def result_of(path: str) -> Result:
        """What is found in the text as it is now, even if it was typed a moment ago."""
        waiting = ls.waiting.get(path)
        if path not in ls.results or (waiting is not None and not waiting.done()):
            ls.results[path] = ls.project.check(path)
        return ls.results[path]

    @ls.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        path = path_of(params.text_document.uri)
        if not ls.project.is_claims(path):
            return None
        line, _ = ls.place(path, params.position)
        text = features.hover(result_of(path), line)
        if text is None:
            return None
        return types.Hover(types.MarkupContent(types.MarkupKind.PlainText, text))

    @ls.feature(
        types.TEXT_DOCUMENT_COMPLETION,
        types.CompletionOptions(trigger_characters=[" ", ":", "{", ",", "(", ".", "/"]),
    )
    def completion(params: types.CompletionParams) -> list[types.CompletionItem]:
        path = path_of(params.text_document.uri)
        if not ls.project.is_claims(path):
            return []
        result = result_of(path)
        line, column = ls.place(path, params.position)
        lines = ls.project.text(path).split("\n")
        found = choices(
            lines,
            line - 1,
            column - 1,
            ls.project.vocabulary(result),
            features.ids_for(result, path),
        )
        return [
            types.CompletionItem(
                label=one.text.rstrip(": (") or one.text,
                kind=_CHOICES.get(one.kind, types.CompletionItemKind.Value),
                detail=one.detail or None,
                sort_text=f"{number:04}",
                text_edit=types.TextEdit(
                    ls.range(path, Span(line, column - one.replaces, line, column)), one.text
                ),
            )
            for number, one in enumerate(found)
        ]

    @ls.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(params: types.DefinitionParams) -> types.Location | None:
        path = path_of(params.text_document.uri)
        line, column = ls.place(path, params.position)
        if ls.project.is_claims(path):
            found = features.definition(ls.project, result_of(path), path, line, column)
        else:
            found = features.claim_of_text(ls.project, path, line, column)
        if found is None:
            return None
        other, span = found
        return types.Location(from_fs_path(os.path.abspath(other)) or "", ls.range(other, span))

    @ls.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    )
    def code_action(params: types.CodeActionParams) -> list[types.CodeAction]:
        path = path_of(params.text_document.uri)
        first, _ = ls.place(path, params.range.start)
        last, _ = ls.place(path, params.range.end)
        return [
            types.CodeAction(
                title=fix.title,
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[ls.diagnostic(path, fix.finding)],
                edit=_edit(list(fix.edits)),
            )
            for fix in features.fixes(ls.project, path, result_of(path), first, last)
        ]

    @ls.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def rename(params: types.RenameParams) -> types.WorkspaceEdit | None:
        path = path_of(params.text_document.uri)
        line, column = ls.place(path, params.position)
        try:
            return _edit(features.renamed(ls.project, path, line, column, params.new_name))
        except features.RenameError as error:
            ls.window_show_message(types.ShowMessageParams(types.MessageType.Error, str(error)))
            return None

    @ls.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def prepare_rename(params: types.PrepareRenameParams) -> types.Range | None:
        path = path_of(params.text_document.uri)
        if not ls.project.is_claims(path):
            return None
        line, column = ls.place(path, params.position)
        found = features.mention_at(path, ls.project.text(path), line, column)
        return None if found is None else ls.range(path, found.span)

    @ls.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def document_symbol(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        path = path_of(params.text_document.uri)
        if not ls.project.is_claims(path):
            return []
        return [
            types.DocumentSymbol(
                name=one.name,
                detail=one.detail,
                kind=_SYMBOLS[one.kind],
                range=ls.range(path, one.span),
                selection_range=ls.range(path, one.span),
            )
            for one in features.symbols(result_of(path))
        ]

    def _edit(edits: list[features.Edit]) -> types.WorkspaceEdit:
        changes: dict[str, list[types.TextEdit]] = {}
        for one in edits:
            uri = from_fs_path(os.path.abspath(one.path)) or ""
            changes.setdefault(uri, []).append(
                types.TextEdit(ls.range(one.path, one.span), one.text)
            )
        return types.WorkspaceEdit(changes=changes)

    return ls


def serve() -> int:
    """Serves until the editor leaves."""
    sys.stdout.flush()
    server().start_io()
    return 0
