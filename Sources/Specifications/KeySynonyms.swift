/// What papers and other libraries call a parameter: no key of ours, but a hint to one.
package enum KeySynonyms {
  private static let synonyms: [String: [String]] = [
    "lr": ["learning-rate", "learningrate", "rate", "step-size", "stepsize", "eta"],
    "beta1": ["b1"],
    "beta2": ["b2"],
    "epsilon": ["eps"],
    "weight-decay": ["wd"],
  ]

  /// The keys that a word may stand for, however it joins its parts.
  package static func meant(by word: String) -> [String] {
    let plain = word.lowercased().replacing("_", with: "-")
    return synonyms.filter { $0.value.contains(plain) }.map(\.key).sorted()
  }
}
