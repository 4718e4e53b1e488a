"""What was observed and the models are held against."""

from collections.abc import Callable, Hashable, Mapping
from functools import cache, partial
from typing import Any

from lederlib._checks import Floats
from lederlib.catalogue import evidence
from lederlib.scenario.evidence.factor_contrasts import (
    EFFECT,
    IMPROVED,
    LEAVING,
    fewer_leavers,
    prevented,
    social_capital_ratio,
    turnover,
)
from lederlib.scenario.evidence.strain_contrasts import (
    FADING,
    REVERSAL,
    fades,
    reverse_is_larger,
)
from lederlib.scenario.evidence.target import Drawn, Kind, Scale, Target
from lederlib.scenario.evidence.week_contrasts import (
    TRIAL,
    WEEK,
    more_home_days,
    telework_correlation,
    trial_ratio,
    two_paths,
)
from lederlib.text import both

Model = Callable[[Drawn], Floats]


@cache
def targets() -> tuple[Target, ...]:
    """Return what was observed elsewhere and the models are held against.

    Published numbers stand in the register of evidence under the same key. Which
    factors a measure stands for, how far apart groups lie and how far the finding may
    be off here are quantities of the ledger like any other, and assumptions.

    Examples
    --------
    >>> [one.key for one in targets() if one.kind == "number"]
    ['whale_soccap_exit', 'bloom24_ratio']
    """
    rows = evidence().set_index("key").to_dict("index")
    target = partial(_target, rows)
    return (
        target(
            "whale_soccap_exit",
            "number",
            social_capital_ratio,
            (*EFFECT, "social_capital_factors", "social_capital_gap"),
            scale="ratio",
            transfer="transfer_association",
        ),
        target(
            "bloom24_ratio",
            "number",
            trial_ratio,
            TRIAL,
            scale="ratio",
            transfer="transfer_trial",
        ),
        target("guthier_strain", "sign", reverse_is_larger, REVERSAL),
        target("bonnesen_crossover_3y", "sign", fades, FADING),
        target("gajendran24_rwi", "sign", more_home_days, WEEK),
        target("gajendran24_autonomy", "sign", two_paths, WEEK),
        target("mm12_retention", "beside", telework_correlation, WEEK),
        target("whale_turnover_base", "beside", _per_cent(turnover), LEAVING),
        target("dk_exit_care", "beside", _per_cent(turnover), LEAVING),
        target("dk_exit_nurses", "beside", _per_cent(turnover), LEAVING),
        target("dk_exit_teachers", "beside", _per_cent(turnover), LEAVING),
        target("whale_turnover_preventable", "beside", _per_cent(prevented), IMPROVED),
        target(
            "whale_rd_prospects",
            "beside",
            partial(fewer_leavers, "career_development"),
            IMPROVED,
        ),
        target(
            "whale_rd_bullying",
            "beside",
            partial(fewer_leavers, "psychological_safety"),
            IMPROVED,
        ),
    )


def _per_cent(share: Model) -> Model:
    return lambda drawn: 100 * share(drawn)


def _target(
    rows: Mapping[Hashable, Mapping[Hashable, Any]],
    key: str,
    kind: Kind,
    model: Model,
    quantities: tuple[str, ...],
    *,
    scale: Scale = "plain",
    transfer: str = "",
) -> Target:
    numbers = {
        name: float(rows[key][column])
        for name, column in (("value", "estimate"), ("low", "low"), ("high", "high"))
    }
    return Target(
        key=key,
        kind=kind,
        title=both(f"targets.{key}"),
        unit=both(f"targets.{key}_unit"),
        note=both(f"targets.{key}_note"),
        model=model,
        quantities=quantities,
        **numbers,
        scale=scale,
        transfer=transfer,
        source=str(rows[key]["source"]),
    )
