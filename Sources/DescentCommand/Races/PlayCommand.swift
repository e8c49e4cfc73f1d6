import ArgumentParser
import DescentKit

struct PlayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Open a race in the browser: drag its start, turn its rates, choose its function.",
    discussion: """
      Serves a page until Ctrl-C: from this machine alone, unless --host tells otherwise, and under
      an address that nobody else knows.
        descent play himmelblau --optimizer sgd:lr=0.01,adam:lr=0.1
        descent play --file race.yaml --open
      """)

  @Argument(
    help: "A function, as in: himmelblau, rosenbrock:n=10, x^2+10*y^2",
    completion: SpecificationCompletion.functions.kind)
  var function: String?

  @OptionGroup var optimizers: OptimizerOptions
  @OptionGroup var options: RunOptions
  @OptionGroup var race: RaceOptions
  @Option(RaceSettings.seeds) var seeds: Int?
  @Option(RaceSettings.starts) var starts: StartRule?

  @Option(
    help: "Read the race from a YAML file; what else is given takes the place of what it says.")
  var file: String?

  @Option(
    help: """
      The port to listen on, 1 to 65535; \(PlayServer.usualPort), or the next that is free, unless \
      given.
      """)
  var port: Int?

  @Option(
    help: """
      An address of this machine to listen on, as 0.0.0.0 for all: whoever knows the page's \
      address and reaches this machine can use it. This machine alone unless given.
      """)
  var host: String?

  @Flag(help: "Open the page in the browser.")
  var open = false

  func run() async throws {
    if let port { try Self.requirePort(port) }
    let server = try await PlayServer(try request(), host: host, port: port)
    if !server.isLocal {
      StandardError.say("whoever reaches this machine and knows the address can use the page")
    }
    print(TerminalText.line("\(server.url): the race; Ctrl-C ends it"))
    try StandardOutput.finish()
    // The browser's own program may last as long as the browser.
    let opening = open ? Task { await Self.show(server.localURL) } : nil
    try await Interruption.gently(telling: "the page is closed") { await server.run() }
    opening?.cancel()
  }

  private static func show(_ url: String) async {
    guard await !Browser.open(url), !Task.isCancelled else { return }
    StandardError.say("no browser was found; expected one that opens the address")
  }

  private static func requirePort(_ port: Int) throws {
    guard (1...65535).contains(port) else {
      throw SettingError("port", "\(port) is none; expected 1 to 65535")
    }
  }

  /// What the command line says, with what the file says beside it.
  private func request() throws -> RaceRequest {
    var given = RaceRequest()
    given.functions = try function.map { [try FunctionName.function($0)] }
    given.optimizers = try optimizers.given()
    given.run = options.request
    given.drawing = race.request
    (given.seeds, given.starts) = (seeds, starts)
    let file = try file.map(Race.file)
    return try (file?.request.replaced(by: given) ?? given).completed()
  }
}
