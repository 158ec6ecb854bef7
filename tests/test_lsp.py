"""The language server, through a real client."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

from fentcheck.cli.main import status_of

ROOT = Path(__file__).resolve().parent.parent
ROADS = """\
article: {title: Roads 🚗, publisher: Courier, published: 2024-02, text: ../drafts/roads.md}
claims:
  - id: per_day
    quote: 150 people a day
    measure: road deaths
    value: 150 people/day
  - id: per_year
    quote: 55,000 a year
    measure: road deaths
    value: 55,000 people/year
  - id: cost
    quote: €9 million
    value: "€9 million/year"
checks:
  - id: price
    that: cost == per_year * "€163/person"
waivers: []
"""
RAIL = """\
claims:
  - id: riders
    measure: rail deaths
    value: 40 people/year
checks:
  - that: riders <= roads.per_year
"""
DRAFT = "# Roads 🚗\n\nSome 🚑 carry 150 people a day, 55,000 a year. It costs €9 million.\n"
VOCABULARY = """\
measures:
  road deaths: {kind: flow}
  rail deaths: {kind: flow}
dimensions:
  place: world > Norland > Saltby
"""
SERVER = [sys.executable, "-m", "fentcheck", "lsp"]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for name, text in (
        ("claims/roads.yaml", ROADS),
        ("claims/rail.yaml", RAIL),
        ("claims/vocabulary.yaml", VOCABULARY),
        ("drafts/roads.md", DRAFT),
        ("fentcheck.toml", ""),
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest_lsp.fixture(
    config=ClientServerConfig(
        server_command=SERVER, server_env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
)
async def client(lsp_client: LanguageClient) -> AsyncIterator[None]:
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=types.ClientCapabilities(
                workspace=types.WorkspaceClientCapabilities(apply_edit=True)
            ),
            root_uri=None,
        )
    )
    yield
    await lsp_client.shutdown_session()


class Editor:
    """A file in an editor."""

    def __init__(self, client: LanguageClient, path: Path) -> None:
        self.client = client
        self.path = path
        self.uri = path.as_uri()
        self.text = path.read_text(encoding="utf-8")
        self.version = 1

    async def open(self) -> list[types.Diagnostic]:
        language = "yaml" if self.path.suffix == ".yaml" else "markdown"
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(
                types.TextDocumentItem(self.uri, language, self.version, self.text)
            )
        )
        return await self._published()

    async def replace(self, old: str, new: str) -> list[types.Diagnostic]:
        """Types over a stretch of the text, as an editor sends it."""
        assert self.text.count(old) == 1
        at = self.text.index(old)
        change = types.TextDocumentContentChangePartial(
            text=new, range=types.Range(self.position(at), self.position(at + len(old)))
        )
        self.text = self.text.replace(old, new)
        self.version += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.version, self.uri), [change]
            )
        )
        return await self._published()

    async def _published(self) -> list[types.Diagnostic]:
        while True:
            await asyncio.wait_for(
                self.client.wait_for_notification("textDocument/publishDiagnostics"), 60
            )
            if self.uri in self.client.diagnostics:
                return list(self.client.diagnostics[self.uri])

    def position(self, at: int) -> types.Position:
        before = self.text[:at]
        line = before.rpartition("\n")[2]
        return types.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)

    def at(self, words: str, inside: int = 1) -> types.Position:
        return self.position(self.text.index(words) + inside)

    def shown(self, span: types.Range) -> str:
        """What stands in a range, counted in UTF-16."""
        assert span.start.line == span.end.line
        line = self.text.split("\n")[span.start.line].encode("utf-16-le")
        return line[2 * span.start.character : 2 * span.end.character].decode("utf-16-le")

    @property
    def document(self) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri)


@pytest.mark.asyncio
async def test_a_session(client: LanguageClient, desk: Path) -> None:
    """A wrong figure is typed, told of, and mended by a quick fix."""
    roads = Editor(client, desk / "claims" / "roads.yaml")
    assert await roads.open() == []
    await roads.replace("value: 55,000", "value: 75,000")
    found = await roads.replace("quote: 55,000", "quote: 75,000")
    by_code = {one.code: one for one in found}
    assert set(by_code) == {"FC201", "FC009", "FC202"}
    told = by_code["FC201"]
    assert roads.shown(told.range) == "75,000 people/year"
    assert told.severity == types.DiagnosticSeverity.Error
    assert told.related_information is not None
    assert told.related_information[0].location.uri == roads.uri
    await roads.replace("quote: 75,000", "quote: 55,000")
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(
            roads.document, told.range, types.CodeActionContext(diagnostics=[told])
        )
    )
    assert actions
    action = next(one for one in actions if "people/year" in one.title)
    assert isinstance(action, types.CodeAction)
    assert action.edit is not None
    assert action.edit.changes is not None
    (edit,) = action.edit.changes[roads.uri]
    left = await roads.replace(roads.shown(edit.range), edit.new_text)
    assert "FC201" not in [one.code for one in left]


@pytest.mark.asyncio
async def test_the_settings_of_the_project_hold(client: LanguageClient, desk: Path) -> None:
    """What `verify` and `audit` would tell of with these settings, and nothing else."""
    (desk / "fentcheck.toml").write_text(
        'locale = "en-IN"\nignore = ["FC009"]\n[severity]\nFC201 = "warning"\n', encoding="utf-8"
    )
    roads = Editor(client, desk / "claims" / "roads.yaml")
    await roads.open()
    await roads.replace("value: 55,000", "value: 75,000")
    found = await roads.replace("quote: 55,000", "quote: 75,000")
    severities = {one.code: one.severity for one in found}
    assert severities == {
        "FC201": types.DiagnosticSeverity.Warning,
        "FC202": types.DiagnosticSeverity.Error,
    }
    draft = Editor(client, desk / "drafts" / "roads.md")
    found = await draft.open()
    assert found == []
    found = await draft.replace("55,000", "2 lakh")
    assert [(one.code, one.severity) for one in found] == [
        ("FC201", types.DiagnosticSeverity.Warning)
    ]


@pytest.mark.asyncio
async def test_a_fix_changes_value_quote_and_text_alike(client: LanguageClient, desk: Path) -> None:
    (desk / "claims" / "roads.yaml").write_text(
        ROADS.replace("55,000", "75,000").partition("  - id: cost")[0], encoding="utf-8"
    )
    (desk / "drafts" / "roads.md").write_text(DRAFT.replace("55,000", "75,000"), encoding="utf-8")
    roads = Editor(client, desk / "claims" / "roads.yaml")
    draft = Editor(client, desk / "drafts" / "roads.md")
    found = await roads.open()
    told = next(one for one in found if one.code == "FC201")
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(
            roads.document, told.range, types.CodeActionContext(diagnostics=[told])
        )
    )
    assert actions
    action = actions[0]
    assert isinstance(action, types.CodeAction)
    assert action.edit is not None
    assert action.edit.changes is not None
    in_claims, in_draft = action.edit.changes[roads.uri], action.edit.changes[draft.uri]
    assert [roads.shown(one.range) for one in in_claims] == ["75,000 people/year", "75,000 a year"]
    assert [draft.shown(one.range) for one in in_draft] == ["75,000 a year"]
    assert in_claims[1].new_text == in_draft[0].new_text


@pytest.mark.asyncio
async def test_a_draft_is_audited(client: LanguageClient, desk: Path) -> None:
    draft = Editor(client, desk / "drafts" / "roads.md")
    assert await draft.open() == []
    found = await draft.replace(
        "It costs", "🚗 Sales rose from 200 to 300 cars, a 20 percent increase. It costs"
    )
    assert [one.code for one in found] == ["FC401"]
    assert draft.shown(found[0].range) == "20 percent"


@pytest.mark.asyncio
async def test_hover(client: LanguageClient, desk: Path) -> None:
    roads = Editor(client, desk / "claims" / "roads.yaml")
    await roads.open()

    async def hovered(words: str) -> str:
        found = await client.text_document_hover_async(
            types.HoverParams(roads.document, roads.at(words))
        )
        assert found is not None
        assert isinstance(found.contents, types.MarkupContent)
        return found.contents.value

    claim = await hovered("55,000 people")
    assert "as worded: [54,500, 55,500) people/year" in claim or "as worded: " in claim
    assert "holds: " in claim
    assert "the other figures leave to it" in claim
    assert "€163" in await hovered("that: cost")


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("old", "new", "offered"),
    [
        ("    measure: road deaths\n    value: 150", "    mea\n    value: 150", "measure"),
        ("measure: road deaths\n    value: 150", "measure: rail\n    value: 150", "rail deaths"),
        ("value: 150 people/day", "value: 150 kilogr", "kilogram"),
        ('that: cost == per_year * "€163/person"', "that: cost == per_", "per_year"),
        ('that: cost == per_year * "€163/person"', "that: cost == ri", None),
        ('that: cost == per_year * "€163/person"', "that: cost == rail.ri", "rail.riders"),
        ("waivers: []", "waivers:\n  - code: FC20", "FC201"),
        ("measure: road deaths\n    value: 55", "of: {pl\n    value: 55", "place"),
        ("measure: road deaths\n    value: 55", "of: {place: No\n    value: 55", "norland"),
    ],
)
async def test_completion(
    client: LanguageClient, desk: Path, old: str, new: str, offered: str | None
) -> None:
    roads = Editor(client, desk / "claims" / "roads.yaml")
    await roads.open()
    await roads.replace(old, new)
    at = roads.text.index(new) + len(
        new.removesuffix("\n    value: 150").removesuffix("\n    value: 55")
    )
    found = await client.text_document_completion_async(
        types.CompletionParams(roads.document, roads.position(at))
    )
    assert isinstance(found, list)
    labels = [one.label for one in found]
    if offered is None:
        assert labels == []
    else:
        assert offered in labels
        (choice,) = [one for one in found if one.label == offered]
        assert isinstance(choice.text_edit, types.TextEdit)
        assert offered.lower().startswith(roads.shown(choice.text_edit.range).lower())


@pytest.mark.asyncio
async def test_keys_that_are_there_are_not_offered_again(
    client: LanguageClient, desk: Path
) -> None:
    roads = Editor(client, desk / "claims" / "roads.yaml")
    await roads.open()
    await roads.replace("    value: 150 people/day", "    \n    value: 150 people/day")
    at = roads.text.index("    \n    value: 150") + 4
    found = await client.text_document_completion_async(
        types.CompletionParams(roads.document, roads.position(at))
    )
    assert isinstance(found, list)
    labels = [one.label for one in found]
    assert "period" in labels
    assert not {"id", "value", "measure", "quote"} & set(labels)


@pytest.mark.asyncio
async def test_going_to_where_it_is_said(client: LanguageClient, desk: Path) -> None:
    roads = Editor(client, desk / "claims" / "roads.yaml")
    await roads.open()
    rail = Editor(client, desk / "claims" / "rail.yaml")
    await rail.open()
    draft = Editor(client, desk / "drafts" / "roads.md")
    await draft.open()

    async def target(editor: Editor, words: str, inside: int = 1) -> types.Location:
        found = await client.text_document_definition_async(
            types.DefinitionParams(editor.document, editor.at(words, inside))
        )
        assert isinstance(found, types.Location)
        return found

    there = await target(rail, "roads.per_year", 8)
    assert (there.uri, roads.shown(there.range)) == (roads.uri, "per_year")
    there = await target(roads, "quote: 150", 8)
    assert (there.uri, draft.shown(there.range)) == (draft.uri, "150 people a day")
    there = await target(draft, "55,000 a year")
    assert (there.uri, roads.shown(there.range)) == (roads.uri, "55,000 a year")


@pytest.mark.asyncio
async def test_a_claim_is_renamed_everywhere(client: LanguageClient, desk: Path) -> None:
    roads = Editor(client, desk / "claims" / "roads.yaml")
    await roads.open()
    rail = Editor(client, desk / "claims" / "rail.yaml")
    edit = await client.text_document_rename_async(
        types.RenameParams(roads.document, roads.at("per_year * "), "yearly")
    )
    assert edit is not None
    assert edit.changes is not None
    assert sorted(edit.changes) == [rail.uri, roads.uri]
    assert [roads.shown(one.range) for one in edit.changes[roads.uri]] == ["per_year", "per_year"]
    assert [rail.shown(one.range) for one in edit.changes[rail.uri]] == ["per_year"]
    for name in ("cost", "9lives", "a b"):
        refused = await client.text_document_rename_async(
            types.RenameParams(roads.document, roads.at("per_year * "), name)
        )
        assert refused is None
    assert len(client.messages) == 3


@pytest.mark.asyncio
async def test_the_outline(client: LanguageClient, desk: Path) -> None:
    roads = Editor(client, desk / "claims" / "roads.yaml")
    await roads.open()
    await roads.replace("waivers: []", "waivers:\n  - {code: FC302, claims: [cost], reason: known}")
    found = await client.text_document_document_symbol_async(
        types.DocumentSymbolParams(roads.document)
    )
    assert found is not None
    assert [(one.name, getattr(one, "detail", None)) for one in found] == [
        ("per_day", "150 people/day"),
        ("per_year", "55,000 people/year"),
        ("cost", "€9 million/year"),
        ("price", 'cost == per_year * "€163/person"'),
        ("FC302", "known"),
    ]


@pytest.mark.asyncio
async def test_a_misspelt_key_is_offered_its_name(client: LanguageClient, desk: Path) -> None:
    rail = Editor(client, desk / "claims" / "rail.yaml")
    await rail.open()
    found = await rail.replace("    measure: rail", "    mesure: rail")
    (told,) = [one for one in found if one.code == "FC002"]
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(
            rail.document, told.range, types.CodeActionContext(diagnostics=[told])
        )
    )
    assert actions
    assert actions[0].title == "Write “measure”"


@pytest.mark.asyncio
async def test_half_a_file_breaks_nothing(client: LanguageClient, desk: Path) -> None:
    roads = Editor(client, desk / "claims" / "roads.yaml")
    await roads.open()
    assert await roads.replace('value: "€9 million/year"', 'value: "€9 mill')
    for request, params in (
        (client.text_document_hover_async, types.HoverParams(roads.document, roads.at("cost"))),
        (
            client.text_document_document_symbol_async,
            types.DocumentSymbolParams(roads.document),
        ),
        (
            client.text_document_definition_async,
            types.DefinitionParams(roads.document, roads.at("cost")),
        ),
        (
            client.text_document_completion_async,
            types.CompletionParams(roads.document, roads.at("€9")),
        ),
    ):
        call: Callable[..., object] = request
        answer = call(params)
        await asyncio.wait_for(answer, 30)  # type: ignore[arg-type]
    assert [one.code for one in await roads.replace('"€9 mill', '"€9 million/year"')] == []


@pytest.mark.asyncio
async def test_settings_that_cannot_be_used_are_told(client: LanguageClient, desk: Path) -> None:
    (desk / "fentcheck.toml").write_text("nonsense = 1\n")
    (told,) = await Editor(client, desk / "claims" / "roads.yaml").open()
    assert "nonsense" in told.message


def test_without_the_package(
    without: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    without("pygls")
    assert status_of(["lsp"]) == 2
    assert "pip install 'fentcheck[lsp]'" in capsys.readouterr().err
