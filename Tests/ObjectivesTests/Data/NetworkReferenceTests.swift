import LinearAlgebra
import Testing

@testable import Objectives

/// Networks against torch in double precision: values to 1e-12 (1 + |f|), gradients and Hessian
/// products to 1e-10 of their largest component.
@Suite struct NetworkReferenceTests {
  struct Reference: Decodable, Sendable {
    let records: [Record]
  }

  struct Record: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let hidden: [Int]
    let outputs: Int
    let activation: String
    let batch_norm: Bool
    let l2: Double
    let loss: String
    let n: Int
    let X: [[Double]]
    let y: [Double]
    let points: [Point]

    var testDescription: String { id }

    func network() throws -> Network {
      let loss = try #require(NetworkLoss(rawValue: loss))
      let shape = NetworkShape(
        sizes: [X[0].count] + hidden + [outputs], isNormalized: batch_norm)
      let features = Matrix(rows: X.count, columns: X[0].count, elements: X.flatMap { $0 })
      let isValues = loss == .squared && outputs == 1
      let classes = (0..<max(2, outputs)).map { "\($0)" }
      return Network(
        shape, activation: try #require(Activation(rawValue: activation)), loss: loss, decay: l2,
        data: DataSet(
          features: features,
          targets: isValues ? .values(y) : .classes(y.map { Int($0) }, names: classes)))
    }
  }

  struct Point: Decodable, Sendable {
    let x: [Double]
    let f: Double
    let gradient: [Double]
    let hessian_times_alternating: [Double]
    let minibatch_rows: [Int]
    let minibatch_f: Double
    let minibatch_gradient: [Double]
  }

  static let records = ["reference", "activations"].flatMap {
    Fixture.decode(Reference.self, "networks/\($0).json")?.records ?? []
  }

  @Test func recordsAreThere() {
    #expect(Self.records.count == 33)
    #expect(
      Set(Self.records.map(\.activation)) == Set(Activation.allCases.map(\.rawValue)))
  }

  @Test(arguments: records)
  func valuesGradientsAndProductsAreTheirs(_ record: Record) throws {
    let network = try record.network()
    #expect(network.shape.parameterCount == record.n)
    for point in record.points {
      let direction = (0..<record.n).map { $0.isMultiple(of: 2) ? 1.0 : -1 }
      var gradient = Vector.zeros(record.n)
      var product = gradient
      var gradientSpan = gradient.mutableSpan
      var productSpan = product.mutableSpan
      let value = network.gradient(at: point.x.span, into: &gradientSpan)
      network.hessianProduct(at: point.x.span, along: direction.span, into: &productSpan)
      Self.expect(value, point.f)
      Self.expect(network.value(at: point.x.span), point.f)
      Self.expect(gradient, point.gradient)
      Self.expect(product, point.hessian_times_alternating)
    }
  }

  @Test(arguments: records)
  func minibatchesAreTheirs(_ record: Record) throws {
    let network = try record.network()
    for point in record.points {
      var gradient = Vector.zeros(record.n)
      var span = gradient.mutableSpan
      let rows = point.minibatch_rows.span
      Self.expect(network.gradient(at: point.x.span, over: rows, into: &span), point.minibatch_f)
      Self.expect(network.value(at: point.x.span, over: rows), point.minibatch_f)
      Self.expect(gradient, point.minibatch_gradient)
    }
  }

  private static func expect(_ value: Double, _ reference: Double) {
    #expect(abs(value - reference) <= 1e-12 * (1 + abs(reference)))
  }

  private static func expect(_ vector: Vector, _ reference: Vector) {
    let largest = reference.largestMagnitude
    for (a, b) in zip(vector, reference) {
      #expect(abs(a - b) <= 1e-10 * largest, "\(a) is not \(b)")
    }
  }
}
