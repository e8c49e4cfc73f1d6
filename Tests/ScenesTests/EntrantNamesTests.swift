import Testing

@testable import Experiments
@testable import Scenes

struct EntrantNamesTests {
  struct Case: Sendable {
    /// Titles and specifications.
    let entrants: [(String, String)]
    var labels: [String?] = []
    let titles: [String]
    let names: [String]
  }

  static let cases = [
    Case(
      entrants: [("SGD", "sgd"), ("Adam", "adam:lr=0.1")], titles: ["SGD", "Adam"],
      names: ["SGD", "Adam"]),
    Case(
      entrants: [("SGD", "sgd:lr=0.1"), ("SGD", "sgd:lr=0.2"), ("Adam", "adam")],
      titles: ["SGD", "SGD", "Adam"], names: ["SGD lr=0.1", "SGD lr=0.2", "Adam"]),
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
    let names = EntrantNames(trajectories, looks: test.labels.map { EntrantLook(label: $0) })
    #expect(names.titles == test.titles)
    #expect(names.names == test.names)
    #expect(Set(names.names).count == names.names.count)
  }
}
