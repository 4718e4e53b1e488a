import json
import socket

import pytest

from lederlib.lab import lab_session, make_working_copy

pytest.importorskip("jupyterlab", reason="needs the extra lab")


@pytest.fixture
def pages(tmp_path):
    return make_working_copy(tmp_path)


@pytest.mark.parametrize("lang", ["da", "en"])
def test_the_address_is_the_welcome_lesson_in_the_language(pages, lang):
    session = lab_session(pages, lang=lang)
    assert f"/notebooks/{lang}/00_welcome.ipynb?token=" in session.address


def test_jupyterlab_asks_nothing_about_news(pages):
    lab_session(pages)
    found = pages.folder / (
        ".lederlib/settings/@jupyterlab/apputils-extension/"
        "notification.jupyterlab-settings"
    )
    settings = json.loads(found.read_text(encoding="utf-8"))
    assert settings == {"fetchNews": "false", "checkForUpdates": False}


def test_large_type_has_its_own_settings(pages):
    session = lab_session(pages, large=True)
    assert any("settings-large" in argument for argument in session.arguments)


def test_a_port_in_use_is_named(pages):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(ValueError, match=f"Port {port} is in use"):
            lab_session(pages, port=port)


@pytest.mark.parametrize("port", [0, -1, 70_000])
def test_what_is_no_port_is_named(pages, port):
    with pytest.raises(ValueError, match="port must lie between 1 and 65535"):
        lab_session(pages, port=port)
