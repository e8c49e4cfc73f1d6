/// What is known of a function family, whatever its settings.
public struct FunctionCard: Sendable {
  /// The name in specifications, lower case with hyphens.
  public let name: String
  public let title: String
  /// The formula, in plain text.
  public let formula: String
  /// "2" or a rule, as "2 or more".
  public let dimensionRule: String
  /// Properties with the default settings, for lists and suites. In what follows, everything is
  /// meant over the domain, its edge included, unless it says otherwise.
  ///
  /// One of these, or none where it depends on n in unknown ways:
  /// - `unimodal`: no local minimum but f*, at one point or a connected set of points
  /// - `multimodal`: several separate local minima, of equal depth or not
  ///
  /// One of these:
  /// - `smooth`: derivatives of every order
  /// - `differentiable`: a continuous gradient, but not every derivative
  /// - `non-smooth`: kinks, cusps, jumps or poles
  ///
  /// Any of these:
  /// - `convex`: the graph lies nowhere above its chords; implies `unimodal`
  /// - `separable`: a sum of functions of one coordinate each
  /// - `least-squares`: a sum of squares, with residuals and their Jacobian unless a wrapper hides
  ///   them
  /// - `ill-conditioned`: curvatures at a minimizer, or about the way there, that differ by a factor
  ///   of 100 or more for reasons of scale
  /// - `valley`: a long narrow floor, mostly bent, along which f falls little
  /// - `plateau`: wide parts with almost no slope
  /// - `saddle`: a saddle at which a descent from the usual start slows down
  /// - `singular`: the Hessian is singular at a minimizer
  /// - `boundary-minimum`: a minimizer on the edge where the gradient does not vanish
  /// - `domain-minimum`: f* holds over the domain only; outside f goes lower
  /// - `unbounded`: f is unbounded below over all points
  public let tags: [String]
  /// Which derivatives are taken where there is none, at kinks, steps and plateaus or of second
  /// order: one sentence; empty where f is smooth with all settings.
  public let kinkRule: String
  /// Where the formula, start and minimizers come from.
  public let source: String
  /// What other collections print wrongly, one sentence each.
  public let knownErrors: [String]
  /// Other names, each with the settings that it stands for: `"quadratic-diag-1e3": "condition=1000"`.
  public let aliases: [String: String]

  public init(
    name: String, title: String, formula: String, dimensionRule: String = "2", tags: [String],
    kinkRule: String = "", source: String, knownErrors: [String] = [],
    aliases: [String: String] = [:]
  ) {
    self.name = name
    self.title = title
    self.formula = formula
    self.dimensionRule = dimensionRule
    self.tags = tags
    self.kinkRule = kinkRule
    self.source = source
    self.knownErrors = knownErrors
    self.aliases = aliases
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
  case unbounded = "unbounded below"
  case unknown = "not known"
}

/// A point of interest where the gradient vanishes and which is no minimizer.
public struct CriticalPoint: Hashable, Sendable {
  public typealias Kind = PointKind

  public let point: [Double]
  public let kind: Kind

  public init(_ point: [Double], _ kind: Kind) {
    self.point = point
    self.kind = kind
  }
}
