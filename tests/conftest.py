"""What every test relies on: in CI, warnings of our dependencies are errors too."""

import os

from hypothesis import settings

KNOWN = (
    "ignore::DeprecationWarning:traitlets",
    "ignore::DeprecationWarning:jupyter_client",
    "ignore::pytest.PytestUnraisableExceptionWarning",
)


# The first call of what needs a slow library also loads it.
settings.register_profile("house", settings(deadline=None))
settings.load_profile("house")


def pytest_configure(config):
    if os.environ.get("CI"):
        for line in ("error", *KNOWN):
            config.addinivalue_line("filterwarnings", line)
