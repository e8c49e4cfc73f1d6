import Specifications

extension Parameter where Root: DataSource {
  /// A text that need not be given.
  ///
  /// - Parameter unset: what is written where none is.
  static func text(
    _ name: String, _ path: WritableKeyPath<Root, String?> & Sendable, range: String,
    unset: String = "none", _ summary: String
  ) -> Self {
    Self(
      name, symbol: "", range: range, summary,
      text: { $0[keyPath: path] ?? unset },
      assign: { root, text in
        guard !text.isEmpty else { return range }
        root[keyPath: path] = text == unset ? nil : text
        return nil
      },
      check: { root in
        // What could not be read back: a comma would end it.
        let text = root[keyPath: path] ?? unset
        let back = try? Specification(parsing: "x(\(name)=\(text))")
        return back?.arguments == [.init(key: name, value: text)]
          ? nil : "\(range) without commas, with parentheses that balance"
      })
  }
}
