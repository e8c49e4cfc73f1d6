import CTiles

/// The deflate codes of all frames of a film, chosen by how often symbols occur in one of them.
struct TileCodes: Sendable {
  private static let endOfBlock = 256

  /// The kind of image that the codes are for.
  let image: descent_tile_image
  /// What CTiles writes: literals, lengths and places.
  let table: [descent_bits]
  /// The zlib stream up to the first tile.
  let head: BitString
  /// What ends the block.
  let end: descent_bits

  /// Codes for the image's like.
  ///
  /// - Parameter literals: How many values a byte of a pixel may have, from 0. All of these get a
  ///   code, whether they occur in the image or not.
  init(_ image: descent_tile_image, pixels: [some BitwiseCopyable], literals: Int) {
    self.image = image
    var image = image
    var symbols = [UInt64](repeating: 0, count: 286)
    var places = [UInt64](repeating: 0, count: Int(DESCENT_PLACES))
    descent_tiles_count(&image, pixels, &symbols, &places)
    for symbol in symbols.indices where symbol < literals || symbol >= Self.endOfBlock {
      symbols[symbol] += 1
    }
    let far = Self.distances(image)
    var distances = [UInt64](repeating: 0, count: 30)
    for (place, distance) in far.enumerated() where distance > 0 {
      distances[DistanceSymbol(distance).symbol] += places[place] + 1
    }
    let literalCode = HuffmanCode(counts: symbols, limit: 15)
    let distanceCode = HuffmanCode(counts: distances, limit: 15)
    table =
      literalCode.words.prefix(256) + (0...258).map { Self.length($0, literalCode) }
      + far.map { Self.distance($0, distanceCode) }
    end = literalCode.words[Self.endOfBlock]
    // Deflate with a window of 32 KiB; the fastest way.
    var head = BitString([0x78, 0x01])
    DeflateHeader.append(literalCode, distanceCode, to: &head)
    self.head = head
  }

  private static func distances(_ image: descent_tile_image) -> [Int] {
    var distances = [UInt32](repeating: 0, count: Int(DESCENT_PLACES))
    descent_tile_distances(image.width, image.is_wide, &distances)
    return distances.map(Int.init)
  }

  private static func length(_ length: Int, _ code: HuffmanCode) -> descent_bits {
    guard length >= 3 else { return descent_bits() }
    var count: UInt32 = 0
    var extra: UInt32 = 0
    let symbol = descent_length_symbol(UInt32(length), &count, &extra)
    return code.words[Int(symbol)].followed(by: extra, count: count)
  }

  private static func distance(_ distance: Int, _ code: HuffmanCode) -> descent_bits {
    guard distance > 0 else { return descent_bits() }
    let symbol = DistanceSymbol(distance)
    return code.words[symbol.symbol].followed(by: symbol.extra, count: symbol.extraCount)
  }
}

/// The deflate symbol of a distance from 1 to 32768, with its extra bits (RFC 1951, 3.2.5).
private struct DistanceSymbol {
  let symbol: Int
  let extra: UInt32
  let extraCount: UInt32

  init(_ distance: Int) {
    let offset = distance - 1
    let highest = offset < 2 ? 0 : Int.bitWidth - 1 - offset.leadingZeroBitCount
    let count = max(0, highest - 1)
    symbol = 2 * count + offset >> count
    extra = UInt32(offset & (1 << count - 1))
    extraCount = UInt32(count)
  }
}

extension descent_bits {
  fileprivate func followed(by extra: UInt32, count added: UInt32) -> descent_bits {
    descent_bits(bits: bits | extra << count, count: count + added)
  }
}
