import Contours
import Experiments
import Testing

@testable import Scenes

/// What strokes say: where a gradient was asked for, how long steps are, when there are none.
struct OverlayMeaningTests {
  private func moments(_ run: Trajectory) -> [OverlayMoment] {
    let overlays = DetailedRace.overlays([run], [.step])
    return (0..<run.count).compactMap { overlays.moment(0, entry: $0) }
  }

  /// Where a run has arrived no step is to come; where the budget ended it the last one stays.
  @Test(arguments: [RaceOverlay.step, .gradient, .momentum, .directions, .model, .scale])
  func nothingIsToComeAfterConvergence(overlay: RaceOverlay) throws {
    let optimizers = ["newton", "cg", "adam:lr=0.1", "nesterov:lr=0.003"]
    for optimizer in optimizers {
      let plan = Plan(
        budget: Budget(steps: 4000), stopRules: StopRules(gradientNorm: 1e-6),
        isDetailed: true)
      let run = try DetailedRace.run(optimizer, plan: plan)
      #expect(run.outcome.kind == .converged, "\(optimizer)")
      let overlays = DetailedRace.overlays([run], [overlay])
      let last = try #require(run.steps.last)
      let ink = overlays.elements(at: last).flatMap(\.marks)
      #expect(ink.isEmpty, "\(optimizer)")
    }
  }

  /// Nesterov's method asks at θ + αm: αm and then −ε∇f(θ + αm) lead to the next iterate.
  @Test func nesterovLooksAhead() throws {
    let run = try DetailedRace.run("nesterov:lr=0.003")
    var seen = 0
    for moment in moments(run) {
      guard let ahead = moment.lookAhead, let step = moment.step else { continue }
      let gradient = step - ahead
      let exact = DetailedRace.gradient(at: moment.x + ahead)
      #expect(abs(gradient.x + 0.003 * exact.x) < 1e-12 * abs(exact.x) + 1e-14)
      #expect(abs(gradient.y + 0.003 * exact.y) < 1e-12 * abs(exact.y) + 1e-14)
      let strokes = RaceOverlay.gradient.strokes?(moment) ?? []
      guard case .dot(let ghost)? = strokes.first?.shape,
        case .farArrow(let start, let offset)? = strokes.last?.shape
      else {
        Issue.record("no dot with an arrow")
        return
      }
      #expect(ghost == start)
      seen += 1
      guard !strokes.contains(where: \.isDashed) else { continue }
      // Drawn by one factor, they add up to the step.
      let drawn = try #require(moment.map.offset(step))
      let factor = moment.arrows.factor
      let tip = Point(start.x + offset.x, start.y + offset.y)
      let end = Point(moment.place.x + factor * drawn.x, moment.place.y + factor * drawn.y)
      #expect(tip.distance(to: end) < 1e-9)
    }
    #expect(seen > 15)
    let momentum = try DetailedRace.run("momentum:lr=0.003")
    #expect(moments(momentum).allSatisfy { $0.lookAhead == nil })
  }

  /// A box is narrower along the axis whose rate is less, and smaller where the step is.
  @Test func boxesAreAsLargeAsSteps() throws {
    let run = try DetailedRace.run("adagrad:lr=0.5", steps: 60)
    let boxes = moments(run).compactMap { moment -> (Point, PlanePoint, Double)? in
      let strokes = RaceOverlay.scale.strokes?(moment) ?? []
      guard let root = moment.now?.scale, let step = moment.step,
        case .box(let half)? = strokes.first(where: { !$0.isDashed })?.shape
      else { return nil }
      return (half, root, (step * step).sum().squareRoot())
    }
    #expect(boxes.count > 20)
    for (half, root, _) in boxes {
      // On a map of 40 by 30 pixels a unit.
      #expect(abs((half.x / 40) / (half.y / 30) - root.y / root.x) < 1e-9 * root.y / root.x)
    }
    let (first, last) = (boxes[0], boxes[boxes.count - 1])
    #expect(last.2 < first.2)
    #expect(last.0.length < first.0.length)
  }

  /// A short arrow is not hidden by the marker that it begins at.
  @Test func arrowsLieAboveHeads() throws {
    let run = try DetailedRace.run("momentum:lr=0.003")
    let film = DetailedRace.film([run], [.step], size: PixelSize(width: 1280, height: 720))
    let elements = film.overlay(ofFrame: film.frameCount / 2)
    let ink = run.color.mixed(with: ThemeColors.light.ink, 0.55)
    let head = try #require(
      elements.firstIndex { $0.marks.contains { $0.markers.contains { $0.fill == run.color } } })
    let arrow = try #require(
      elements.firstIndex { $0.marks.contains { !$0.polylines(colored: ink).isEmpty } })
    #expect(arrow > head)
  }

  @Test func figuresHaveAKey() throws {
    let run = try DetailedRace.run("adam:lr=0.1")
    let film = DetailedRace.film(
      [run], [.gradient, .scale], layout: .figure, size: PixelSize(width: 1200, height: 1200))
    let texts = film.background.marks.compactMap(\.string)
    #expect(texts.contains("open arrow: −ε∇f") && texts.contains("box: ε‖∇f‖/√s"))
  }
}

extension Trajectory {
  /// Of its method, where it races alone.
  fileprivate var color: Color { EntrantStyle(index: EntrantPlaces.places(of: [self])[0]).color }
}
