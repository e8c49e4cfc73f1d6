import Contours
import Foundation
import JSON
import Testing

@testable import Scenes

/// What pages compute contours from where they are zoomed.
@Suite struct PageGroundTests {
  private static let functions: [@Sendable (Double, Double) -> Double] = [
    { x, y in x * x + 4 * y * y }, { x, y in 1e6 + x * x - y * y },
    { x, y in 1e-12 * (x * x + y * y) }, { x, y in 1e60 * (x * x + y * y) },
    { x, y in max(abs(x), abs(y)) }, { x, y in (x - y).squareRoot() },
  ]

  /// To the rounding of 32 bits, of heights over the origin of the levels' steps.
  @Test(arguments: functions.indices) func heightsAreThoseOfTheFunction(_ i: Int) throws {
    let function = Self.functions[i]
    let landscape = landscape(function)
    let levels = landscape.levels(ContourStyle())
    let ground = try #require(PageGround(landscape, levels: levels, style: ContourStyle()))
    let json = ground.json
    let (columns, rows) = (try #require(json["columns"]?.int), try #require(json["rows"]?.int))
    let heights = try #require(json["heights"]?.floats)
    let steps = try #require(json["steps"]?.doubles)
    #expect(heights.count == columns * rows)
    #expect(steps.count == levels.values.count)
    // A height and a step that are equal are one value of f.
    let (low, high) = (levels.values[0], levels.values[levels.values.count - 1])
    let unit = (high - low) / (steps[steps.count - 1] - steps[0])
    let origin = low - steps[0] * unit
    for row in 0..<rows {
      let y = -2 + 5 * Double(row) / Double(rows - 1)
      for column in 0..<columns {
        let x = -3 + 6 * Double(column) / Double(columns - 1)
        let (value, height) = (function(x, y), Double(heights[row * columns + column]))
        guard value.isFinite else {
          #expect(height.isNaN)
          continue
        }
        let rounding = 1e-6 * max(abs(value - origin), high - low)
        #expect(abs(height * unit + origin - value) <= rounding, "\(x), \(y)")
      }
    }
  }

  private struct Need {
    let side: Int
    let degree: Int
    let function: @Sendable (Double, Double) -> Double
  }

  private static let needs = [
    Need(side: 65, degree: 5) { x, y in x * x + 4 * y * y },
    Need(side: 129, degree: 5) { x, y in sin(6 * x) * cos(9 * y) },
    Need(side: 257, degree: 1) { x, y in (2 * x).rounded() + 0.1 * y },
  ]

  /// As coarse as a function allows, with straight pieces where it jumps.
  @Test(arguments: needs.indices) func gridsAreAsFineAsNeeded(_ i: Int) throws {
    let need = Self.needs[i]
    let made = try #require(pageGround(need.function))
    #expect(made.grid.columns == need.side)
    #expect(made.degree.rawValue == need.degree)
  }

  /// Polynomials of a high degree would swing beside a kink.
  @Test func kinksAreToldByStraightPieces() throws {
    let made = try #require(pageGround { x, y in max(abs(x), abs(y)) })
    #expect(made.degree == .first)
  }

  /// What changes from node to node is not told by any grid, and a constant has no contours.
  @Test func someFunctionsHaveNone() {
    #expect(pageGround { x, y in sin(900 * x) * sin(700 * y) } == nil)
    #expect(pageGround { _, _ in 3 } == nil)
  }

  /// The values that a map is made from are enough.
  @Test func costlyFunctionsAreNotSampledAnew() throws {
    var landscape = landscape { x, y in x * x + y * y }
    landscape.sampling = MapSampling(valueCost: 1 << 22)
    let side = try #require(landscape.sampling.side)
    landscape.objective = landscape.sampling.sampled(
      landscape.objective, x: landscape.x, y: landscape.y)
    let levels = landscape.levels(ContourStyle())
    let ground = try #require(PageGround(landscape, levels: levels, style: ContourStyle()))
    #expect(ground.grid.columns == side)
  }

  private func landscape(
    _ function: @escaping @Sendable (Double, Double) -> Double
  ) -> Landscape {
    Landscape(title: "ground", objective: function, x: -3...3, y: -2...3, minimum: nil)
  }

  private func pageGround(
    _ function: @escaping @Sendable (Double, Double) -> Double
  ) -> PageGround? {
    let landscape = landscape(function)
    let levels = landscape.levels(ContourStyle())
    return PageGround(landscape, levels: levels, style: ContourStyle())
  }
}

extension JSON {
  fileprivate subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  fileprivate var int: Int? { if case .integer(let value) = self { value } else { nil } }

  fileprivate var doubles: [Double]? {
    guard case .array(let values) = self else { return nil }
    return values.compactMap { if case .number(let value) = $0 { value } else { nil } }
  }

  /// 32-bit numbers, the lowest byte first, in base 64.
  fileprivate var floats: [Float]? {
    guard case .string(let text) = self, let data = Data(base64Encoded: text) else { return nil }
    return stride(from: 0, to: data.count, by: 4).map { i in
      let bits = (0..<4).reduce(UInt32(0)) { $0 | UInt32(data[i + $1]) << (8 * UInt32($1)) }
      return Float(bitPattern: bits)
    }
  }
}
