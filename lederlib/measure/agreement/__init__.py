"""Is the group a group? Agreement within groups, and differences between them."""

from lederlib.measure.agreement.icc import Icc, icc
from lederlib.measure.agreement.multilevel import multilevel
from lederlib.measure.agreement.result import Agreement
from lederlib.measure.agreement.within import ad_index, null_variance, r_star_wg, rwg_j

__all__ = [
    "Agreement",
    "Icc",
    "ad_index",
    "icc",
    "multilevel",
    "null_variance",
    "r_star_wg",
    "rwg_j",
]
