"""Which lines of a repository differ from a commit, as git itself tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType

from checker.errors import UsageError
from checker.history.git import GitError, asked, fields
from checker.model.report import DocumentReport, Finding, Silenced
from checker.model.span import Span
from checker.model.values import NamedTuple

_HUNK = re.compile(rb"@@ -\S+ \+(\d+)(?:,(\d+))? @@")
_PLAIN = ("--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", "--ignore-submodules", "--find-renames")


class Changes(NamedTuple):
    """``lines`` holds the changed lines of each changed draft, first and last, by its path from the top.

    In a draft that is not ``tracked`` every line is new, and so is all of one without lines (None), such as a PDF.
    """

    lines: dict[str, list[tuple[int, int]] | None]
    tracked: frozenset[str]

    def touch(self, place: str, text: str, span: Span) -> bool:
        """Tell whether *span* of a draft stands in a changed line; lines end where git ends them, at LF."""
        changed = self.lines.get(place, []) if place in self.tracked else None
        if changed is None:
            return True
        first = text.count("\n", 0, span.start) + 1
        last = first + text.count("\n", span.start, span.end)
        return any(low <= last and first <= high for low, high in changed)


def changes(top: str, ref: str, *, staged: bool = False) -> Changes:
    """Return what differs from where the branch left *ref*: in the working tree, or in the index if *staged*.

    Raises:
        UsageError: if git has no such commit, or none that both come from.
    """
    base = _base(top, ref)
    diff = ("diff", *(("--cached",) if staged else ()), *_PLAIN, base)
    names = list(_names(asked(top, *diff, "--raw", "-z")))
    patches = list(_patches(asked(top, *diff, "--patch", "--unified=0", "--inter-hunk-context=0")))
    # An unmerged or retyped file has more than one patch, or none: then nobody can tell whose they are.
    if len(names) != len(patches):
        patches = [None] * len(names)
    return Changes(dict(zip(names, patches, strict=True)), frozenset(fields(asked(top, "ls-files", "-z"))))


def without_unchanged(
    report: DocumentReport, place: str, known: Changes, annexes: Mapping[str, str] = MappingProxyType({})
) -> DocumentReport:
    """Return the report without the findings of which no place stands in a changed line.

    *annexes* gives the place of each table that the draft is held against, by its path.
    """
    text = report.document.text

    def touches(span: Span) -> bool:
        annex = report.document.annex(span.start)
        if annex is None:
            return known.touch(place, text, span)
        start = annex.start
        return known.touch(annexes[annex.path], text[start:], Span(span.start - start, span.end - start))

    def is_new(finding: Finding) -> bool:
        return any(touches(at.span) for at in (finding.primary, *finding.related))

    old = tuple(Silenced(finding, "unchanged") for finding in report.findings if not is_new(finding))
    kept = tuple(finding for finding in report.findings if is_new(finding))
    return report._replace(findings=kept, silenced=(*report.silenced, *old)) if old else report


def _base(top: str, ref: str) -> str:
    """Return the commit to hold against: where the branch left *ref*, so that others' later work does not count."""
    if ref.startswith("-") or not _answers(top, "rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}"):
        if ref == "HEAD":  # before the first commit everything is new
            return asked(top, "hash-object", "-t", "tree", "--stdin", given=b"").decode("ascii").strip()
        raise UsageError(f"--diff-base {ref}: git has no such commit here{_shallow(top)}")
    found = _answers(top, "merge-base", ref, "HEAD")
    if not found:
        raise UsageError(f"--diff-base {ref}: has no commit in common with HEAD{_shallow(top)}")
    return found.decode("ascii").split()[0]


def _answers(top: str, *arguments: str) -> bytes:
    try:
        return asked(top, *arguments)
    except GitError as error:
        if "cannot be run" in str(error) or "not a git repository" in str(error):
            raise
        return b""


def _shallow(top: str) -> str:
    if _answers(top, "rev-parse", "--is-shallow-repository").strip() != b"true":
        return ""
    return "; this clone is shallow: git fetch --unshallow, or fetch-depth: 0 for actions/checkout, brings the rest"


def _names(answer: bytes) -> Iterator[str]:
    """Yield the new names off ``--raw -z``: each ":modes and ids R90", old, new, or with one name."""
    parts = iter(fields(answer))
    for head in parts:
        name = next(parts)
        yield next(parts) if head.rsplit(" ", 1)[-1][0] in "RC" else name


def _patches(answer: bytes) -> Iterator[list[tuple[int, int]] | None]:
    """Yield the changed lines of each file; without context, a line of a draft begins with + or -, never bare."""
    lines: list[tuple[int, int]] | None = None
    begun = False
    for line in chain(answer.split(b"\n"), [b"diff --git "]):
        if line.startswith(b"diff --git "):
            if begun:
                yield lines
            lines, begun = [], True
        elif line.startswith((b"Binary files ", b"GIT binary patch")):
            lines = None
        elif lines is not None and (hunk := _HUNK.match(line)):
            count = int(hunk[2] or 1)
            lines += [(int(hunk[1]), int(hunk[1]) + count - 1)] if count else []


def staged_files(top: str, below: Iterable[str]) -> list[str]:
    """Return what the next commit adds or changes under the folders *below*; all are paths from *top*, "" is *top*."""
    only = ("--name-only", "-z", "--diff-filter=d", "--no-ext-diff", "--no-relative")
    folders = tuple(f"{folder}/" if folder else "" for folder in below)
    return [place for place in fields(asked(top, "diff", "--cached", *only)) if place.startswith(folders)]


def staged_bytes(top: str, place: str) -> bytes:
    """Return a draft as it will be committed, passed through the same filters as a checkout.

    Raises:
        GitError: if the index does not have it.
    """
    return asked(top, "cat-file", "--filters", f":{place}")
