import ArgumentParser
import DescentKit
import Foundation
import Testing

@testable import DescentCommand

/// What would not fit into memory is refused before it runs, in one line with the number.
@Suite struct MemoryTests {
  @Test(arguments: [
    ("run mgh-32:n=5000,m=10000000 --optimizer lm", "levenberg-marquardt: the Jacobian of 1"),
    ("run mgh-32:n=5000,m=10000000 --optimizer gauss-newton", "1200 GB"),
    ("run shift(mgh-32:n=5000,m=10000000) --optimizer lm", "1200 GB"),
    ("run sphere:n=100000 --steps 1900 --format json", "--format json would take 13 GB"),
    ("run sphere:n=100000 --steps 1900 --format csv", "--format csv would take 13 GB"),
    ("run sphere:n=100000 --steps 100000 --record all", "recording 100000 steps in 100000"),
    ("measure noisy(sphere) --steps 100000 --seeds 10000", "measuring 30000 runs"),
    ("race rosenbrock:n=100 --starts random:10000", "a race of 40000 runs in 100 variables"),
    ("race --size 7680x4320 --jobs 32", "--jobs 32 at 7680x4320 pixels would take 17 GB"),
  ])
  func whatDoesNotFitIsRefused(line: String, said: String) async throws {
    let words = line.split(separator: " ").map(String.init)
    let folder = NSTemporaryDirectory() + "descent-never-written-\(UUID().uuidString)"
    let output = words[0] == "run" ? [] : ["--output", folder]
    let error = try await #require(throws: (any Error).self) {
      var command = try Descent.parseAsRoot(words + output)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    }
    let (code, message) = Failure.describe(error)
    #expect(code == 64 && message.contains(said) && !message.contains("\n"), "\(message)")
    #expect(message.contains("GB of memory, more than the 4 GB"), "\(message)")
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  /// Unless told how many, there are no more workers than fit.
  @Test func workersFitIntoMemory() throws {
    var request = DrawingRequest()
    request.size = PixelSize(width: 7680, height: 4320)
    #expect(try (1...7).contains(request.output().workers))
    (request.size, request.jobs) = (nil, 32)
    #expect(try request.output().workers == 32)
  }
}
