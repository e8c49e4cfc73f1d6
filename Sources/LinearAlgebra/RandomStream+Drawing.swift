extension RandomStream {
  /// A whole number from 0 to below `bound`, all alike likely.
  ///
  /// - Parameter bound: 1 or more.
  public mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  /// The elements in an order of which all are alike likely.
  ///
  /// R. A. Fisher and F. Yates, Statistical Tables, 1938, as R. Durstenfeld, CACM 7 (1964), has it.
  public mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    for i in elements.indices.reversed() { elements.swapAt(i, below(i + 1)) }
    return elements
  }

  /// As many of the elements as there are, each alike likely at every draw: a bootstrap sample.
  public mutating func resampled<Element>(_ elements: [Element]) -> [Element] {
    elements.indices.map { _ in elements[below(elements.count)] }
  }
}
