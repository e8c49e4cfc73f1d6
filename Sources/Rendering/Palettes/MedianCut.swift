/// Median cut, at the middle of the range: the box of colours that spreads most is halved until
/// there are enough boxes; each box is replaced by its mean. Rare colours are not lost to frequent
/// ones, as they would be by a cut at the median.
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
    /// The sum of its least and its greatest value.
    let sum: Int
    /// The difference, counting populous boxes for more.
    let spread: Double

    init(_ members: [WeightedColor]) {
      let ranges = (0..<3).map { channel in
        let values = members.lazy.map { $0.channel(channel) }
        return (least: values.min() ?? 0, greatest: values.max() ?? 0)
      }
      self.members = members
      let extents = ranges.map { $0.greatest - $0.least }
      channel = (0..<3).max { extents[$0] < extents[$1] } ?? 0
      sum = ranges[channel].least + ranges[channel].greatest
      let weight = members.reduce(0) { $0 + $1.weight }
      spread = Double(extents[channel]) * Double(weight).squareRoot().squareRoot()
    }

    /// Two boxes of about the same extent, or nil for a single colour.
    func halves() -> (Box, Box)? {
      guard members.count > 1 else { return nil }
      let below = members.filter { 2 * $0.channel(channel) < sum }
      let above = members.filter { 2 * $0.channel(channel) >= sum }
      return (Box(below), Box(above))
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
