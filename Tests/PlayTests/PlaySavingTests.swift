import Foundation
import JSON
import Races
import Specifications
import Testing

@testable import Play

@Suite("Races saved from a page")
struct PlaySavingTests {
  private static func save(_ query: String, as format: String) async throws -> URL {
    let request = try RaceQuery(query).request.completed()
    let told = try await PlaySaving(request, limits: PlayLimits()).write(format)
    return URL(fileURLWithPath: try JSONReader(told).member("path").string())
  }

  @Test("Two races of a function have two folders; the same race has one")
  func folders() async throws {
    let query = "functions=sphere:n=2&optimizers=sgd:lr=0.125&steps=4"
    let first = try await Self.save(query, as: "yaml")
    defer { try? FileManager.default.removeItem(at: first) }
    let again = try await Self.save(query, as: "yaml")
    let other = try await Self.save(query.replacing("0.125", with: "0.25"), as: "yaml")
    defer { try? FileManager.default.removeItem(at: other) }
    #expect(first == again && first != other)
    #expect(first.deletingLastPathComponent().lastPathComponent == "output")
    let text = try String(
      contentsOf: first.appendingPathComponent("race.yaml"), encoding: .utf8)
    let request = try RaceFile(text, path: "race.yaml").request
    #expect(RaceQuery.text(of: request) == RaceQuery.text(of: try RaceQuery(query).request))
  }

  @Test("Only what is known is written, and no more than is good")
  func refusals() async throws {
    let query = "functions=sphere:n=2&optimizers=sgd&steps=4"
    await #expect(throws: SpecificationError.self) { try await Self.save(query, as: "../gif") }
    for more in ["&frames=100000", "&size=4000x4000", "&jobs=64", "&output=/etc"] {
      let request = try RaceQuery(query + more).request.completed()
      #expect(throws: SettingError.self) { try PlayLimits().require(request) }
    }
  }
}
