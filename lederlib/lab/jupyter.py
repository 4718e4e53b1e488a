"""JupyterLab on the working copy, as a class needs it: quiet, readable, no news."""

import json
import os
import secrets
from pathlib import Path

from lederlib.lab.copies import OWN_FOLDER, WorkingCopy
from lederlib.lab.session import Session, free_port, require_extra
from lederlib.text import Lang

WELCOME = "00_welcome.ipynb"
_SETTINGS: dict[str, dict[str, object]] = {
    "apputils-extension/notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
    },
}
_LARGE: dict[str, dict[str, object]] = {
    "apputils-extension/themes": {
        "overrides": {
            "content-font-size1": "22px",
            "code-font-size": "20px",
            "ui-font-size1": "18px",
        }
    },
}


def lab_session(
    pages: WorkingCopy,
    *,
    lang: Lang = "da",
    port: int | None = None,
    browser: bool = True,
    large: bool = False,
) -> Session:
    """Return JupyterLab ready to open the welcome lesson of a working copy.

    Raises
    ------
    ModuleNotFoundError
        If JupyterLab is not installed.
    ValueError
        If the port is in use.
    """
    require_extra("jupyterlab")
    port = free_port(port, first=8888)
    token = secrets.token_urlsafe(16)
    own = pages.folder / OWN_FOLDER
    settings = own / ("settings-large" if large else "settings")
    _write_settings(settings, _SETTINGS | (_LARGE if large else {}))
    _trust(pages)
    start = f"/lab/tree/notebooks/{lang}/{WELCOME}"
    return Session(
        program="jupyterlab.labapp:LabApp",
        address=f"http://localhost:{port}{start}?token={token}",
        environment={"JUPYTER_TOKEN": token},
        arguments=(
            f"--ServerApp.root_dir={pages.folder}",
            f"--LabApp.default_url={start}",
            f"--ServerApp.port={port}",
            "--ServerApp.port_retries=0",
            f"--ServerApp.open_browser={browser}",
            f"--ServerApp.allow_root={_is_root()}",
            "--ServerApp.answer_yes=True",
            "--log-level=40",
            f"--LabApp.user_settings_dir={settings}",
            f"--LabApp.workspaces_dir={own / 'workspaces'}",
            "--LabApp.news_url=",
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        ),
    )


def _write_settings(folder: Path, settings: dict[str, dict[str, object]]) -> None:
    for plugin, values in settings.items():
        target = folder / "@jupyterlab" / f"{plugin}.jupyterlab-settings"
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(json.dumps(values, indent=1), encoding="utf-8")


def _trust(pages: WorkingCopy) -> None:
    """Sign the pages that we have just copied, so that their pictures are shown."""
    import nbformat  # noqa: PLC0415 - part of the lab extra
    from nbformat.sign import NotebookNotary  # noqa: PLC0415

    notary = NotebookNotary()
    for name in (*pages.added, *pages.updated):
        notary.sign(nbformat.read(pages.folder / name, as_version=4))


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
