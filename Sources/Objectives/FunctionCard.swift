import Specifications

/// What is known of a function family, whatever its settings.
public struct FunctionCard: Sendable {
  /// The name in specifications, lower case with hyphens.
  public let name: String
  /// As headings and maps print it.
  public let title: String
  /// The formula, in plain text.
  public let formula: String
  /// "2" or a rule, as "2 or more".
  public let dimensionRule: String
  /// Properties with the default settings; of each group of `FunctionTag` as many as it says.
  public let tags: [FunctionTag]
  /// Which derivatives are taken where there is none, at kinks, steps and plateaus or of second
  /// order: one sentence; empty where f is smooth with all settings.
  public let kinkRule: String
  /// Where the formula, start and minimizers come from.
  public let source: String
  /// What other collections print wrongly, one sentence each.
  public let knownErrors: [String]
  /// Other names, each with the settings that it stands for: `condition=1000` of
  /// `quadratic-diag-1e3`.
  public let aliases: [String: [Specification.Entry]]

  /// The card of a family; its parameters mean what the properties of the same names say.
  public init(
    name: String, title: String, formula: String, dimensionRule: String = "2", tags: [FunctionTag],
    kinkRule: String = "", source: String, knownErrors: [String] = [],
    aliases: [String: KeyValuePairs<String, String>] = [:]
  ) {
    self.name = name
    self.title = title
    self.formula = formula
    self.dimensionRule = dimensionRule
    self.tags = tags
    self.kinkRule = kinkRule
    self.source = source
    self.knownErrors = knownErrors
    self.aliases = aliases.mapValues { settings in
      settings.map { Specification.Entry(key: $0.key, value: $0.value) }
    }
  }
}

/// How f* = min f is known.
public enum MinimumBasis: String, Sendable, CaseIterable {
  /// From the formula, by proof.
  case closedForm = "closed form"
  /// A stationary point in many digits, known to be global.
  case computed = "computed in many digits"
  /// The lowest value found by anyone; not proved.
  case bestKnown = "best known"
  /// The lowest value that a search here found.
  case searched = "best found by a search"
  /// By the user's word.
  case given = "as given"
  /// There is none: f falls below every number.
  case unbounded = "unbounded below"
  /// None was found that is as low as f is elsewhere: far away, or beside a pole.
  case away = "not found: f is lower far away or beside a pole"
  /// Neither proved nor found.
  case unknown = "not known"
  /// Nobody has looked for it.
  case notSearched = "not searched"
}

/// A point of interest where the gradient vanishes and which is no minimizer.
public struct CriticalPoint: Hashable, Sendable {
  /// What the point is to the function.
  public typealias Kind = PointKind

  /// n numbers.
  public let point: [Double]
  /// What the point is to the function.
  public let kind: Kind

  /// A point of n numbers, and what it is.
  public init(_ point: [Double], _ kind: Kind) {
    self.point = point
    self.kind = kind
  }
}
