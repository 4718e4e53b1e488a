"""The bucket with holes in many possible worlds, and how to read it."""

from lederlib.scenario.bucket.bucket import (
    BUCKET_DRAWS,
    BUCKET_LEVERS,
    BUCKET_STEPS,
    BUCKET_YEARS,
    FAMILY_CHOICES,
    Bucket,
    BucketOutcome,
    run_bucket,
)
from lederlib.scenario.bucket.reading import (
    BucketYear,
    bucket_change,
    bucket_sentence,
    bucket_table,
    bucket_year,
    compare_buckets,
    share_run_dry,
)

__all__ = [
    "BUCKET_DRAWS",
    "BUCKET_LEVERS",
    "BUCKET_STEPS",
    "BUCKET_YEARS",
    "FAMILY_CHOICES",
    "Bucket",
    "BucketOutcome",
    "BucketYear",
    "bucket_change",
    "bucket_sentence",
    "bucket_table",
    "bucket_year",
    "compare_buckets",
    "run_bucket",
    "share_run_dry",
]
