import CZlib
import Foundation
import Scenes
import Testing

@testable import Rendering

@Suite struct AnimationTests {
  /// Laid one above the other, the frames show what the film's palette images show.
  @Test(arguments: SampleFilm.Ground.allCases)
  func framesAddUpToTheFilm(landscape: SampleFilm.Ground) throws {
    let film = SampleFilm(landscape: landscape)
    let palette = try FilmSurvey.palette(of: film)
    var frames = try AnimationFrames(film, palette: palette)
    var canvas = try FilmCanvas(film)
    var whole = IndexBuffer(size: film.size, palette: palette)
    var screen = [UInt8](repeating: 0, count: film.size.width * film.size.height)
    var changes: [RowChange] = []
    for index in 0..<film.frameCount {
      if let frame = try frames.frame(index) { show(frame, on: &screen, film.size) }
      for rect in try canvas.show(index) {
        whole.update(from: canvas.frame, in: rect, changes: &changes)
      }
      #expect(screen == whole.pixels, "frame \(index)")
    }
  }

  private func show(_ frame: AnimationFrame, on screen: inout [UInt8], _ size: PixelSize) {
    var place = 0
    for y in frame.rect.minY..<frame.rect.maxY {
      for x in frame.rect.minX..<frame.rect.maxX {
        let pixel = frame.pixels[place]
        if pixel != AnimationFrames.unchanged { screen[y * size.width + x] = pixel }
        place += 1
      }
    }
  }

  @Test(arguments: AnimationFormat.allCases)
  func filesAreTheSameEachTime(format: AnimationFormat) throws {
    let film = SampleFilm()
    let renderer = FilmRenderer(workers: 1)
    let first = try renderer.animations(of: film, as: [format], framesPerSecond: 25)[format]
    let again = try renderer.animations(of: film, as: [.gif, .apng], framesPerSecond: 25)[format]
    #expect(first?.isEmpty == false && first == again)
  }

  /// The first picture of an animated PNG is what readers without animations show.
  @Test func anAPNGBeginsWithTheFirstFrame() throws {
    let film = SampleFilm()
    let files = try FilmRenderer().animations(of: film, as: [.apng], framesPerSecond: 25)
    let first = try CairoPNG.decode(try #require(files[.apng]))
    var worker = try FilmRenderer(encoder: .libpng, colors: .palette).makeWorker(film)
    #expect(first.samples() == (try CairoPNG.decode(worker.png(ofFrame: 0)).samples()))
  }

  /// The number of frames stands before them, though it is known after them only.
  @Test func anAPNGCountsItsFrames() throws {
    let film = SampleFilm()
    let palette = try FilmSurvey.palette(of: film)
    var source = try AnimationFrames(film, palette: palette)
    let changing = try (0..<film.frameCount).filter { try source.frame($0) != nil }.count
    let files = try FilmRenderer().animations(of: film, as: [.apng], framesPerSecond: 25)
    let chunks = try self.chunks(of: #require(files[.apng]))
    let control = try #require(chunks.first { $0.type == "acTL" })
    let count = control.data.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    #expect(count == changing)
    #expect(chunks.map(\.type).filter { $0 == "fcTL" }.count == changing)
    #expect(chunks.allSatisfy { $0.isIntact })
  }

  private struct Chunk {
    let type: String
    let data: [UInt8]
    let isIntact: Bool
  }

  private func chunks(of file: [UInt8]) throws -> [Chunk] {
    var chunks: [Chunk] = []
    var rest = file.dropFirst(PNGChunk.signature.count)
    while !rest.isEmpty {
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      try #require(rest.count >= length + 12)
      let body = Array(rest.dropFirst(4).prefix(length + 4))
      let sum = rest.dropFirst(8 + length).prefix(4).reduce(0) { $0 << 8 | UInt($1) }
      chunks.append(
        Chunk(
          type: String(decoding: body.prefix(4), as: UTF8.self), data: Array(body.dropFirst(4)),
          isIntact: crc32(0, body, uInt(body.count)) == sum))
      rest = rest.dropFirst(length + 12)
    }
    return chunks
  }

  /// A film that stands still is one picture, which stays for all frames and the pause.
  @Test func aStillFilmIsOnePicture() throws {
    let film = StillFilm(background: Samples.picture(Samples.marks))
    let files = try FilmRenderer().animations(
      of: film, as: AnimationFormat.allCases, framesPerSecond: 25, pause: 1)
    let gif = try #require(files[.gif])
    #expect(gif.starts(with: Array("GIF89a".utf8)))
    // One graphics control block: 0x21 0xF9 0x04, flags, the delay in hundredths.
    let blocks = gif.indices.dropLast(5).filter { Array(gif[$0..<($0 + 3)]) == [0x21, 0xF9, 4] }
    #expect(blocks.count == 1)
    let delay = Int(gif[blocks[0] + 4]) + 256 * Int(gif[blocks[0] + 5])
    #expect(delay == film.frameCount * 4 + 100)
  }
}
