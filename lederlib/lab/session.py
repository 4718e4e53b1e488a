"""A server that is ready to start, and its start."""

import os
import socket
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from lederlib._checks import require_whole

PORTS_TRIED = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A server that is ready to start.

    Attributes
    ----------
    program : str
        ``module:class`` of the Jupyter application.
    arguments : tuple of str
        Its command line.
    environment : mapping of str to str
        What it must find in its environment.
    address : str
        Where the reader finds it.
    """

    program: str
    arguments: tuple[str, ...]
    environment: Mapping[str, str]
    address: str


def serve(session: Session) -> None:
    """Start the server and stay until it is stopped."""
    os.environ.update(session.environment)
    module, name = session.program.split(":")
    launch: Callable[[list[str]], None]
    with warnings.catch_warnings():
        # What Jupyter's parts will change one day is no reader's business.
        warnings.simplefilter("ignore", DeprecationWarning)
        launch = getattr(import_module(module), name).launch_instance
        launch(list(session.arguments))


def require_extra(module: str) -> None:
    """Say in one sentence what to install if the `lab` extra is missing.

    Raises
    ------
    ModuleNotFoundError
        If `module` is not installed.
    """
    if find_spec(module) is None:
        msg = f'{module} is not installed; install it with: pip install "lederlib[lab]"'
        raise ModuleNotFoundError(msg, name=module)


def free_port(port: int | None, *, first: int) -> int:
    """Return the port asked for, or the first free one from `first` upwards.

    Raises
    ------
    ValueError
        If the port asked for is no port or is taken, or no port is free.
    """
    if port is not None:
        require_whole(port, 1, 65535, name="port")
        if not _is_free(port):
            msg = f"Port {port} is in use; choose another with --port."
            raise ValueError(msg)
        return port
    found = next(filter(_is_free, range(first, first + PORTS_TRIED)), None)
    if found is None:
        msg = f"No free port from {first} to {first + PORTS_TRIED - 1}; use --port."
        raise ValueError(msg)
    return found


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0
