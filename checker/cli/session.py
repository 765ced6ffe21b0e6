"""What holds for one run and for each draft in it: the command line over the environment over files over defaults."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from checker import config
from checker.cli.gitignore import repository_of
from checker.cli.walk import STDIN
from checker.config import Config, Setting
from checker.config.keys import KEYS, parsed
from checker.errors import UsageError
from checker.model.values import NamedTuple
from checker.run import Settings


class Wish(NamedTuple):
    """What the command line asks for, as plain values that another process can be sent."""

    layer: Config
    config: str | None
    isolated: bool
    stdin_filename: str | None
    staged: bool = False
    tables: tuple[str, ...] = ()


def wish(params: Mapping[str, Any]) -> Wish:
    """Read the options that ``options.reading`` and ``check`` declare.

    Raises:
        ConfigError: if a value is none that its key takes.
    """
    staged = params.get("staged", False)
    tables = params.get("table") or ()
    return Wish(_layer(params), params["config"], params["isolated"], params["stdin_filename"], staged, tables)


def _layer(params: Mapping[str, Any]) -> Config:
    """Return what the command line sets."""
    settings: dict[str, Setting] = {}
    for key in KEYS.values():
        value = params.get(key.name.replace("-", "_"))
        if key.type != "flag" and value not in (None, ()):
            words = ",".join(value) if isinstance(value, tuple) else value
            settings[key.name] = Setting(_parsed(key.name, words, value), f"--{key.name}")
    if params.get("no_cache"):
        settings["cache"] = Setting(False, "--no-cache")
    for name in ("require_reason", "preview"):
        if params.get(name):
            switch = name.replace("_", "-")
            settings[switch] = Setting(True, f"--{switch}")
    return settings


def _parsed(name: str, words: str, value: Any) -> Any:
    # A path may hold a comma, a rule's name cannot.
    raw = list(value) if KEYS[name].type == "paths" else words
    return parsed(KEYS[name], raw, f"--{name}", "")


class Session:
    """Settings by folder and by value, each read once: a thousand drafts share one file and one set of rules."""

    def __init__(self, asked: Wish) -> None:
        self.asked = asked
        self._environment = {} if asked.isolated else config.from_environment(os.environ)
        self._by_folder: dict[str, Config] = {}
        self._by_file: dict[str, Config] = {}
        self._settings: dict[str, Settings] = {}
        self._tops: dict[str, str | None] = {}

    def name(self, path: str) -> str:
        """Return the name that a draft has in the report."""
        return (self.asked.stdin_filename or STDIN) if path == STDIN else path

    def place(self, path: str) -> str:
        """Return where a draft lies from the top of its repository, whichever folder the command runs in.

        Outside a repository it is the path from the working folder, or the whole path where it lies elsewhere.
        """
        whole = os.path.abspath(self.name(path))
        below = os.path.relpath(whole, self.top(path) or os.getcwd())
        return (whole if below.split(os.sep)[0] == os.pardir else below).replace(os.sep, "/")

    def top(self, path: str) -> str | None:
        """Return the top of the repository that a draft lies in, or None."""
        folder = os.path.dirname(os.path.abspath(self.name(path)))
        if folder not in self._tops:
            self._tops[folder] = repository_of(folder)
        return self._tops[folder]

    def config_of(self, path: str) -> Config:
        """Return the settings for one draft.

        Raises:
            ConfigError: if a configuration file is wrong.
        """
        folder = os.path.dirname(os.path.abspath(self.name(path)))
        found = self.config_in(folder)
        if config.OVERRIDES not in found:
            return found
        from checker.config.overrides import fitting

        some = list(fitting(self.name(path), found[config.OVERRIDES].value))
        return self._config(folder, *some) if some else found

    def config_in(self, folder: str) -> Config:
        """Return the settings for the drafts of one folder."""
        if folder not in self._by_folder:
            self._by_folder[folder] = self._config(folder)
        return self._by_folder[folder]

    def _config(self, folder: str, *overrides: Config) -> Config:
        layers = (self._file(folder), *overrides, self._environment, self.asked.layer)
        names = [layer["preset"].value for layer in layers if "preset" in layer]
        first = config.preset(names[-1]) if names else {}
        return config.merged(config.defaults(), first, *layers)

    def _file(self, folder: str) -> Config:
        if self.asked.isolated:
            return {}
        path = self.asked.config or config.nearest(folder)
        if path is None:
            return {}
        if path not in self._by_file:
            self._by_file[path] = config.from_file(path)
        return self._by_file[path]

    def settings_of(self, path: str) -> Settings:
        """Return what the pipeline is told for one draft, with its rules loaded.

        Raises:
            ConfigError, RuleError: if a configuration or rule file is wrong.
            UsageError: if a setting names a rule or format that does not exist.
        """
        found = self.config_of(path)
        key = repr([(name, found[name].value) for name in sorted(found) if name != config.OVERRIDES])
        if key not in self._settings:
            self._settings[key] = _settings(found)
        return self._settings[key]


def _settings(found: Config) -> Settings:
    from checker.engine.loader import load_rules
    from checker.lexicon.load import load_lexicon

    value = {name: setting.value for name, setting in found.items()}
    _refuse_unknown_format(value["format"])
    rules = load_rules(
        value["rules"],
        use_cache=value["cache"],
        select=value["select"],
        ignore=value["ignore"],
        severity=value["severity"],
        preview=value["preview"],
    )
    return Settings(
        rules=rules,
        lexicon=load_lexicon(value["rules"], use_cache=value["cache"]),
        dated=value["date"],
        locale=value["locale"],
        format=value["format"],
        encoding=value["encoding"],
        today=value["today"],
        require_reason=value["require-reason"],
    )


def _refuse_unknown_format(name: str | None) -> None:
    from checker.document.read import FORMATS

    if name is not None and name not in FORMATS:
        raise UsageError(f"format: got '{name}', must be one of {', '.join(FORMATS)}")
