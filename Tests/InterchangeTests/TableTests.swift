import Experiments
import Foundation
import Interchange
import JSON
import Objectives
import Specifications
import Testing

@Suite struct TableTests {
  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  private func text(_ format: String, _ runs: [StudyRun]) throws -> String {
    try #require(try InterchangeFormat(spelling: format).text).whole(runs)
  }

  @Test func aRowAnEntryWithAllThatTellsTheRun() async throws {
    let runs = try await InterchangeSamples.runs("beale", "adam:lr=0.1", steps: 3)
    let rows = lines(try text("csv", runs))
    #expect(
      rows[0]
        == "function,n,instance,from,start,minimum,basis,optimizer,specification,seed,plan,outcome,"
        + "reason,version,step,values,gradients,hessians,products,samples,value,excess,best_excess,"
        + "gradient_norm,learning_rate")
    let head =
      "beale,2,,standard,\"1,1\",0,closed form,adam:lr=0.1,adam:lr=0.1,0,"
    #expect(rows[1].hasPrefix(head))
    // f(1, 1) = 1.5² + 2.25² + 2.625², and ∇f there is (0, 27.75).
    #expect(
      rows[1].contains(",budget spent,3 steps,1.2,0,0,0,0,0,0,14.203125,14.203125,14.203125,27.75,")
    )
    #expect(rows.count == 1 + runs[0].trajectory.count)
  }

  @Test func instancesAreThoseOfTheFunction() async throws {
    let runs = try await InterchangeSamples.runs(
      "bbob-f1:n=3,instance=7,bbob-f1,sphere", "sgd:lr=0.1", steps: 1)
    let instances = lines(try text("csv", runs)).dropFirst().map {
      $0.replacing("bbob-f1:n=3,instance=7", with: "f").replacing("\"", with: "")
        .split(separator: ",", omittingEmptySubsequences: false)[2]
    }
    #expect(Set(instances) == ["7", "1", ""])
  }

  @Test func bestExcessNeverRises() async throws {
    let runs = try await InterchangeSamples.runs("rosenbrock", "sgd:lr=0.0026", steps: 30)
    var best = Double.infinity
    for line in lines(try text("jsonl", runs)) {
      let row = JSONReader(try JSON(parsing: Array(line.utf8)))
      best = min(best, try row.member("excess").number())
      #expect(try row.member("best_excess").number() == best)
    }
    #expect(best < 24.2)
  }

  @Test func linesHaveTheColumnsAsKeys() async throws {
    let runs =
      try await InterchangeSamples.runs("beale", "bfgs", steps: 2)
      + InterchangeSamples.runs("x^3", "bfgs", steps: 2)
    let names = lines(try text("csv", runs))[0].split(separator: ",").map(String.init)
    for line in lines(try text("jsonl", runs)) {
      guard case .object(let members) = try JSON(parsing: Array(line.utf8)) else {
        Issue.record("no object")
        return
      }
      #expect(members.map(\.key) == names)
    }
  }

  @Test func aFolderHasATableOfRunsBesides() async throws {
    let runs = try await InterchangeSamples.runs("beale,booth", "adam,bfgs", seeds: 2)
    let files = try InterchangeFormat(spelling: "csv").files(runs).files
    #expect(files.map(\.path) == ["steps.csv", "runs.csv"])
    let table = lines(String(decoding: files[1].bytes, as: UTF8.self))
    #expect(table.count == 1 + 8)
    let names = table[0].split(separator: ",").map(String.init)
    let gradients = try #require(names.firstIndex(of: "gradients"))
    let first = table[1].replacing("\"1,1\"", with: "start")
      .replacing("\"40 steps, stopped at 100 idle steps\"", with: "plan").split(
        separator: ",", omittingEmptySubsequences: false)
    #expect(first[gradients] == "\(runs[0].trajectory.counts[.gradients])")
  }
}
