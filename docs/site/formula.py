"""Formulas of the catalogue as pictures: indices and exponents in their places, variables slanted."""

import re
from xml.sax.saxutils import escape

HIGH = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵀᵗⁿᵏᵖᶜⁱ", "0123456789+−Ttnkpci"))
LOW = dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋ₖₜᵢⱼₘₙ", "0123456789+−ktijmn"))
WORDS = {
    "sqrt": "√", "pi": "π", "sum": "Σ", "prod": "Π", "theta": "θ", "Lambda": "Λ", "sigma": "σ",
    "grad": "∇", "alpha": "α", "beta": "β", "gamma": "γ", "lambda": "λ", "rho": "ρ", "mu": "μ",
}
SIGNS = [("<=", "≤"), (">=", "≥"), ("+-", "±"), ("*", "·")]
SIZE = 20
LINE = 78

# A group in braces or parentheses, a number or a letter after ^; a word after _.
SHIFT = re.compile(
    r"([_^])(?:\{([^{}]*)\}|\(((?:[^()]|\([^()]*\))*)\)|([0-9]+(?:\.[0-9]+)?)|([A-Za-z](?:(?<=_.)[A-Za-z0-9]*)?))"
)


def runs(text):
    """Pieces of the text, each with its shift: 0, 1 above the line, −1 below."""
    pieces, rest = [], text
    while match := SHIFT.search(rest):
        pieces += marked(rest[: match.start()])
        inside = next(group for group in match.groups()[1:] if group is not None)
        pieces.append((inside, 1 if match[1] == "^" else -1))
        rest = rest[match.end() :]
    return pieces + marked(rest)


def marked(text):
    """Pieces whose shift is that of Unicode's small digits and letters."""
    pieces = []
    for character in text:
        shift = 1 if character in HIGH else -1 if character in LOW else 0
        character = HIGH.get(character, LOW.get(character, character))
        if pieces and pieces[-1][1] == shift:
            pieces[-1] = (pieces[-1][0] + character, shift)
        else:
            pieces.append((character, shift))
    return pieces


def spelled(text):
    for sign, character in SIGNS:
        text = text.replace(sign, character)
    text = re.sub(r"[A-Za-z]+", lambda word: WORDS.get(word[0], word[0]), text)
    return text.replace("-", "−")


def slanted(text):
    """Letters that stand alone are variables."""
    parts = re.split(r"(?<![A-Za-z])([A-Za-zα-ω](?:\u0302|\u0303)?)(?![A-Za-z])", text)
    return [(part, i % 2 == 1) for i, part in enumerate(parts) if part]


def lines(text):
    """The formula in lines of readable length, broken after commas, else before signs."""
    result = [""]
    for part in re.split(r"(?<=, )|(?= [+−] )", text):
        if len(result[-1]) + len(part) > LINE and result[-1]:
            result.append("")
        result[-1] += part
    return [line.strip() for line in result]


def markup(line):
    """A line as SVG's tspans, with its width in pixels, estimated from above."""
    parts, width, height = [], 0.0, 0
    for piece, shift in runs(line):
        scale = 0.7 if shift else 1
        move = (height - shift) * 0.33 * SIZE
        height = shift
        for text, is_slanted in slanted(piece):
            width += sum(0 if c in "\u0302\u0303" else 0.62 for c in text) * SIZE * scale
            style = ' font-style="italic"' if is_slanted else ""
            dy = f' dy="{move:g}"' if move else ""
            size = f' font-size="{SIZE * scale:g}"' if shift else ""
            parts.append(f"<tspan{dy}{size}{style}>{escape(text)}</tspan>")
            move = 0
    return "".join(parts), width


def svg(formula, color):
    """A picture of the formula in one colour on nothing."""
    texts = [markup(line) for line in lines(spelled(formula))]
    width = max(width for _, width in texts) + 8
    height = 34 * len(texts) + 10
    rows = "".join(
        f'<text x="4" y="{28 + 34 * i}" xml:space="preserve">{text}</text>'
        for i, (text, _) in enumerate(texts)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height}" '
        f'viewBox="0 0 {width:.0f} {height}" fill="{color}" font-size="{SIZE}" '
        f"font-family=\"'STIX Two Text', 'Latin Modern Roman', Georgia, 'Times New Roman', serif\">"
        f"{rows}</svg>\n"
    )
