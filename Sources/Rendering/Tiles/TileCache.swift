import CTiles
import Scenes

/// An image as encoded tiles, of which only those around changed pixels are encoded again.
///
/// A tile's bits depend on the pixels alone, never on what was shown before.
struct TileCache {
  private var image: descent_tile_image
  private let codes: TileCodes
  private var tiles: [descent_tile]
  private let capacity: Int
  private var strings: [UInt8]
  /// 1 for tiles to be encoded again.
  private var stale: [UInt8]

  init(_ codes: TileCodes) {
    self.codes = codes
    image = codes.image
    tiles = [descent_tile](repeating: descent_tile(), count: image.tileCount)
    capacity = descent_tile_capacity(image.is_wide)
    // A word may be read or written across the end of the last string.
    strings = [UInt8](repeating: 0, count: image.tileCount * capacity + 16)
    stale = [UInt8](repeating: 1, count: image.tileCount)
  }

  /// Notes that pixels changed.
  ///
  /// A tile also depends on the pixel before it and on the row above, from the pixel before to the
  /// one after it.
  mutating func invalidate(_ change: RowChange) {
    let right = min(change.maxX, image.width - 1)
    invalidate(row: change.y, columnsFrom: change.minX, through: right)
    if change.y + 1 < image.height {
      invalidate(row: change.y + 1, columnsFrom: max(0, change.minX - 1), through: right)
    }
  }

  private mutating func invalidate(row y: Int, columnsFrom first: Int, through last: Int) {
    let width = Int(DESCENT_TILE_WIDTH)
    for column in first / width...last / width { stale[y * image.columns + column] = 1 }
  }

  /// Encodes what is stale.
  mutating func refresh(_ pixels: [some BitwiseCopyable]) {
    descent_tiles_encode(&image, pixels, codes.table, &stale, &tiles, &strings)
  }

  /// What the zlib stream needs at most.
  var byteCount: Int { codes.head.bytes.count + tiles.reduce(0) { $0 + Int($1.bits) } / 8 + 24 }

  /// Appends the image as a zlib stream.
  mutating func append(to file: inout [UInt8]) {
    let room = byteCount - codes.head.bytes.count
    var place = UInt64(file.count * 8 + codes.head.count)
    file += codes.head.bytes
    file += repeatElement(0, count: room)
    place = descent_tiles_join(tiles, tiles.count, strings, capacity, &file, place)
    var end = codes.end
    place = descent_bits_append(&end, &file, place)
    file.removeLast(file.count - Int(place + 7) / 8)
    let checksum = descent_tiles_adler(&image, tiles)
    file.append(bigEndian: checksum)
  }
}
