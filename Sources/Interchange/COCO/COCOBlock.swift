import Experiments
import LinearAlgebra
import Specifications

/// What a data file of COCO's exdata holds of one run.
struct COCOBlock {
  /// What was known at some evaluation.
  struct Row {
    let evaluations: Int
    /// The second column of newer formats, as a gradient's or a constraint's; else 0.
    let others: Int
    /// The lowest f − Fopt until here.
    let best: Double
    /// n numbers, or none.
    let point: [Double]
  }

  let file: String
  /// Fopt, where the line before the rows tells it.
  let minimum: Double?
  private(set) var rows: [Row]

  /// A block behind each line or lines that begin with "%".
  static func all(
    of lines: [TextLine], _ entry: COCOIndex.Entry
  ) throws(SpecificationError) -> [COCOBlock] {
    var blocks: [COCOBlock] = []
    var head: TextLine?
    for line in lines where !line.isBlank {
      if line.text.trimmed.hasPrefix("%") {
        head = line
        continue
      }
      if let head {
        blocks.append(COCOBlock(file: line.file, minimum: minimum(in: head), rows: []))
      }
      head = nil
      guard let last = blocks.indices.last else {
        throw line.error("expected a line that begins with % before the first row")
      }
      let row = try Row(line, entry)
      if let before = blocks[last].rows.last, row.evaluations < before.evaluations {
        throw line.error(
          column: 1,
          "evaluation \(row.evaluations) after \(before.evaluations); expected "
            + "evaluations that ascend")
      }
      blocks[last].rows.append(row)
    }
    return blocks
  }

  /// "... - Fopt (7.948e+01) ...".
  private static func minimum(in head: TextLine) -> Double? {
    guard let name = head.text.range(of: "Fopt (") else { return nil }
    return NumberText.parse(head.text[name.upperBound...].prefix { $0 != ")" }.trimmed)
      .flatMap { $0.isFinite ? $0 : nil }
  }

  /// Puts in what the file of evaluations holds of the same run beside; its points are not those
  /// of the lowest values.
  mutating func add(_ times: COCOBlock) {
    let known = Set(rows.map(\.evaluations))
    let more = times.rows.filter { !known.contains($0.evaluations) }.map(\.withoutPoint)
    rows = (rows + more).sorted { $0.evaluations < $1.evaluations }
  }

  // MARK: A recording

  /// - Parameters:
  ///   - n: number of variables.
  ///   - isCharged: whether the second column counts gradients.
  func trajectory(
    of function: Specification, in n: Int, minimum: Double, by optimizer: Specification,
    titled title: String,
    seed: UInt64, isCharged: Bool
  ) throws(SpecificationError) -> Trajectory {
    var columns = ImportedColumns(dimension: n)
    var (best, place, last) = (Double.infinity, rows[0].point, rows[0])
    for row in rows where columns.steps.isEmpty || row.evaluations > last.evaluations {
      if row.best < best {
        best = row.best
        if !row.point.isEmpty { place = row.point }
      }
      columns.charge(
        evaluations: row.evaluations - last.evaluations,
        gradients: isCharged ? max(0, row.others - last.others) : 0)
      columns.append(
        step: row.evaluations - rows[0].evaluations, value: minimum + best, point: place)
      last = row
    }
    return try columns.trajectory(
      of: function, minimum: minimum, by: optimizer, titled: title, seed: seed)
  }
}

extension COCOBlock.Row {
  /// Evaluations, another count or value, the lowest f − Fopt, and behind two more columns maybe a
  /// point.
  fileprivate init(_ line: TextLine, _ entry: COCOIndex.Entry) throws(SpecificationError) {
    let words = line.words
    guard words.count >= 3 else {
      throw line.error("\(words.count) columns; expected 3 or more, as: 1 0 3.6e+01")
    }
    evaluations = try words[0].count(from: 1)
    others = entry.format.hasSecondCount ? try words[1].count() : 0
    best = try words[2].number()
    guard words.count == 5 + entry.dimension else {
      point = []
      return
    }
    var point: [Double] = []
    for word in words[5...] { point.append(try word.number()) }
    self.point = point
  }

  fileprivate var withoutPoint: Self {
    Self(evaluations: evaluations, others: others, best: best, point: [])
  }
}
