"""What is built holds all that a check needs, and what is edited is what runs."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from checker.model.version import VERSION

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "01-unrest.txt"

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("packaging")]


def run(*command: str | Path, cwd: Path = ROOT, ends: tuple[int, ...] = (0,)) -> str:
    ran = subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, text=True, check=False)
    assert ran.returncode in ends, ran.stdout + ran.stderr
    return ran.stdout + ran.stderr


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An sdist of the checkout and the wheel that is built from the unpacked sdist, not from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT)
    return folder


@pytest.fixture(scope="module")
def installed(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a new environment with the wheel; its dependencies are lent by the one that runs the tests."""
    folder = tmp_path_factory.mktemp("venv")
    run(sys.executable, "-m", "venv", "--without-pip", folder)
    run(sys.executable, "-m", "pip", "--python", folder / "bin" / "python", "install", "-q", "--no-deps", wheel(dist))
    python = f"python{sys.version_info.major}.{sys.version_info.minor}"
    lent = folder / "lib" / python / "site-packages" / "lent.pth"
    lent.write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "bin"


def wheel(dist: Path) -> Path:
    return next(dist.glob("*.whl"))


def tracked() -> set[str]:
    return set(run("git", "ls-files").splitlines())


def test_the_wheel_adds_only_the_package_and_holds_every_rule(dist: Path) -> None:
    with zipfile.ZipFile(wheel(dist)) as archive:
        names = set(archive.namelist())
    assert {name.split("/")[0] for name in names} == {"checker", f"figcheck-{VERSION}.dist-info"}
    shipped = {f"checker/_data/{name}" for name in tracked() if name.startswith(("rules/", "reports/"))}
    assert shipped - names == set()
    assert "checker/py.typed" in names


def test_the_sdist_holds_all_that_is_tracked(dist: Path) -> None:
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames()}
    assert tracked() - names == set()


def test_an_installed_wheel_tells_its_version_and_checks_a_draft(installed: Path, tmp_path: Path) -> None:
    assert VERSION in run(installed / "figcheck", "--version", cwd=tmp_path)
    told = run(installed / "figcheck", "check", SEED, cwd=tmp_path)
    assert "160 people dead" in told


def test_an_installed_wheel_reads_the_rules_that_it_holds(installed: Path, tmp_path: Path) -> None:
    code = "import checker.resources as r; print(r.rules_folder(), r.reports_folder())"
    folders = run(installed / "python", "-I", "-c", code, cwd=tmp_path).split()
    assert all(os.path.join("checker", "_data") in folder and str(ROOT) not in folder for folder in folders)


def test_the_checkout_is_read_live_where_it_is_installed_editable() -> None:
    code = "import checker.resources as r; print(r.rules_folder())"
    assert run(sys.executable, "-c", code, cwd=ROOT.parent).strip() == str(ROOT / "rules")
