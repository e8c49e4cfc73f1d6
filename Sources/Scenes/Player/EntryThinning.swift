/// Thins a long recording to what a page can show.
enum EntryThinning {
  /// The entries that stay, ascending, about `limit` of them at most: the first, the lowest and the
  /// highest of each stretch, and the last of all.
  static func kept(of values: [Double], limit: Int) -> [Int] {
    guard values.count > limit, let last = values.indices.last else { return Array(values.indices) }
    let stretches = max(1, (limit - 1) / 3)
    let kept = (0..<stretches).flatMap { stretch in
      let start = values.count * stretch / stretches
      let end = values.count * (stretch + 1) / stretches
      return extremes(of: values, in: start..<end)
    }
    return Set(kept + [last]).sorted()
  }

  private static func extremes(of values: [Double], in stretch: Range<Int>) -> [Int] {
    let low = stretch.min { values[$0] < values[$1] }
    let high = stretch.max { values[$0] < values[$1] }
    return [stretch.first, low, high].compactMap { $0 }
  }
}
