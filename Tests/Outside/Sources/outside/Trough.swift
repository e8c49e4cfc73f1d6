import DescentKit

/// A trough along the diagonal: cosh(x − y) + (x + y)²/50 − 1.
struct Trough: PlaneFunction {
  static let card = FunctionCard(
    name: "trough", title: "Trough", formula: "cosh(x - y) + (x + y)^2/50 - 1",
    tags: [.unimodal, .convex, .smooth], source: "the test of programs outside of Descent")
  static let parameters: [Parameter<Self>] = []

  var domain: [ClosedRange<Double>] { [-4...4, -4...4] }
  var start: Vector { [3, 1] }
  var minimum: Double? { 0 }
  var minimizers: [Vector] { [[0, 0]] }

  func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    .cosh(x - y) + (x + y) * (x + y) / 50 - 1
  }
}
