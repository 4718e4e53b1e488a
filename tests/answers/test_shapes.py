"""Files in the shapes of real exports are read right, or refused in one sentence."""

import numpy as np
import openpyxl
import pyreadstat
import pytest

from lederlib.answers import AnswersError, read_answers
from lederlib.cli import main
from tests.answers import shapes
