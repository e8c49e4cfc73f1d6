import Specifications
import Testing

@Suite struct SpecificationTests {
  @Test(arguments: [
    "sgd", "adam:lr=0.1,beta2=0.99", "sgd:lr=power(0.1,r=20,c=1)",
    "noisy(rosenbrock,sigma=0.1):n=2",
    "1cycle", "f(g(h,x=1),2):y=z(1,2)",
  ])
  func printsWhatItParsed(_ text: String) throws {
    #expect(try Specification(parsing: text).description == text)
  }

  @Test func spacesAroundPartsAreIgnored() throws {
    let spec = try Specification(parsing: " adam : lr = 0.1 , beta1 = 0.5 ")
    #expect(spec.description == "adam:lr=0.1,beta1=0.5")
  }

  @Test(arguments: [
    ("sgd,adam", ["sgd", "adam"]),
    ("sgd:lr=0.001,adam:lr=0.02,bfgs", ["sgd:lr=0.001", "adam:lr=0.02", "bfgs"]),
    ("adam:lr=0.1,beta1=0.8,sgd", ["adam:lr=0.1,beta1=0.8", "sgd"]),
    ("sgd:lr=power(0.1,r=20),adam", ["sgd:lr=power(0.1,r=20)", "adam"]),
  ])
  func listsSplit(_ text: String, _ parts: [String]) throws {
    #expect(try Specification.list(parsing: text).map(\.description) == parts)
  }

  @Test func piecesLeaveParenthesesWhole() {
    #expect(Specification.pieces(of: "a(1/2) / b/c", separator: "/") == ["a(1/2)", "b", "c"])
    #expect(Specification.pieces(of: "", separator: "/") == [""])
  }

  @Test(arguments: ["", ":", "a:b", "a:=1", "a:b=", "a(b", "a)b(", "a b", "a:b=(1,c=2"])
  func malformedTextIsRefused(_ text: String) {
    #expect(throws: SpecificationError.self) { try Specification(parsing: text) }
  }

  @Test(arguments: ["", "a,,b", "lr=1", "sgd,lr=0.1", "a,"])
  func malformedListsAreRefused(_ text: String) {
    #expect(throws: SpecificationError.self) { try Specification.list(parsing: text) }
  }

  /// A name is told what cannot follow it.
  @Test(arguments: [
    ("sgd adam", "'sgd adam' has ' ' after the name sgd; expected sgd:key=value,key=value"),
    ("sgd;adam", "'sgd;adam' has ';' after the name sgd; expected sgd:key=value,key=value"),
    ("(x)", "'(x)' does not begin with a name; expected name:key=value,key=value"),
    ("", "'' does not begin with a name; expected name:key=value,key=value"),
  ])
  func whatIsNoNameIsTold(_ text: String, said: String) {
    let error = #expect(throws: SpecificationError.self) { try Specification(parsing: text) }
    #expect(error?.description == said)
  }

  /// Several known names are too many where one is expected; what is no such list is told what is
  /// wrong with it.
  @Test(arguments: [
    ("a,b", "'a,b' is a list of 2 letters; expected one, as a (a race takes several)"),
    (
      "a:k=1,b,a",
      "'a:k=1,b,a' is a list of 3 letters; expected one, as a:k=1 (a race takes several)"
    ),
    ("a:k=1,c", "'c' in 'a:k=1,c' is not of the form key=value"),
    ("a,,b", "'a,,b' has ',' after the name a; expected a:key=value,key=value"),
  ])
  func oneIsNotSeveral(_ text: String, said: String) throws {
    let error = #expect(throws: SpecificationError.self) {
      try Specification(one: "letter", parsing: text) { ["a", "b"].contains($0.name) }
    }
    #expect(error?.description == said)
    let one = try Specification(one: "letter", parsing: "a:k=1,l=2") { _ in true }
    #expect(one.settings.count == 2)
  }

  @Test func errorsNameTheNearest() {
    let error = SpecificationError.unknown("optimizer", "adm", among: ["sgd", "adam", "adamax"])
    #expect(error.description == "unknown optimizer 'adm'; did you mean adam?")
    let far = SpecificationError.unknown("optimizer", "zzzzzz", among: ["sgd", "adam"])
    #expect(far.description == "unknown optimizer 'zzzzzz'; expected one of: sgd, adam")
  }

  @Test(arguments: ["0x1p3", "1e", "", " ", "1,2", "one", "٣"])
  func whatIsNoNumber(_ text: String) {
    #expect(NumberText.parse(text) == nil)
  }

  @Test(arguments: [
    0.1, 1e-8, -0.0, 1000, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity,
  ])
  func numbersRoundTrip(_ value: Double) throws {
    let parsed = try #require(NumberText.parse(NumberText.short(value)))
    #expect(parsed.bitPattern == value.bitPattern)
  }
}
