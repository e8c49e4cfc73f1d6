import Scenes
import Testing

@testable import Rendering

@Suite struct PictureTests {
  @Test func aPaletteSurvivesThePNG() throws {
    let size = PixelSize(width: 16, height: 16)
    let palette = (0..<256).map { Color(UInt32($0) * 0x01_0307 & 0xFF_FFFF) }
    let indices = (0..<256).map { UInt8($0) }
    let bytes = try PNGEncoder.encode(indices: indices, palette: palette, size: size)
    let decoded = try CairoPNG.decode(bytes)
    #expect(decoded.samples() == palette.flatMap { [$0.red, $0.green, $0.blue] })
  }

  @Test func trueColorSurvivesThePNG() throws {
    let samples = (0..<48).map { UInt8($0 * 5) }
    let bytes = try PNGEncoder.encode(samples: samples, size: PixelSize(width: 8, height: 2))
    #expect(try CairoPNG.decode(bytes).samples() == samples)
  }

  @Test func badImagesAreErrors() {
    #expect(throws: PNGError.self) {
      try PNGEncoder.encode(samples: [], size: PixelSize(width: 0, height: 0))
    }
    #expect(throws: PNGError.self) {
      try PNGEncoder.encode(indices: [0], palette: [], size: PixelSize(width: 1, height: 1))
    }
    #expect(throws: CairoError.self) { try CairoSurface(size: PixelSize(width: -1, height: 1)) }
  }

  @Test func picturesAreEncodedExactly() throws {
    for marks in [Samples.marks, Samples.markers, SampleFilm().background.marks] {
      let picture = Samples.picture(marks)
      let decoded = try CairoPNG.decode(PictureWriter().png(picture))
      #expect(decoded.samples() == (try CairoSurface.painted(picture)).samples())
    }
  }

  @Test func anSVGIsTheSameEachTime() throws {
    let picture = Samples.picture(Samples.marks + Samples.markers)
    let first = try PictureWriter().svg(picture)
    let text = String(decoding: first, as: UTF8.self)
    #expect(text.hasPrefix("<?xml"))
    #expect(text.contains("<svg"))
    #expect(text.contains("width=\"160px\""))
    #expect(text.hasSuffix("</svg>\n"))
    #expect(!text.contains("nan") && !text.contains("inf"))
    #expect(try PictureWriter().svg(picture) == first)
  }

  @Test func vectorPicturesHaveSizesInMillimetres() throws {
    let picture = Samples.picture(Samples.marks)
    let svg = String(decoding: try PictureWriter().svg(picture, millimetres: 80), as: UTF8.self)
    #expect(svg.contains("width=\"80mm\""))
    let pdf = PDFText.all(of: try PictureWriter().pdf(picture, millimetres: 80))
    // 80 mm are 226.77 points.
    #expect(pdf.contains("/MediaBox [ 0 0 226.77"))
  }

  @Test func aPDFIsTheSameEachTimeAndEmbedsItsFonts() throws {
    let picture = Samples.picture(Samples.marks + Samples.markers)
    let first = try PictureWriter().pdf(picture)
    let text = PDFText.all(of: first)
    #expect(text.hasPrefix("%PDF-1.5"))
    #expect(text.contains("/FontFile"))
    #expect(text.contains("/MediaBox [ 0 0 120 "))
    #expect(try PictureWriter().pdf(picture) == first)
  }

  @Test func palettesFindTheirOwnColors() throws {
    var counts = ColorCounts()
    counts.count(
      try CairoSurface.painted(SampleFilm().background), in: [PixelRect(Samples.size)])
    let palette = Palette(for: counts)
    #expect(palette.colors.count <= 256 && palette.colors.count > 200)
    var lookup = PaletteLookup(palette)
    for color in palette.colors {
      #expect(palette.colors[Int(lookup.index(of: color | 0xFF00_0000))] == color)
    }
  }
}
