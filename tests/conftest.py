"""What every test relies on: in CI, warnings of our dependencies are errors too."""

import os

KNOWN = (
    "ignore::DeprecationWarning:traitlets",
    "ignore::DeprecationWarning:jupyter_client",
    "ignore::pytest.PytestUnraisableExceptionWarning",
)


def pytest_configure(config):
    if os.environ.get("CI"):
        for line in ("error", *KNOWN):
            config.addinivalue_line("filterwarnings", line)
