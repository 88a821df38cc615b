"""``trucewatch review``, ``undo`` and ``history``: what nobody has looked at, and the decisions of those who did."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Annotated, Any

import typer

from trucewatch.faces.cli.ask import AsKnownOption, RowFormat, show_rows, with_options
from trucewatch.faces.cli.deciding import Desk, deciding_command, whole_key, with_it
from trucewatch.faces.cli.messages import Messages
from trucewatch.faces.cli.options import (
    Format,
    FormatOption,
    OutputOption,
    RecordOption,
    dossier_names,
    record_place,
    screen,
)
from trucewatch.faces.cli.output import deliver, to_json
from trucewatch.model.errors import DecisionError, InputError
from trucewatch.model.judgement import Action, AttachStance, Decision, ObligationStatus

Given = Mapping[str, Any]

_NEEDED = inspect.Parameter.empty
_KEY = (Annotated[str, typer.Argument(metavar="KEY", help="The datum's key, or how it begins.")], _NEEDED)
_KEYS = (Annotated[list[str], typer.Argument(metavar="KEY...", help="Keys of data, or how they begin.")], _NEEDED)
_EVENTS = (
    Annotated[list[str], typer.Argument(metavar="KEY...", help="Events (e:...) or incidents (i:...).")],
    _NEEDED,
)
_OBLIGATION = (
    Annotated[
        str, typer.Argument(metavar="OBLIGATION", help="DOSSIER/INSTRUMENT/KEY, as 'obligations' tells it, or its end.")
    ],
    _NEEDED,
)
_DOSSIER = (
    Annotated[
        str | None,
        typer.Option("--dossier", metavar="NAME|FILE", help="Whose obligation.", autocompletion=dossier_names),
    ],
    None,
)

review_app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


@review_app.callback(invoke_without_command=True)
def review(ctx: typer.Context, *, record: RecordOption = None) -> None:
    """What nobody has looked at yet, and the decisions of those who did. Alone it lists the first, as 'list' does.

    Decisions are appended with reviewer and reason; reading anew does not undo them, 'trucewatch undo' does.
    """
    if ctx.invoked_subcommand is None:
        nothing = {"as_known_on": None, "as_of": None, "limit": None, "offset": 0}
        _list(ctx, form=RowFormat.TABLE, output=None, record=record, **nothing)
    elif record is not None:  # never decide about another record than the one that was meant
        raise InputError(f"put --record after the command: trucewatch review {ctx.invoked_subcommand} --record ...")


def _list(ctx: typer.Context, *, form: RowFormat, output: Any, **given: Any) -> None:
    from trucewatch.faces.asking.review import QUESTION

    show_rows(ctx.ensure_object(Messages), QUESTION, given, form=form, output=output)


@review_app.command(short_help="List decisions, with the ids that 'undo' takes.")
def decisions(
    *,
    undone: Annotated[bool, typer.Option("--undone", help="Those taken back too.")] = False,
    as_known_on: AsKnownOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """List the decisions that stand, in the order they were taken."""
    from trucewatch.faces.text.history import render_decisions
    from trucewatch.model.time import parse_day
    from trucewatch.record.session import open_record
    from trucewatch.record.view import View

    day = None if as_known_on is None else parse_day(as_known_on)
    with open_record(record_place(record), create=False) as kept:
        found = View(kept, as_known_on=day).decisions(undone=undone)
    if form is Format.JSON:
        deliver(to_json([each.to_dict() for each in found]), None)
        return
    width, colour = screen()
    deliver(render_decisions(found, width=width, colour=colour) if found else "", None)


def _accept(desk: Desk, given: Given) -> list[Decision]:
    return [desk.resolver.accept(key, **with_it(given)) for key in _whole(desk, given["keys"])]


def _reject(desk: Desk, given: Given) -> list[Decision]:
    return [desk.resolver.reject(key, **with_it(given)) for key in _whole(desk, given["keys"])]


def _merge(desk: Desk, given: Given) -> list[Decision]:
    return [desk.resolver.merge(_grouped(desk, given["keys"]), **with_it(given))]


def _split(desk: Desk, given: Given) -> list[Decision]:
    return [desk.resolver.split(_grouped(desk, given["keys"]), **with_it(given))]


def _correct(desk: Desk, given: Given) -> list[Decision]:
    from trucewatch import dossiers
    from trucewatch.faces import names
    from trucewatch.faces.correcting import Books, typed_values

    everyone = names.actors((*desk.dossiers, dossiers.world()), desk.view.names("actor"))
    books = Books(everyone, names.places(desk.dossiers, desk.view.names("place")))
    values = typed_values(given["pairs"], books)
    return [desk.resolver.correct(whole_key(desk.view, given["key"]), values, **with_it(given))]


def _attach(desk: Desk, given: Given) -> list[Decision]:
    values = _duty(desk, given["obligation"]) | {"stance": str(given["stance"])}
    return [desk.resolver.attach(whole_key(desk.view, given["key"]), values, **with_it(given))]


def _status(desk: Desk, given: Given) -> list[Decision]:
    values = _duty(desk, given["obligation"]) | {"status": str(given["stands"])}
    values |= {} if given["since"] is None else {"from": given["since"]}
    return [desk.resolver.status(values, **with_it(given))]


def _undo(desk: Desk, given: Given) -> list[Decision]:
    begun = given["decision"]
    found = [each.id for each in desk.view.decisions(undone=True) if each.id.startswith(begun)]
    if len(found) > 1:
        raise InputError(f"{len(found)} decisions begin with {begun!r}: write more of the id.")
    return [desk.resolver.undo(found[0] if found else begun, reason=given["reason"])]


def history(
    key: Annotated[str, typer.Argument(metavar="KEY", help="The datum's key, or how it begins.")],
    *,
    as_known_on: AsKnownOption = None,
    record: RecordOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """Show what readings and people made of one datum, oldest first, whether it still holds or not."""
    from trucewatch.faces.text.history import render_history, turn
    from trucewatch.model.time import parse_day
    from trucewatch.record.session import open_record
    from trucewatch.record.view import View

    day = None if as_known_on is None else parse_day(as_known_on)
    with open_record(record_place(record), create=False) as kept:
        view = View(kept, as_known_on=day)
        whole = key if key.startswith("o:") else whole_key(view, key)
        turns = [turn(each) for each in view.history(whole)]
    if not turns:
        raise DecisionError(f"the record knows nothing of {key} then.")
    if form is Format.JSON:
        deliver(to_json({"key": whole, "history": turns}), None)
        return
    width, colour = screen()
    deliver(render_history(whole, turns, width=width, colour=colour), None)


def _whole(desk: Desk, keys: list[str]) -> list[str]:
    return [whole_key(desk.view, each) for each in keys]


def _grouped(desk: Desk, written: list[str]) -> list[str | list[str]]:
    """Keys of events, and for each incident those of its events as they are grouped now."""
    grouped = _incidents(desk) if any(each.startswith("i:") for each in written) else {}
    found: list[str | list[str]] = []
    for each in written:
        names = [name for name in grouped if name.startswith(each)]
        if each.startswith("i:") and not names:
            raise DecisionError(f"there is no incident {each}. 'trucewatch incidents' shows them.")
        if len(names) > 1:
            raise InputError(f"{len(names)} incidents begin with {each!r}: write more of the key.")
        found.append(grouped[names[0]] if names else whole_key(desk.view, each))
    return found


def _incidents(desk: Desk) -> dict[str, list[str]]:
    from trucewatch.assessment.incidents import RULE, clusters

    kept = desk.view.clusters(RULE)
    if kept is not None:
        return kept[0]
    grouped: dict[str, list[str]] = {}
    for event, incident in sorted(clusters(desk.view, desk.dossiers).items()):
        grouped.setdefault(incident, []).append(event)
    return grouped


def _duty(desk: Desk, written: str) -> dict[str, Any]:
    """The obligation meant, by the dossiers at hand and the one that its id begins with."""
    from trucewatch import dossiers
    from trucewatch.faces.correcting import obligation

    known = {each.id: each for each in desk.dossiers}
    first = written.split("/")[0]
    if first in dossiers.names() and first not in known:
        known[first] = dossiers.load(first)
    name, instrument, key = obligation(written, list(known.values()))
    return {"dossier": name, "instrument": instrument, "obligation": key}


# -- the commands ----------------------------------------------------------------------------------------------------

_CORRECT = """Give fields of a datum other values; its words and its key stay.

Statements have speaker, targets, act, form, date; events kind, type, mode, actors, recipients, place, date, status,
claimed_by, denied_by, killed, wounded; commitments instrument, provision, obligors, due, status, claimed_by; disputes
about. Actors are names or ids parted by ";" (?NAME for one nobody knows), numbers 3, 3-5 or 3+, dates YYYY-MM-DD or
another form of EDTF; none empties a field.
"""
_SPLIT = "Say that no two of the events or incidents named are one incident; one incident alone falls into its events."
_PAIRS = Annotated[list[str], typer.Argument(metavar="FIELD=VALUE...", help="As status=denied or killed=2-3.")]
_STANCE = Annotated[AttachStance, typer.Option("--stance", help="Whether it speaks for its being kept, or against.")]
_STANDS = Annotated[ObligationStatus, typer.Argument(metavar="STATUS", help=", ".join(ObligationStatus) + ".")]
_SINCE = Annotated[str | None, typer.Option("--from", metavar="DATE", help="The day from which it holds.")]
_DECISION = Annotated[str, typer.Argument(metavar="DECISION", help="Its id (r:...), or how it begins.")]
_FORM = Annotated[RowFormat, typer.Option("--format", help="A table for people, or rows for programs.")]

_LIST = with_options(
    _list,
    "list",
    "List what nobody has looked at, most doubtful first, with its evidence.",
    {"form": (_FORM, RowFormat.TABLE), "output": (OutputOption, None)},
)
review_app.command("list", short_help="List what nobody has looked at, most doubtful first.")(_LIST)
for _action, _short, _doc, _own, _decide in (
    (Action.ACCEPT, "Confirm data as they stand.", "", {"keys": _KEYS}, _accept),
    (
        Action.REJECT,
        "Leave data out of every answer.",
        "Leave data out of every answer that does not ask for them with --rejected; they are kept.",
        {"keys": _KEYS},
        _reject,
    ),
    (Action.CORRECT, "Give a datum other values.", _CORRECT, {"key": _KEY, "pairs": (_PAIRS, _NEEDED)}, _correct),
    (
        Action.MERGE,
        "Say that events are one incident.",
        "Say that events, or the incidents they are in, are one incident.",
        {"keys": _EVENTS},
        _merge,
    ),
    (Action.SPLIT, "Say that events are not one incident.", _SPLIT, {"keys": _EVENTS}, _split),
    (
        Action.ATTACH,
        "Put a datum to an obligation, or take it off.",
        "Put a datum to an obligation, and off those it was matched with; --stance none takes it off one.",
        {"key": _KEY, "obligation": _OBLIGATION, "stance": (_STANCE, AttachStance.FOR), "dossier": _DOSSIER},
        _attach,
    ),
    (
        Action.STATUS,
        "Say yourself where an obligation stands.",
        "Say yourself where an obligation stands; it wins over what is proposed, which stays beside it.",
        {"obligation": _OBLIGATION, "stands": (_STANDS, _NEEDED), "since": (_SINCE, None), "dossier": _DOSSIER},
        _status,
    ),
):
    review_app.command(str(_action), short_help=_short)(deciding_command(str(_action), _doc or _short, _own, _decide))
undo = deciding_command(
    "undo",
    "Take a decision back: what it changed is as if it had never been taken. The decision stays on file as undone.",
    {"decision": (_DECISION, _NEEDED)},
    _undo,
    without=("seen",),
)
