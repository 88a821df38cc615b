"""The door of the command line: runs a command and turns every failure into a message and a status."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence

import typer
from typer.exceptions import Abort, TyperException

from trucewatch.faces.cli.app import app
from trucewatch.faces.cli.messages import PROGRAM, Messages
from trucewatch.model.errors import TrucewatchError

OK, BUG, INTERRUPTED = 0, 1, 130
_ANYWHERE = frozenset({"-q", "--quiet", "-v", "--verbose", "--debug"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``trucewatch`` with ``arguments`` (those of the process by default) and return its exit status.

    0 done, 1 a bug, 2 usage, 3 document refused, 6 a file not readable or writable, 7 a broken dossier,
    130 interrupted.
    """
    messages = Messages(debug="--debug" in (sys.argv if arguments is None else arguments))
    try:
        status = _run(_hoist(sys.argv[1:] if arguments is None else arguments), messages)
        if status == INTERRUPTED:  # the parser has caught it
            messages.error("interrupted.")
        return status if isinstance(status, int) else OK
    except SystemExit as leaving:  # shell completion ends the process itself
        return leaving.code if isinstance(leaving.code, int) else OK
    except (Abort, KeyboardInterrupt):
        messages.error("interrupted.")
        return INTERRUPTED


def _run(arguments: list[str], messages: Messages) -> object:
    command = typer.main.get_command(app)
    try:
        return command.main(args=arguments, prog_name=PROGRAM, standalone_mode=False, obj=messages)
    except TyperException as error:
        return _usage(error, messages)
    except TrucewatchError as error:
        messages.error(str(error))
        _trace(messages)
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - the one boundary: a person is told, and sees no traceback unasked
        messages.error(
            f"this is a bug in {PROGRAM}, not in what you asked: {type(error).__name__}: {error}\n"
            "Please report it with the command you ran; --debug shows where it happened."
        )
        _trace(messages)
        return BUG


def _usage(error: TyperException, messages: Messages) -> int:
    context = getattr(error, "ctx", None)
    command = PROGRAM if context is None else context.command_path
    reason = error.format_message() or "no command was named."
    if type(error).__name__ == "NoArgsIsHelpError":  # its message is the whole help
        print(reason, file=sys.stderr)
    else:
        messages.error(f"{reason}\nTry '{command} --help'.")
    return error.exit_code


def _hoist(arguments: Sequence[str]) -> list[str]:
    """The arguments with those that may stand anywhere brought to the front, where the parser wants them."""
    end = list(arguments).index("--") if "--" in arguments else len(arguments)
    front = [each for each in arguments[:end] if each in _ANYWHERE]
    return [*front, *(each for each in arguments[:end] if each not in _ANYWHERE), *arguments[end:]]


def _trace(messages: Messages) -> None:
    if messages.debug:
        traceback.print_exc()
