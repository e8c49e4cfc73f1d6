import Experiments
import JSON
import Specifications

/// A run with what its user calls the optimizer, and the version of the program that made it.
package struct NamedRun {
  let run: Trajectory
  let name: String
  let version: String

  package init(run: Trajectory, name: String, version: String) {
    (self.run, self.name, self.version) = (run, name, version)
  }
}

/// What tells a run from others, the same in all its rows.
package enum RunColumns {
  package typealias Column = CSVColumn<NamedRun>

  package static let function = Column("function", "specification of f") {
    .string($0.run.function.description)
  }
  package static let dimension = Column("n", "number of variables") { .integer($0.run.dimension) }
  package static let start = Column(
    "start", unit: "x",
    "the start's first six coordinates, and `...` with a checksum of all where there are more"
  ) { .string($0.run.count > 0 ? NumberText.distinct($0.run.point(0), atMost: 6) : "") }
  package static let minimum = Column(
    "minimum", unit: "f", "min f; empty where it is not known"
  ) { .optional($0.run.minimum, JSON.number) }
  package static let optimizer = Column("optimizer", "the optimizer as it was given") {
    .string($0.name)
  }
  package static let specification = Column(
    "specification",
    "what that stands for: the method's own name, and the settings that differ from its defaults"
  ) { .string($0.run.optimizer.description) }
  package static let seed = Column("seed", "seed of the run") { .unsigned($0.run.seed) }
  package static let outcome = Column("outcome", "how the whole run ended") {
    .string($0.run.outcome.kind.rawValue)
  }
  package static let version = Column("version", "of the program that made the run") {
    .string($0.version)
  }
}
