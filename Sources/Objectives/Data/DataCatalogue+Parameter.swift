import Specifications

extension Parameter {
  /// Data: a name of the catalogue, with settings of its own in parentheses or without, or the path
  /// of a CSV file.
  public static func data(
    _ name: String, _ path: WritableKeyPath<Root, any DataSource> & Sendable, _ summary: String
  ) -> Self {
    Self(
      name, symbol: "",
      range: DataCatalogue.names.joined(separator: ", ") + ", or FILE.csv", summary,
      text: { $0[keyPath: path].specification.nested },
      assign: { root, text in
        let specification = DataCatalogue.specification(text)
        guard DataCatalogue.names.contains(specification.name) else {
          return Suggestion.expected(specification.name, among: DataCatalogue.names)
        }
        do throws(SpecificationError) {
          root[keyPath: path] = try DataCatalogue.source(specification)
          return nil
        } catch {
          return "data (\(error))"
        }
      },
      check: { root in
        do throws(SpecificationError) {
          try root[keyPath: path].validate()
          return nil
        } catch {
          return "data (\(error))"
        }
      })
  }
}
