"""Run the command as `python -m lederlib.cli`."""

import sys

from lederlib.cli import main

sys.exit(main())
