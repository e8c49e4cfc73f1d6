import Specifications

/// A rate parameter: a number, or a schedule.
///
/// In specifications: `0.1`, or a schedule with its arguments in parentheses, as
/// `power(0.1,r=20,c=1)` or `warmup(cosine(0.1,steps=100),steps=10)`.
public enum Rate: Sendable {
  /// The same at every step.
  case constant(Double)
  /// As a schedule has it from step to step.
  case scheduled(any Schedule)

  /// The rate of the step after t ≥ 0 steps.
  @inlinable
  public func value(at t: Int) -> Double {
    switch self {
    case .constant(let value): value
    case .scheduled(let schedule): schedule.rate(at: t)
    }
  }

  /// Whether rates depend on the losses of the run.
  public var followsLoss: Bool {
    if case .scheduled(let schedule) = self { return schedule.followsLoss }
    return false
  }

  /// The rate as a schedule, whichever it is.
  var schedule: any Schedule {
    switch self {
    case .constant(let value): ConstantSchedule(value)
    case .scheduled(let schedule): schedule
    }
  }

  /// Reads a constant in `range`, or a schedule whose rates are. The error says what was expected.
  init(parsing text: String, in range: Interval) throws(SpecificationError) {
    if let value = NumberText.parse(text) {
      self = .constant(value)
    } else {
      do throws(SpecificationError) {
        self = .scheduled(try ScheduleCatalogue.schedule(Specification(parsing: text)))
      } catch {
        throw Self.outside(range, "(\(error))")
      }
    }
    try requireRates(in: range)
  }

  private static func outside(_ range: Interval, _ reason: String...) -> SpecificationError {
    SpecificationError((["a number in \(range), or a schedule"] + reason).joined(separator: " "))
  }

  /// Throws what was expected where the constant is not in `range`, or not all rates of the
  /// schedule are, or it has a parameter that no specification could give it.
  func validate(in range: Interval) throws(SpecificationError) {
    if case .scheduled(let schedule) = self {
      do throws(SpecificationError) { try schedule.validate() } catch {
        throw Self.outside(range, "(\(error))")
      }
    }
    try requireRates(in: range)
  }

  /// What was expected, where `validate` throws.
  fileprivate func objection(in range: Interval) -> String? {
    do throws(SpecificationError) {
      try validate(in: range)
      return nil
    } catch {
      return error.description
    }
  }

  private func requireRates(in range: Interval) throws(SpecificationError) {
    guard case .scheduled(let schedule) = self else {
      guard range.contains(value(at: 0)) else { throw Self.outside(range) }
      return
    }
    // A schedule may fall to a lower end that is open.
    let reach = Interval(range.lower, range.upper, openAbove: !range.includesUpper)
    let times = Self.sampleTimes(of: schedule)
    if let t = times.first(where: { !reach.contains(schedule.rate(at: $0)) }) {
      let rate = NumberText.short(schedule.rate(at: t))
      throw SpecificationError(
        "a number in \(range), or a schedule of such; this one is \(rate) at step \(t)")
    }
  }

  /// Where rates are checked: throughout the span of a schedule, which ends at its extremes, and
  /// far after it.
  private static func sampleTimes(of schedule: any Schedule) -> [Int] {
    let latest = 1e9
    let span = min(schedule.span ?? 1000, latest)
    let within = (0...256).map { (span * Double($0) / 256).rounded() }
    return (within + [1, span + 1, min(10 * span, latest), latest]).map { Int($0) }
  }
}

extension Rate: CustomStringConvertible {
  public var description: String {
    switch self {
    case .constant(let value): NumberText.short(value)
    case .scheduled(let schedule): schedule.specification.nested
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
  /// A constant rate.
  public init(floatLiteral value: Double) { self = .constant(value) }
  /// A constant rate.
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
          root[keyPath: path] = try Rate(parsing: text, in: range)
          return nil
        } catch {
          return error.description
        }
      },
      check: { $0[keyPath: path].objection(in: range) })
  }

  /// Rates one after the other: all positional arguments, or a list separated by slashes.
  static func rates(
    _ name: String, _ path: WritableKeyPath<Root, [Rate]> & Sendable, symbol: String = "",
    in range: Interval, _ summary: String
  ) -> Self {
    Self(
      name, symbol: symbol, range: "each in \(range) or a schedule, separated by /", summary,
      takesPositional: true,
      text: { $0[keyPath: path].map(\.description).joined(separator: "/") },
      assign: { root, text in
        do throws(SpecificationError) {
          var rates: [Rate] = []
          for piece in Specification.pieces(of: text, separator: "/") {
            rates.append(try Rate(parsing: piece, in: range))
          }
          root[keyPath: path] = rates
          return nil
        } catch {
          return error.description
        }
      },
      check: { root in
        root[keyPath: path].lazy.compactMap { $0.objection(in: range) }.first
      })
  }
}
