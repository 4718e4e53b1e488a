"""The command that holds the models against what was observed."""

import argparse

from lederlib.cli.telling import command

_DRAWS = 100_000


def add_evidence(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
) -> None:
    """Add the command that prints the prior-predictive table and the confrontation."""
    told = "hold the models against what was observed, and say what they cannot give"
    evidence = command(commands, "evidence", _evidence, told)
    evidence.add_argument(
        "--draws",
        type=int,
        default=_DRAWS,
        help="possible worlds, 2,000 to 1,000,000; default: 100,000",
    )
    evidence.add_argument("--rng", type=int, default=0, help="where chance begins")


def _evidence(options: argparse.Namespace) -> None:
    from lederlib.scenario import confront, confrontation_tables  # noqa: PLC0415

    chance = {"draws": options.draws, "rng": options.rng}
    held = confront(**chance)
    for table in confrontation_tables(held, options.lang):
        print(table, end="\n\n")
    print(held.summary(options.lang))
