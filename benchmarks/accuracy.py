"""How well quantities are read, as the official scripts score it: ``python benchmarks/accuracy.py``.

Scores figcheck and quantulum3 on every set of ../shared/eval/quantities, whole, with the scripts that lie beside the
sets; prints the table of docs/accuracy.md. With ``--write`` it puts the table into that page. Without the folder it
says so and stops.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from measure import put, table

ROOT = Path(__file__).resolve().parent.parent
EVAL = ROOT.parent / "shared" / "eval"
PAGE = ROOT / "docs" / "accuracy.md"
BEGIN, END = "<!-- table of benchmarks/accuracy.py -->\n", "<!-- end of table -->\n"
HEAD = ("set", "program", "value P", "R", "F1", "value and unit F1", "span F1")


def by_figcheck(gold: Path) -> str:
    """Return figcheck's predictions as the official script writes them."""
    command = [sys.executable, str(EVAL / "predict_quantities.py"), str(gold)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def by_quantulum(gold: Path) -> str:
    """Return quantulum3's predictions, its classifier off, one call a line."""
    warnings.simplefilter("ignore")
    vars(importlib.import_module("quantulum3.classifier"))["USE_CLF"] = False
    parse = importlib.import_module("quantulum3.parser").parse
    lines = []
    for row in map(json.loads, gold.read_text(encoding="utf-8").splitlines()):
        lines.append(json.dumps({"id": row["id"], "quantities": list(_quantities(parse, row["text"]))}))
    return "\n".join(lines)


def _quantities(parse: Any, text: str) -> Iterator[dict[str, Any]]:
    for one in parse(text):
        spread = one.uncertainty or 0
        ends = {"value_low": one.value - spread, "value_high": one.value + spread}
        yield {"start": one.span[0], "end": one.span[1], "surface": one.surface, **ends, "unit": one.unit.name}


def scored(gold: Path, predictions: str) -> list[str]:
    """Return the cells of one program on one set."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.write(predictions)
        file.flush()
        command = [sys.executable, str(EVAL / "score_quantities.py"), str(gold), file.name, "--json"]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    value, unit, span = found["value"], found["value+unit"], found.get("span", {"F1": "-"})
    return [str(cell) for cell in (value["P"], value["R"], value["F1"], unit["F1"], span["F1"])]


def rows() -> Iterator[list[str]]:
    for gold in sorted((EVAL / "quantities").glob("*.jsonl")):
        name = gold.stem.removesuffix("_model").removesuffix("_parser").replace("_", " ")
        yield [name, "figcheck", *scored(gold, by_figcheck(gold))]
        yield ["", "quantulum3", *scored(gold, by_quantulum(gold))]


def main() -> None:
    """Print the table, or write it into docs/accuracy.md."""
    if not EVAL.exists():
        sys.exit("accuracy: ../shared/eval is not here, so there are no sets to score")
    made = table(HEAD, list(rows())) + "\n"
    put(made, PAGE, BEGIN, END)


if __name__ == "__main__":
    main()
