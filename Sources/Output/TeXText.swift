/// Text for LaTeX.
package enum TeXText {
  /// Plain text with what LaTeX would read as commands made harmless.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      // A letter with a hat that is no character of its own.
      let scalars = character.unicodeScalars
      if scalars.count == 2, let letter = scalars.first, scalars.last == "\u{302}" {
        result += "\\ensuremath{\\hat \(letter)}"
        continue
      }
      switch character {
      case "\\": result += "\\textbackslash{}"
      case "{", "}", "#", "$", "%", "&", "_": result += "\\\(character)"
      case "^": result += "\\textasciicircum{}"
      case "~": result += "\\textasciitilde{}"
      default: result.append(character)
      }
    }
    return result
  }

  /// What each character beyond Latin 1 is set as, which pdflatex does not know by itself.
  package static var declarations: String {
    symbols.map { "\\newunicodechar{\($0)}{\\ensuremath{\($1)}}\n" }.joined()
  }

  private static let symbols: KeyValuePairs<String, String> = [
    "α": "\\alpha", "β": "\\beta", "γ": "\\gamma", "Δ": "\\Delta", "δ": "\\delta",
    "ε": "\\epsilon", "ϵ": "\\epsilon", "η": "\\eta", "θ": "\\theta", "κ": "\\kappa",
    "λ": "\\lambda", "μ": "\\mu", "ν": "\\nu", "ρ": "\\rho", "σ": "\\sigma", "Σ": "\\Sigma",
    "π": "\\pi", "−": "-", "√": "\\surd", "∇": "\\nabla", "‖": "\\|", "≤": "\\le", "≥": "\\ge",
    "≈": "\\approx", "→": "\\to", "←": "\\leftarrow", "∝": "\\propto", "∞": "\\infty",
    "⊙": "\\odot", "∈": "\\in", "ᵀ": "^{\\top}", "⁻": "^{-}", "⁰": "^0", "⁴": "^4", "⁵": "^5",
    "⁶": "^6", "⁷": "^7", "⁸": "^8", "⁹": "^9", "₀": "_0", "₁": "_1", "₂": "_2", "₃": "_3",
    "₄": "_4", "ₖ": "_k", "ₜ": "_t", "ᵢ": "_i", "ᵏ": "^k", "ᵗ": "^t", "ⁿ": "^n", "ĝ": "\\hat g",
    "ŝ": "\\hat s",
    "ⱼ": "_j", "⊘": "\\oslash", "∂": "\\partial", "ℓ": "\\ell", "₊": "_{+}", "₅": "_5",
    "₆": "_6", "₈": "_8",
    "★": "\\bigstar", "″": "''", "′": "'", "½": "\\tfrac12", "⟂": "\\perp", "⌈": "\\lceil",
    "⌉": "\\rceil", "₋": "_{-}", "ₘ": "_m", "χ": "\\chi", "φ": "\\varphi", "τ": "\\tau",
  ]
}
