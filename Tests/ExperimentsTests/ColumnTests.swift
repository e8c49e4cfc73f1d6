import Testing

@testable import Experiments

@Suite struct ColumnTests {
  static let lists: [[Int]] = [
    [], [5], [5, 5], [0, 1, 2, 3], [0, 2, 4, 7], [3, 1, -1, -3], [0, 1, 2, 3, 3, 3],
    [.max, .min, 0, .max],
  ]

  /// A column gives back what was appended, kept as a progression or not.
  @Test(arguments: lists)
  func integersComeBack(_ list: [Int]) {
    var column = IntegerColumn()
    for value in list { column.append(value) }
    #expect(Array(column) == list)
    #expect(column.last == list.last)
  }

  @Test(arguments: [[], [0.1], [0.1, 0.1, 0.1], [0.1, 0.1, 0.2, 0.1], [.infinity, 0]])
  func realsComeBack(_ list: [Double]) {
    var column = RealColumn()
    for value in list { column.append(value) }
    #expect(Array(column) == list)
  }

  @Test func notANumberComesBack() {
    var column = RealColumn()
    for value in [Double.nan, 0.5, .nan] { column.append(value) }
    #expect(column[0].isNaN && column[1] == 0.5 && column[2].isNaN)
  }

  /// Columns are equal where their entries are, however they were kept.
  @Test func equalityIsThatOfTheEntries() {
    var short = IntegerColumn()
    var long = IntegerColumn()
    for value in [0, 1, 2] { short.append(value) }
    for value in [0, 1, 2, 3] { long.append(value) }
    #expect(short != long)
    short.append(3)
    #expect(short == long && short.hashValue == long.hashValue)
  }
}
