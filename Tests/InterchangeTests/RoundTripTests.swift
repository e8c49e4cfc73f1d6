import Experiments
import Foundation
import Interchange
import Objectives
import Specifications
import Testing

/// What is written is read again.
@Suite struct RoundTripTests {
  private func again(_ format: String, _ runs: [StudyRun]) throws -> ImportedRuns {
    let files = try InterchangeFormat(spelling: format).files(runs)
    return try ImportRequest(InterchangeSamples.source(files)).read()
  }

  /// Points at which f was asked, gradients, and the lowest excess until there.
  private func improvements(_ run: StudyRun) -> [[Double]] {
    var rows: [[Double]] = []
    var best = Double.infinity
    for i in 0..<run.trajectory.count {
      guard let excess = run.trajectory.excess(i), excess < best else { continue }
      best = excess
      let counts = run.trajectory.cumulated[i]
      rows.append([Double(counts[.values]), Double(counts[.gradients]), excess])
    }
    return rows
  }

  @Test func coco() async throws {
    let runs = try await InterchangeSamples.runs(
      "bbob-f1,bbob-f1:n=5,bbob-f8:instance=3,bbob-f10:n=3", "sgd:lr=0.01,bfgs,adam:lr=0.3",
      seeds: 2)
    let read = try again("coco", runs)
    #expect(read.notes.isEmpty)
    #expect(read.runs.count == runs.count)
    for run in runs {
      let twins = read.runs.filter {
        $0.name == run.name && $0.problem.function == run.problem.function
          && $0.trajectory.seed == run.trajectory.seed
      }
      let twin = try #require(twins.first)
      #expect(twins.count == 1 && twin.trajectory.optimizer == run.trajectory.optimizer)
      #expect(twin.trajectory.minimum == run.trajectory.minimum && twin.basis == run.basis)
      let (ours, theirs) = (improvements(run), improvements(twin))
      // f = Fopt + excess is rounded to a unit of its own, and so is the excess over it.
      let unit = max(1, abs(run.trajectory.minimum ?? 0)) * 0x1p-50
      #expect(ours.count <= theirs.count + 1)
      for row in ours where row[2] > 8 * unit {
        #expect(
          theirs.contains {
            $0[0] == row[0] && $0[1] == row[1] && abs($0[2] - row[2]) <= unit
          })
      }
    }
  }

  @Test func hessiansCostAsManyGradientsAsVariables() async throws {
    let runs = try await InterchangeSamples.runs("bbob-f1:n=4", "newton", steps: 3)
    let read = try again("coco", runs).runs[0].trajectory
    let steps = runs[0].trajectory.steps.last ?? 0
    let last = read.cumulated[read.count - 1]
    let counts = runs[0].trajectory.cumulated[runs[0].trajectory.count - 1]
    #expect(steps >= 1 && counts[.hessians] >= 1)
    #expect(
      last[.gradients] + last[.products]
        == counts[.gradients] + counts[.products] + 4 * counts[.hessians])
    #expect(last[.values] + last[.gradients] == counts[.values] + counts[.gradients])
  }

  @Test func pathsOfCOCO() async throws {
    let runs = try await InterchangeSamples.runs(
      "bbob-f1", "sgd:lr=0.1", steps: 5, keepsIterates: true)
    let (ours, read) = (runs[0].trajectory, try again("coco", runs).runs[0].trajectory)
    #expect(read.keepsIterates && read.count == ours.count)
    for i in 0..<ours.count { #expect(read.point(i) == ours.point(i)) }
  }

  @Test func ioh() async throws {
    let runs = try await InterchangeSamples.runs(
      "beale,rosenbrock:n=4,rosenbrock,quadratic:condition=7,bbob-f2:instance=4",
      "adam:lr=0.05,newton,bfgs", seeds: 2, starts: [.standard, .tenfold, .random(2)])
    let read = try again("ioh", runs)
    #expect(read.notes.isEmpty)
    #expect(Set(read.runs.map(\.problem)) == Set(runs.map(\.problem)))
    for run in runs {
      let twins = read.runs.filter {
        $0.name == run.name && $0.problem == run.problem
          && $0.trajectory.seed == run.trajectory.seed
      }
      let twin = try #require(twins.first?.trajectory)
      let own = run.trajectory
      #expect(twins.count == 1 && twin.optimizer == own.optimizer && twin.minimum == own.minimum)
      for (i, step) in twin.steps.enumerated() {
        guard let entry = own.steps.firstIndex(of: step) else {
          // What was asked in a step that did not end.
          #expect(i == twin.count - 1 && own.counts != own.cumulated[own.count - 1])
          continue
        }
        #expect(twin.cumulated[i] == own.cumulated[entry])
        let unit = max(1, abs(own.minimum ?? 0)) * 0x1p-50
        #expect(abs(twin.values[i] - own.values[entry]) <= max(unit, own.values[entry] * 0x1p-51))
      }
      for query in [Query.values, .gradients] { #expect(twin.counts[query] == own.counts[query]) }
      // Where nothing was asked between two steps only the later one is there.
      #expect(twin.count >= own.count / 2)
    }
  }

  @Test func pathsAndUnknownMinimaOfIOH() async throws {
    let runs = try await InterchangeSamples.runs(
      "x^3+y^2", "sgd:lr=0.01", steps: 4, keepsIterates: true)
    let files = try InterchangeFormat(spelling: "ioh").files(runs)
    #expect(files.notes == ["min f of x^3+y^2 is not known: its raw_y is f"])
    let read = try again("ioh", runs).runs[0]
    #expect(read.trajectory.minimum == nil && read.problem.function == runs[0].problem.function)
    #expect(read.trajectory.values == runs[0].trajectory.values)
    #expect(read.trajectory.coordinates == runs[0].trajectory.coordinates)
  }

  @Test func othersThanBBOBAreLeftOutOfCOCO() async throws {
    let runs = try await InterchangeSamples.runs("bbob-f1,beale,noisy(bbob-f1)", "sgd:lr=0.1")
    let files = try InterchangeFormat(spelling: "coco").files(runs)
    #expect(
      files.notes == ["left out 2 runs of functions that COCO has not (it has bbob-f1 to f24)"])
    #expect(
      files.files.map(\.path) == [
        "sgd-lr-0.1/data_f1/bbobexp_f1_DIM2.dat", "sgd-lr-0.1/data_f1/bbobexp_f1_DIM2.tdat",
        "sgd-lr-0.1/bbobexp_f1.info",
      ])
    #expect {
      _ = try InterchangeFormat(spelling: "coco").files(Array(runs[1...]))
    } throws: {
      ($0 as? SpecificationError)?.kind == .badData
        && "\($0)".contains("expected bbob-f1 to bbob-f24")
    }
  }
}
