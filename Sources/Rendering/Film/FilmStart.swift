import Scenes
import Synchronization

/// Background and trails before some frame, as pixels that one canvas takes over.
final class FilmStart: Sendable {
  /// The first frame whose trails are missing.
  let frame: Int
  private let pixels: Mutex<Raster?>

  init(frame: Int, pixels: Raster) {
    self.frame = frame
    self.pixels = Mutex(pixels)
  }

  /// The pixels, once: they are many, and not to be kept longer than needed.
  func take() -> Raster? {
    pixels.withLock { pixels in
      defer { pixels = nil }
      return pixels
    }
  }
}
