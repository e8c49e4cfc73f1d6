import RealModule
import Testing

@testable import Scenes

/// Labels of points that move, cross and meet.
struct LabelPlanTests {
  struct Scene: Sendable, CustomTestStringConvertible {
    let name: String
    let moments: [[Point]]

    var testDescription: String { name }

    init(_ name: String, moments: Int = 200, _ places: (_ share: Double) -> [Point]) {
      self.name = name
      self.moments = (0..<moments).map { places(Double($0) / Double(moments - 1)) }
    }
  }

  private static let room = Rect(x: 0, y: 0, width: 600, height: 500)
  private static let size = Point(60, 18)
  private static let reach = 9.0

  static let scenes = [
    Scene("alone") { [Point(100 + 300 * $0, 200)] },
    Scene("crossing") { [Point(100 + 400 * $0, 200), Point(500 - 400 * $0, 210)] },
    Scene("orbiting") { t in
      (0..<4).map { i in
        let angle = 12 * t + Double(i) * 1.6
        let radius = 60 * (1 - t) + 4
        return Point(300 + radius * Double.cos(angle), 250 + radius * Double.sin(angle))
      }
    },
    Scene("meeting") { t in
      [Point(20 + 280 * t, 250), Point(580 - 280 * t, 250), Point(300, 20 + 230 * t)]
    },
    Scene("in a corner") { _ in [Point(2, 2), Point(4, 3), Point(598, 498)] },
  ]

  private func plan(_ scene: Scene) -> LabelPlan {
    LabelPlan(
      room: Self.room, reach: Self.reach, anchors: scene.moments,
      sizes: scene.moments.map { $0.map { _ in Self.size } },
      obstacles: scene.moments.map { _ in [] }, durations: scene.moments.map { _ in 1 })
  }

  @Test(arguments: scenes) func labelsTouchNeitherEachOtherNorPoints(scene: Scene) {
    for (points, boxes) in zip(scene.moments, plan(scene).boxes) {
      let shown = boxes.compactMap { $0 }
      for (i, box) in shown.enumerated() {
        #expect(Self.room.contains(box))
        #expect(!shown[..<i].contains(where: box.intersects))
        #expect(!points.contains { box.intersects(Rect(around: $0, reach: Self.reach - 1.6)) })
      }
    }
  }

  @Test(arguments: scenes) func labelsAreThere(scene: Scene) {
    let boxes = plan(scene).boxes
    #expect(boxes.count == scene.moments.count)
    #expect(boxes.allSatisfy { $0.allSatisfy { $0 != nil } })
  }

  /// How often a label is elsewhere beside its point than a moment before.
  private func jumps(_ scene: Scene) -> Int {
    let boxes = plan(scene).boxes
    return (1..<boxes.count).reduce(0) { sum, moment in
      sum
        + scene.moments[moment].indices.filter { label in
          guard let old = boxes[moment - 1][label], let new = boxes[moment][label] else {
            return false
          }
          let (from, to) = (scene.moments[moment - 1][label], scene.moments[moment][label])
          let shift = Point(new.x - old.x - (to.x - from.x), new.y - old.y - (to.y - from.y))
          return shift.length > 2
        }.count
    }
  }

  @Test func labelsSeldomChangeSides() {
    let limits = [
      "alone": 0, "crossing": 3, "orbiting": 21, "meeting": 4, "in a corner": 0,
    ]
    for scene in Self.scenes {
      let jumps = jumps(scene)
      #expect(jumps <= limits[scene.name] ?? 0, "\(scene.name): \(jumps)")
    }
  }

  /// Wherever its point lies between pixels.
  @Test func aLabelWithRoomStandsBesideItsPoint() throws {
    for scene in [Self.scenes[0], Scene("slow") { [Point(300 + 3 * $0, 250 + 2 * $0)] }] {
      for (points, boxes) in zip(scene.moments, plan(scene).boxes) {
        let box = try #require(boxes[0])
        #expect(box.nearest(to: points[0]).distance(to: points[0]) <= Self.reach + 1)
      }
    }
  }

  @Test func aLabelStandsNearerToItsOwnPoint() throws {
    let points = [Point(300, 250), Point(322, 250), Point(311, 268)]
    let scene = Scene("close", moments: 3) { _ in points }
    let boxes = try #require(plan(scene).boxes.first)
    for (i, box) in boxes.enumerated() {
      let box = try #require(box)
      let distances = points.map { box.nearest(to: $0).distance(to: $0) }
      #expect(distances[i] == distances.min())
    }
  }

  @Test func withoutRoomOrTextThereIsNoLabel() {
    let anchors: [[Point?]] = [[Point(300, 250), nil], [Point(300, 250), Point(100, 100)]]
    let sizes: [[Point?]] = [[Point(900, 18), Self.size], [nil, Self.size]]
    let plan = LabelPlan(
      room: Self.room, reach: Self.reach, anchors: anchors, sizes: sizes, obstacles: [[], []],
      durations: [1, 1])
    #expect(plan.boxes[0] == [nil, nil])
    #expect(plan.boxes[1][0] == nil && plan.boxes[1][1] != nil)
  }

  @Test func aLabelIsFromTheStartWhereNothingWillStandInItsWay() {
    let anchors: [[Point?]] = Array(repeating: [Point(300, 250)], count: 30)
    let wall = Rect(x: 305, y: 200, width: 40, height: 100)
    let boxes = LabelPlan(
      room: Self.room, reach: Self.reach, anchors: anchors,
      sizes: anchors.map { $0.map { _ in Self.size } },
      obstacles: anchors.indices.map { $0 == 20 ? [wall] : [] }, durations: anchors.map { _ in 1 }
    ).boxes
    #expect(Set(boxes).count == 1)
    #expect(boxes[0][0].map { !$0.intersects(wall) } ?? false)
  }

  /// Rather no label than one over a star.
  @Test func nothingFixedIsCovered() {
    let anchors: [[Point?]] = [[Point(300, 250)], [Point(302, 250)]]
    let star = Rect(x: 310, y: 240, width: 20, height: 20)
    func boxes(_ fixed: [Rect]) -> [Rect] {
      LabelPlan(
        room: Self.room, reach: Self.reach, anchors: anchors, fixed: fixed,
        sizes: anchors.map { $0.map { _ in Self.size } }, obstacles: [[], []], durations: [1, 1]
      ).boxes.flatMap { $0.compactMap { $0 } }
    }
    #expect(boxes([]).count == 2 && boxes([]).allSatisfy { $0.intersects(star) })
    #expect(boxes([star]).count == 2 && !boxes([star]).contains { $0.intersects(star) })
    #expect(boxes([Self.room]).isEmpty)
  }

  @Test func nobodyNeedsNoLabels() {
    let empty = LabelPlan(
      room: Self.room, reach: 9, anchors: [], sizes: [], obstacles: [], durations: [])
    #expect(empty.boxes.isEmpty)
  }
}
