// What is drawn over the clock.
extension RaceStage {
  /// The clock as the charts' axes show it: from the first moment at which any has something.
  var time: ClockAxis {
    ClockAxis(race.clock, from: charts.map(\.first).min() ?? 0, last: race.last)
  }

  /// Some charts: beside each other in a low room, else from above to below.
  func charts(_ plans: ArraySlice<ChartPlan>, in area: Rect) -> [ChartPanel] {
    let isLow = area.width > 2.4 * area.height
    return zip(plans, isLow ? row(plans, in: area) : column(plans, in: area)).map { plan, area in
      ChartPanel(
        plan, time: time, entrants: entrants, area: area, frame.typesetting,
        hasClockTitle: isLow || plan.chart == plans.last?.chart)
    }
  }

  /// What the first of several charts takes of the room, and what each of the others.
  private func shares(_ count: Int, first: Double) -> [Double] {
    count == 1 ? [1] : [first] + Array(repeating: (1 - first) / Double(count - 1), count: count - 1)
  }

  private func column(_ plans: ArraySlice<ChartPlan>, in area: Rect) -> [Rect] {
    let gap = frame.typesetting.bottomMargin(hasTitle: false) + 10 * frame.theme.scale
    let room = area.height - gap * Double(plans.count - 1)
    let shares = shares(plans.count, first: plans.count == 2 ? 0.64 : 0.44)
    var top = area.y
    return zip(shares.indices, shares).map { i, share in
      let bottom = i == shares.count - 1 ? area.maxY : top + (share * room).rounded(.down)
      defer { top = (bottom + gap).rounded() }
      return Rect(left: area.x, top: top, right: area.maxX, bottom: bottom)
    }
  }

  private func row(_ plans: ArraySlice<ChartPlan>, in area: Rect) -> [Rect] {
    // The first has its room at the left of the area.
    let gaps = plans.dropFirst().map { plan in
      14 * frame.theme.scale
        + frame.typesetting.leftMargin(of: [plan.plot(time, in: area)], hasTitle: true)
    }
    let room = area.width - gaps.reduce(0, +)
    let shares = shares(plans.count, first: plans.count == 2 ? 0.6 : 0.4)
    var left = area.x
    return zip(shares.indices, shares).map { i, share in
      let right = i == shares.count - 1 ? area.maxX : left + (share * room).rounded(.down)
      defer { left = i < gaps.count ? (right + gaps[i]).rounded() : right }
      return Rect(left: left, top: area.y, right: right, bottom: area.maxY)
    }
  }
}
