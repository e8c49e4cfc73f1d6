import CZlib
import Scenes

/// Writes animated PNG files: changed rectangles only, with unchanged pixels transparent above what
/// was there (PNG specification, third edition, 4.8 and 11.3.6).
struct APNGEncoder: AnimationEncoder {
  private let framesPerSecond: Int
  private var file: [UInt8]
  /// The number of the next chunk of the animation.
  private var sequence: UInt32 = 0
  /// Where the chunk stands that tells the number of frames.
  private let control: Range<Int>
  private var frameCount: UInt32 = 0

  init(size: PixelSize, palette: Palette, framesPerSecond: Int) throws {
    self.framesPerSecond = framesPerSecond
    let unused = Int(AnimationFrames.unchanged) + 1 - palette.entries.count
    let entries = palette.entries + [Color](repeating: Color(0), count: unused)
    var file = PNGHead.bytes(size: size, palette: entries)
    // All entries are opaque but the last.
    PNGChunk.append("tRNS", to: &file) { file in
      file += [UInt8](repeating: 255, count: Int(AnimationFrames.unchanged)) + [0]
    }
    // Filled in when the number is known.
    let count = Self.control(frameCount: 0)
    control = file.count..<file.count + count.count
    self.file = file + count
  }

  /// The chunk that makes a file an animation.
  private static func control(frameCount: UInt32) -> [UInt8] {
    var chunk: [UInt8] = []
    PNGChunk.append("acTL", to: &chunk) { chunk in
      chunk.append(bigEndian: frameCount)
      // Repeats for ever.
      chunk.append(bigEndian: 0)
    }
    return chunk
  }

  mutating func add(_ frame: AnimationFrame) throws {
    appendControl(frame)
    let data = try compressed(frame)
    if frameCount == 0 {
      PNGChunk.append("IDAT", to: &file) { $0 += data }
    } else {
      let number = nextNumber()
      PNGChunk.append("fdAT", to: &file) { file in
        file.append(bigEndian: number)
        file += data
      }
    }
    frameCount += 1
  }

  mutating func finish() -> [UInt8] {
    file.replaceSubrange(control, with: Self.control(frameCount: frameCount))
    PNGChunk.append("IEND", to: &file)
    return file
  }

  private mutating func nextNumber() -> UInt32 {
    defer { sequence += 1 }
    return sequence
  }

  private mutating func appendControl(_ frame: AnimationFrame) {
    let number = nextNumber()
    let (rect, rate, duration) = (frame.rect, framesPerSecond, frame.duration)
    PNGChunk.append("fcTL", to: &file) { file in
      file.append(bigEndian: number)
      for extent in [rect.maxX - rect.minX, rect.maxY - rect.minY, rect.minX, rect.minY] {
        file.append(bigEndian: UInt32(extent))
      }
      // The delay is a fraction of a second.
      file.append(bigEndian: UInt32(min(duration, 0xFFFF)) << 16 | UInt32(rate))
      // Nothing is disposed of; pixels are laid over those before.
      file += [0, 1]
    }
  }

  /// The rows, each after a filter byte of 0, as a zlib stream.
  private func compressed(_ frame: AnimationFrame) throws(AnimationError) -> [UInt8] {
    let width = frame.rect.maxX - frame.rect.minX
    var rows: [UInt8] = []
    rows.reserveCapacity(frame.pixels.count + frame.pixels.count / max(width, 1))
    for start in stride(from: 0, to: frame.pixels.count, by: width) {
      rows.append(0)
      rows += frame.pixels[start..<(start + width)]
    }
    var length = compressBound(uLong(rows.count))
    var data = [UInt8](repeating: 0, count: Int(length))
    guard compress2(&data, &length, rows, uLong(rows.count), 9) == Z_OK else {
      throw AnimationError("zlib gave up")
    }
    return Array(data.prefix(Int(length)))
  }
}
