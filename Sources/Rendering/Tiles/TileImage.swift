import CTiles
import Scenes

extension descent_tile_image {
  /// An image whose pixels are palette indices, or colours.
  init(size: PixelSize, isWide: Bool) {
    self.init(width: size.width, height: size.height, is_wide: isWide ? 1 : 0)
  }

  /// The number of tiles in a row.
  var columns: Int { (width + Int(DESCENT_TILE_WIDTH) - 1) / Int(DESCENT_TILE_WIDTH) }
  var tileCount: Int { columns * height }
}
