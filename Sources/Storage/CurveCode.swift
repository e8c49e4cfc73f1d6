import Experiments
import LinearAlgebra
import Specifications

/// The columns of a recording as bytes, and back to the last digit.
enum CurveCode {
  static func bytes(_ run: Trajectory) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(run.point(0))
    writer.write(ascending: run.steps)
    writer.write(run.values)
    writer.write(run.gradientNorms)
    writer.write(run.learningRates)
    for query in Query.allCases {
      // A kind that was never asked for has no column.
      writer.write(ascending: run.counts[query] == 0 ? [] : Array(run.cumulated[query]))
    }
    writer.write(run.keepsIterates && run.count > 1 ? run.coordinates : [])
    writer.write(run.seconds)
    writer.write(run.figures.count)
    for figure in run.figures {
      writer.write(figure.name)
      writer.write(figure.values)
    }
    return writer.bytes
  }

  /// The columns that `bytes` are of; nothing of them is checked against others yet.
  struct Columns {
    let start: Vector
    let steps: [Int]
    let values: [Double]
    let gradientNorms: [Double]
    let learningRates: [Double]
    let cumulated: PerQuery<[Int]>
    let iterates: [Double]?
    let seconds: [Double]
    let figures: [(name: String, values: [Double])]

    init(_ bytes: [UInt8], dimension: Int) throws(ByteReader.Malformed) {
      var reader = ByteReader(bytes)
      start = try reader.reals(most: dimension)
      steps = try reader.ascending()
      values = try reader.reals(most: steps.count)
      gradientNorms = try reader.reals(most: steps.count)
      learningRates = try reader.reals(most: steps.count)
      var cumulated = PerQuery<[Int]>(repeating: [])
      for query in Query.allCases { cumulated[query] = try reader.ascending() }
      self.cumulated = cumulated
      let (most, isTooLarge) = steps.count.multipliedReportingOverflow(by: dimension)
      guard !isTooLarge else { throw ByteReader.Malformed() }
      let points = try reader.reals(most: most)
      iterates = points.isEmpty ? nil : points
      seconds = try reader.reals(most: steps.count)
      var figures: [(name: String, values: [Double])] = []
      for _ in 0..<min(try reader.number(), bytes.count) {
        figures.append((try reader.text(), try reader.reals(most: steps.count)))
      }
      self.figures = figures
      guard reader.isAtEnd else { throw ByteReader.Malformed() }
    }
  }
}
