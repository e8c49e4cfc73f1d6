import Specifications
import Testing

@testable import Experiments
@testable import Scenes

struct RaceClockTests {
  @Test(arguments: [
    "steps", "gradients", "evaluations", "evaluations:gradients=2,hessians=10",
    "evaluations:values=0,products=3", "samples", "epochs", "seconds",
  ])
  func textsComeBack(text: String) throws {
    #expect(try #require(RaceClock(rawValue: text)).rawValue == text)
  }

  @Test(arguments: [
    "", "step", "second", "seconds:values=2", "steps:values=2", "evaluations:",
    "evaluations:hessian=2",
    "evaluations:values=-1", "evaluations:values=x", "evaluations:values=1,",
    "evaluations:values=0,gradients=0,hessians=0,products=0",
  ])
  func otherTextsAreNoClocks(text: String) {
    #expect(RaceClock(rawValue: text) == nil)
  }

  @Test func weightsCount() throws {
    var trajectory = Trajectory(
      function: Specification(name: "f"), dimension: 2, optimizer: Specification(name: "o"),
      title: "O", seed: 0, minimum: nil,
      evaluationPointName: nil)
    var counts = Counts()
    (counts[.values], counts[.gradients], counts[.hessians], counts[.products]) = (1, 2, 3, 4)
    trajectory.cumulated.append(counts)
    let clock = try #require(RaceClock(rawValue: "evaluations:gradients=2,hessians=10,products=0"))
    #expect(clock.value(of: trajectory, at: 0) == 1 + 4 + 30)
    #expect(RaceClock.evaluations.value(of: trajectory, at: 0) == 10)
  }

  @Test(arguments: Query.evaluations)
  func eachKindHasAWeight(query: Query) throws {
    let text = "evaluations:\(query.rawValue)=7"
    let clock = try RaceClock(spelling: text)
    #expect(clock.spelling == text && clock.weights[query] == 7)
    #expect(Query.evaluations.allSatisfy { $0 == query || clock.weights[$0] == 1 })
  }

  @Test func samplesAreNoEvaluations() {
    #expect(RaceClock(rawValue: "evaluations:samples=2") == nil)
  }

  /// 30 of 40 examples are three quarters of an epoch.
  @Test func epochsAreKnownWhereThereAreExamples() {
    var trajectory = Trajectory(
      function: Specification(name: "f"), dimension: 2, optimizer: Specification(name: "o"),
      title: "O", seed: 0, minimum: nil, evaluationPointName: nil)
    trajectory.steps.append(0)
    var counts = Counts()
    counts[.samples] = 30
    trajectory.cumulated.append(counts)
    trajectory.counts = counts
    #expect(!RaceClock.epochs.isKnown(of: trajectory))
    trajectory.exampleCount = 40
    let clock = RaceClock.epochs
    #expect(clock.isKnown(of: trajectory))
    #expect(clock.amount(clock.value(of: trajectory, at: 0)) == 0.75)
    #expect(clock.reading(0.75) == clock.value(of: trajectory, at: 0))
    let axis = ClockAxis(clock, last: clock.reading(5))
    #expect(axis.title == "epochs" && axis.domain == 0...5)
    #expect(axis.text(clock.reading(0.75)) == "0.75 epochs of 5 epochs")
  }

  @Test func secondsAreKnownWhereTheyWereMeasured() {
    var trajectory = Trajectory(
      function: Specification(name: "f"), dimension: 2, optimizer: Specification(name: "o"),
      title: "O", seed: 0, minimum: nil,
      evaluationPointName: nil)
    trajectory.steps.append(0)
    #expect(!RaceClock.seconds.isKnown(of: trajectory) && RaceClock.steps.isKnown(of: trajectory))
    trajectory.seconds = [1.5e-6]
    #expect(RaceClock.seconds.isKnown(of: trajectory))
    #expect(RaceClock.seconds.value(of: trajectory, at: 0) == 1500)
  }
}
