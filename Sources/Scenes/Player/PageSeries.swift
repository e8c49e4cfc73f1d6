import Experiments
import JSON

/// What charts show of a run beside the columns that it has in any case.
struct PageSeries {
  private let charts: [ChartPlan]
  private let columns: PageColumns

  init(_ charts: [ChartPlan], _ columns: PageColumns) {
    (self.charts, self.columns) = (charts, columns)
  }

  /// The lines of each quantity under its name; nothing where columns hold all.
  var members: [JSON.Member] {
    let plans = charts.uniqueQuantities.filter { $0.quantity.pageColumn == nil }
    guard !plans.isEmpty else { return [] }
    let series = plans.map { plan in
      let run = columns.run.trajectory
      let lines = plan.lines.indices.map { columns.numbers(plan.values(of: run, line: $0)) }
      return JSON.Member(plan.quantity.name, .array(lines))
    }
    return [JSON.Member("series", .object(series))]
  }

  /// The colours of an entrant's lines; nothing where every chart has one line.
  static func colors(
    _ charts: [ChartPlan], of color: Color, on paper: Color
  ) -> [JSON.Member] {
    let count = charts.map(\.lines.count).max() ?? 1
    guard count > 1 else { return [] }
    let lines = (0..<count).map { line in
      color.mixed(with: paper, ChartPlan.paleness(line)).css
    }
    return [JSON.Member("lineColors", .strings(lines))]
  }
}

extension [ChartPlan] {
  /// Those of each quantity that come first: others have the same numbers on another scale.
  var uniqueQuantities: [ChartPlan] {
    indices.filter { i in firstIndex { $0.quantity == self[i].quantity } == i }.map { self[$0] }
  }
}

extension ChartQuantity {
  /// Where a page finds it among the columns that every run has; nil where it is told beside them.
  var pageColumn: String? {
    switch self {
    case .excess: "error"
    case .value: "value"
    case .gradient: "gradientNorm"
    default: nil
    }
  }
}

extension ChartPlan {
  /// The axis, its lines and its guides.
  var pageJSON: JSON {
    .object(
      [
        JSON.Member("name", .string(quantity.name)),
        JSON.Member("column", .optional(quantity.pageColumn) { .string($0) }),
        JSON.Member("title", .string(axis.title)),
        JSON.Member("lines", .strings(lines)),
        JSON.Member("isLogarithmic", .integer(axis.isLogarithmic ? 1 : 0)),
        JSON.Member("low", .number(axis.domain.lowerBound)),
        JSON.Member("high", .number(axis.domain.upperBound)),
        JSON.Member("isHeight", .integer(quantity.traits.contains(.ofHeight) ? 1 : 0)),
      ] + (axis.zeroLabel.map { [JSON.Member("zeroLabel", .string($0))] } ?? [])
        + [JSON.Member("guides", .array(guides.map(\.json)))])
  }
}

extension GuideCurve {
  fileprivate var json: JSON {
    .members([
      "label": .string(label), "start": .number(start), "power": .number(power),
      "factor": .number(factor),
    ])
  }
}
