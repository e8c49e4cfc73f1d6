import Experiments
import LinearAlgebra
import Objectives
import Specifications

/// Reads COCO's exdata, of this program or of published archives.
///
/// A run's steps are evaluations of f behind the first. Of those only the ones at which the lowest
/// f was written down have an entry, with the lowest f until there; iterates are where that was.
enum COCOReader {
  static func runs(_ request: ImportRequest) throws(SpecificationError) -> ImportedRuns {
    var imported = ImportedRuns()
    var names = ImportedNames()
    for path in request.source.paths where path.hasSuffix(".info") {
      let (bytes, file) = try request.source.beginning(path)
      let index = try COCOIndex(TextLine.all(of: bytes, file: file))
      for entry in index.entries {
        let blocks = try blocks(of: entry, besides: path, in: request.source, &imported)
        let algorithm = Algorithm(entry, path, request, &names, &imported)
        var repetitions: [Int: UInt64] = [:]
        for (instance, block) in zip(entry.instances, blocks) {
          let seed = repetitions[instance, default: 0]
          repetitions[instance] = seed + 1
          imported.runs.append(
            try run(block, instance, seed: seed, of: entry, by: algorithm, &imported))
        }
      }
    }
    return imported
  }

  /// What a run is called.
  private struct Algorithm {
    let title: String
    let name: String
    let optimizer: Specification
    let version: String

    /// A specification of this program stays what it is; other names are no optimizer's here.
    init(
      _ entry: COCOIndex.Entry, _ path: String, _ request: ImportRequest,
      _ names: inout ImportedNames, _ imported: inout ImportedRuns
    ) {
      let folder = path.split(separator: "/").dropLast().last.map(String.init)
      title = request.optimizer ?? entry.algorithm ?? folder ?? "imported"
      if let own = COCOComment.optimizer(entry.comment), request.optimizer == nil {
        (optimizer, name) = (own, title)
      } else {
        optimizer = names.specification(title, noting: &imported)
        name = optimizer.name
      }
      version = "COCO"
    }
  }

  // MARK: Data files

  /// The runs of an entry, in the order in which it lists them.
  private static func blocks(
    of entry: COCOIndex.Entry, besides path: String, in source: ImportSource,
    _ imported: inout ImportedRuns
  ) throws(SpecificationError) -> [COCOBlock] {
    var blocks: [COCOBlock] = []
    for (name, word) in entry.files {
      let file = ImportSource.path(name, besides: path)
      let lines = try source.lines(file) { word.error($0) }
      var own = try COCOBlock.all(of: lines, entry)
      let times = String(file.dropLast("dat".count)) + "tdat"
      if let lines = try source.linesIfThere(times) {
        let more = try COCOBlock.all(of: lines, entry)
        guard more.count == own.count else {
          throw word.error(
            "'\(name)' has \(own.count) runs and its .tdat \(more.count); expected as many")
        }
        for i in own.indices { own[i].add(more[i]) }
      } else {
        imported.note("'\(name)' has no .tdat beside it: crossings alone are read")
      }
      blocks += own
    }
    guard blocks.count == entry.instances.count else {
      throw entry.line.error(
        "lists \(entry.instances.count) runs, and the data files hold \(blocks.count); expected "
          + "as many")
    }
    return blocks
  }

  // MARK: Runs

  private static func run(
    _ block: COCOBlock, _ instance: Int, seed: UInt64, of entry: COCOIndex.Entry,
    by algorithm: Algorithm, _ imported: inout ImportedRuns
  ) throws(SpecificationError) -> StudyRun {
    let problem = COCOProblem(
      function: entry.function, dimension: entry.dimension, instance: instance)
    let own = entry.suite == "bbob" ? problem.own : nil
    if let told = block.minimum, let known = own?.minimum,
      abs(told - known) > 1e-6 * max(1, abs(known))
    {
      imported.note(
        "\(block.file): Fopt is \(NumberText.short(told)), but min f of "
          + "\(problem.specification(suite: "bbob")) is \(NumberText.short(known))")
    }
    let minimum = own?.minimum ?? block.minimum ?? 0
    let function = own?.specification ?? problem.specification(suite: plainSuite(entry.suite))
    let trajectory = try block.trajectory(
      of: function, in: entry.dimension, minimum: minimum, by: algorithm.optimizer,
      titled: algorithm.title, seed: seed,
      isCharged: entry.format.hasSecondCount && entry.suite == "bbob")
    return StudyRun(
      StudyProblem(function, from: .elsewhere), name: algorithm.name, plan: "imported",
      basis: own?.minimumBasis ?? .given, trajectory: trajectory, version: algorithm.version)
  }

  private static func plainSuite(_ name: String) -> String {
    let kept = FileNames.plain(name, keeping: "-_.")
    return kept.isEmpty ? "coco" : kept
  }
}
