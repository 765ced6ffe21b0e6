"""An environment with the wheel of this checkout and proselint, in build/bench; made by ``make bench``.

A wheel, not an editable install: pip compiles what it installs, whereas an editable install without .pyc files
compiles the package again at every start, which is not what a user pays.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BENCH = ROOT / "build" / "bench"
BIN = BENCH / "venv" / "bin"


def main() -> None:
    """Build the wheel and install it over what an earlier run left, with its dependencies compiled."""
    dist = BENCH / "dist"
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(dist), str(ROOT)]
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    if not (BIN / "python").exists():
        venv.create(BENCH / "venv", with_pip=True)
    pip = [str(BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--compile"]
    wheel = max(dist.glob("*.whl"), key=lambda path: path.stat().st_mtime)
    subprocess.run([*pip, f"{wheel}[bench]"], check=True)
    subprocess.run([*pip, "--force-reinstall", "--no-deps", str(wheel)], check=True)


if __name__ == "__main__":
    main()
