import Specifications

/// The method's rate at every step, whatever f says. Nothing is asked for.
public struct FixedStep: LineSearch {
  public static let name = "fixed"
  public static let title = "No search"
  public static let formula = "ε = lr"
  public static let reference =
    "Polyak, Introduction to Optimization, 1987, chapter 1"
  public static let parameters: [Parameter<Self>] = []
  public static let isFixed = true

  public init() {}

  public func step<O: Oracle & ~Copyable>(
    along line: SearchLine, querying oracle: inout O
  ) throws(Halt) -> LineStep {
    LineStep(length: line.rate, sample: line.start.moved(line.rate, along: line.direction))
  }
}
