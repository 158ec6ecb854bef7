"""In a commit hook and in CI: what the shipped definitions do, run for real."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from samples import TRUE_ROADS, WRONG_ROADS

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose `fentcheck` is this one."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "hooks"))
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "fentcheck"
    program.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m fentcheck "$@"\n'
    )
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    repository = tmp_path / "desk"
    (repository / "claims").mkdir(parents=True)
    monkeypatch.chdir(repository)
    git("init", "-q", "-b", "main")
    for name, value in (("user.name", "A"), ("user.email", "a@b.c"), ("commit.gpgsign", "false")):
        git("config", name, value)
    return repository


def git(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *words], capture_output=True, text=True, check=False)


def install_hooks(**arguments: list[str]) -> None:
    """The hooks as shipped, but that the program is at hand instead of in an environment."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    chosen = [
        {**hook, "language": "system", "args": arguments[hook["id"].removeprefix("fentcheck-")]}
        for hook in hooks
        if hook["id"].removeprefix("fentcheck-") in arguments
    ]
    assert len(chosen) == len(arguments)
    config = {"repos": [{"repo": "local", "hooks": chosen}]}
    Path(".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    installed = subprocess.run(
        [sys.executable, "-m", "pre_commit", "install"], capture_output=True, text=True, check=False
    )
    assert installed.returncode == 0, installed.stdout + installed.stderr


def commit(message: str) -> subprocess.CompletedProcess[str]:
    git("add", "-A")
    return git("commit", "-q", "-m", message)


def test_the_manifest_is_one() -> None:
    checked = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout


def test_a_bad_figure_is_not_committed_and_a_good_one_is(here: Path) -> None:
    install_hooks(verify=[])
    Path("claims/roads.yaml").write_text(WRONG_ROADS)
    stopped = commit("bad")
    assert stopped.returncode != 0
    assert "150 people/day × 365" in stopped.stdout + stopped.stderr
    assert git("rev-parse", "--verify", "HEAD").returncode != 0
    Path("claims/roads.yaml").write_text(TRUE_ROADS)
    passed = commit("good")
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_with_a_baseline_only_new_ones_stop(here: Path) -> None:
    Path("claims/old.yaml").write_text(WRONG_ROADS.replace("road", "rail"))
    subprocess.run(["fentcheck", "verify", "--baseline", "known.txt"], check=True)
    install_hooks(verify=["--baseline", "known.txt"])
    assert commit("the archive").returncode == 0
    Path("claims/roads.yaml").write_text(WRONG_ROADS)
    assert commit("bad").returncode != 0
    Path("claims/roads.yaml").write_text(TRUE_ROADS)
    assert commit("good").returncode == 0


def test_with_changed_since_only_what_changed_stops(here: Path) -> None:
    Path("claims/old.yaml").write_text(WRONG_ROADS.replace("road", "rail"))
    commit("the archive")
    install_hooks(verify=["--changed-since", "HEAD"])
    Path("claims/roads.yaml").write_text(TRUE_ROADS)
    passed = commit("good")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    Path("claims/more.yaml").write_text(WRONG_ROADS.replace("road", "ferry"))
    stopped = commit("bad")
    assert stopped.returncode != 0
    assert "more.yaml" in stopped.stdout + stopped.stderr
    assert "old.yaml" not in stopped.stdout + stopped.stderr


def test_a_draft_is_audited(here: Path) -> None:
    install_hooks(audit=[])
    Path("drafts").mkdir()
    Path("drafts/a piece.md").write_text(
        "Sales rose from 200 to 300 boats, a 20 percent increase.\n"
    )
    assert commit("bad").returncode != 0
    Path("drafts/a piece.md").write_text(
        "Sales rose from 200 to 300 boats, a 50 percent increase.\n"
    )
    assert commit("good").returncode == 0


# The action


def _action() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text())
    return found


def run_action(**given: str) -> subprocess.CompletedProcess[str]:
    """The step that checks, with its inputs as variables, as a runner sets them."""
    action = _action()
    inputs = {name: about["default"] for name, about in action["inputs"].items()}
    inputs |= {name.replace("_", "-"): value for name, value in given.items()}
    (step,) = [one for one in action["runs"]["steps"] if "fentcheck " in one.get("run", "")]
    variables = {
        name: inputs[value.removeprefix("${{ inputs.").removesuffix(" }}")]
        for name, value in step["env"].items()
    }
    bash = shutil.which("bash")
    assert bash is not None
    return subprocess.run(
        [bash, "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **variables},
    )


def test_nothing_that_is_given_is_put_into_a_script() -> None:
    for step in _action()["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_the_action_fails_on_a_bad_figure(here: Path) -> None:
    Path("claims/roads.yaml").write_text(WRONG_ROADS)
    failed = run_action()
    assert failed.returncode == 1
    assert "150 people/day × 365" in failed.stdout
    assert run_action(fail_on="never").returncode == 0
    assert run_action(baseline="known figures.txt").returncode == 0
    assert Path("known figures.txt").exists()
    Path("claims/roads.yaml").write_text(TRUE_ROADS)
    assert run_action().returncode == 0


def test_the_action_takes_several_paths(here: Path) -> None:
    Path("claims/roads.yaml").write_text(TRUE_ROADS)
    Path("more claims").mkdir()
    Path("more claims/bad.yaml").write_text(WRONG_ROADS.replace("road", "rail"))
    assert run_action(paths="claims\n").returncode == 0
    assert run_action(paths="claims\nmore claims\n").returncode == 1
    assert run_action(paths="$(touch stolen); `touch stolen`").returncode == 2
    assert not Path("stolen").exists()


def test_the_action_looks_at_what_changed(here: Path) -> None:
    Path("claims/roads.yaml").write_text(WRONG_ROADS)
    commit("bad, long ago")
    assert run_action(changed_since="main").returncode == 0
    assert run_action(changed_since="nowhere").returncode == 2


@pytest.mark.parametrize("path", sorted((ROOT / "docs" / "ci").iterdir()), ids=lambda one: one.name)
def test_the_recipes_name_what_there_is(path: Path) -> None:
    recipe = yaml.safe_load(path.read_text())
    action = _action()
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    if path.name == "github-workflow.yml":
        (used,) = [
            step
            for step in recipe["jobs"]["fentcheck"]["steps"]
            if "fentcheck" in step.get("uses", "")
        ]
        assert set(used["with"]) <= set(action["inputs"])
    elif path.name == "pre-commit-config.yaml":
        (repository,) = recipe["repos"]
        assert {one["id"] for one in repository["hooks"]} <= {one["id"] for one in hooks}
    else:
        script = recipe["fentcheck"]["script"][-1].split()
        report = recipe["fentcheck"]["artifacts"]["reports"]["codequality"]
        assert script[:2] == ["fentcheck", "verify"]
        assert script[script.index("--output") + 1] == report
