/// A property of a function, for lists and suites. Everything is meant over the domain, its edge
/// included, unless it says otherwise. Programs may name properties of their own.
public struct FunctionTag: RawRepresentable, Hashable, Sendable, CaseIterable {
  /// As lists show it: "ill-conditioned".
  public let rawValue: String

  /// A property that lists show as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }

  private init(_ name: String) { rawValue = name }

  // One of these, or none where it depends on n in unknown ways.

  /// No local minimum but f*, at one point or a connected set of points.
  public static let unimodal = FunctionTag("unimodal")
  /// Several separate local minima, of equal depth or not.
  public static let multimodal = FunctionTag("multimodal")

  // One of these, where it is known.

  /// Derivatives of every order.
  public static let smooth = FunctionTag("smooth")
  /// A continuous gradient, but not every derivative.
  public static let differentiable = FunctionTag("differentiable")
  /// Kinks, cusps, jumps or poles.
  public static let nonSmooth = FunctionTag("non-smooth")

  // Any of these.

  /// The graph lies nowhere above its chords; implies `unimodal`.
  public static let convex = FunctionTag("convex")
  /// A sum of functions of one coordinate each.
  public static let separable = FunctionTag("separable")
  /// A sum of squares, with residuals and their Jacobian unless a wrapper hides them.
  public static let leastSquares = FunctionTag("least-squares")
  /// Curvatures at a minimizer, or about the way there, that differ by a factor of 100 or more for
  /// reasons of scale.
  public static let illConditioned = FunctionTag("ill-conditioned")
  /// A long narrow floor, mostly bent, along which f falls little.
  public static let valley = FunctionTag("valley")
  /// Wide parts with almost no slope.
  public static let plateau = FunctionTag("plateau")
  /// A saddle at which a descent from the usual start slows down.
  public static let saddle = FunctionTag("saddle")
  /// The Hessian is singular at a minimizer.
  public static let singular = FunctionTag("singular")
  /// A minimizer on the edge where the gradient does not vanish.
  public static let boundaryMinimum = FunctionTag("boundary-minimum")
  /// f* holds over the domain only; outside f goes lower.
  public static let domainMinimum = FunctionTag("domain-minimum")
  /// f is unbounded below over all points.
  public static let unbounded = FunctionTag("unbounded")
  /// Gradients that are asked for have noise.
  public static let noisy = FunctionTag("noisy")

  /// Those that come with Descent.
  public static let allCases = [
    unimodal, multimodal, smooth, differentiable, nonSmooth, convex, separable, leastSquares,
    illConditioned, valley, plateau, saddle, singular, boundaryMinimum, domainMinimum, unbounded,
    noisy,
  ]
}
