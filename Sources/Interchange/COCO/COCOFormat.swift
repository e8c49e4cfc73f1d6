import Experiments
import Objectives
import Specifications

extension InterchangeFormat {
  /// Facts of the format: COCO's observer 2.8.2 and cocopp 2.9.1; N. Hansen, A. Auger, R. Ros,
  /// O. Mersmann, T. Tušar and D. Brockhoff, "COCO: a platform for comparing continuous optimizers
  /// in a black-box setting", Optimization Methods and Software 36 (2021).
  static let coco = InterchangeFormat(
    "coco", "exdata that cocopp reads, of the functions bbob-f1 to bbob-f24; reads exdata",
    reader: RunReader(
      expected: "an index of COCO's exdata (.info)", begins: { $0.hasSuffix(".info") },
      read: COCOReader.runs)
  ) { runs throws(SpecificationError) in try COCOWriter.files(runs) }
}

/// What tells one of the suite's problems.
struct COCOProblem: Hashable {
  let function: Int
  let dimension: Int
  let instance: Int

  init(function: Int, dimension: Int, instance: Int) {
    (self.function, self.dimension, self.instance) = (function, dimension, instance)
  }

  /// nil for functions of other suites, and for those with something put around them.
  init?(_ run: StudyRun) {
    let name = run.problem.function.name
    guard name.hasPrefix("bbob-f"), let number = Int(name.dropFirst("bbob-f".count)),
      (1...24).contains(number), let instance = run.problem.instance
    else { return nil }
    self.init(function: number, dimension: run.trajectory.dimension, instance: instance)
  }

  /// The function here; nil where it has no such instance.
  var own: (any TestFunction)? {
    try? FunctionCatalogue.function(specification(suite: "bbob"))
  }

  func specification(suite: String) -> Specification {
    Specification(
      name: "\(suite)-f\(function)",
      settings: [
        .init(key: "n", value: "\(dimension)"), .init(key: "instance", value: "\(instance)"),
      ])
  }
}
