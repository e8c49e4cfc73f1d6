import Experiments
import Foundation
import Specifications

/// Writes the folders of COCO's exdata, one an optimizer.
///
/// "f evaluations" are points at which f was asked, with or without its gradient; "g evaluations",
/// which cocopp weighs by `genericsettings.weight_evaluations_constraints`, are gradients, a
/// product of the Hessian counting as one and a Hessian as n.
enum COCOWriter {
  /// - Throws: where no run is of a function of the suite.
  static func files(_ runs: [StudyRun]) throws(SpecificationError) -> InterchangeFiles {
    let (groups, left) = grouped(runs)
    guard !groups.isEmpty else {
      throw SpecificationError(
        "none of \(runs.count) runs is of a function that COCO has; expected bbob-f1 to bbob-f24",
        kind: .badData)
    }
    var files = InterchangeFiles(notes: left)
    var names = FileNames()
    for group in groups { write(group, into: names.own(group.name), &files) }
    return files
  }

  /// The runs of an optimizer, by problem.
  private struct Group {
    let name: String
    let optimizer: Specification
    var runs: [(problem: COCOProblem, run: StudyRun, steps: [ChargedSteps.Step])] = []
  }

  /// Groups in the order of their first runs, and what is left out.
  private static func grouped(_ runs: [StudyRun]) -> (groups: [Group], left: [String]) {
    var groups: [Group] = []
    var places: [String: Int] = [:]
    var (foreign, unfit) = (0, 0)
    for run in runs {
      guard let problem = COCOProblem(run) else {
        foreign += 1
        continue
      }
      let charged = ChargedSteps(run.trajectory)
      let steps = charged.steps + [charged.rest].compactMap(\.self)
      guard !steps.isEmpty, run.trajectory.minimum != nil else {
        unfit += 1
        continue
      }
      let key = "\(run.name)\n\(run.trajectory.optimizer)"
      let place = places[key] ?? groups.count
      places[key] = place
      if place == groups.count {
        groups.append(Group(name: run.name, optimizer: run.trajectory.optimizer))
      }
      groups[place].runs.append((problem, run, steps))
    }
    var left: [String] = []
    if foreign > 0 {
      left.append("left out \(foreign) runs of functions that COCO has not (it has bbob-f1 to f24)")
    }
    if unfit > 0 { left.append("left out \(unfit) runs from starts where f is not finite") }
    return (groups, left)
  }

  private static func write(_ group: Group, into folder: String, _ files: inout InterchangeFiles) {
    let functions = Dictionary(grouping: group.runs) { $0.problem.function }
    for (number, runs) in functions.sorted(by: { $0.key < $1.key }) {
      var index = ""
      let dimensions = Dictionary(grouping: runs) { $0.problem.dimension }
      for (n, runs) in dimensions.sorted(by: { $0.key < $1.key }) {
        let order = runs.indices.sorted {
          (runs[$0].problem.instance, $0) < (runs[$1].problem.instance, $1)
        }
        let stem = "data_f\(number)/bbobexp_f\(number)_DIM\(n)"
        index += head(number, n, group) + "\(stem).dat"
        var (crossings, times) = ("", "")
        for i in order {
          let (problem, run, steps) = runs[i]
          let head = columns(run)
          let best = improvements(steps)
          crossings += head + best.map { row($0, of: run) }.joined()
          times += head + steps.map { row($0, of: run) }.joined()
          let last = steps[steps.count - 1]
          index += ", \(problem.instance):\(last.evaluations)|\(String(format: "%.1e", last.best))"
        }
        index += "\n"
        files.files.append(.init("\(folder)/\(stem).dat", crossings))
        files.files.append(.init("\(folder)/\(stem).tdat", times))
      }
      files.files.append(.init("\(folder)/bbobexp_f\(number).info", index))
    }
  }

  /// Two lines: what was run, and by what.
  private static func head(_ number: Int, _ n: Int, _ group: Group) -> String {
    let name = group.name.replacing("'", with: "")
    return "suite = 'bbob', funcId = \(number), DIM = \(n), Precision = 1.000e-08, "
      + "algId = '\(name)', logger = 'bbob', data_format = 'bbob-new2'\n"
      + "% \(group.optimizer)\(COCOComment.mark)\n"
  }

  private static let most = 6

  /// Points have columns below 7 variables, where they were kept.
  private static func hasPoints(_ run: StudyRun) -> Bool {
    run.trajectory.keepsIterates && run.trajectory.dimension <= most
  }

  private static func columns(_ run: StudyRun) -> String {
    let minimum = run.trajectory.minimum ?? .nan
    let points =
      hasPoints(run) ? (1...run.trajectory.dimension).map { " | x\($0)" }.joined() : ""
    return "% f evaluations | g evaluations | best noise-free fitness - Fopt "
      + "(\(NumberText.short(minimum))) + sum g_i+ | measured fitness | best measured fitness"
      + points + "\n"
  }

  /// The first, those lower than all before, and the last.
  private static func improvements(_ steps: [ChargedSteps.Step]) -> [ChargedSteps.Step] {
    steps.indices.filter {
      $0 == 0 || $0 == steps.count - 1 || steps[$0].best < steps[$0 - 1].best
    }.map { steps[$0] }
  }

  /// No digit is lost.
  private static func row(_ step: ChargedSteps.Step, of run: StudyRun) -> String {
    let trajectory = run.trajectory
    let counts = step.counts
    let gradients =
      counts[.gradients] + counts[.products] + trajectory.dimension * counts[.hessians]
    let minimum = trajectory.minimum ?? .nan
    let numbers =
      [step.best, trajectory.values[step.entry], minimum + step.best]
      + (hasPoints(run) ? trajectory.point(step.entry).map { $0 } : [])
    let words = numbers.map(NumberText.short).joined(separator: " ")
    return "\(step.evaluations) \(gradients) \(words)\n"
  }
}

/// The line of an index in which COCO lets people write what they like: here what the optimizer
/// is.
enum COCOComment {
  /// What stands behind the specification.
  static let mark = " by Descent"

  /// The specification; nil in files of other programs.
  static func optimizer(_ comment: String) -> Specification? {
    let text = comment.drop { $0 == "%" || $0 == " " }
    guard text.hasSuffix(mark) else { return nil }
    return try? Specification(parsing: String(text.dropLast(mark.count)))
  }
}
