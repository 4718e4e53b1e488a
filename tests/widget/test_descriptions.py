"""Laws that every explorer obeys, walked by its description and without a kernel."""

import gc
import json
import re
import subprocess
import sys
from dataclasses import FrozenInstanceError
from functools import cache

import pytest
from matplotlib.figure import Figure

from lederlib import widget
from lederlib.widget import DESCRIPTIONS, Explorer, Frames
from lederlib.widget.script import told_once

LANGS = ("da", "en")
#: What makes an explorer quick to walk; the laws do not depend on it.
SMALL = {
    "bucket": {"draws": 20},
    "calendar": {"draws": 100},
    "conclusion": {"draws": 200},
    "contagion": {"employees": 900},
    "factors": {"draws": 200},
    "flexwork": {"draws": 200},
    "strain": {"draws": 20},
    "synchronise": {"draws": 200},
}


def described(name, lang):
    return DESCRIPTIONS[name](lang, **SMALL.get(name, {}))


@cache
def frames_of(name, lang):
    return Frames(described(name, lang))


@pytest.fixture(params=DESCRIPTIONS)
def name(request):
    return request.param


@pytest.fixture(params=LANGS)
def lang(request):
    return request.param


def ends(description):
    """Both ends of every lever, and where other levers then give way to."""
    for control in description.controls:
        for value in (control.values or ("trivsel",))[:: len(control.values) - 1 or 1]:
            wanted = {**description.start, control.key: value}
            yield control.key, value, *description.settle(wanted, control.key)


def sheets(frame):
    """Both sheets of every picture, without what keeps two explorers apart."""
    both = [
        sheet for scene in frame.scenes for sheet in (scene.background, scene.moving)
    ]
    return [re.sub(r"scene\d+-", "", sheet) for sheet in both]


def test_every_end_of_every_lever_has_pictures_and_words(name, lang):
    frames = frames_of(name, lang)
    for key, value, settled, notice in ends(frames.description):
        assert settled[key] == value or notice or name == "pilots", key
        frame = frames(settled)
        assert frame.words, (key, value)
        assert all(scene.alt and scene.caption for scene in frame.scenes), (key, value)


def test_a_frame_depends_on_the_levers_and_not_on_the_way_there(name):
    walked = frames_of(name, "da")
    start = walked.description.start
    places = [settled for *_, settled, _ in ends(walked.description)][-3:]
    for values in (*places, start):
        walked(values, rest=False)
    fresh = Frames(described(name, "da"))
    for values in (places[-1], start):
        one, other = fresh(values), walked(values)
        assert (one.words, one.sure) == (other.words, other.sure)
        assert [scene.alt for scene in one.scenes] == [s.alt for s in other.scenes]
        assert sheets(one) == sheets(other)


def test_a_lever_on_its_way_moves_all_but_what_waits(name):
    frames = frames_of(name, "da")
    frame = frames(frames.description.start, rest=False)
    waiting = [view.at_rest for view in frames.description.pictures]
    assert [scene is None for scene in frame.scenes] == waiting
    assert frame.words


def test_walking_an_explorer_makes_no_new_figure():
    walked = [frames_of(name, "da") for name in DESCRIPTIONS]
    for frames in walked:
        frames(frames.description.start)
    before = figures()
    for frames in walked:
        for *_, settled, _ in list(ends(frames.description))[:8]:
            frames(settled)
    assert figures() == before


def figures():
    gc.collect()
    return sum(isinstance(thing, Figure) for thing in gc.get_objects())


def test_walking_an_explorer_writes_no_file(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    description = described(name, "da")
    frames = Frames(description)
    for *_, settled, _ in list(ends(description))[:4]:
        frames(settled)
    assert not list(tmp_path.iterdir())


def test_levers_settle_once_and_leave_what_they_are_given(name):
    description = described(name, "en")
    for key, value, settled, _ in ends(description):
        wanted = {**description.start, key: value}
        again, notice = description.settle(settled, key)
        assert dict(again) == dict(settled), key
        assert not notice or name in ("conclusion", "draft"), key
        description.settle(wanted, key)
        assert wanted == {**description.start, key: value}


def test_a_short_look_shows_at_most_three_levers_that_there_are(name, lang):
    description = described(name, lang)
    keys = [control.key for control in description.controls]
    assert 1 <= len(description.first) <= 3
    assert set(description.first) <= set(keys)
    assert set(description.start) == set(keys)
    assert description.time in ("", *keys)
    on_cards = [
        key for card in getattr(description.cards, "cards", ()) for key in card.keys
    ]
    assert set(on_cards) <= set(keys)
    assert len(on_cards) == len(set(on_cards))


def test_every_tour_leads_to_places_that_can_be(name, lang):
    description = described(name, lang)
    values = dict(description.start)
    for tour, levers in description.tours.items():
        for key, value in levers.items():
            description.control(key).place(value)
        values |= levers
        for key in levers:
            settled, _ = description.settle(values, key)
            assert name == "pilots" or dict(settled) == values, tour


def test_both_languages_have_the_same_levers_at_the_same_places(name):
    one, other = (described(name, lang) for lang in LANGS)
    assert [c.key for c in one.controls] == [c.key for c in other.controls]
    assert [c.values for c in one.controls] == [c.values for c in other.controls]
    assert (one.start, one.first, one.tours) == (other.start, other.first, other.tours)


def test_what_the_script_is_told_is_plain_json_in_both_languages(name, lang):
    frames = frames_of(name, lang)
    told = told_once(frames.description, frames(frames.description.start))
    assert json.loads(json.dumps(told, allow_nan=False)) == told
    assert len(told["pictures"]) == len(frames.description.pictures)
    assert all(picture["title"] for picture in told["pictures"])
    for tour in told["tours"]:
        assert set(tour["values"]) == set(told["start"])
        assert tour["key"] in told["start"]


def test_a_description_is_a_fact():
    description = described("reliability", "da")
    with pytest.raises(FrozenInstanceError):
        description.name = "other"


def test_the_widget_shows_the_frame_of_its_description(name, lang):
    description = described(name, lang)
    explorer, frame = Explorer(description), Frames(description)(description.start)
    assert explorer.stage.frame["words"] == frame.words
    assert explorer.stage.frame["sure"] == frame.sure
    shown = [scene["alt"] for scene in explorer.stage.frame["scenes"]]
    assert shown == [scene.alt for scene in frame.scenes]
    assert explorer.values == description.start


def test_every_explorer_has_a_description_and_the_other_way_round():
    explorers = {one for one in widget.__all__ if one.startswith("explore_")}
    assert explorers == {f"explore_{name}" for name in DESCRIPTIONS}


def test_what_an_explorer_is_needs_no_widget():
    code = (
        "import sys, types; sys.modules['lederlib.widget'] = package = "
        "types.ModuleType('lederlib.widget'); import lederlib; "
        "package.__path__ = [lederlib.__path__[0] + '/widget']; "
        "import lederlib.widget.frames, lederlib.widget.script; "
        "assert 'ipywidgets' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
