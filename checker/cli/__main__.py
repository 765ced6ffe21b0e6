"""``python -m checker.cli``: the command where the script is not on the path."""

from checker.cli.main import main

main()
