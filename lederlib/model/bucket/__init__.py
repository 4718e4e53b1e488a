"""The bucket with holes: who applies, comes, stays and leaves."""

from lederlib.model.bucket.bucket import LOOPS, Loop, WorkforcePath, workforce_path
from lederlib.model.bucket.newcomers import newcomer_retention, vacancy_at_rest
from lederlib.model.bucket.recruitment import applicants, no_applicant, time_to_fill
from lederlib.model.bucket.retention import (
    FAMILIES,
    Family,
    RetentionParameters,
    remaining_share,
    retention,
    retention_parameters,
)

__all__ = [
    "FAMILIES",
    "LOOPS",
    "Family",
    "Loop",
    "RetentionParameters",
    "WorkforcePath",
    "applicants",
    "newcomer_retention",
    "no_applicant",
    "remaining_share",
    "retention",
    "retention_parameters",
    "time_to_fill",
    "vacancy_at_rest",
    "workforce_path",
]
