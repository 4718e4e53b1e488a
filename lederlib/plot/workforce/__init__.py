"""The bucket with holes, its years, and who stays."""

from lederlib.plot.workforce.bucket import live_bucket, plot_bucket
from lederlib.plot.workforce.bucket_years import live_bucket_years, plot_bucket_years
from lederlib.plot.workforce.retention import live_retention, plot_retention

__all__ = [
    "live_bucket",
    "live_bucket_years",
    "live_retention",
    "plot_bucket",
    "plot_bucket_years",
    "plot_retention",
]
