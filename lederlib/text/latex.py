"""Signs that LaTeX writes in a way of its own."""

_LATEX = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "−": "$-$",
    "≈": "$\\approx$",
    "≤": "$\\leq$",
    "<": "$<$",
    ">": "$>$",
    "χ": "$\\chi$",
    "α": "$\\alpha$",
    "ω": "$\\omega$",
    "Δ": "$\\Delta$",
    "²": "$^2$",
    "\u00a0": "~",
}


def in_latex(text: str) -> str:
    r"""Return words as LaTeX reads them.

    Examples
    --------
    >>> print(in_latex("α < 5 %"))
    $\alpha$ $<$ 5 \%
    """
    return "".join(_LATEX.get(letter, letter) for letter in text)
