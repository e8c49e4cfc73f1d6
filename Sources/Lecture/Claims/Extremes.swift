extension Collection<Double> {
  /// The largest; NaN where any is, or there is none, so that no theory admits it.
  var largest: Double { contains(where: \.isNaN) ? .nan : self.max() ?? .nan }

  /// The least; NaN where any is, or there is none.
  var least: Double { contains(where: \.isNaN) ? .nan : self.min() ?? .nan }
}
