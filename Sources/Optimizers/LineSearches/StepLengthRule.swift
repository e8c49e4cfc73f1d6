import LinearAlgebra
import Specifications

/// How a method finds its step length ε: by a search, with the method's constants and its `lr`.
public struct StepLengthRule: Sendable {
  /// How the step length is found.
  public var search: any LineSearch = StrongWolfeSearch()
  /// c₁, c₂ and what else a search takes where it has none of its own.
  public var constants: SearchConstants
  /// ε of a fixed step; multiplies the first trial of a search.
  public var rate: Rate = 1

  init(remainingSlope: Double, directions: DirectionLength = .natural) {
    constants = SearchConstants(remainingSlope: remainingSlope, directions: directions)
  }

  /// Whether ε is the rate.
  var isFixed: Bool { type(of: search).isFixed }

  /// Whether no trial is longer than the first.
  var onlyShortens: Bool { type(of: search).onlyShortens }

  /// How many of the latest values of f the search asks for.
  var lookBack: Int { search.lookBack(with: search.constants(of: constants)) }

  /// Throws where the constants do not suit each other in a method of that name.
  func check(_ name: String) throws(SpecificationError) {
    let constants = search.constants(of: constants)
    guard constants.sufficientDecrease < constants.remainingSlope else {
      throw SpecificationError("\(name): c1 must be less than c2")
    }
  }
}

extension StepLengthRule: Hashable {
  /// Searches are equal where their specifications are.
  public static func == (a: Self, b: Self) -> Bool {
    a.search.specification == b.search.specification && a.constants == b.constants
      && a.rate == b.rate
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(search.specification)
    hasher.combine(constants)
    hasher.combine(rate)
  }
}

// MARK: - Searching

extension StepLengthRule {
  func step<O: Oracle & ~Copyable>(
    along line: SearchLine, querying oracle: inout O
  ) throws(Halt) -> LineStep {
    // Where gᵀp overflows, as with g of 1e200 and p = −g, a multiple of p is searched.
    let unit = isFixed ? 1 : line.direction.unit(multiplying: line.start.gradient)
    var line = line.multiplied(by: unit)
    line.rate = rate.value(at: line.stepCount)
    line.constants = search.constants(of: constants)
    return try search.step(along: line, querying: &oracle).multiplied(by: unit)
  }

  /// The same, or nil where the direction does not descend or the search finds no lower point.
  func stepIfLower<O: Oracle & ~Copyable>(
    along line: SearchLine, querying oracle: inout O
  ) throws(Halt) -> LineStep? {
    line.descends ? try stepUnlessStalled(along: line, querying: &oracle) : nil
  }

  /// The same, or nil where the search finds no lower point; a fixed step may climb.
  func stepUnlessStalled<O: Oracle & ~Copyable>(
    along line: SearchLine, querying oracle: inout O
  ) throws(Halt) -> LineStep? {
    do throws(Halt) {
      return try step(along: line, querying: &oracle)
    } catch {
      if case .stalled = error { return nil }
      throw error
    }
  }
}
