import Experiments
import LinearAlgebra
import Objectives

/// Test functions described for `list` and `show`.
enum FunctionDescription {
  /// The most variables for which curvatures are computed.
  private static let largestHessian = 100

  /// What `list` says of a function.
  static func summary(_ function: any TestFunction) -> JSON {
    .object(head(function) + tail(function))
  }

  /// What `show` says: the summary, and each stationary point with its curvatures.
  static func whole(_ function: any TestFunction) -> JSON {
    .object(
      head(function) + [.init("criticalPoints", .array(points(function)))] + tail(function))
  }

  private static func head(_ function: any TestFunction) -> [JSON.Member] {
    let card = type(of: function).card
    return [
      .init("name", .string(card.name)),
      .init("title", .string(card.title)),
      .init("specification", .string(function.specification.description)),
      .init("formula", .string((function as? ExpressionFunction)?.formula ?? card.formula)),
      .init(
        "dimension", Int(card.dimensionRule).map(JSON.integer) ?? .string(card.dimensionRule)),
      .init("n", .integer(function.dimension)),
      .init(
        "domain", .array(function.domain.map { .numbers([$0.lowerBound, $0.upperBound]) })),
      .init("start", .numbers(function.start)),
      .init("minimum", .optional(function.minimum, JSON.number)),
      .init("minimumBasis", .string(function.minimumBasis.rawValue)),
      .init("minimizers", .array(function.minimizers.map { .numbers($0) })),
    ]
  }

  private static func tail(_ function: any TestFunction) -> [JSON.Member] {
    let card = type(of: function).card
    return [
      .init("tags", .strings(function.tags)),
      .init("knownErrors", .strings(card.knownErrors)),
      .init("otherNames", .strings(card.aliases.keys.sorted())),
      .init("source", .string(card.source)),
      .init("parameters", Description.parameters(type(of: function).parameterTable)),
    ]
  }

  /// The minimizers and the other points of note, each classified by its Hessian.
  private static func points(_ function: any TestFunction) -> [JSON] {
    guard function.dimension <= largestHessian else { return [] }
    let places = function.minimizers + function.criticalPoints.map(\.point)
    return places.prefix(64).map { json(StationaryPoint(of: function, at: $0)) }
  }

  private static func json(_ point: StationaryPoint) -> JSON {
    .members([
      "kind": .string(point.kind.rawValue), "x": .numbers(point.point),
      "value": .number(point.value), "eigenvalues": .numbers(point.eigenvalues),
    ])
  }
}
