import Specifications
import Testing

@testable import Experiments
@testable import Scenes

struct EntrantNamesTests {
  struct Case: Sendable {
    /// Titles and specifications.
    let entrants: [(String, String)]
    var labels: [String?] = []
    /// As their user gave them.
    var given: [String] = []
    let titles: [String]
    /// Beside the titles.
    var settings: [String]?
    let names: [String]
  }

  static let cases = [
    Case(
      entrants: [("SGD", "sgd"), ("Adam", "adam:lr=0.1")], titles: ["SGD", "Adam"],
      settings: ["lr=0.01", "lr=0.1"], names: ["SGD", "Adam"]),
    Case(
      entrants: [("SGD", "sgd:lr=0.1"), ("SGD", "sgd:lr=0.2"), ("Adam", "adam")],
      titles: ["SGD", "SGD", "Adam"], settings: ["lr=0.1", "lr=0.2", "lr=0.001"],
      names: ["SGD lr=0.1", "SGD lr=0.2", "Adam lr=0.001"]),
    // What others have not they do not show.
    Case(
      entrants: [("SGD", "sgd"), ("Newton", "newton:alpha=0.1"), ("Adam", "adam:lr=0.1")],
      titles: ["SGD", "Newton", "Adam"], settings: ["lr=0.01", "alpha=0.1,lr=1", "lr=0.1"],
      names: ["SGD", "Newton", "Adam"]),
    // Nobody shows any.
    Case(
      entrants: [("SGD", "sgd"), ("Adam", "adam")], titles: ["SGD", "Adam"], settings: ["", ""],
      names: ["SGD", "Adam"]),
    // What a name stands for is not told again.
    Case(
      entrants: [
        ("Adam", "adam:weight-decay=0.01,decay=decoupled"), ("Adam", "adam"),
        ("Newton", "newton:hessian=absolute"),
      ],
      given: ["adamw", "adam", "saddle-free"], titles: ["AdamW", "Adam", "Saddle-free Newton"],
      settings: ["", "", ""], names: ["AdamW", "Adam", "Saddle-free Newton"]),
    Case(
      entrants: [("Adam", "adam:lr=0.1,weight-decay=0.01,decay=decoupled"), ("SGD", "sgd")],
      given: ["adamw:lr=0.1", "sgd"], titles: ["AdamW", "SGD"], settings: ["lr=0.1", "lr=0.01"],
      names: ["AdamW", "SGD"]),
    Case(
      entrants: [("Adam", "adam:lr=0.1,weight-decay=0.01,decay=decoupled")], labels: ["Mine"],
      given: ["adamw:lr=0.1"], titles: ["Mine"], settings: ["lr=0.1"], names: ["Mine"]),
    Case(
      entrants: [("SGD", "sgd"), ("SGD", "sgd")], titles: ["SGD (1)", "SGD (2)"],
      names: ["SGD (1)", "SGD (2)"]),
    // What all have in common tells nothing.
    Case(
      entrants: [
        ("SGD", "sgd:lr=cosine(0.1,300),momentum=0.9"),
        ("SGD", "sgd:lr=cosine(0.2,300),momentum=0.9"), ("SGD", "sgd:momentum=0.9"),
      ],
      titles: ["SGD", "SGD", "SGD"],
      names: ["SGD lr=cosine(0.1,300)", "SGD lr=cosine(0.2,300)", "SGD lr=0.01"]),
    // Who has the default says so beside one who has not.
    Case(
      entrants: [("SGD", "sgd:lr=0.001"), ("SGD", "sgd"), ("Mine", "mine:a=1"), ("Mine", "mine")],
      titles: ["SGD", "SGD", "Mine", "Mine"],
      names: ["SGD lr=0.001", "SGD lr=0.01", "Mine a=1", "Mine"]),
    Case(
      entrants: [("SGD", "sgd:lr=0.1"), ("SGD", "sgd:lr=0.1"), ("SGD", "sgd")],
      titles: ["SGD (1)", "SGD (2)", "SGD"],
      names: ["SGD lr=0.1 (1)", "SGD lr=0.1 (2)", "SGD lr=0.01"]),
    Case(
      entrants: [("SGD", "sgd:lr=0.1"), ("SGD", "sgd:lr=0.2")], labels: ["slow", nil],
      titles: ["slow", "SGD"], names: ["slow", "SGD"]),
    Case(entrants: [], titles: [], names: []),
  ]

  @Test(arguments: cases) func entrantsAreToldApart(_ test: Case) {
    let trajectories = test.entrants.map { title, optimizer in
      Fixture.trajectory([(0, 0)], title: title, optimizer: optimizer)
    }
    let looks = (0..<max(test.labels.count, test.given.count)).map { i in
      EntrantLook(
        label: i < test.labels.count ? test.labels[i] : nil,
        given: i < test.given.count ? try? Specification(parsing: test.given[i]) : nil)
    }
    let names = EntrantNames(trajectories, looks: looks)
    #expect(names.titles == test.titles)
    if let settings = test.settings { #expect(names.settings == settings) }
    #expect(names.names == test.names)
    #expect(Set(names.names).count == names.names.count)
  }
}
