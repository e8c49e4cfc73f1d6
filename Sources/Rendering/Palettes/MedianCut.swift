/// Median cut: the box of colours that spreads most is halved until there are enough boxes; each
/// box is replaced by its mean.
enum MedianCut {
  static func colors(_ all: [WeightedColor], limit: Int) -> [UInt32] {
    guard !all.isEmpty, limit > 0 else { return [] }
    var boxes = [Box(all)]
    while boxes.count < limit {
      let widest = boxes.indices.max { boxes[$0].spread < boxes[$1].spread }
      guard let widest, let halves = boxes[widest].halves() else { break }
      boxes[widest] = halves.0
      boxes.append(halves.1)
    }
    return boxes.map(\.mean)
  }

  private struct Box {
    let members: [WeightedColor]
    /// The channel whose values differ most.
    let channel: Int
    /// That difference, counting populous boxes for more.
    let spread: Double

    init(_ members: [WeightedColor]) {
      let ranges = (0..<3).map { channel in
        let values = members.lazy.map { $0.channel(channel) }
        return (values.max() ?? 0) - (values.min() ?? 0)
      }
      self.members = members
      channel = (0..<3).max { ranges[$0] < ranges[$1] } ?? 0
      let weight = members.reduce(0) { $0 + $1.weight }
      spread = Double(ranges[channel]) * Double(weight).squareRoot().squareRoot()
    }

    /// Two boxes of about the same weight, or nil for a single colour.
    func halves() -> (Box, Box)? {
      guard members.count > 1 else { return nil }
      let sorted = members.sorted {
        ($0.channel(channel), $0.hex) < ($1.channel(channel), $1.hex)
      }
      let half = members.reduce(0) { $0 + $1.weight } / 2
      var cut = 0
      var below = 0
      while cut < sorted.count - 1, cut == 0 || below < half {
        below += sorted[cut].weight
        cut += 1
      }
      return (Box(Array(sorted[..<cut])), Box(Array(sorted[cut...])))
    }

    var mean: UInt32 {
      let weight = max(1, members.reduce(0) { $0 + $1.weight })
      return (0..<3).reduce(UInt32(0)) { hex, channel in
        let sum = members.reduce(0) { $0 + $1.channel(channel) * $1.weight }
        return hex << 8 | UInt32((sum + weight / 2) / weight)
      }
    }
  }
}
