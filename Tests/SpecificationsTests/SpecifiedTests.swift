import Specifications
import Testing

/// One parameter of each kind, and a rule between two of them.
private struct Probe: Specified, Equatable {
  enum Mode: String, CaseIterable, Sendable {
    case slow, fast
  }

  static let name = "probe"
  static let parameters: [Parameter<Self>] = [
    .number("rate", \.rate, symbol: "η", in: .positive, "a real number"),
    .integer("count", \.count, in: 1...9, "a whole number"),
    .flag("quiet", \.quiet, "a flag"),
    .choice("mode", \.mode, "a choice"),
    .numbers("list", \.list, in: .nonNegative, "a list"),
  ]

  var rate = 0.1
  var count = 2
  var quiet = false
  var mode = Mode.slow
  var list = [1.0]

  mutating func resolve() throws(SpecificationError) {
    guard mode == .slow || count > 1 else {
      throw SpecificationError("probe: mode=fast needs count=2 or more")
    }
  }
}

@Suite struct SpecifiedTests {
  @Test(arguments: [
    "probe", "probe:rate=1e-08", "probe:rate=0.3,count=9,quiet=true,mode=fast,list=1/0.5/0",
  ])
  func printsWhatItParsed(_ text: String) throws {
    let probe = try Probe(Specification(parsing: text))
    #expect(probe.specification.description == text)
    #expect(try Probe(probe.specification) == probe)
  }

  @Test(arguments: [
    ("probe(0.5)", "probe:rate=0.5"),
    ("probe(0.5,3)", "probe:rate=0.5,count=3"),
    ("probe(0.5,count=3):mode=fast", "probe:rate=0.5,count=3,mode=fast"),
    ("probe:mode=slow,rate=0.10", "probe"),
  ])
  func argumentsFillParametersInOrder(_ text: String, _ printed: String) throws {
    #expect(try Probe(Specification(parsing: text)).specification.description == printed)
  }

  @Test(arguments: [
    ("probe:rat=1", "unknown parameter of probe 'rat'; did you mean rate?"),
    ("probe:coutn=1", "unknown parameter of probe 'coutn'; did you mean count?"),
    (
      "probe:zzzzzz=1",
      "unknown parameter of probe 'zzzzzz'; expected one of: rate, count, quiet, mode, list"
    ),
    ("probe:rate=1,rate=2", "probe: 'rate' is given twice"),
    ("probe(1):rate=2", "probe: 'rate' is given twice"),
    ("probe(1,2,true,slow,1,6)", "probe takes at most 5 arguments: 'probe(1,2,true,slow,1,6)'"),
    ("probe:rate=0", "probe: rate=0 is not accepted; expected a number in (0, inf)"),
    ("probe:rate=inf", "probe: rate=inf is not accepted; expected a number in (0, inf)"),
    ("probe:rate=nan", "probe: rate=nan is not accepted; expected a number in (0, inf)"),
    ("probe:count=10", "probe: count=10 is not accepted; expected a whole number, 1 to 9"),
    ("probe:count=2.0", "probe: count=2.0 is not accepted; expected a whole number, 1 to 9"),
    ("probe:quiet=yes", "probe: quiet=yes is not accepted; expected true or false"),
    ("probe:mode=Fast", "probe: mode=Fast is not accepted; expected fast"),
    ("probe:mode=quick", "probe: mode=quick is not accepted; expected one of: slow, fast"),
    (
      "probe:list=1/-1",
      "probe: list=1/-1 is not accepted; expected numbers in [0, inf), separated by /"
    ),
    ("probe:mode=fast,count=1", "probe: mode=fast needs count=2 or more"),
  ])
  func errorsSayWhatIsExpected(_ text: String, _ message: String) throws {
    let specification = try Specification(parsing: text)
    #expect(throws: SpecificationError(message)) { try Probe(specification) }
  }

  @Test func tablesShowDefaults() {
    #expect(Probe.parameterTable.map(\.default) == ["0.1", "2", "false", "slow", "1"])
    #expect(Probe.parameterTable.first?.range == "(0, inf)")
  }

  @Test(arguments: [
    ("rosenbrok", ["rosenbrock"]), ("BEALE", ["beale"]), ("beael", ["beale"]),
    ("rosen", ["rosenbrock", "rosenbrock-extended"]), ("r", []), ("", []), ("quartz", []),
    ("exten", ["rosenbrock-extended"]),
  ])
  func suggestions(_ typed: String, _ near: [String]) {
    let known = ["rosenbrock", "rosenbrock-extended", "beale"]
    #expect(Suggestion.nearest(to: typed, among: known) == near)
  }
}
