"""What every test relies on: warnings as errors, drawn examples, and two cores."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

KNOWN = (
    "ignore::DeprecationWarning:traitlets",
    "ignore::DeprecationWarning:jupyter_client",
    "ignore::pytest.PytestUnraisableExceptionWarning",
)
# The folders that take longest; begun last, one of them would keep one core waiting.
LONGEST = ("tests/browser", "tests/author", "tests/widget", "tests/measure")
# Browser tests name their server in their parameters; each server has one worker.
SERVERS = ("lab", "voila")
BYTECODE = Path(__file__).parents[1] / ".pytest_cache" / "bytecode"

# More threads than cores slow down workers that share them. Set before numpy loads.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

# Kernels and scripts by the dozen import the same packages, and would each compile
# them anew for three seconds; a machine that wants no bytecode gets it out of sight.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix = str(BYTECODE)
    sys.dont_write_bytecode = False

settings.register_profile("few", max_examples=20, deadline=None)
settings.register_profile("thorough", max_examples=150, deadline=None)
settings.load_profile("few")


def pytest_configure(config):
    if os.environ.get("CI"):
        for line in ("error", *KNOWN):
            config.addinivalue_line("filterwarnings", line)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    items.sort(key=lambda item: folder_rank(item.nodeid))


def folder_rank(nodeid):
    return next((k for k, name in enumerate(LONGEST) if nodeid.startswith(name)), 9)


def pytest_xdist_make_scheduler(config, log):
    from xdist.scheduler import LoadScopeScheduling  # noqa: PLC0415 - may be missing

    class ByFile(LoadScopeScheduling):
        """Keep what one file shares on one worker, and so each of the two servers."""

        def _split_scope(self, nodeid):
            return work_unit(nodeid)

    return ByFile(config, log)


def work_unit(nodeid):
    """Return the name of what stays together: a server's tests, or a file."""
    file, _, test = nodeid.partition("::")
    if file.startswith("tests/browser"):
        return next((name for name in SERVERS if f"[{name}" in test), file)
    return file
