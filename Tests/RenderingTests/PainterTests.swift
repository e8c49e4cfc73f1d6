import Scenes
import Testing

@testable import Rendering

@Suite struct PainterTests {
  /// The sample marks stay within this rectangle.
  let bounds = Rect(x: 50, y: 30, width: 50, height: 50)

  @Test(arguments: Samples.marks + Samples.markers)
  func marksLeaveInkWithinTheirBoundsOnly(mark: Mark) throws {
    let surface = try CairoSurface.painted(Samples.picture([mark]))
    let inked = surface.inked(on: Samples.paper)
    #expect(inked.count > 20)
    #expect(inked.allSatisfy(bounds.contains))
  }

  @Test func markersKeepWithinSizeAndHalo() throws {
    let reach = 12.0 / 2 + 2
    let box = Rect(
      x: 75 - reach - 1, y: 55 - reach - 1, width: 2 * reach + 1, height: 2 * reach + 1)
    for mark in Samples.markers {
      let surface = try CairoSurface.painted(Samples.picture([mark]))
      #expect(surface.inked(on: Samples.paper).allSatisfy(box.contains))
    }
  }

  @Test func aPointThatIsNotANumberInterruptsALine() throws {
    let gap = Point(.nan, 10)
    let line = Mark.polyline(
      [Point(10, 10), Point(20, 10), gap, Point(60, 10), Point(1e300, 10)],
      Stroke(Samples.ink, width: 2))
    let inked = try CairoSurface.painted(Samples.picture([line])).inked(on: Samples.paper)
    #expect(!inked.contains { 30 < $0.x && $0.x < 50 })
    #expect(inked.contains { $0.x > 150 })
  }

  @Test func aRasterKeepsItsColors() throws {
    let raster = Raster(width: 2, height: 2, pixels: [0x112233, 0x445566, 0x778899, 0xAABBCC])
    let surface = try CairoSurface.painted(Samples.picture([.raster(raster, at: Point(3, 5))]))
    #expect(surface.color(3, 5) == 0x112233)
    #expect(surface.color(4, 6) == 0xAABBCC)
    #expect(surface.color(5, 6) == 0xFAFAFA)
  }

  /// Cairo's images are less than 32,768 pixels wide, so that a wider raster cannot be had.
  @Test(arguments: [false, true])
  func aRasterThatCannotBeMadeIsAnError(isClipped: Bool) {
    let width = 40_000
    let raster = Raster(
      width: width, height: 1, pixels: [UInt32](repeating: 0, count: width))
    let mark = Mark.raster(raster, at: Point(0, 0))
    let marks = isClipped ? [.clipped(bounds, [mark])] : [mark]
    #expect(throws: CairoError.self) { try CairoSurface.painted(Samples.picture(marks)) }
    #expect(throws: CairoError.self) { try PictureWriter().svg(Samples.picture(marks)) }
    #expect(throws: CairoError.self) { try PictureWriter().pdf(Samples.picture(marks)) }
  }
}

extension CairoSurface {
  func color(_ x: Int, _ y: Int) -> UInt32 {
    withRow(y) { $0[x] & 0xFF_FFFF }
  }

  /// The pixels that differ from the paper's colour.
  func inked(on paper: Color) -> [Point] {
    let blank = UInt32(paper.red) << 16 | UInt32(paper.green) << 8 | UInt32(paper.blue)
    return (0..<size.height).flatMap { y in
      (0..<size.width).filter { color($0, y) != blank }.map { Point(Double($0), Double(y)) }
    }
  }
}
