import Specifications

/// What the cells of a target mean: values or classes.
struct CSVTargets {
  let table: CSVTable
  private let numbers: [Double?]

  /// The most classes: more of them are rather values.
  static let mostClasses = 1000
  /// The most classes that whole numbers are taken for without being told.
  static let mostCountedClasses = 20

  init(_ table: CSVTable) throws(SpecificationError) {
    self.table = table
    numbers = table.targets.map(table.text.number)
    for (cell, number) in zip(table.targets, numbers) where number == nil {
      // No class is called nan or inf: that is a number which got lost.
      guard !cell.range.isEmpty, NumberText.parse(table.text.text(cell)) == nil else {
        throw noNumber(cell)
      }
    }
  }

  func targets(_ kind: CSV.Kind) throws(SpecificationError) -> DataSet.Targets {
    switch kind {
    case .values: return .values(try values())
    case .classes: return try classes()
    case .auto: break
    }
    guard numbers.contains(where: { $0 != nil }) else { return try classes() }
    let values = try values(hint: ", as others are; expected kind=classes if they are classes")
    guard let count = counted(values) else { return .values(values) }
    let present = Set(values)
    guard let missing = (0..<count).first(where: { !present.contains(Double($0)) }) else {
      return try classes()
    }
    throw problem(
      "has no example of class \(missing), and others from 0 to \(count - 1); expected one of "
        + "each, or kind=values")
  }

  /// The number of classes, where the values are class numbers: whole from 0, few, and less in
  /// number than examples; nil where they are not.
  private func counted(_ values: [Double]) -> Int? {
    let range = 0..<Double(Self.mostCountedClasses)
    guard values.contains(0), values.allSatisfy({ range.contains($0) && $0 == $0.rounded() }),
      let largest = values.max(),
      Set(values).count < values.count
    else { return nil }
    return Int(largest) + 1
  }

  private func values(hint: String = "") throws(SpecificationError) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(numbers.count)
    for (cell, number) in zip(table.targets, numbers) {
      guard let number else { throw noNumber(cell, hint: hint) }
      values.append(number)
    }
    return values
  }

  /// Classes in the order of their numbers; of their names where they are not all numbers.
  private func classes() throws(SpecificationError) -> DataSet.Targets {
    let values = numbers.compactMap { $0 }
    return values.count == numbers.count
      ? try classes(values, name: NumberText.short)
      : try classes(table.targets.map(table.text.text)) { $0 }
  }

  private func classes<Label: Hashable & Comparable>(
    _ labels: [Label], name: (Label) -> String
  ) throws(SpecificationError) -> DataSet.Targets {
    let distinct = Set(labels).sorted()
    guard distinct.count >= 2 else {
      let hint = distinct[0] is Double ? ", or kind=values" : ""
      throw problem("has one class, '\(name(distinct[0]))'; expected two or more\(hint)")
    }
    guard distinct.count <= Self.mostClasses else {
      throw problem("has \(distinct.count) classes; expected at most \(Self.mostClasses)")
    }
    let numbers = Dictionary(uniqueKeysWithValues: zip(distinct, distinct.indices))
    return .classes(labels.compactMap { numbers[$0] }, names: distinct.map(name))
  }

  private var name: String? { table.names?[table.target] }

  private func noNumber(_ cell: CSVReader.Cell, hint: String = "") -> SpecificationError {
    table.text.noNumber(cell, column: table.target, name, hint: hint)
  }

  /// What is wrong with the column as a whole.
  private func problem(_ what: String) -> SpecificationError {
    let name = name.map { " (\($0))" } ?? ""
    return SpecificationError(
      "\(table.text.path): the target, column \(table.target + 1)\(name), \(what)", kind: .badData)
  }
}
