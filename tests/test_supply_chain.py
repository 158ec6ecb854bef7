"""What fentcheck is made of and what it never does: licences, bounds, network, code from input."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import licences
import pytest
from faults import ROOT, environment
from packaging.requirements import Requirement
from samples import WRONG_ROADS

from bench.corpus import write_corpus
from fentcheck.cli.table import COMMANDS

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PACKAGE = sorted((ROOT / "fentcheck").rglob("*.py"))

# Dependencies


def test_every_dependency_has_a_lowest_and_a_highest_version() -> None:
    for texts in licences.declared().values():
        for text in texts:
            bounds = {one.operator for one in Requirement(text).specifier}
            assert bounds == {">=", "<"}, text


def test_every_dependency_is_justified() -> None:
    pages = (ROOT / "docs").glob("reliability*.md")
    told = "".join(one.read_text(encoding="utf-8") for one in pages)
    for texts in licences.declared().values():
        for text in texts:
            assert f"| {Requirement(text).name} |" in told, text


def test_no_licence_is_unknown_or_copyleft() -> None:
    found = licences.packages()
    assert {"pyyaml", "typer", "rich", "pint"} <= {one.name for one in found}
    assert licences.troubles(found) == []


def test_what_is_accepted_is_still_needed() -> None:
    installed = {one.name: one for one in licences.packages()}
    for name in licences.ACCEPTED:
        if name in installed:
            assert not licences.is_permissive(installed[name].licence)


@pytest.mark.parametrize(
    ("expression", "permissive"),
    [
        ("MIT", True),
        ("Apache-2.0 OR BSD-2-Clause", True),
        ("GPL-3.0-only OR MIT", True),
        ("MIT AND BSD-3-Clause", True),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-or-later", False),
        ("LGPL-2.1-only", False),
        ("MPL-2.0", False),
        ("", False),
        ("UNKNOWN", False),
    ],
)
def test_which_licences_are_permissive(expression: str, permissive: bool) -> None:
    assert licences.is_permissive(expression) is permissive


def test_a_package_of_unknown_licence_is_told(tmp_path: Path) -> None:
    """With packages made for this, one needed by the other."""
    for name, needs, licence in (
        ("first-thing", "Requires-Dist: second_thing>=1\n", "License-Expression: MIT\n"),
        ("second-thing", 'Requires-Dist: third; extra == "more"\n', "License: proprietary\n"),
        ("third", "", "Classifier: License :: OSI Approved :: GNU General Public License\n"),
    ):
        place = tmp_path / f"{name.replace('-', '_')}-1.0.dist-info"
        place.mkdir()
        head = f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\n"
        (place / "METADATA").write_text(head + needs + licence)
    sys.path.insert(0, str(tmp_path))
    try:
        plain = licences.packages({"always": ["first-thing"]})
        more = licences.packages({"always": ["first-thing", "second-thing[more]"]})
    finally:
        sys.path.remove(str(tmp_path))
    assert licences.troubles(plain) == ["second-thing 1.0: a licence that is not known"]
    assert [one.name for one in plain] == ["first-thing", "second-thing"]
    assert "first-thing 1.0" not in "".join(licences.troubles(more))


# No network

WATCHED = """
import os, sys
log = os.open(sys.argv.pop(1), os.O_WRONLY | os.O_CREAT | os.O_APPEND)

def refuse(event, arguments):
    if event.startswith("socket.") or event in ("urllib.Request", "http.client.connect",
            "ftplib.connect", "smtplib.connect", "telnetlib.Telnet.open"):
        os.write(log, f"network {event} {arguments!r}\\n".encode())
        raise RuntimeError(event)
    if event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn"):
        os.write(log, f"process {arguments[1]!r}\\n".encode())

import socket

def never(*given, **more):
    os.write(log, b"network patched\\n")
    raise RuntimeError

for name in ("socket", "create_connection", "create_server", "getaddrinfo", "gethostbyname",
             "socketpair", "fromfd"):
    setattr(socket, name, never)
sys.addaudithook(refuse)
from fentcheck.cli.main import main
main()
"""

CALLS = {
    "verify": [["verify"], ["verify", "--jobs", "2", "--format", "html"],
               ["verify", "--jobs", "2", "--no-cache"],
               ["verify", "--changed-since", "HEAD"], ["verify", "--baseline", "known.txt"]],
    "cache": [["cache"], ["cache", "clear"]],
    "lint": [["lint"], ["lint", "--diff"], ["lint", "--fix"]],
    "audit": [["audit", "draft.md", "page.html"], ["audit", "draft.md", "--format", "sarif"]],
    "extract": [["extract", "draft.md"]],
    "quantities": [["quantities", "draft.md"]],
    "explain": [["explain", "per_day"]],
    "value": [["value", "about €5 million"]],
    "calc": [["calc", '"5 kg" / "2 mg"']],
    "rule": [["rule"], ["rule", "FC101"]],
    "config": [["config"]],
    "init": [["init", "starter"]],
    "schema": [["schema"], ["schema", "report"]],
}  # fmt: skip
"""Calls of every command but the language server, which speaks over pipes as long as it is open."""


def _watched(place: Path, *words: str) -> tuple[int, str, str]:
    """The exit status of a call, what it printed to standard error, and what was seen."""
    seen = place.parent / "seen"
    seen.write_text("")
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, str(seen), *words],
        cwd=place,
        env=environment(FENTCHECK_CACHE_DIR=str(place.parent / "cache")),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stderr.decode(), seen.read_text()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    place = tmp_path / "project"
    write_corpus(place / "claims", 45)
    (place / "claims" / "roads.yaml").write_text(WRONG_ROADS.replace("claims:", "#\nclaims:"))
    links = "See https://example.org/ and [this](http://127.0.0.1:9/x.png): 5% of 20,000 people.\n"
    (place / "draft.md").write_text(links)
    page = f'<img src="http://127.0.0.1:9/"><script src="//x.test/a.js"></script><p>{links}</p>'
    (place / "page.html").write_text(page)
    (place / "fentcheck.toml").write_text('[units]\npitch = "7140 * meter ** 2 = pitches"\n')
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        one = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
        subprocess.run(one, cwd=place, check=True)
    return place


def test_every_command_is_watched() -> None:
    assert {*CALLS, "lsp"} == {one.name for one in COMMANDS}


@pytest.mark.parametrize("command", CALLS)
def test_no_command_uses_the_network(project: Path, command: str) -> None:
    for words in CALLS[command]:
        status, told, seen = _watched(project, *words)
        assert status in (0, 1), told
        assert "Traceback" not in told
        processes = seen.splitlines()
        assert all(one.startswith("process ['git', '-c', 'core.") for one in processes), seen
        asked = {re.sub(r".*quotePath=false', '([\w-]+)'.*", r"\1", one) for one in processes}
        assert asked <= {"rev-parse", "merge-base", "diff", "ls-files"}
        assert bool(asked) is ("--changed-since" in words)


def test_the_watch_sees_what_it_is_to_see(tmp_path: Path) -> None:
    for act in ("import _socket; _socket.socket()", "import socket; socket.create_connection(1)",
                "import _socket; _socket.getaddrinfo('localhost', 80)"):  # fmt: skip
        seen = tmp_path / "seen"
        script = WATCHED.replace("from fentcheck.cli.main import main\nmain()", act)
        done = subprocess.run(
            [sys.executable, "-c", script, str(seen)],
            env=environment(),
            capture_output=True,
            check=False,
        )
        assert done.returncode == 1
        assert seen.read_text().startswith("network")


# Nothing of the input is run

RUNS_CODE = {"eval", "exec", "compile", "__import__", "breakpoint", "globals", "import_module"}
OF_MODULES = {
    "subprocess", "pickle", "cPickle", "shelve", "marshal", "ctypes", "runpy", "code", "pty",
    "dill", "multiprocessing", "socket", "urllib", "http", "ftplib", "smtplib", "webbrowser",
    "requests", "importlib",
}  # fmt: skip
OF_OS = {"system", "popen", "fork", "forkpty", "posix_spawn", "posix_spawnp", "startfile"}
EXCEPTIONS = {
    ("record.py", "eval"): "makes a function with so many parameters; only their number goes in",
    ("files/changed.py", "subprocess"): "git, without a shell, for --changed-since",
    ("files/cache.py", "marshal"): "the user's own cache folder, under a checksum; data, no code",
    ("files/results.py", "marshal"): "the user's own cache folder, under a checksum; data, no code",
    ("files/shelf.py", "marshal"): "a nameless file of this run's own; data, no code",
    ("files/combine.py", "marshal"): "a nameless file of this run's own; data, no code",
    ("files/jobs.py", "marshal"): "between the processes of one run; data, no code",
    ("files/jobs.py", "multiprocessing"): "the processes of one run",
    ("prose/formats/registry.py", "importlib"): "what reads a format, one of a fixed list",
    ("prose/formats/registry.py", "import_module"): "what reads a format, one of a fixed list",
    ("output/registry.py", "importlib"): "a format by its name, one of a fixed list",
    ("output/registry.py", "import_module"): "a format by its name, one of a fixed list",
}
"""What looks as if it ran code, and why it does not run any of the input's."""


def _uses(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {_module(one.name) for one in node.names} & OF_MODULES
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found |= {_module(node.module or "")} & OF_MODULES
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            found |= {node.id} & RUNS_CODE
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            owner, name = node.value.id, node.attr
            if owner == "os" and (name in OF_OS or name.startswith(("exec", "spawn"))):
                found.add(f"os.{name}")
            if owner == "yaml" and name in ("load", "unsafe_load", "full_load", "load_all"):
                found.add(f"yaml.{name}")
            if owner == "builtins" and name in RUNS_CODE:
                found.add(name)
    return found


def _module(name: str) -> str:
    """The package of a module; urllib.parse only takes addresses apart."""
    return name if name == "urllib.parse" else name.split(".")[0]


def test_nothing_of_the_input_is_run() -> None:
    """Every use is on the list, and the list has no more than is used."""
    found = {
        (path.relative_to(ROOT / "fentcheck").as_posix(), use)
        for path in PACKAGE
        for use in _uses(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert found == EXCEPTIONS.keys()


@pytest.mark.parametrize(
    "text",
    ["eval('1')", "import pickle", "from subprocess import run", "import os\nos.execv('x', [])",
     "import yaml\nyaml.load('x')", "f = exec", "import urllib.request", "import os\nos.system(x)"],
)  # fmt: skip
def test_what_runs_code_is_seen(text: str) -> None:
    assert len(_uses(ast.parse(text))) == 1


# The packages that are built

BUILD = """
import os, sys
os.umask(int(sys.argv[3], 8))
from setuptools import build_meta
getattr(build_meta, "build_" + sys.argv[1])(sys.argv[2])
"""


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tree as it is committed or about to be, with things beside it that are nobody's."""
    pytest.importorskip("setuptools", minversion="77")
    place = tmp_path_factory.mktemp("source") / "fentcheck"
    place.mkdir()
    for name in ("fentcheck", "docs", "tests", "bench", "claims"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    for one in ROOT.iterdir():
        if one.is_file():
            shutil.copy(one, place)
    (place / "fentcheck" / "notes.part").write_text("left behind")
    (place / "secrets.env").write_text("left behind")
    return place


def _built(source: Path, kind: str, to: Path, mask: str = "022") -> Path:
    to.mkdir(parents=True)
    shutil.copytree(source, to / "fentcheck")
    env = environment(SOURCE_DATE_EPOCH="1700000000", PYTHONPATH=None)
    words = [sys.executable, "-c", BUILD, kind, str(to), mask]
    subprocess.run(words, cwd=to / "fentcheck", env=env, check=True, capture_output=True)
    (made,) = (one for one in to.iterdir() if one.suffix in (".whl", ".gz"))
    return made


def test_the_wheel_holds_the_package_and_nothing_else(source: Path, tmp_path: Path) -> None:
    made = _built(source, "wheel", tmp_path / "one")
    with zipfile.ZipFile(made) as wheel:
        held = {name for name in wheel.namelist() if not name.endswith("/")}
        about = next(wheel.read(name).decode() for name in held if name.endswith("/METADATA"))
    package = {one.relative_to(ROOT).as_posix() for one in PACKAGE} | {"fentcheck/py.typed"}
    info = re.compile(r"fentcheck-[\w.]+\.dist-info/")
    assert {name for name in held if not info.match(name)} == package
    assert {info.sub("", name) for name in held if info.match(name)} == {
        "METADATA", "WHEEL", "RECORD", "entry_points.txt", "top_level.txt", "licenses/LICENSE"
    }  # fmt: skip
    required = list(PROJECT["dependencies"])
    listed = re.findall(r"^Requires-Dist: ([^;\n]+)$", about, re.MULTILINE)
    assert sorted(map(Requirement, listed), key=str) == sorted(map(Requirement, required), key=str)


def test_the_same_source_makes_the_same_wheel(source: Path, tmp_path: Path) -> None:
    first = _built(source, "wheel", tmp_path / "one")
    for one in source.rglob("*"):
        os.utime(one)
    second = _built(source, "wheel", tmp_path / "two" / "deeper")
    assert first.read_bytes() == second.read_bytes()


def test_the_source_archive_holds_what_makes_the_wheel(source: Path, tmp_path: Path) -> None:
    made = _built(source, "sdist", tmp_path / "one")
    with tarfile.open(made) as archive:
        members = archive.getmembers()
    held = {one.name.partition("/")[2] for one in members if one.isfile()}
    package = {one.relative_to(ROOT).as_posix() for one in PACKAGE} | {"fentcheck/py.typed"}
    beside = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "MANIFEST.in"}
    made_there = {"PKG-INFO", "setup.cfg"}
    rest = {name for name in held if not name.startswith("fentcheck.egg-info/")}
    assert rest == package | beside | made_there
    assert not [one for one in members if one.issym() or one.islnk()]
