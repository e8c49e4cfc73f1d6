import LinearAlgebra
import Optimizers

/// Keeps the lowest point that a descent asks for, and ends it where f falls below every number.
///
/// The method counts lengths in a unit, so that its first step, which has the length 1, suits the
/// domain. The unit is a power of two: it changes no digit.
struct DescentWatch: Forwarding {
  struct Sample {
    var x: Vector
    var value: Double
    var gradient: Vector

    var isUsable: Bool { value.isFinite && gradient.isFinite }
  }

  /// f below this counts as unbounded.
  static let bottom = -1e150

  /// The latest point that was asked for, in the coordinates of f.
  private(set) var latest: Sample
  /// The lowest point where f and its gradient are finite, in the coordinates of f.
  private(set) var lowest: Sample
  private(set) var isBottomless = false
  private let unit: Double
  /// Room for the point in the coordinates of f.
  private var point: Vector

  init(from start: Sample, unit: Double) {
    (latest, lowest) = (start, start)
    point = start.x
    self.unit = unit
  }

  mutating func gradient<O: Oracle & ~Copyable>(
    of oracle: inout O, at x: borrowing Vector, into gradient: inout Vector
  ) throws(Halt) -> Double {
    for i in 0..<x.count { point[i] = unit * x[i] }
    let value = try oracle.gradient(at: point, into: &gradient)
    isBottomless = value < Self.bottom
    if isBottomless { throw .failed("f is unbounded below") }
    latest = Sample(x: point, value: value, gradient: gradient)
    if value < lowest.value, latest.isUsable { lowest = latest }
    for i in gradient.indices { gradient[i] *= unit }
    return value
  }
}
