import Scenes
import Testing

@testable import Rendering

@Suite struct RegionTests {
  let size = PixelSize(width: 40, height: 30)

  @Test func piecesCoverTheSamePixelsOnce() {
    var region = DirtyRegion(size: size)
    let rects = [
      Rect(x: 2, y: 2, width: 20, height: 4), Rect(x: 8, y: 0, width: 3, height: 20),
      Rect(x: 0, y: 10, width: 40, height: 2), Rect(x: 30, y: 25, width: 100, height: 100),
      Rect(x: .nan, y: 0, width: 1, height: 1), Rect(x: -9, y: 0, width: 5, height: 5),
    ]
    for rect in rects { region.insert(rect) }
    var covered: [Int: Int] = [:]
    for piece in region.pieces {
      for y in piece.minY..<piece.maxY {
        for x in piece.minX..<piece.maxX { covered[y * size.width + x, default: 0] += 1 }
      }
    }
    #expect(covered.values.allSatisfy { $0 == 1 })
    for y in 0..<size.height {
      for x in 0..<size.width {
        let isInside = rects.contains { rect in
          PixelRect(around: rect, in: size).map { $0.contains(x, y) } ?? false
        }
        #expect(!isInside || covered[y * size.width + x] == 1)
      }
    }
  }

  /// An element that touches one that changed is drawn anew, and so is one that touches that.
  @Test func regionsGrowAroundWhatTheyTouch() {
    let elements = [0.0, 8, 16, 30].map {
      Element(bounds: Rect(x: $0, y: 5, width: 9, height: 9), marks: [])
    }
    var region = DirtyRegion(size: size)
    region.insert(Rect(x: 1, y: 6, width: 2, height: 2))
    #expect(region.grow(around: elements) == [true, true, true, false])
  }
}

extension PixelRect {
  fileprivate func contains(_ x: Int, _ y: Int) -> Bool {
    minX <= x && x < maxX && minY <= y && y < maxY
  }
}
