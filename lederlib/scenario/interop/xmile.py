"""The strain model as a system dynamics file."""

from xml.etree import ElementTree as ET

import numpy as np

from lederlib import __version__
from lederlib._checks import require_between, require_count
from lederlib.catalogue import ledger
from lederlib.text import Lang, label

_NAMESPACE = "http://docs.oasis-open.org/xmile/ns/XMILE/v1.0"
_EQUATIONS = {
    "felt_load": "load * (1 + reverse * strain)",
    "slowing": "1 + tipping * (strain / half_point) ^ power",
}
_FLOWS = {
    "wear": "drain * felt_load * (1 - strain)",
    "mend": "recovery * resources * strain / slowing",
}
_QUANTITIES = {
    "drain": "drain",
    "recovery": "recovery",
    "half_point": "half_point",
    "power": "tipping_power",
    "reverse": "reverse",
}
# Name, lowest and highest, as `strain_path` allows them.
_ALLOWED = {
    "load": (0, 100),
    "resources": (0, 100),
    "start": (0, 1),
    "drain": (0, 100),
    "recovery": (0, 100),
    "half_point": (0.01, 10),
    "power": (1, 20),
    "reverse": (0, 100),
    "tipping": (0, 1),
}
_BY_WEEK = ("wear", "mend", "drain", "recovery")


def strain_xmile(
    load: float,
    resources: float,
    *,
    weeks: int = 52,
    start: float = 0.25,
    drain: float = 0.075,
    recovery: float = 0.25,
    half_point: float = 0.45,
    power: float = 4,
    tipping: bool = True,
    reverse: float = 0.0,
    steps_per_week: int = 128,
    lang: Lang = "da",
) -> str:
    """Return the strain model as XMILE, for Stella, Vensim, PySD and the like.

    It holds the plain equation of `strain_path`: one stock, two flows, and every
    number as a constant with its unit and range that one may change there.

    Parameters
    ----------
    load, resources, weeks, start, drain, recovery, half_point, power, tipping, reverse
        As for `strain_path`, one number each.
    steps_per_week : int, default 128
        1 to 10,000. Programs of this kind step plainly (Euler); at this step their path
        lies within 0.001 of ours, and the rest points are the same at any.
    lang : {"da", "en"}
        Of the descriptions in the file; the names in it are English.

    Returns
    -------
    str
        Write it to a file that ends in `.xmile`.

    Raises
    ------
    ValueError
        If an input is out of range or no single number.

    Examples
    --------
    >>> text = strain_xmile(0.6, 0.6, lang="en")
    >>> "<eqn>drain * felt_load * (1 - strain)</eqn>" in text
    True
    """
    given = {
        "load": load,
        "resources": resources,
        "start": start,
        "drain": drain,
        "recovery": recovery,
        "half_point": half_point,
        "power": power,
        "reverse": reverse,
        "tipping": tipping,
    }
    numbers = {name: _single(value, name) for name, value in given.items()}
    file = ET.Element("xmile", version="1.0", xmlns=_NAMESPACE)
    _header(file, lang)
    _times(file, weeks, steps_per_week)
    variables = ET.SubElement(ET.SubElement(file, "model"), "variables")
    _stock(variables, lang)
    for kind, equations in (("flow", _FLOWS), ("aux", _EQUATIONS)):
        for name, equation in equations.items():
            _variable(variables, kind, name, equation, lang)
    for name, value in numbers.items():
        _constant(variables, name, value, lang)
    ET.indent(file)
    return ET.tostring(file, encoding="unicode", xml_declaration=False) + "\n"


def _single(value: float, name: str) -> float:
    number = require_between(value, *_ALLOWED[name], name=name)
    if number.ndim:
        msg = f"{name} must be a single number; got shape {number.shape}."
        raise ValueError(msg)
    return float(number)


def _header(file: ET.Element, lang: Lang) -> None:
    header = ET.SubElement(file, "header")
    ET.SubElement(header, "vendor").text = "lederlib"
    ET.SubElement(header, "product", version=__version__, lang=lang).text = "lederlib"
    ET.SubElement(header, "name").text = "strain"
    ET.SubElement(header, "caption").text = label("interop.strain_model", lang)


def _times(file: ET.Element, weeks: int, steps_per_week: int) -> None:
    last = require_count(weeks, 1, 5200, name="weeks")
    steps = require_count(steps_per_week, 1, 10_000, name="steps_per_week")
    times = ET.SubElement(file, "sim_specs", method="euler", time_units="week")
    ET.SubElement(times, "start").text = "0"
    ET.SubElement(times, "stop").text = str(last)
    ET.SubElement(times, "dt").text = np.format_float_positional(1 / steps)


def _stock(variables: ET.Element, lang: Lang) -> None:
    stock = _variable(variables, "stock", "strain", "start", lang)
    ET.SubElement(stock, "inflow").text = "wear"
    ET.SubElement(stock, "outflow").text = "mend"


def _constant(variables: ET.Element, name: str, value: float, lang: Lang) -> None:
    text = np.format_float_positional(value, trim="-")
    constant = _variable(variables, "aux", name, text, lang)
    low, high = _ALLOWED[name]
    ET.SubElement(constant, "range", min=f"{low:g}", max=f"{high:g}")


def _variable(
    variables: ET.Element, kind: str, name: str, equation: str, lang: Lang
) -> ET.Element:
    variable = ET.SubElement(variables, kind, name=name)
    ET.SubElement(variable, "doc").text = _described(name, lang)
    ET.SubElement(variable, "eqn").text = equation
    ET.SubElement(variable, "units").text = "1/week" if name in _BY_WEEK else "1"
    return variable


def _described(name: str, lang: Lang) -> str:
    if name in _QUANTITIES:
        quantity = ledger()[_QUANTITIES[name]]
        return f"{quantity.title.to(lang)}. {quantity.note.to(lang)}"
    return label(f"interop.{name}", lang)
