/// Whether the first line of a CSV file holds names.
struct CSVHeader {
  let text: CSVText
  let first: [CSVReader.Cell]
  /// Empty where there is one line alone.
  let second: [CSVReader.Cell]

  /// As `rule` says; else as the line looks, with a target that is named, or numbered from 1, or
  /// the last.
  func holds(_ rule: CSV.Header, target: String?) -> Bool {
    switch rule {
    case .true: return true
    case .false: return false
    case .auto:
      let number = target.map { Int($0) } ?? first.count
      // What is no number of a column may be the name of one.
      if number == nil, first.contains(where: { text.text($0) == target }) { return true }
      let column = (number ?? 0) - 1
      return isSeen(target: first.indices.contains(column) ? column : first.count - 1)
    }
  }

  /// Names are no numbers, but those that programs give to nameless columns, which count up from 0
  /// or 1. Where the target's cell alone is no number, it may be a class; then the line below says
  /// whether it is one.
  private func isSeen(target: Int) -> Bool {
    let numbers = first.map(text.number)
    let texts = numbers.indices.filter { numbers[$0] == nil }
    guard !texts.isEmpty else { return false }
    let counted = numbers.compactMap { $0 }
    guard let start = counted.first else { return true }
    let isCount =
      (start == 0 || start == 1) && zip(counted, counted.dropFirst()).allSatisfy { $1 == $0 + 1 }
    guard texts == [target], isCount else { return isCount }
    return second.indices.contains(target) && text.number(second[target]) != nil
  }
}
