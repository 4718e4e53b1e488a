"""Begin a scale of one's own, in a file that explains itself."""

from pathlib import Path

from lederlib.answers.scale_facts import ScaleError, told

_TEMPLATE = Path(__file__).parent / "template.toml"


def new_scale(name: str, folder: str | Path = ".") -> Path:
    """Write the beginning of a scale and return where it is.

    The file is a complete scale of six items with comments in Danish and English, to be
    changed into one's own.

    Parameters
    ----------
    name : str
        The scale's name in code: letters (also æ, ø and å), digits and underscores, not
        beginning with a digit.
    folder : str or Path
        Where to write ``NAME.toml``.

    Raises
    ------
    ScaleError
        If the name cannot be used, there is no such folder, or the file is there
        already; nothing is ever overwritten.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> from lederlib.answers import read_scale
    >>> with TemporaryDirectory() as folder:
    ...     scale = read_scale(new_scale("ro", folder))
    >>> scale.key, scale.factors
    ('ro', ('calm', 'focus'))
    """
    if not name.isidentifier():
        raise ScaleError(told("bad_name", name=repr(name)))
    target = Path(folder) / f"{name}.toml"
    if not target.parent.is_dir():
        raise ScaleError(told("no_folder", folder=target.parent))
    text = _TEMPLATE.read_text(encoding="utf-8").replace("{name}", name)
    try:
        with target.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise ScaleError(told("file_exists", file=target)) from None
    return target
