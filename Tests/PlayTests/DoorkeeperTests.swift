import Testing

@testable import Play

@Suite("Who is let in")
struct DoorkeeperTests {
  static let address = PlayAddress(host: "127.0.0.1", port: 7700, token: "abcdefgh2345")
  static let open = PlayAddress(host: "0.0.0.0", port: 7700, token: "abcdefgh2345")

  struct Case: Sendable, CustomTestStringConvertible {
    var method = Question.Method.post
    var target = "/abcdefgh2345/race?part=runs"
    var host = ["127.0.0.1:7700"]
    var origin: [String] = []
    let status: Reply.Status?
    var testDescription: String { "\(method) \(target) \(host) \(origin)" }

    func status(at address: PlayAddress) -> Reply.Status? {
      let question = Question(method, target, host: host, origin: origin, body: [])
      switch Doorkeeper(address: address).admitted(question) {
      case .success: return nil
      case .failure(let refusal): return refusal.reply.status
      }
    }
  }

  @Test(arguments: [
    Case(status: nil),
    Case(method: .get, target: "/abcdefgh2345/", status: nil),
    Case(host: ["localhost:7700"], origin: ["http://localhost:7700"], status: nil),
    Case(host: ["LOCALHOST:7700"], status: nil),
    Case(method: .other, status: .wrongMethod),
    Case(host: [], status: .forbidden),
    Case(host: ["127.0.0.1"], status: .forbidden),
    Case(host: ["127.0.0.1:7700", "127.0.0.1:7700"], status: .forbidden),
    // A name of somebody else's that leads here: DNS rebinding.
    Case(host: ["evil.example:7700"], status: .forbidden),
    Case(origin: ["http://evil.example"], status: .forbidden),
    Case(origin: ["https://127.0.0.1:7700"], status: .forbidden),
    Case(origin: ["null"], status: .forbidden),
    Case(target: "/", status: .forbidden),
    Case(target: "", status: .forbidden),
    Case(target: "/race", status: .forbidden),
    Case(target: "/abcdefgh2345", status: .forbidden),
    Case(target: "/abcdefgh2346/race", status: .forbidden),
    Case(target: "/abcdefgh23455/race", status: .forbidden),
    Case(target: "//abcdefgh2345/race", status: .forbidden),
    Case(target: "/../abcdefgh2345/race", status: .forbidden),
  ])
  func admits(_ one: Case) {
    #expect(one.status(at: Self.address) == one.status)
  }

  @Test("Where every address is listened on, the token alone keeps others out")
  func unbound() {
    let named = Case(host: ["lecture-hall:7700"], origin: ["http://lecture-hall:7700"], status: nil)
    #expect(named.status(at: Self.open) == nil)
    #expect(Case(host: ["lecture-hall:80"], status: nil).status(at: Self.open) == .forbidden)
    let foreign = Case(host: ["hall:7700"], origin: ["http://evil.example"], status: nil)
    #expect(foreign.status(at: Self.open) == .forbidden)
  }

  @Test func tokens() {
    let tokens = (0..<100).map { _ in PlayAddress.newToken() }
    #expect(Set(tokens).count == 100)
    #expect(tokens.allSatisfy { $0.count == 12 && $0.allSatisfy { $0.isLetter || $0.isNumber } })
  }
}
