extension Parameter {
  /// A parameter that need not have a value. It is told and written as `parameter` makes it for a
  /// value alone, and as `unset` where there is none.
  ///
  /// - Parameter standIn: any value; what is read is written over it.
  public static func optional<Value: Sendable>(
    _ path: WritableKeyPath<Root, Value?> & Sendable, unset: String, standIn: Value,
    _ parameter: (WritableKeyPath<Given<Value>, Value> & Sendable) -> Parameter<Given<Value>>
  ) -> Self {
    let inner = parameter(\.value)
    return Self(
      inner.name, symbol: inner.symbol, range: inner.range, inner.summary,
      text: { root in root[keyPath: path].map { inner.text(Given(value: $0)) } ?? unset },
      assign: { root, text in
        guard text != unset else {
          root[keyPath: path] = nil
          return nil
        }
        var given = Given(value: standIn)
        if let expected = inner.assign(&given, text) { return expected }
        root[keyPath: path] = given.value
        return nil
      },
      check: { root in root[keyPath: path].flatMap { inner.check(Given(value: $0)) } })
  }
}

/// What `Parameter.optional` reads a value into.
public struct Given<Value: Sendable>: Sendable {
  fileprivate var value: Value
}
