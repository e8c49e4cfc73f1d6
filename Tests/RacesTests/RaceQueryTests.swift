import DescentKit
import Testing

@Suite("Races as queries")
struct RaceQueryTests {
  @Test(
    "A query says what it is read from",
    arguments: [
      "functions=beale&optimizers=sgd:lr=0.1&optimizers=adam:lr=power(0.1,r=20)&start=-1.2,1",
      "functions=x^2%2B10*y^2&optimizers=momentum&steps=50&seed=7&overlay=tails,momentum",
      "functions=rosenbrock:n=5&optimizers=bfgs&plane=principal&window=-2:2,-1:3&levels=1,2,5",
      "functions=sphere&optimizers=sgd&label=a%26b%3Dc%25&color=%230055CC&note=20:%20here%20%C3%BC",
    ])
  func roundTrip(_ query: String) throws {
    let request = try RaceQuery(query).request
    let text = RaceQuery.text(of: request)
    #expect(RaceQuery.text(of: try RaceQuery(text).request) == text)
    // What a file says is the same.
    let file = try RaceFile(RaceFile.text(of: request), path: "race.yaml").request
    #expect(RaceQuery.text(of: file) == text)
    let keys = (try RaceQuery.pairs(text).map(\.key), try RaceQuery.pairs(query).map(\.key))
    #expect(keys.0.sorted() == keys.1.sorted())
  }

  @Test(
    "What has one value is given once",
    arguments: ["start=1,1&start=2,2", "steps=5&seed=1&steps=5", "theme=dark&theme=light"])
  func twice(_ query: String) throws {
    let error = #expect(throws: SettingError.self) { try RaceQuery(query) }
    #expect("\(try #require(error))".contains("given twice; expected one value"))
    // Empty values say nothing, and lists have as many as are given.
    _ = try RaceQuery("start=&start=2,2&label=a&label=b&optimizers=sgd&optimizers=adam")
  }

  @Test func signs() throws {
    let pairs = try RaceQuery.pairs("a=1+2&b=1%2B2&c&=d&e=f=g&&")
    #expect(pairs.map(\.key) == ["a", "b", "c", "", "e"])
    #expect(pairs.map(\.value) == ["1 2", "1+2", "", "d", "f=g"])
    #expect(throws: SettingError.self) { try RaceQuery.pairs("a=%ff") }
  }
}
