"""What every command that decides shares: its options, the record and the names at hand, how a decision is told."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

import typer

from trucewatch.faces.cli.messages import Messages
from trucewatch.faces.cli.options import Format, FormatOption, RecordOption, record_place
from trucewatch.faces.cli.output import deliver, to_json
from trucewatch.model.errors import DecisionError, InputError
from trucewatch.model.judgement import Action, Decision

if TYPE_CHECKING:
    from trucewatch.model.dossier import Dossier
    from trucewatch.record.resolver import Resolver
    from trucewatch.record.session import Record
    from trucewatch.record.view import View

_REGROUPING = frozenset({Action.REJECT, Action.CORRECT, Action.MERGE, Action.SPLIT})
_QUICK = 1000  # documents up to which incidents are grouped anew while one waits

OPTIONS: Mapping[str, tuple[Any, Any]] = {
    "reviewer": (
        Annotated[
            str | None,
            typer.Option(
                "--reviewer",
                metavar="NAME",
                help="Who decides. Else TRUCEWATCH_REVIEWER, else the setting, else your login name.",
                show_default=False,
            ),
        ],
        None,
    ),
    "reason": (Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why, for those who come after.")], ""),
    "seen": (
        Annotated[
            int | None,
            typer.Option(
                "--seen",
                metavar="TICK",
                help="Refuse where others decided since this tick, as 'review list --format json' tells it.",
                show_default=False,
            ),
        ],
        None,
    ),
    "record": (RecordOption, None),
    "form": (FormatOption, Format.TEXT),
}
"""Type and default of the options of every command that decides, by parameter."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a reviewer has before them: the record, the door for their decisions, the dossiers at hand."""

    record: Record
    view: View
    resolver: Resolver
    dossiers: Sequence[Dossier]


Decide = Callable[[Desk, Mapping[str, Any]], list[Decision]]


def deciding_command(
    name: str, doc: str, own: Mapping[str, tuple[Any, Any]], decide: Decide, *, without: Sequence[str] = ()
) -> Callable[..., None]:
    """A command that takes decisions; ``own`` are its parameters (type and default), ``without`` options it lacks."""
    shared = {key: each for key, each in OPTIONS.items() if key not in without}
    keyword = inspect.Parameter.KEYWORD_ONLY
    made = [inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)]
    made += [
        inspect.Parameter(key, keyword, default=default, annotation=type_)
        for key, (type_, default) in {**own, **shared}.items()
    ]

    def command(ctx: typer.Context, **given: Any) -> None:
        messages = ctx.ensure_object(Messages)
        with desk(messages, given) as before:
            decisions = decide(before, given)
            _settle(before, decisions, messages)
        tell(decisions, given["form"])

    command.__name__, command.__doc__ = name, doc
    command.__signature__ = inspect.Signature(made)  # type: ignore[attr-defined]
    command.__annotations__ = {each.name: each.annotation for each in made}
    return command


def with_it(given: Mapping[str, Any]) -> dict[str, Any]:
    """Reason and expected tick, as the resolver takes them."""
    return {"reason": given["reason"], "expected": given["seen"]}


@contextmanager
def desk(messages: Messages, given: Mapping[str, Any]) -> Iterator[Desk]:
    """The record opened for one reviewer.

    Raises:
        RecordError: when there is no such record.
        DecisionError, SettingError: when the reviewer has no name.
    """
    from trucewatch.faces.narrowing import known_dossiers
    from trucewatch.record.resolver import Resolver
    from trucewatch.record.session import open_record
    from trucewatch.record.view import View
    from trucewatch.settings import settled

    chosen = given.get("dossier")
    with open_record(record_place(given["record"]), create=False) as kept:
        view = View(kept)
        known, notes = known_dossiers(view, [] if chosen is None else [chosen])
        for note in notes:
            messages.detail(note)
        yield Desk(kept, view, Resolver(kept, settled("reviewer", given=given["reviewer"]).value), known)


def _settle(before: Desk, decisions: Sequence[Decision], messages: Messages) -> None:
    """Bring up what is derived, where that is quick; else say how."""
    if not any(each.action in _REGROUPING for each in decisions):
        return
    if before.view.total("document") > _QUICK:
        messages.note("questions about incidents take longer until 'trucewatch doctor --mend' or the next 'add'.")
        return
    from trucewatch.monitor import Monitor

    Monitor(before.record).settle()


def whole_key(view: View, written: str) -> str:
    """A datum's key from how it begins.

    Raises:
        DecisionError: when the record never held one that begins so.
        InputError: when several do.
    """
    found = view.matching("datum", written) if written[1:2] == ":" else []
    if not found:
        raise DecisionError(
            f"the record holds no datum {written!r}. 'trucewatch events' and the others show their keys."
        )
    if len(found) > 1:
        raise InputError(f"{len(found)} data or more begin with {written!r}: write more of the key.")
    return found[0]


def tell(decisions: Sequence[Decision], form: Format) -> None:
    """Write the decisions that were taken."""
    if form is Format.JSON:
        deliver(to_json([each.to_dict() for each in decisions]), None)
        return
    from trucewatch.faces.safe import visible
    from trucewatch.faces.text.history import decided

    deliver("".join(f"{visible(decided(each))}\n" for each in decisions), None)
