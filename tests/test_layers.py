"""The stages import only leftwards, and every module stands in a layer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_every_contract_is_kept() -> None:
    ran = lint(ROOT)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "0 broken" in ran.stdout


def test_the_contracts_see_a_stage_that_imports_a_later_one(tmp_path: Path) -> None:
    contracts = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(contracts[contracts.index("[tool.importlinter]") :], encoding="utf-8")
    for name in [
        path.stem for path in (ROOT / "checker").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    ]:
        module = tmp_path / "checker" / name / "__init__.py" if name != "__init__" else tmp_path / "checker/__init__.py"
        module.parent.mkdir(parents=True, exist_ok=True)
        module.write_text("import checker.cli\n" if name == "mentions" else "", encoding="utf-8")
    ran = lint(tmp_path)
    assert ran.returncode == 1
    assert "checker.mentions is not allowed to import checker.cli" in ran.stdout
