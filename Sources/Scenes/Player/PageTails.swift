import Experiments
import JSON

/// How trails fade on a page, as they do in films.
enum PageTails {
  /// Of each clock, how many of its values a tail lasts.
  static func lengths(_ trajectories: [Trajectory], _ clocks: PageClocks) -> JSON {
    .object(
      clocks.all.map { clock in
        let length = TailFading.length(last: clock.last(of: trajectories))
        return JSON.Member(PageClocks.name(clock), .integer(length))
      })
  }

  /// The fading of an entrant's trails; nothing where they do not fade.
  static func members(_ fading: TailFading?) -> [JSON.Member] {
    fading.map { [JSON.Member("tail", lines($0))] } ?? []
  }

  /// What a tail leaves behind, what lies below it, and its parts from the oldest on.
  private static func lines(_ fading: TailFading) -> JSON {
    .array(([fading.rest] + (0...TailFading.count).map(fading.part)).map(\.json))
  }
}

extension TailFading.Line {
  fileprivate var json: JSON {
    .members(["color": .string(color.css), "width": .number(PageNumber.rounded(width, digits: 3))])
  }
}
