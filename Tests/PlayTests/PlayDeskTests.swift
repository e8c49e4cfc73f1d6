import Experiments
import Foundation
import JSON
import Races
import Testing

@testable import Play

@Suite("What pages are answered")
struct PlayDeskTests {
  private static func reply(
    _ path: String, _ body: String = "", method: Question.Method = .post, query: String = "",
    limits: PlayLimits = PlayLimits()
  ) async throws -> Reply {
    let desk = PlayDesk(
      try RaceQuery("functions=beale&steps=3").request.completed(), limits: limits)
    let question = Question(
      method, path + "?" + query, host: [], origin: [], body: Array(body.utf8))
    return await desk.reply(to: question, Substring(path))
  }

  @Test(
    "Each subject has its method, and others are not there",
    arguments: [
      ("race", Question.Method.post, Reply.Status.ok), ("race", .get, .wrongMethod),
      ("", .get, .ok), ("", .post, .wrongMethod), ("step", .get, .wrongMethod),
      ("save", .get, .wrongMethod), ("catalogue", .get, .notFound), ("../race", .post, .notFound),
    ])
  func subjects(_ path: String, _ method: Question.Method, _ status: Reply.Status) async throws {
    let reply = try await Self.reply(path, "functions=beale&steps=3", method: method)
    #expect(reply.status == status)
  }

  @Test("A page of a query that cannot be shows the first race and says why")
  func wrongPage() async throws {
    let reply = try await Self.reply("", method: .get, query: "functions=rosenbrok")
    let text = String(decoding: reply.body, as: UTF8.self)
    #expect(reply.status == .ok)
    #expect(text.contains("Beale") && text.contains("did you mean rosenbrock?"))
  }

  @Test("Of a query that cannot be the page shows what is left without what is wrong")
  func mendedPage() async throws {
    let query = "functions=himmelblau&start=1,1&starts=grid:2x2&steps=3&windov=1"
    let reply = try await Self.reply("", method: .get, query: query)
    let text = String(decoding: reply.body, as: UTF8.self)
    #expect(text.contains("<title>Himmelblau") && text.contains("unknown key 'windov'"))
    #expect(!text.contains("exclude each other"))
  }

  @Test("Files of data are read for this machine's pages alone")
  func files() async throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try "1,2\n2,4\n3,6\n4,8\n5,10\n".write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let query = "functions=linear-regression:data=\(file.path)&optimizers=sgd&steps=3"
    func reply(_ query: String, readsFiles: Bool) async throws -> Reply {
      var limits = PlayLimits()
      limits.readsFiles = readsFiles
      return try await Self.reply("race", query, query: "part=runs", limits: limits)
    }
    #expect(try await reply(query, readsFiles: true).status == .ok)
    let refused = try await reply(query, readsFiles: false)
    #expect(refused.status == .refused)
    #expect(String(decoding: refused.body, as: UTF8.self).contains("none is read here"))
    let named = "functions=linear-regression:data=regression&optimizers=sgd&steps=3"
    #expect(try await reply(named, readsFiles: false).status == .ok)
  }

  @Test("Of what one page asks the last alone is answered")
  func newest() async throws {
    let desk = PlayDesk(
      try RaceQuery("functions=beale&steps=3").request.completed(), limits: PlayLimits())
    // However busy the machine is, the first is not done before the second is asked.
    async let first = desk.computed(for: "a") {
      while !Task.isCancelled { await Task.yield() }
      return .json(.null)
    }
    while await desk.count == 0 { await Task.yield() }
    let second = await desk.computed(for: "a") { .json(.null) }
    #expect(second.status == .ok)
    #expect(await first.status == .busy)
  }
}
