import Specifications

/// A rate parameter: a number, or a schedule.
///
/// In specifications: `0.1`, or a schedule with its arguments in parentheses, as
/// `power(0.1,r=20,c=1)`.
public enum Rate: Sendable {
  case constant(Double)
  case scheduled(any Schedule)

  /// The rate of the step after t ≥ 0 steps.
  @inlinable
  public func value(at t: Int) -> Double {
    switch self {
    case .constant(let value): value
    case .scheduled(let schedule): schedule.rate(at: t)
    }
  }

  init(parsing text: String) throws(SpecificationError) {
    if let value = NumberText.parse(text) {
      self = .constant(value)
      return
    }
    let specification = try Specification(parsing: text)
    self = .scheduled(try ScheduleCatalogue.schedule(specification))
  }
}

extension Rate: CustomStringConvertible {
  public var description: String {
    switch self {
    case .constant(let value): NumberText.short(value)
    case .scheduled(let schedule):
      Specification(name: type(of: schedule).name, arguments: schedule.changedSettings).description
    }
  }
}

extension Rate: Hashable {
  /// Rates are equal where their specifications are.
  public static func == (a: Rate, b: Rate) -> Bool {
    a.description == b.description
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(description)
  }
}

extension Rate: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  public init(floatLiteral value: Double) { self = .constant(value) }
  public init(integerLiteral value: Int) { self = .constant(Double(value)) }
}

extension Parameter {
  /// A rate: a constant in `range`, or any schedule.
  public static func rate(
    _ name: String, _ path: WritableKeyPath<Root, Rate> & Sendable, symbol: String = "",
    in range: Interval, _ summary: String
  ) -> Self {
    Self(
      name, symbol: symbol, range: "\(range), or a schedule", summary,
      text: { $0[keyPath: path].description },
      assign: { root, text in
        do throws(SpecificationError) {
          let rate = try Rate(parsing: text)
          if case .constant(let value) = rate, !range.contains(value) {
            return "a number in \(range), or a schedule"
          }
          root[keyPath: path] = rate
          return nil
        } catch {
          return "a number in \(range), or a schedule (\(error))"
        }
      })
  }
}
