"""What the commands share: how they are made, read answers and tell the terminal."""

import argparse
import sys
from pathlib import Path

from lederlib.text import LANGS


def command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    run: object,
    does: str,
) -> argparse.ArgumentParser:
    """Return a command that runs something, with what it does and its language."""
    command = commands.add_parser(name, help=does, description=f"{name}: {does}.")
    command.set_defaults(run=run)
    command.add_argument("--lang", choices=LANGS, default="da", help="da or en")
    return command


def add_reading(report: argparse.ArgumentParser) -> None:
    """Add the options of how a file of answers is read."""
    report.add_argument("--sheet", help="sheet of the answers, by name or number")
    report.add_argument(
        "--coding", type=Path, help="what words in cells mean (.toml or .csv)"
    )
    report.add_argument(
        "--keep",
        choices=("first", "last"),
        help="which row counts where a person has two",
    )


def shown_progress(share: float) -> None:
    """Show how far a long file is, on one line that the next thing said replaces."""
    line = "" if share >= 1 else f"{share:4.0%}"
    print(f"\r{line:4}\r", end="", file=sys.stderr, flush=True)


def visible(text: str) -> str:
    """Return a line for the terminal, in which a file's name commands nothing."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
