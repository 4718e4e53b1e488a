"""What we know, and where we have it from."""

from lederlib.catalogue.balance import (
    BalanceItem,
    balance_items,
    balance_names,
    balance_notice,
)
from lederlib.catalogue.cards import dataset_path, read_card
from lederlib.catalogue.datasets import list_datasets, load_dataset
from lederlib.catalogue.evidence import EVIDENCE_KINDS, evidence, evidence_kind
from lederlib.catalogue.factors import FACTOR_KEYS, factor, factors
from lederlib.catalogue.files import shipped
from lederlib.catalogue.intervention_draws import draw_interventions
from lederlib.catalogue.interventions import (
    Move,
    intervention,
    intervention_pairs,
    intervention_quantities,
    interventions,
    shortlist,
)
from lederlib.catalogue.ledger import (
    Ledger,
    Quantity,
    ledger,
    values_at,
)
from lederlib.catalogue.professions import profession_ledger, professions
from lederlib.catalogue.provenance import (
    PROVENANCES,
    Provenance,
    class_of_size,
    weakest,
)
from lederlib.catalogue.sources import Source, source, sources
from lederlib.catalogue.stamps import Stamp, stamped_csv

__all__ = [
    "EVIDENCE_KINDS",
    "FACTOR_KEYS",
    "PROVENANCES",
    "BalanceItem",
    "Ledger",
    "Move",
    "Provenance",
    "Quantity",
    "Source",
    "Stamp",
    "balance_items",
    "balance_names",
    "balance_notice",
    "class_of_size",
    "dataset_path",
    "draw_interventions",
    "evidence",
    "evidence_kind",
    "factor",
    "factors",
    "intervention",
    "intervention_pairs",
    "intervention_quantities",
    "interventions",
    "ledger",
    "list_datasets",
    "load_dataset",
    "profession_ledger",
    "professions",
    "read_card",
    "shipped",
    "shortlist",
    "source",
    "sources",
    "stamped_csv",
    "values_at",
    "weakest",
]
