import Specifications

/// A search along a line: the choice of ε in θ ← θ + ε p.
///
/// A search is an immutable value that a specification names, as `hager-zhang(c1=0.1)`; what it
/// learns from its trials lives in `step`. The constants that searches share are the method's
/// (`SearchConstants`) unless the search was told its own.
///
/// Most searches begin with `line.probe()`, ask for `trial`s of that from `line.firstTrial` on,
/// with `line.constants`, and end with one that is `accepted`, or throw `LineProbe.noLowerPoint`.
public protocol LineSearch: Described, Hashable {
  /// Whether ε is the method's `lr`, whatever f says. Such a step is not refused where it climbs,
  /// and a run of them goes on where it moves by rounding alone.
  static var isFixed: Bool { get }
  /// Whether no trial is longer than the first. A method that begins with the length of its latest
  /// step then begins with more, so that steps may grow again.
  static var onlyShortens: Bool { get }
  /// The constants of the method, with those that the search was told in their place.
  func constants(of method: SearchConstants) -> SearchConstants
  /// How many of the latest values of f at iterates the search asks for, with such constants.
  func lookBack(with constants: SearchConstants) -> Int
  /// Where the search leads along `line`.
  ///
  /// - Throws: `Halt.stalled` where no lower point is found, so that the method may try another
  ///   direction; `Halt.failed` where the run is to end; what the oracle throws.
  func step<O: Oracle & ~Copyable>(
    along line: SearchLine, querying oracle: inout O
  ) throws(Halt) -> LineStep
}

extension LineSearch {
  public static var isFixed: Bool { false }
  public static var onlyShortens: Bool { false }
  public func constants(of method: SearchConstants) -> SearchConstants { method }
  public func lookBack(with constants: SearchConstants) -> Int { 0 }
}

/// Where a search ended.
public struct LineStep: Sendable {
  /// ε.
  public let length: Double
  /// θ + εp, evaluated where the search had to.
  public let sample: Sample

  /// The end at ε = `length`, where `sample` is θ + εp.
  public init(length: Double, sample: Sample) {
    self.length = length
    self.sample = sample
  }
}
