import Foundation
import Objectives
import Optimizers
import Scenes
import Specifications
import Testing

@testable import Races

/// Charts and guides as options and files ask for them.
struct ChartRequestTests {
  private static func request(_ file: String) throws -> RaceRequest {
    try RaceFile(file + "\nsteps: 3\nformat: svg", path: "race.yaml").request
  }

  @Test(arguments: ChartQuantity.all)
  func filesSayWhatTheyAreTold(quantity: ChartQuantity) throws {
    let text = "\(quantity.name):scale=linear,gradient"
    let request = try Self.request("function: beale\nchart: \(text)\nguide: 1/k,0.9^k,1e-6")
    #expect(request.drawing.charts?.spelling == text)
    #expect(request.drawing.guides == [.power(1), .factor(0.9), .level(1e-6)])
    let again = try RaceFile(RaceFile.text(of: request), path: "race.yaml").request
    #expect(again.drawing.charts == request.drawing.charts)
    #expect(again.drawing.guides == request.drawing.guides)
  }

  /// What no optimizer has is refused before the race, with what there is.
  @Test(arguments: [
    ("coordinate-rate", "sgd"), ("accuracy", "adam"), ("loss", "adam"), ("sharpness", "sgd"),
  ])
  func whatNobodyHasIsRefused(chart: String, optimizer: String) async throws {
    let request = try Self.request("function: beale\noptimizer: \(optimizer)\nchart: \(chart)")
    let path = NSTemporaryDirectory() + "descent-charts-\(UUID().uuidString)"
    let error = await #expect(throws: SettingError.self) { try await request.draw(into: path) }
    #expect(error?.setting == "chart")
    let message = error?.description ?? ""
    #expect(message.hasPrefix("chart \(chart) is not known of any optimizer on 'beale'"))
    #expect(message.contains("expected one of excess, value, gradient, speed, rate"))
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: [
    ("chart: excess,value,gradient,speed", "chart", "has 4 charts; expected at most 3"),
    ("chart: speed\nlayout: figure", "layout", "figure has no chart for chart speed"),
    ("guide: 1/k\nlayout: figure", "layout", "figure has no chart for guide 1/k"),
    ("guide: 1/k\nclock: seconds", "guide", "1/k goes by steps"),
  ])
  func whatDoesNotGoTogetherIsRefused(lines: String, setting: String, reason: String) async throws {
    let request = try Self.request("function: beale\noptimizer: sgd\n\(lines)")
    let path = NSTemporaryDirectory() + "descent-charts-\(UUID().uuidString)"
    let error = await #expect(throws: SettingError.self) { try await request.draw(into: path) }
    #expect(error?.setting == setting)
    #expect(error?.description.contains(reason) == true, "\(error?.description ?? "")")
  }

  /// Those that ask for it are recorded in detail, others are not.
  @Test(arguments: ChartQuantity.all)
  func detailIsRecordedWhereItIsNeeded(quantity: ChartQuantity) throws {
    let request = try Self.request("function: beale\noptimizer: adam\nchart: \(quantity.name)")
    #expect(try request.plan().problems.allSatisfy { $0.plan.isDetailed == quantity.needsDetail })
  }
}
