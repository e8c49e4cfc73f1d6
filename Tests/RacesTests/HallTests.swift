import Experiments
import Objectives
import Optimizers
import Races
import Rendering
import Testing

@testable import Scenes

/// Pictures for the back of a hall, and those of which large text or many entrants leave little.
struct HallTests {
  static let sizes = [
    (480, 360), (640, 480), (1024, 768), (1280, 720), (1920, 1080), (1000, 1000), (800, 1150),
  ].map { PixelSize(width: $0.0, height: $0.1) }

  private static let few = "sgd:lr=0.01,momentum:lr=0.01,rmsprop,adam:lr=0.1,beta1=0.8"
  private static let fourteen =
    "sgd:lr=0.01,sgd:lr=0.02,momentum:lr=0.01,nesterov,adam:lr=0.01,adagrad,rmsprop,bfgs,lbfgs,"
    + "newton,linear-cg,polyak,adadelta,nadam"

  private func film(_ optimizers: String, _ change: (inout RaceStyle) -> Void) throws -> RaceFilm {
    let function = try FunctionName.function("quadratic:condition=20")
    let trajectories = try OptimizerCatalogue.list(optimizers).map {
      try descend(function, with: $0, plan: Plan(budget: Budget(steps: 40), isDetailed: true))
    }
    var style = RaceStyle()
    style.frameLimit = 8
    change(&style)
    return RaceFilm(
      trajectories, on: Landscape(function), style: style, measuring: CairoTextMeasuring())
  }

  private func texts(_ film: RaceFilm) -> [PlacedText] {
    film.poster.marks.flatMap(\.texts)
  }

  @Test(arguments: sizes, RaceStyle.Layout.allCases)
  func textCanBeReadFromTheLastRow(size: PixelSize, layout: RaceStyle.Layout) throws {
    let film = try film(Self.few) {
      ($0.size, $0.layout, $0.contours.colors) = (size, layout, .projector)
      $0.overlays = [.gradient, .momentum]
      if layout == .figure { $0.paperWidth = 120 }
    }
    for text in texts(film) {
      let share = text.style.size / Double(size.height)
      #expect(share >= 0.035 - 1e-12, "\(text.text): \(share)")
      #expect(size.rect.contains(text.box(CairoTextMeasuring())), "\(text.text) leaves the page")
      #expect(!text.hasCutWord, "\(text.text)")
    }
  }

  /// Map and chart alone: no table, no bar, no settings of the run.
  @Test func hallsGetNoTable() throws {
    func words(_ colors: ThemeColors) throws -> Set<String> {
      let film = try film(Self.few) {
        $0.contours.colors = colors
        $0.notes = ["budget 40 steps"]
      }
      return Set(texts(film).map(\.text))
    }
    let (near, hall) = (try words(.light), try words(.projector))
    let table = ["‖∇f‖", "evaluations", "budget spent"]
    #expect(table.allSatisfy { near.contains($0) })
    #expect(table.allSatisfy { !hall.contains($0) })
    #expect(near.contains { $0.contains("budget 40 steps") })
    #expect(!hall.contains { $0.contains("budget 40 steps") })
    #expect(["SGD", "Momentum", "RMSProp", "Adam"].allSatisfy(hall.contains))
  }

  @Test func hallsSeeTheRaceAlone() throws {
    var request = DrawingRequest()
    #expect(try request.style().window == .auto)
    request.theme = .projector
    #expect(try request.style().window == .fit)
    request.window = .domain
    #expect(try request.style().window == .domain)
  }

  /// Names come before all else, at any scale that is let through.
  @Test(arguments: sizes) func namesStayWhole(size: PixelSize) throws {
    for scale in [1, 1.3, RaceStyle.largestScale(for: size)] {
      let film = try film(Self.few) { ($0.size, $0.scale) = (size, scale) }
      let texts = texts(film)
      let bold = Set(texts.filter { $0.style.weight == .bold }.map(\.text))
      #expect(
        ["Momentum", "RMSProp", "SGD", "Adam"].allSatisfy { name in
          bold.contains { $0.hasPrefix(name) }
        }, "\(size) \(scale): \(bold)")
      #expect(texts.allSatisfy { !$0.hasCutWord }, "\(size) \(scale)")
    }
  }

  /// Fourteen at the smallest size have names that can be read; of more than have room the command
  /// says how many have.
  @Test func manyEntrantsAreNamedOrRefused() throws {
    let small = PixelSize(width: 480, height: 360)
    var style = RaceStyle()
    style.size = small
    let most = style.mostEntrants(measuring: CairoTextMeasuring())
    #expect(most >= 14)
    try style.requireRoom(for: most)
    let film = try film(Self.fourteen) { $0.size = small }
    let names = texts(film).filter { $0.style.weight == .bold }
    #expect(names.count == 15)
    #expect(names.allSatisfy { $0.style.size >= 8 && !$0.hasCutWord })
    let error = #expect(throws: (any Error).self) { try style.requireRoom(for: most + 1) }
    #expect(String(describing: error).contains("at most \(most)"))
  }
}
