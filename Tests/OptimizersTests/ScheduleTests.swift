import Specifications
import Testing

@testable import Optimizers

/// What holds of every schedule, and of some settings of each.
@Suite struct ScheduleTests {
  /// Other settings than the defaults, as printing writes them.
  static let settings = [
    "constant(initial=0.2,factor=0.25,steps=8)", "step(initial=0.2,every=7,gamma=0.5)",
    "multi-step(at=5/5/40,gamma=0.5/0.1/0)", "piecewise(rates=0.1/0.2/0,at=3/9,boundary=earlier)",
    "exponential(r=0.001)", "decay(gamma=0.5,steps=20,staircase=true,begin=5,end=0.01)",
    "decay(gamma=1)", "power(r=1e-300,c=0.5)", "inverse-time(decay=2,steps=3,staircase=true)",
    "polynomial(end=0.01,steps=40,power=2,begin=7,cycle=true)", "polynomial(end=0.5,power=0.5)",
    "linear(start-factor=1,end-factor=0,steps=1)",
    "cosine(steps=20,end=0.01,exponent=2,after=oscillate)", "cosine(alpha=0.1)",
    "cosine-restarts(steps=8,factor=2,end=0.001)",
    "cosine-restarts(factor=1.0000001,alpha=0.05,peak-factor=0.8)",
    "cosine-restarts(steps=1,factor=1000000)",
    "cyclic(base=0.9,peak=0.8,up=6,down=9,mode=triangular2)",
    "cyclic(up=9223372036854775807,mode=exp-range,gamma=0.99)",
    "1cycle(steps=60,rise=0,anneal=linear)", "1cycle(rise=0.4,three-phase=true)",
    "1cycle(steps=9223372036854775807,rise=1)", "1cycle-momentum(maximum=0.9,steps=50)",
    "plateau(factor=0,patience=0,threshold=0,threshold-mode=abs,cooldown=2,minimum=0.001,"
      + "epsilon=0)",
    "warmup(cosine(steps=50),steps=20,from=0.01)", "warmup(0.5)",
    "warmup(warmup(plateau(patience=2),steps=3))",
    "sequence(linear(start-factor=0.1,steps=10),decay(gamma=0.9),at=10)",
    "sequence(0.1,warmup(step(gamma=0.5),steps=3),plateau,0,at=10/10/9223372036854775807)",
  ]

  static func schedule(_ text: String) throws -> any Schedule {
    try ScheduleCatalogue.schedule(Specification(parsing: text))
  }

  /// The rates of the first steps at which f is `losses`, then the last of them again and again.
  static func rates(_ text: String, losses: [Double] = [1], count: Int) throws -> [Double] {
    var clock = RateClock(.scheduled(try schedule(text)))
    return (0..<count).map { t in
      clock.advance(loss: losses[min(t, losses.count - 1)])
      return clock.rate
    }
  }

  /// A schedule may not leave the range of its parameter, wherever it does.
  @Test(arguments: [
    "momentum:alpha=cosine(2,steps=5)", "momentum:alpha=warmup(1,steps=1000)",
    "nesterov:alpha=1", "nesterov:alpha=sequence(0.5/1.5,at=1000000)",
  ])
  func ratesOutsideTheRangeAreRefused(_ text: String) {
    #expect(throws: SpecificationError.self) { try OptimizerCatalogue.settings(text) }
  }

  @Test func exponentialWithGammaIsDecay() throws {
    #expect(
      try Self.schedule("exponential(0.2,gamma=0.9)").specification
        == Self.schedule("decay(0.2,gamma=0.9)").specification)
  }

  /// Falling to an open end is no fault.
  @Test(arguments: [
    "momentum:alpha=cosine(0.9,steps=5)", "ftrl:lr=warmup(0.1)", "bfgs:lr=exponential(0.1,r=20)",
    "momentum:alpha=1cycle-momentum",
  ])
  func ratesInsideTheRangeAreAccepted(_ text: String) throws {
    _ = try OptimizerCatalogue.settings(text)
  }

  @Test(arguments: ScheduleCatalogue.names)
  func everyScheduleIsTried(_ name: String) {
    #expect(Self.settings.contains { $0.prefix { $0 != "(" } == name })
  }

  @Test(arguments: settings)
  func printsWhatItParsed(_ text: String) throws {
    let settings = try OptimizerCatalogue.settings("sgd:lr=" + text)
    #expect(settings.specification.description == "sgd:lr=" + text)
    #expect(try OptimizerCatalogue.settings(settings.specification) as? SGD == settings as? SGD)
  }

  @Test(arguments: ScheduleCatalogue.names)
  func everyParameterIsStated(_ name: String) throws {
    let type = type(of: try Self.schedule(name))
    #expect(!type.title.isEmpty && !type.formula.isEmpty && !type.reference.isEmpty)
    let defaults = type.init().specification
    for parameter in type.parameterTable {
      #expect(!parameter.range.isEmpty && !parameter.summary.isEmpty)
      let text = "\(name):\(parameter.name)=\(parameter.default)"
      #expect(try Self.schedule(text).specification == defaults, "\(text)")
    }
  }

  @Test(arguments: ScheduleCatalogue.names + settings)
  func ratesAreFiniteAndNotNegative(_ text: String) throws {
    let schedule = try Self.schedule(text)
    let times = Array(0...10_000) + [123_456_789, 999_999_999, 1_000_000_000, .max / 2]
    for losses in [[1.0], [.nan], [3, 2, 1, -.infinity], [.infinity]] {
      var tracker = schedule.tracker()
      for t in times {
        for rate in [schedule.rate(at: t), tracker.rate(at: t)] {
          guard rate >= 0, rate < .infinity else {
            Issue.record("\(text) is \(rate) at \(t)")
            return
          }
        }
        tracker.observe(loss: losses[min(t, losses.count - 1)], at: t)
      }
    }
    #expect(schedule.span.map { $0 > 0 && $0.isFinite } ?? true)
  }

  /// A loss has no say where it is said to have none, and leaves the rate while it falls.
  @Test(arguments: ScheduleCatalogue.names + settings)
  func fallingLossesGiveTheRateOfTheSchedule(_ text: String) throws {
    let schedule = try Self.schedule(text)
    let falling = (0..<300).map { 1 - Double($0) }
    let rates = try Self.rates(text, losses: falling, count: 300)
    #expect(rates == (0..<300).map { schedule.rate(at: $0) })
    if !schedule.followsLoss {
      #expect(try Self.rates(text, losses: [.nan], count: 300) == rates)
    }
  }

  /// Schedules without jumps change by no more than their steepest slope in a step.
  @Test(arguments: [
    ("power(0.1,r=20)", 0.005), ("exponential(0.1,r=100)", 0.0024), ("decay(0.1,begin=9)", 0.006),
    ("inverse-time(0.1,decay=0.5,steps=10)", 0.005), ("polynomial(0.1,steps=40,power=2)", 0.005),
    ("linear(0.1,start-factor=0,steps=20)", 0.00501), ("cosine(0.1,steps=50)", 0.00315),
    ("cosine(0.1,steps=50,after=oscillate)", 0.00315), ("cyclic(0.01,0.1,up=10,down=9)", 0.01001),
    ("1cycle(0.1,steps=60)", 0.0089), ("1cycle(0.1,steps=60,three-phase=true)", 0.0089),
    ("1cycle-momentum(steps=60)", 0.0093), ("warmup(cosine(0.1,steps=50),steps=20)", 0.00501),
    ("sequence(linear(start-factor=0,steps=20),decay,at=20)", 0.00501),
  ])
  func continuousSchedulesDoNotJump(_ text: String, _ slope: Double) throws {
    let schedule = try Self.schedule(text)
    let steepest = (0..<300).map { abs(schedule.rate(at: $0 + 1) - schedule.rate(at: $0)) }.max()
    #expect(try #require(steepest) <= slope, "\(text)")
  }

  /// Where the rate climbs: at restarts and nowhere else.
  @Test(arguments: [
    ("cosine-restarts(steps=10)", [10, 20, 30, 40, 50, 60, 70, 80, 90]),
    ("cosine-restarts(steps=10,factor=2)", [10, 30, 70]),
    ("cosine-restarts(steps=2,factor=3)", [2, 8, 26, 80]),
    ("cosine-restarts(steps=10,factor=1.5)", [10, 25, 48, 82]),
    ("cosine-restarts(steps=32,factor=0.5)", [32, 48, 56, 60, 62]),
    ("polynomial(steps=30,cycle=true)", [31, 61, 91]),
    ("cosine(steps=100)", []),
  ])
  func restartsComeAtTheirStep(_ text: String, _ steps: [Int]) throws {
    let rates = try Self.rates(text, count: 100)
    #expect((1..<100).filter { rates[$0] > rates[$0 - 1] } == steps)
  }

  @Test(arguments: [
    ("cosine-restarts(0.3,steps=8,factor=2)", 8, 0.3),
    ("cosine-restarts(0.3,steps=7,factor=3,peak-factor=0.5)", 28, 0.075),
    ("cosine(0.1,steps=50,end=0.01)", 1_000_000_000, 0.01),
    ("cosine(0.1,steps=50,after=oscillate)", 1_000_000_000, 0.1),
    ("polynomial(0.1,steps=50,end=0.03)", 1_000_000_000, 0.03),
    ("cyclic(0.01,0.1,up=10)", 1_000_000_010, 0.1), ("1cycle(0.1,div=10,final=10)", 5000, 0.001),
    ("1cycle-momentum", 5000, 0.95), ("1cycle(0.1,steps=10,rise=1)", 9, 0.1),
    ("1cycle(0.1,steps=10,rise=1)", 5000, 0.1), ("1cycle-momentum(rise=1,steps=10)", 9, 0.85),
    ("cosine-restarts(0.1,steps=10,factor=0.5,end=0.03)", 20, 0.03),
    ("cosine-restarts(0.1,steps=10,factor=0.5,end=0.03)", 1_000_000_000, 0.03),
    ("piecewise(0.3/0.2,at=7)", 7, 0.2),
    ("piecewise(0.3/0.2,at=7,boundary=earlier)", 7, 0.3),
    ("piecewise(0.3/0.2,at=7,boundary=earlier)", 8, 0.2), ("multi-step(0.2,at=3/3)", 3, 0.002),
    ("decay(0.1,end=0.02)", 1_000_000_000, 0.02), ("warmup(0.2,steps=4,from=0.1)", 2, 0.15),
    ("warmup(step(0.2,every=3,gamma=0.5),steps=4)", 6, 0.2),
    ("warmup(step(0.2,every=3,gamma=0.5),steps=4)", 7, 0.1),
    ("sequence(0.3,step(0.2,every=3,gamma=0.5),0.7,at=4/9)", 7, 0.1),
    ("sequence(0.3,step(0.2,every=3,gamma=0.5),0.7,at=4/9)", 9, 0.7),
    ("sequence(0.3,0.5,0.7,at=4/4)", 4, 0.7),
  ])
  func ratesAtSomeSteps(_ text: String, _ t: Int, _ rate: Double) throws {
    #expect(abs(try Self.schedule(text).rate(at: t) - rate) <= 1e-15)
  }

  @Test(arguments: [
    ("cosin(0.1)", "unknown schedule 'cosin'; did you mean cosine?"),
    ("step(every=0)", "step: every=0 is not accepted; expected a whole number, 1 or more"),
    ("step(gamma=0)", "step: gamma=0 is not accepted; expected a number in (0, 1]"),
    (
      "multi-step(at=5/x)",
      "multi-step: at=5/x is not accepted; expected whole numbers, 0 or more, separated by /"
    ),
    (
      "multi-step(at=5/9,gamma=1/1/1)",
      "multi-step: 2 milestones in 'at' need one gamma or 2, not 3"
    ),
    ("decay(gamma=1.1)", "decay: gamma=1.1 is not accepted; expected a number in (0, 1]"),
    ("decay(0.1,end=1)", "decay: end=1 lies above initial=0.1; expected at most that"),
    (
      "cosine(end=0.1,alpha=0.1)",
      "cosine: 'end' and 'alpha' both say where it ends; expected one"
    ),
    (
      "1cycle(rise=0.6,three-phase=true)",
      "1cycle: rise=0.6 leaves no third phase; expected less than 0.5"
    ),
    ("1cycle(div=1e-320)", "1cycle: maximum / div / final overflows; expected larger divisors"),
    (
      "1cycle-momentum(0.8,0.9)",
      "1cycle-momentum: minimum=0.9 lies above maximum=0.8; expected at most that"
    ),
    (
      "plateau(threshold=1)",
      "plateau: no loss improves by threshold=1; expected less than 1, or threshold-mode=abs"
    ),
    (
      "warmup(cosin)",
      "warmup: of=cosin is not accepted; expected a number in [0, inf), or a schedule "
        + "(unknown schedule 'cosin'; did you mean cosine?)"
    ),
    ("warmup(-1)", "warmup: of=-1 is not accepted; expected a number in [0, inf), or a schedule"),
    ("sequence(0.1,at=1)", "sequence: '0.1' stands alone; expected two schedules or more"),
    ("sequence(1,2,3,at=5)", "sequence: 3 schedules need 2 boundaries in 'at', not 1"),
    ("sequence(1,2,3,at=5/4)", "sequence: the boundaries in 'at' must ascend"),
    ("sequence(1,of=2/3)", "sequence: 'of' is given twice"),
    (
      "sequence(1,nan,at=5)",
      "sequence: of=1/nan is not accepted; expected a number in [0, inf), or a schedule"
    ),
  ])
  func badSettingsAreRefused(_ text: String, _ message: String) {
    #expect(throws: SpecificationError(message)) { try Self.schedule(text) }
  }

  /// Settings of a schedule inside need no parentheses of their own.
  @Test func looseSettingsBelongToTheScheduleBefore() throws {
    let text = "sequence(linear:start-factor=0.1,steps=10,piecewise:rates=1/2,0.5,at=10/20)"
    #expect(
      try Self.schedule(text).specification.description
        == "sequence(linear(start-factor=0.1,steps=10),piecewise(rates=1/2),0.5,at=10/20)")
  }
}
