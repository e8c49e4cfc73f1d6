import Experiments
import JSON
import LinearAlgebra
import Objectives
import Optimizers
import Races
import Specifications
import Testing

@testable import Play

@Suite("Races as pages ask for them")
struct PlayedRaceTests {
  static func race(_ query: String, limits: PlayLimits = PlayLimits()) throws -> PlayedRace {
    try PlayedRace(query, shelf: FunctionShelf(), limits: limits)
  }

  private static func columns(_ answer: JSON) throws -> [[Double]] {
    // As it is read from what is sent.
    let race = try JSONReader(JSON(parsing: answer.bytes)).member("race")
    let entrant = try race.member("entrants").elements()[0]
    return try ["x", "y", "gradientNorm"].map { name in try entrant.member(name).numbers() }
  }

  private static func request(
    _ function: String, _ optimizer: any OptimizerSettings.Type, _ start: Vector
  ) throws -> RaceRequest {
    var request = RaceRequest()
    request.functions = [try FunctionName.function(function)]
    request.optimizers = [GivenOptimizer(optimizer.init())]
    request.run.start = try StartPoints(
      spelling: start.map(NumberText.short).joined(separator: ","))
    request.run.steps = 40
    return request
  }

  @Test(
    "A page's trails are those of runs, to the last digit",
    arguments: ["rosenbrock", "himmelblau", "sin(x)*exp(y^2/9)+x^2"])
  func exact(_ name: String) throws {
    let function = try FunctionName.function(name)
    let start: Vector = [-1.1, 1.3]
    var count = 0
    for optimizer in OptimizerCatalogue.all {
      let request = try Self.request(name, optimizer, start)
      // What the method cannot descend is told by other tests.
      guard let plan = try? request.plan().problems[0].plan else { continue }
      let run = try descend(function, with: optimizer.init(), from: start, plan: plan)
      let race = try Self.race(RaceQuery.text(of: request))
      let columns = try Self.columns(race.runs())
      #expect(columns[0] == (0..<run.count).map { run.point($0)[0] }, "\(optimizer.name)")
      #expect(columns[1] == (0..<run.count).map { run.point($0)[1] }, "\(optimizer.name)")
      let areEqual = columns[2].elementsEqual(run.gradientNorms) {
        $0 == $1 || $0.isNaN && $1.isNaN
      }
      #expect(areEqual, "\(optimizer.name)")
      count += 1
    }
    #expect(count > 60)
  }

  @Test("What is told of a race asks for the same race", arguments: PlayPreset.all.map(\.query))
  func presets(_ query: String) throws {
    let race = try Self.race(query)
    let told = try JSONReader(race.state).member("query").string()
    let again = try Self.race(told)
    #expect(again.state == race.state)
    #expect(try again.whole().bytes == race.whole().bytes)
    #expect(try JSONReader(race.state).member("entrants").elements().count >= 2)
  }

  @Test(
    "What is wrong or too much is told by its setting",
    arguments: [
      ("functions=rosenbrok", "functions", "did you mean rosenbrock"),
      ("functions=x^^2", "functions", "at column 3"),
      ("functions=beale&functions=sphere", "functions", "at most 1"),
      ("functions=beale&optimizers=adam:lr=-1", "optimizers", "lr=-1 is not accepted"),
      ("functions=beale&steps=1000000", "steps", "at most 100000"),
      ("functions=beale&seeds=1000", "seeds", "at most 200"),
      ("functions=beale&starts=grid:100x100", "starts", "at most 200"),
      ("functions=beale&start=1,2,3", "start", "expected 2"),
      ("functions=beale&windov=1", "windov", "did you mean window"),
      ("functions=%zz", "query", "two digits"),
      ("functions=beale&output=/etc", "output", "not a page's"),
      ("functions=beale&steps=abc", "steps", "'abc' is not accepted; expected a whole number"),
      ("functions=beale&clock=noon", "clock", "'noon' is not accepted; expected one of"),
      ("functions=beale&start=1,1&starts=grid:2x2", "start", "exclude each other; expected one"),
      ("functions=beale&optimizers=sgd&hidden=0", "hidden", "'0' is no entrant; expected numbers"),
      ("functions=beale&optimizers=sgd&hidden=1,b", "hidden", "'b' is no entrant"),
    ])
  func errors(_ query: String, _ setting: String, _ part: String) throws {
    let error = #expect(throws: (any Error).self) { _ = try Self.race(query) }
    let told = PlayError(try #require(error)).json
    #expect(try JSONReader(told).member("setting").string() == setting)
    #expect(try JSONReader(told).member("error").string().contains(part))
  }

  @Test("Who is hidden runs all the same, and is told again")
  func hidden() throws {
    let query = "functions=beale&optimizers=sgd&optimizers=adam&optimizers=bfgs&steps=3"
    let race = try Self.race(query + "&hidden=3%2C1,3")
    let told = try JSONReader(race.state).member("query").string()
    #expect(told == "\(query)&hidden=1,3")
    #expect(try race.runs().bytes == Self.race(query).runs().bytes)
  }

  @Test("Runs that take too long are shown as far as they came")
  func slow() throws {
    var limits = PlayLimits()
    limits.time = .milliseconds(5)
    let race = try Self.race(
      "functions=rosenbrock:n=100&optimizers=bfgs&steps=100000", limits: limits)
    let told = try JSONReader(race.runs()).member("race")
    let entrant = try told.member("entrants").elements()[0]
    #expect(try entrant.member("end").string().contains("failed"))
  }
}
