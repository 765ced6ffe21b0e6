"""Every regular expression of the package against strings made to make it go back, by how its work grows."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import pytest

import checker

LENGTH = 6_000
FACTOR = 4
# At four times the length linear work takes four times as long, quadratic work sixteen times.
STEEPEST = 9
TOO_SHORT_TO_MEASURE = 0.004
CALLS = frozenset({"compile", "search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split"})
ENDS = ("", "!", "\n", "\x00", "1", "a", " ")
# Runs, and pairs of them, of what drafts hold; each pattern also gets the characters that it names.
PIECES = (
    "a",
    "1",
    " ",
    "\n",
    ".",
    ",",
    "-",
    "a ",
    "1,",
    "1.",
    "a.",
    "A. ",
    "&a",
    "a\n",
    "  \n",
    "<a ",
    "[a",
    "(1",
    "'a",
    "\t",
)
# Patterns made at run time: of a key of our settings, escaped, of raw tags and of the mark that parts the cells of a
# table; none repeats a repetition.
MADE = frozenset({"config/file.py", "document/csvtext.py", "document/html/lexer.py", "document/wikitext/scan.py"})


class Pattern(NamedTuple):
    place: str
    pattern: re.Pattern[str]
    methods: frozenset[str]


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(checker.__path__, "checker."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def source(module: ModuleType) -> str:
    return Path(str(module.__file__)).read_text(encoding="utf-8")


def calls(module: ModuleType) -> Iterator[tuple[ast.Call, str]]:
    """Yield every call of a function of ``re`` with its name."""
    for node in ast.walk(ast.parse(source(module))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CALLS:
            if isinstance(node.func.value, ast.Name) and node.func.value.id == "re":
                yield node, node.func.attr


def value(module: ModuleType, node: ast.expr) -> Any:
    return eval(compile(ast.Expression(node), "pattern", "eval"), dict(vars(module)))


def is_known(module: ModuleType, node: ast.expr) -> bool:
    """Tell whether all names of an expression are those of its module, so that it can be read without running it."""
    return all(name.id in vars(module) for name in ast.walk(node) if isinstance(name, ast.Name))


def used_as(name: str, sources: str) -> frozenset[str]:
    """Return the methods by which the pattern *name* is used anywhere in the package."""
    return frozenset(
        re.findall(rf"\b{re.escape(name)}\.(search|match|fullmatch|finditer|findall|sub|subn|split)\b", sources)
    )


def collected() -> list[Pattern]:
    every = list(modules())
    sources = "\n".join(source(module) for module in every)
    found = []
    for module in every:
        place = str(module.__file__).rpartition("checker/")[2]
        for name, thing in vars(module).items():
            if isinstance(thing, re.Pattern) and isinstance(thing.pattern, str):
                used = used_as(name, source(module)) or used_as(name, sources) or frozenset({"match"})
                found.append(Pattern(f"{place}: {name}", thing, used))
        for call, method in calls(module):
            text = value(module, call.args[0]) if is_known(module, call.args[0]) else None
            if method != "compile" and isinstance(text, str):
                found.append(Pattern(f"{place}:{call.lineno}", re.compile(text), frozenset({method})))
    return found


PATTERNS = collected()


def named_characters(pattern: str) -> set[str]:
    """Return the characters that stand for themselves in *pattern*."""
    plain = re.sub(r"\\[a-zA-Z]|\(\?[a-zA-Z<>=!:]+|\{[\d,]+\}", "", pattern)
    return {char for char in plain if not char.isspace()} | ({"\n"} if "\\n" in pattern else set())


def attacks(pattern: str, length: int) -> Iterator[str]:
    names = sorted(named_characters(pattern))[:24]
    pieces = [*PIECES, *names, *("".join(pair) for pair in product(names[:8], ("a", "1", " ")))]
    for piece in dict.fromkeys(pieces):
        run = piece * (length // len(piece))
        for end in ENDS:
            yield run + end
    for opener in names:
        yield opener + "a" * length
        yield opener + " " * length
        yield opener * (length // 2) + "a" * (length // 2)


def seconds(pattern: re.Pattern[str], method: str, text: str) -> float:
    start = time.process_time()
    if method in {"sub", "subn"}:
        pattern.sub("", text)
    elif method in {"finditer", "findall", "split"}:
        pattern.findall(text)
    else:
        getattr(pattern, method)(text)
    return time.process_time() - start


def grows_too_fast(pattern: re.Pattern[str], method: str, text: str, shorter: str) -> bool:
    """Tell whether the work of *text*, FACTOR times as long as *shorter*, is far more than that many times as much."""
    if seconds(pattern, method, text) < TOO_SHORT_TO_MEASURE:
        return False
    least = [min(seconds(pattern, method, one) for _ in range(3)) for one in (shorter, text)]
    return least[1] > STEEPEST * least[0] and least[1] > TOO_SHORT_TO_MEASURE


@pytest.mark.parametrize("one", PATTERNS, ids=lambda one: one.place)
def test_a_pattern_does_no_more_than_linear_work(one: Pattern) -> None:
    text = one.pattern.pattern
    for method in sorted(one.methods):
        for long, short in zip(attacks(text, LENGTH), attacks(text, LENGTH // FACTOR), strict=True):
            assert not grows_too_fast(one.pattern, method, long, short), (method, long[:20], long[-5:])


@pytest.mark.parametrize(
    ("pattern", "length"), [(r"\s*,", LENGTH), (r"a*a*b", 400), (r"(a+)+b", 20), (r"(?:\d+)*x", 20)]
)
def test_a_pattern_that_goes_back_is_found(pattern: str, length: int) -> None:
    compiled = re.compile(pattern)
    texts = zip(attacks(pattern, length), attacks(pattern, length // FACTOR), strict=True)
    assert any(grows_too_fast(compiled, "search", long, short) for long, short in texts)


def test_patterns_are_found_in_all_parts_of_the_package() -> None:
    places = {one.place.partition("/")[0] for one in PATTERNS}
    assert {"document", "engine", "writers", "config"} <= places


def test_no_pattern_is_made_of_other_things_unseen() -> None:
    made = {
        str(module.__file__).rpartition("checker/")[2]
        for module in modules()
        for call, _ in calls(module)
        if not is_known(module, call.args[0])
    }
    assert made == MADE
