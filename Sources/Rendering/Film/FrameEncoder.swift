/// Turns the frames that a worker shows into PNG files.
protocol FrameEncoder {
  /// Takes over what changed since the frame before.
  mutating func update(from surface: CairoSurface, in rects: [PixelRect])
  /// The file of the frame.
  mutating func png() throws(PNGError) -> [UInt8]
}
