"""The command in this process."""

from __future__ import annotations

from collections.abc import Sequence

from checker.cli.main import main


class Figcheck:
    """The command as click's runner calls one; it is none of click's, for a plain check does without."""

    name = "figcheck"

    @staticmethod
    def main(args: Sequence[str], **_: object) -> None:
        main(args)
