"""Settings: one list, and where each value comes from.

A value comes from the first that has one: the command line, the environment (``TRUCEWATCH_RECORD``), the project's
``trucewatch.toml`` in the working folder, the user's ``config.toml`` in the folder for settings, the default.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from trucewatch.model.errors import SettingError

PROJECT_FILE = "trucewatch.toml"
_PASSWORD = re.compile(r"(://[^/:@]*:).*@|([?&](?:ssl)?password=)[^&]*")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. ``default`` is said in words where it depends on the machine."""

    name: str
    default: str
    help: str

    @property
    def variable(self) -> str:
        """The variable of the environment that sets it."""
        return "TRUCEWATCH_" + self.name.upper().replace("-", "_")


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "record", "record.db in the user's data folder", "The record: a file's path, or postgresql://HOST/DATABASE."
    ),
    Setting("reviewer", "your login name", "Who reviews: the name that stands with every decision."),
)


@dataclass(frozen=True, slots=True)
class Value:
    """A value with where it comes from: a variable, a file, or ``default``."""

    setting: Setting
    value: str
    origin: str

    @property
    def shown(self) -> str:
        """The value as it may be shown: a password in an address is left out."""
        return _PASSWORD.sub(lambda found: f"{found[1]}***@" if found[1] else f"{found[2]}***", self.value)


def settled(name: str, *, given: str | None = None, environment: Mapping[str, str] | None = None) -> Value:
    """The value of a setting; ``given`` is what the command line says.

    Raises:
        SettingError: when there is no such setting, a file of settings is broken, or a default cannot be told.
    """
    setting = next((each for each in SETTINGS if each.name == name), None)
    if setting is None:
        raise SettingError(f"there is no setting {name!r}. Known: {', '.join(each.name for each in SETTINGS)}.")
    if given is not None:
        return Value(setting, given, "command line")
    found = (os.environ if environment is None else environment).get(setting.variable)
    if found:
        return Value(setting, found, setting.variable)
    for path in (Path(PROJECT_FILE), _user_file()):
        stated = _read(path).get(name)
        if stated is not None:
            return Value(setting, _text(path, name, stated), str(path))
    return Value(setting, _DEFAULTS[name](), "default")


def demo_record() -> str:
    """Where the demonstration keeps its record."""
    return str(_data_folder() / "demo.db")


def _read(path: Path) -> dict[str, object]:
    try:
        with path.open("rb") as file:
            found = tomllib.load(file)
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:  # TOMLDecodeError and UnicodeDecodeError are values' errors
        raise SettingError(f"{path} cannot be read as settings: {error}. Mend the file or take it away.") from error
    unknown = sorted(set(found) - {each.name for each in SETTINGS})
    if unknown:
        known = ", ".join(each.name for each in SETTINGS)
        raise SettingError(f"{path} sets {unknown[0]!r}, which is no setting. Known: {known}.")
    return found


def _text(path: Path, name: str, value: object) -> str:
    if not isinstance(value, str) or not value:
        raise SettingError(f'{path}: {name} is no text: write {name} = "...".')
    return value


def _user_file() -> Path:
    from platformdirs import user_config_path

    return user_config_path("trucewatch", appauthor=False) / "config.toml"


def _data_folder() -> Path:
    from platformdirs import user_data_path

    return user_data_path("trucewatch", appauthor=False)


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise SettingError("who reviews cannot be told from this login: name them with --reviewer.") from error


_DEFAULTS: Mapping[str, Callable[[], str]] = {
    "record": lambda: str(_data_folder() / "record.db"),
    "reviewer": _login,
}
