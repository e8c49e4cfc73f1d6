import ArgumentParser
import DescentKit

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

  @Argument(
    help: "Functions, as in: himmelblau, rosenbrock:n=10",
    completion: SpecificationCompletion.functions.kind)
  var functions: [String] = []

  @OptionGroup var optimizers: OptimizerOptions
  @OptionGroup var options: RunOptions
  @OptionGroup var race: RaceOptions
  @Option(RaceSettings.seeds) var seeds: Int?
  @Option(RaceSettings.starts) var starts: StartRule?
  @Option(RaceSettings.output) var output: String?

  @Option(
    help: "Read the race from a YAML file; what else is given takes the place of what it says.")
  var file: String?

  @Option(help: "Write the race as a YAML file too.")
  var save: String?

  func run() async throws {
    let given = try request()
    let file = try file.map(Self.file)
    let request = try (file?.request.replaced(by: given) ?? given).completed()
    do {
      try await draw(request, exempt: exempt(given, beside: file))
    } catch let error as SettingError {
      throw file?.located(error, beside: given) ?? error
    }
  }

  /// What the command line says.
  func request() throws -> RaceRequest {
    var request = RaceRequest()
    request.functions =
      functions.isEmpty ? nil : try functions.flatMap(FunctionName.functions)
    request.optimizers = try optimizers.given()
    request.run = options.request
    request.drawing = race.request
    (request.seeds, request.starts, request.output) = (seeds, starts, output)
    return request
  }

  static func file(_ path: String) throws -> RaceFile {
    let text = try InputFile.text(path, expected: "a YAML file with a race")
    return try RaceFile(text, path: path)
  }

  /// Settings that a file gives for formats which the command line replaces.
  private func exempt(_ given: RaceRequest, beside file: RaceFile?) -> Set<String> {
    guard let file, !given.keys.isDisjoint(with: ["format", "layout"]) else { return [] }
    return file.request.keys(beside: given)
  }

  private func draw(_ request: RaceRequest, exempt: Set<String>) async throws {
    let text = save == nil ? [] : Array(try RaceFile.text(of: request).utf8)
    let path = request.folder
    if let save { try OutputFile.requireFree(save, for: text, besides: path) }
    let written = try await request.draw(besides: exempt, reporter: Console())
    try Console.tell(written, in: path, as: request.drawing.output())
    guard let save else { return }
    try OutputFile.write(text, to: save)
    print(TerminalText.line("\(save): this race"))
  }
}
