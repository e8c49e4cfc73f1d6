import DescentKit

/// Test functions described for `list` and `show`.
enum FunctionDescription {
  /// The most variables for which curvatures are computed.
  private static let largestHessian = 100

  /// Of how many points of the domain `show` asks whether f is finite, and how many numbers they
  /// may have in all.
  private static let sampleCount = 512
  private static let largestSample = 51_200

  /// What `list` says of a function.
  static func summary(_ function: any TestFunction) -> JSON {
    .object(head(function, .max) + note(function) + tail(function))
  }

  /// What `show` says: the summary, and each stationary point with its curvatures. Lists are cut to
  /// `length`, so that no large one is made to be cut by a table.
  static func whole(_ function: any TestFunction, listing length: Int = .max) -> JSON {
    let points = JSON.Member("criticalPoints", .array(points(function)))
    return .object(
      head(function, length) + note(function) + [points] + hole(function) + tail(function))
  }

  private static func head(_ function: any TestFunction, _ length: Int) -> [JSON.Member] {
    let card = type(of: function).card
    let domain = function.domain.prefix(length)
    let family = FunctionCatalogue.families.first { family in
      family.functions.contains { $0.card.name == card.name }
    }
    return [
      .init("name", .string(card.name)),
      .init("title", .string(card.title)),
      .init("specification", .string(function.specification.description)),
      .init("family", .string(family?.title ?? "")),
      .init("formula", .string(formula(function))),
      .init(
        "dimension", Int(card.dimensionRule).map(JSON.integer) ?? .string(card.dimensionRule)),
      .init("n", .integer(function.dimension)),
    ] + variables(of: function) + [
      .init("domain", .array(domain.map { .numbers([$0.lowerBound, $0.upperBound]) })),
      .init("start", .numbers(function.start.prefix(length))),
      .init("minimum", .optional(function.minimum, JSON.number)),
      .init("minimumBasis", .string(function.minimumBasis.rawValue)),
      .init(
        "minimizers",
        .array(function.minimizers.prefix(length).map { .numbers($0.prefix(length)) })),
    ]
  }

  /// The variables in order, where they have names of their own.
  static func variables(of function: any TestFunction) -> [JSON.Member] {
    let names = function.variableNames.own
    return names.isEmpty ? [] : [JSON.Member("variables", .strings(names))]
  }

  /// The most numbers of a point that a page shows.
  static let mostNumbers = 6

  /// "(-1.2, 1)", in four digits.
  static func point(_ point: some Collection<Double>) -> String {
    let numbers = point.prefix(mostNumbers).map { Digits.short($0) }
    return "(" + (numbers + (point.count > mostNumbers ? ["..."] : [])).joined(separator: ", ")
      + ")"
  }

  /// "[-2, 2] × [-1, 3]", in four digits.
  static func domain(of function: any TestFunction) -> String {
    let sides = function.domain.prefix(mostNumbers).map {
      "[\(Digits.short($0.lowerBound)), \(Digits.short($0.upperBound))]"
    }
    let more = function.domain.count > mostNumbers ? ["..."] : []
    return (sides + more).joined(separator: " × ")
  }

  /// The formula; of a wrapper, with that of the function inside.
  static func formula(_ function: any TestFunction) -> String {
    let own = (function as? ExpressionFunction)?.formula ?? type(of: function).card.formula
    guard let wrapper = function as? any FunctionWrapper else { return own }
    return "\(own), where f is \(wrapper.base.specification): \(formula(wrapper.base))"
  }

  /// Where the minimizers of an expression, wrapped or not, are some of more.
  private static func note(_ function: any TestFunction) -> [JSON.Member] {
    if let wrapper = function as? any FunctionWrapper { return note(wrapper.base) }
    guard let function = function as? ExpressionFunction, function.hasMoreMinimizers else {
      return []
    }
    return [.init("minimizersNote", .string("some of more: f is as low at other points too"))]
  }

  /// Where f is no finite number on part of its domain, how large the part is.
  private static func hole(_ function: any TestFunction) -> [JSON.Member] {
    let affordable = (function as? any SampledSearch)?.affordableEvaluations ?? sampleCount
    let count = min(sampleCount, affordable, largestSample / max(1, function.dimension))
    guard count > 0 else { return [] }
    let holes = DomainSamples(function.domain).prefix(count)
      .count { !function.value(at: $0).isFinite }
    guard holes > 0 else { return [] }
    return [
      .init(
        "domainNote", .string("f is no finite number at \(holes) of \(count) points spread over it")
      )
    ]
  }

  private static func tail(_ function: any TestFunction) -> [JSON.Member] {
    let card = type(of: function).card
    let inner = (function as? any FunctionWrapper).map { type(of: $0.base).card }
    return [
      .init("tags", .strings(function.tags.map(\.rawValue))),
      .init("kinkRule", card.kinkRule.isEmpty ? .null : .string(card.kinkRule)),
      .init("knownErrors", .strings(card.knownErrors + (inner?.knownErrors ?? []))),
      .init("otherNames", .strings(card.aliases.keys.sorted())),
      .init("source", .string(card.source + (inner.map { "; f: " + $0.source } ?? ""))),
      .init("parameters", Description.parameters(function.parameterTable)),
    ]
  }

  /// The minimizers and the other points of note, each classified by its Hessian; none where that
  /// would be too large.
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
