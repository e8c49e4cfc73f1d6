import ArgumentParser
import Experiments
import Objectives
import Optimizers
import Specifications

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show all that is known of a function, an optimizer or a schedule.",
    discussion: """
        descent show himmelblau
        descent show adam --format json
      """)

  @Argument(help: "A name from 'descent list', with settings or without.")
  var name = "rosenbrock"

  @Option(help: "table or json.")
  var format = TextFormat.table

  func run() throws {
    let specification = try Specification(parsing: name)
    let json: JSON
    if FunctionCatalogue.names.contains(specification.name) {
      json = Description.json(try FunctionCatalogue.function(specification))
    } else if let type = OptimizerCatalogue.all.first(where: { $0.name == specification.name }) {
      _ = try OptimizerCatalogue.settings(specification)
      json = Description.json(type)
    } else if let type = ScheduleCatalogue.all.first(where: { $0.name == specification.name }) {
      _ = try ScheduleCatalogue.schedule(specification)
      json = Description.json(type)
    } else {
      let known = FunctionCatalogue.names + OptimizerCatalogue.names + ScheduleCatalogue.names
      throw SpecificationError.unknown("name", specification.name, among: known)
    }
    switch format {
    case .json: print(json)
    case .table: print(Description.text(json))
    }
  }
}
