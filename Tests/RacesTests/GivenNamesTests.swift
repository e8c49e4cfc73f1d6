import DescentKit
import Testing

/// Races keep the names that their optimizers were given, in files too.
struct GivenNamesTests {
  private func recording(_ optimizers: String) throws -> RaceRecording {
    try #require(try RacePlan("booth", optimizers: optimizers, steps: 3).run().first)
  }

  @Test func recordingsComeBackWithTheirNames() throws {
    let recording = try recording("adamw:lr=0.1,sgd,saddle-free")
    let bytes = RecordingFile.bytes([recording])
    let again = try #require(try RecordingFile.read(bytes).first)
    #expect(again.names?.map(\.description) == ["adamw:lr=0.1", "sgd", "saddle-free"])
    #expect(RecordingFile.bytes([again]) == bytes)
  }

  /// There is a name for each optimizer, or none at all.
  @Test(arguments: ["\"adamw\"", "\"adamw\",\"sgd\",\"sgd\"", ""])
  func otherNumbersOfNamesAreRefused(names: String) throws {
    let text = String(decoding: RecordingFile.bytes([try recording("adamw,sgd")]), as: UTF8.self)
    let spoilt = text.replacing(/"names":\s*\[[^\]]*\]/, with: "\"names\":[\(names)]")
    #expect(spoilt != text)
    let error = #expect(throws: JSONError.self) { try RecordingFile.read(Array(spoilt.utf8)) }
    #expect(error?.description.contains("expected one for each") == true)
  }

  /// What says no more than the runs do is not written.
  @Test func plainNamesAreNotWritten() throws {
    let bytes = RecordingFile.bytes([try recording("sgd:lr=0.1,adam")])
    #expect(!String(decoding: bytes, as: UTF8.self).contains("\"names\""))
  }

  @Test(arguments: [
    ("title", "A title"), ("subtitle", "Below"), ("footer", "At the bottom"),
  ])
  func wordsAreDrawn(key: String, word: String) throws {
    var request = DrawingRequest()
    request.theme = .dark
    let setting = try #require(DrawingSettings.all.first { $0.name == key })
    try setting.read(word, into: &request)
    let drawing = try RaceDrawing([try recording("sgd,adam")], request)
    #expect(try drawing.still().marks.flatMap(\.texts).map(\.text).contains(word))
  }

  @Test(arguments: ["title", "subtitle", "footer", "label", "note"])
  func emptyWordsAreRefused(key: String) throws {
    let setting = try #require(DrawingSettings.all.first { $0.name == key })
    for text in ["", "  "] {
      var request = DrawingRequest()
      #expect(throws: SpecificationError.self) { try setting.read(text, into: &request) }
    }
  }

  @Test(arguments: RaceStyle.Layout.allCases)
  func entrantsAreCalledAsTheyWereGiven(layout: RaceStyle.Layout) throws {
    var request = DrawingRequest()
    (request.layout, request.title) = (layout, "none")
    let drawing = try RaceDrawing([try recording("adamw,saddle-free,sgd:lr=0.1")], request)
    let texts = try drawing.still().marks.flatMap(\.texts).map(\.text)
    #expect(texts.contains("AdamW") && texts.contains("Saddle-free Newton"))
    if layout != .figure { #expect(texts.contains("lr=0.001") && texts.contains("lr=0.1")) }
  }
}
