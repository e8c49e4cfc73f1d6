import Experiments

/// How trails fade on a page, as they do in films.
struct PageTails {
  /// Of each clock, how many of its values a tail lasts.
  static func lengths(_ trajectories: [Trajectory], _ clocks: PageClocks) -> JSON {
    .object(
      clocks.all.map { clock in
        let ends = trajectories.filter { $0.count > 0 }
          .map { clock.value(of: $0, at: $0.count - 1) }
        return JSON.Member(
          PageClocks.name(clock), .integer(TailFading.length(last: ends.max() ?? 0)))
      })
  }

  /// What a tail leaves behind, what lies below it, and its parts from the oldest on.
  static func lines(_ fading: TailFading) -> JSON {
    .array(([fading.rest] + (0...TailFading.count).map(fading.part)).map(\.json))
  }
}

extension TailFading.Line {
  fileprivate var json: JSON {
    .members(["color": .string(color.css), "width": .number(PageNumber.rounded(width, digits: 3))])
  }
}
