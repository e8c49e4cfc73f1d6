import ArgumentParser
import DescentKit

struct Lecture: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw the pictures of the lecture on optimization.",
    discussion: """
      Chapters: animation, SGD, momentum, RMSProp and Adam on an elongated bowl, on Beale's
      function and beside a saddle point, each a sequence of frames.
        descent lecture animation
      """)

  static let chapters = ["animation"]

  @Argument(help: "Chapters; all of them unless given.")
  var chapters: [String] = []

  @OptionGroup var race: RaceOptions

  @Option(help: "Folder to write into.")
  var output = "output/lecture"

  func run() async throws {
    for chapter in chapters where !Self.chapters.contains(chapter) {
      throw SpecificationError.unknown("chapter", chapter, among: Self.chapters)
    }
    for script in RaceScript.lecture {
      let path = "\(output)/animation-\(script.name)"
      let request = try script.request(race.request)
      let written = try await request.draw(into: path, reporter: Console())
      try Console.tell(written, in: path, as: request.drawing.output())
    }
  }
}
