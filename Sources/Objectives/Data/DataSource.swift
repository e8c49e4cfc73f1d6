import Specifications

/// Where data comes from: a collection, a rule that draws it, a file.
public protocol DataSource: Described {
  /// The data; the same each time, but for a file that has changed.
  ///
  /// - Throws: what is wrong with a file, by line and column, or that it cannot be read.
  func parts() throws(SpecificationError) -> DataParts
}
