"""The job summary of GitHub Actions: Markdown in a file that the steps of a job share."""

from __future__ import annotations

from checker.cli.streams import encoded, say

_MOST_BYTES = 1_000_000
"""GitHub drops a summary of more than 1 MiB whole."""
_CUT = "\n\nThe rest is left out: a job summary holds 1 MiB.\n"


def append(path: str, text: str) -> None:
    """Add *text* to the file, shortened at a finding's end where it is too long; a failure is told, and no more."""
    if len(encoded(text)) > _MOST_BYTES:
        kept = encoded(text)[: _MOST_BYTES - len(_CUT)].decode("utf-8", "ignore")
        text = kept[: kept.rfind("\n**")].rstrip() + _CUT
    try:
        with open(path, "ab") as stream:
            stream.write(encoded(text))
    except OSError as error:
        say(f"{path}: the job summary cannot be written: {error.strerror or error}")
