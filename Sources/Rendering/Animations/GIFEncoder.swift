import CGIF
import Scenes

/// Writes GIF files: changed rectangles only, no dithering.
struct GIFEncoder: AnimationEncoder {
  private let framesPerSecond: Int
  private let file: GIFFile
  /// Frames of the film before the next one.
  private var elapsed = 0

  init(size: PixelSize, palette: Palette, framesPerSecond: Int) throws {
    guard size.width <= Int(UInt16.max), size.height <= Int(UInt16.max) else {
      throw AnimationError("a GIF image is at most 65535 pixels wide and high")
    }
    self.framesPerSecond = framesPerSecond
    // One entry more, for pixels that stay.
    var samples = palette.entries.flatMap { [$0.red, $0.green, $0.blue] }
    samples += [UInt8](repeating: 0, count: 3 * 256 - samples.count)
    file = try GIFFile(size: size, samples: samples)
  }

  mutating func add(_ frame: AnimationFrame) throws {
    let delay = hundredths(elapsed + frame.duration) - hundredths(elapsed)
    let transparent = elapsed == 0 ? -1 : Int32(AnimationFrames.unchanged)
    elapsed += frame.duration
    try file.add(frame, delay: UInt16(clamping: delay), transparent: transparent)
  }

  func finish() throws -> [UInt8] {
    try file.finish()
  }

  /// When a frame of the film begins; rounding does not add up.
  private func hundredths(_ frame: Int) -> Int {
    (frame * 200 + framesPerSecond) / (2 * framesPerSecond)
  }
}

/// A file that giflib writes; what it holds is given back even if the file is never finished.
private final class GIFFile {
  private let sink = ByteSink()
  private var file: OpaquePointer?

  /// - Parameter samples: Red, green and blue of 256 entries.
  init(size: PixelSize, samples: [UInt8]) throws(AnimationError) {
    var message = Message()
    file = descent_gif_begin(
      UInt16(size.width), UInt16(size.height), samples, 256, takeBytes, sink.context,
      &message.bytes, message.bytes.count)
    guard file != nil else { throw AnimationError(message.text) }
  }

  deinit {
    var ignored = Message()
    if file != nil { _ = descent_gif_end(file, &ignored.bytes, ignored.bytes.count) }
  }

  func add(
    _ frame: AnimationFrame, delay: UInt16, transparent: Int32
  ) throws(AnimationError) {
    var message = Message()
    let status = frame.pixels.withUnsafeBufferPointer { pixels in
      var part = descent_gif_frame(
        left: UInt16(frame.rect.minX), top: UInt16(frame.rect.minY),
        width: UInt16(frame.rect.maxX - frame.rect.minX),
        height: UInt16(frame.rect.maxY - frame.rect.minY), pixels: pixels.baseAddress,
        delay: delay, transparent: transparent)
      return descent_gif_add(file, &part, &message.bytes, message.bytes.count)
    }
    guard status == 0 else { throw AnimationError(message.text) }
  }

  func finish() throws(AnimationError) -> [UInt8] {
    var message = Message()
    let status = descent_gif_end(file, &message.bytes, message.bytes.count)
    file = nil
    guard status == 0 else { throw AnimationError(message.text) }
    return sink.bytes
  }
}

/// Room for a reason from C.
private struct Message {
  var bytes = [CChar](repeating: 0, count: 256)

  var text: String {
    String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

/// Why an animation could not be encoded.
public struct AnimationError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  init(_ reason: String) {
    description = "cannot encode the animation: \(reason)"
  }
}

/// Appends what giflib hands over to the sink behind `context`.
private func takeBytes(
  context: UnsafeMutableRawPointer?, bytes: UnsafePointer<UInt8>?, count: Int
) -> Int32 {
  guard let context else { return 1 }
  ByteSink.at(context).append(UnsafeBufferPointer(start: bytes, count: count))
  return 0
}
