import CTiles
import CZlib
import Scenes
import Testing

@testable import Rendering

@Suite struct TileTests {
  static let sizes = [
    (1, 1), (2, 3), (127, 4), (128, 4), (129, 4), (500, 30),
    // Farther to the row above than deflate's window reaches, for colours and for indices.
    (11_000, 3), (33_000, 2),
  ].map(PixelSize.init(width:height:))

  @Test(arguments: sizes, [false, true])
  func tilesInflateToThePixels(size: PixelSize, isWide: Bool) throws {
    for kind in Pattern.allCases {
      let pixels = kind.pixels(size, isWide: isWide)
      let stream = isWide ? stream(pixels, size) : stream(pixels.map(UInt8.init), size)
      #expect(try inflated(stream, size, isWide: isWide) == scanlines(pixels, size, isWide: isWide))
    }
  }

  /// Codes chosen for one image serve any other: no pixel is without a code.
  @Test func codesServeAnyPixels() throws {
    let size = PixelSize(width: 300, height: 20)
    let image = descent_tile_image(size: size, isWide: true)
    let codes = TileCodes(image, pixels: [UInt32](repeating: 0, count: 6000), literals: 256)
    let pixels = Pattern.noise.pixels(size, isWide: true)
    var cache = TileCache(codes)
    cache.refresh(pixels)
    var stream: [UInt8] = []
    cache.append(to: &stream)
    #expect(try inflated(stream, size, isWide: true) == scanlines(pixels, size, isWide: true))
  }

  @Test func changedTilesJoinLikeNewOnes() {
    let size = PixelSize(width: 400, height: 40)
    let image = descent_tile_image(size: size, isWide: false)
    var pixels = Pattern.bands.pixels(size, isWide: false).map(UInt8.init)
    let codes = TileCodes(image, pixels: pixels, literals: 200)
    var cache = TileCache(codes)
    cache.refresh(pixels)
    var random = SteadyGenerator(state: 7)
    for _ in 0..<200 {
      let y = Int.random(in: 0..<size.height, using: &random)
      let x = Int.random(in: 0..<size.width, using: &random)
      let end = Int.random(in: x..<size.width, using: &random) + 1
      for place in x..<end { pixels[y * size.width + place] = .random(in: 0..<200, using: &random) }
      cache.invalidate(RowChange(y: y, minX: x, maxX: end))
      cache.refresh(pixels)
      var whole = TileCache(codes)
      whole.refresh(pixels)
      var streams: ([UInt8], [UInt8]) = ([], [])
      cache.append(to: &streams.0)
      whole.append(to: &streams.1)
      #expect(streams.0 == streams.1)
    }
  }

  private func stream(_ pixels: [some FixedWidthInteger & BitwiseCopyable], _ size: PixelSize)
    -> [UInt8]
  {
    let isWide = MemoryLayout.size(ofValue: pixels[0]) > 1
    let image = descent_tile_image(size: size, isWide: isWide)
    var cache = TileCache(TileCodes(image, pixels: pixels, literals: 256))
    cache.refresh(pixels)
    var stream: [UInt8] = []
    cache.append(to: &stream)
    return stream
  }

  /// zlib checks the Adler-32 at the end.
  private func inflated(_ stream: [UInt8], _ size: PixelSize, isWide: Bool) throws -> [UInt8] {
    var count = uLong(size.height * (size.width * (isWide ? 3 : 1) + 1))
    var bytes = [UInt8](repeating: 0, count: Int(count) + 1)
    let status = uncompress(&bytes, &count, stream, uLong(stream.count))
    try #require(status == Z_OK)
    return Array(bytes.prefix(Int(count)))
  }

  private func scanlines(_ pixels: [UInt32], _ size: PixelSize, isWide: Bool) -> [UInt8] {
    (0..<size.height).flatMap { y in
      [0]
        + pixels[y * size.width..<(y + 1) * size.width].flatMap { pixel in
          (isWide ? [16, 8, 0] : [0]).map { UInt8(truncatingIfNeeded: pixel >> UInt32($0)) }
        }
    }
  }
}

/// What tiles may hold.
private enum Pattern: CaseIterable {
  case flat, bands, noise, shifted

  func pixels(_ size: PixelSize, isWide: Bool) -> [UInt32] {
    var random = SteadyGenerator(state: 1)
    let limit: UInt32 = isWide ? 0xFF_FFFF : 0xFF
    let row = (0..<size.width + size.height).map { _ in UInt32.random(in: 0...limit, using: &random)
    }
    return (0..<size.height).flatMap { y in
      (0..<size.width).map { x in
        switch self {
        case .flat: 0
        case .bands: UInt32((x + y * y) / 9 * 40_503) & limit
        case .noise: UInt32.random(in: 0...limit, using: &random)
        case .shifted: row[y.isMultiple(of: 3) ? x + y : x + size.height - y]
        }
      }
    }
  }
}

/// Numbers that are the same in every run: a 64-bit linear congruential generator.
struct SteadyGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
