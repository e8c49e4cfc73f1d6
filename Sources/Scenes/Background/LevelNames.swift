import Contours

/// The words of a colour bar: what levels measure, and what each is called.
struct LevelNames {
  let levels: Levels

  /// Whether there is anything to name: f has finite values.
  var isEmpty: Bool { levels.values.isEmpty && levels.constant == nil }

  /// What the levels measure.
  var title: String {
    if levels.base != nil { return "f − f*" }
    guard let offset = levels.offset else { return "f" }
    return (offset < 0 ? "f + " : "f − ") + NumberLabel.level(offset.magnitude, digits: 12)
  }

  /// The levels with as few digits as tell them apart, if they stay short; the one value of a
  /// function that is constant.
  var all: [String] {
    if levels.values.isEmpty { return levels.constant.map { [NumberLabel.value($0)] } ?? [] }
    // Names so long are not worth their room: those of ranks, which may lie next to each other.
    let longest = 10
    let choices = (3...12).lazy.map(names)
    return choices.first { names in
      Set(names).count == names.count && names.allSatisfy { $0.count <= longest }
    } ?? names(digits: 3)
  }

  /// Levels in ratios are written as a logarithmic axis writes its numbers.
  private func names(digits: Int) -> [String] {
    let isInRatios = levels.rule == .excess || levels.rule == .symmetric
    let hasPowers = isInRatios && levels.offset == nil && !NumberLabel.arePlain(levels.steps)
    return levels.steps.map {
      hasPowers ? NumberLabel.power($0, digits: digits) : NumberLabel.level($0, digits: digits)
    }
  }
}
