import ArgumentParser
import Experiments
import Foundation
import Objectives
import Rendering
import Specifications

struct Race: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw optimizers racing down a function, frame by frame.",
    discussion: """
      Alone it draws the lecture's race on Beale's function. Writes frame-0000.png and so on,
      poster.png and trajectories.json into output/race-FUNCTION. Several functions make one film,
      one race after the other.
        descent race himmelblau --optimizer sgd,momentum,adam,newton --start 0,0
        descent race rosenbrock --format html,gif --save race.yaml
        descent race --file race.yaml
      """)

  @Argument(help: "Functions, as in: himmelblau, rosenbrock:n=10")
  var functions: [String] = []

  @OptionGroup var optimizers: OptimizerOptions
  @OptionGroup var options: RunOptions
  @OptionGroup var race: RaceOptions

  @Option(
    help: "Run each optimizer with N seeds, from --seed on, and draw the runs as a cloud.",
    range: .from(1, to: 10_000))
  var seeds = 1

  @Option(help: "Run each optimizer from many starts, and draw a cloud: grid:20x20 or random:100.")
  var starts: String?

  @Option(help: "Folder to write into.")
  var output: String?

  @Option(
    help: "Read the race from a YAML file; what else is given takes the place of what it says.")
  var file: String?

  @Option(help: "Write the race as a YAML file too.")
  var save: String?

  func validate() throws {
    guard options.start == nil || starts == nil else {
      throw ValidationError("--start and --starts exclude each other")
    }
  }

  func run() async throws {
    let script = RaceScript.beale
    let isLecture = functions.isEmpty && optimizers.optimizers.isEmpty
    let names = functions.isEmpty ? [script.function] : functions.flatMap(Self.names)
    let functions = try names.map { try FunctionArgument.function($0) }
    var options = options
    if isLecture, options.start == nil { options.start = script.start }
    let rivals = optimizers.list(
      default: isLecture ? script.optimizers : RaceScript.defaultOptimizers)
    var plans = try functions.map {
      try options.plan(for: $0, defaultSteps: script.steps, idleSteps: 100)
    }
    let style = try race.style()
    try race.requireUse(besides: try optionsOfAnotherFormat)
    for i in plans.indices { plans[i].isDetailed = style.overlays.contains(where: \.needsDetail) }
    let settings = try rivals.flatMap(OptimizerOptions.settings)
    try race.requireLooks(for: settings.count)
    try race.requireRoom(for: settings.count, isCloud: starts != nil || seeds > 1)
    let text = try fileText(functions: names, optimizers: rivals, start: options.start)
    let path = output ?? "output/race-" + FolderName.joined(functions.map(\.folderName))
    if let save { try OutputFile.requireFree(save, for: text, besides: path) }
    let (plane, output) = (try race.planeRule(), try race.output())
    let production = RaceProduction(
      functions: functions, settings: settings,
      starts: try options.startPoints(for: functions), plans: plans, clock: race.clock,
      variants: RunVariants(starts: try starts.map(StartRule.init), seeds: seeds))
    func drawing(of recordings: [RaceRecording]) -> RaceDrawing {
      RaceDrawing(
        recordings: recordings, style: style, clock: race.clock, plane: plane, title: race.title,
        output: output)
    }
    try drawing(of: production.rehearsal()).requireGround()
    let drawing = drawing(of: try production.recordings())
    race.report(try await drawing.write(into: path), in: path)
    guard let save else { return }
    try OutputFile.write(text, to: save)
    print(TerminalText.line("\(save): this race"))
  }

  /// Options that a file gives for formats which the command line replaces.
  private var optionsOfAnotherFormat: Set<String> {
    get throws {
      guard let file else { return [] }
      let given = Set(Arguments.pairs(Array(Arguments.given.dropFirst())).map(\.key))
      guard !given.isDisjoint(with: ["format", "layout"]) else { return [] }
      return Set(try RaceFile(at: file).lines.keys).subtracting(given)
    }
  }

  /// Throws what is wrong with an option whatever the others say.
  func checkEachOption() throws {
    let functions = try functions.flatMap(Self.names).map { try FunctionArgument.function($0) }
    _ = try race.style()
    _ = try race.output()
    _ = try race.planeRule()
    _ = try starts.map(StartRule.init)
    for function in functions.isEmpty ? [Beale()] : functions {
      _ = try options.plan(for: function, defaultSteps: 0)
    }
  }

  /// Several functions may also stand with commas between them, as optimizers may.
  private static func names(_ text: String) -> [String] {
    guard let list = try? Specification.list(parsing: text), list.count > 1,
      (try? FunctionCatalogue.function(text)) == nil
    else { return [text] }
    return list.map(\.description)
  }

  /// What this command says as a file, with what it leaves to the race of the lecture; empty where
  /// none is to be saved.
  private func fileText(
    functions: [String], optimizers: [String], start: String?
  ) throws -> [UInt8] {
    guard save != nil else { return [] }
    var arguments = Array(try Arguments.prepared(Arguments.given).dropFirst())
    if self.functions.isEmpty { arguments = functions + arguments }
    if self.optimizers.optimizers.isEmpty { arguments += optimizers.map { "--optimizer=\($0)" } }
    if options.start == nil, let start { arguments.append("--start=\(start)") }
    return Array(try RaceFile.text(of: arguments).utf8)
  }
}
