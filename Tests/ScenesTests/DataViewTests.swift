import Contours
import LinearAlgebra
import Testing

@testable import Scenes

@Suite struct DataViewTests {
  private static let corners: [Vector] = [[0, 0], [2, 0], [0, 1], [2, 1]]
  private static let classes = DataView.Target.classes([0, 1, 0, 1], names: ["no", "yes"])

  @Test func twoFeaturesAreShownAsTheyAre() {
    let view = DataView(
      features: Self.corners, featureNames: ["a", "b"], target: Self.classes)
    #expect(view.points == Self.corners.map { PlanePoint($0[0], $0[1]) })
    #expect((view.xTitle, view.yTitle) == ("a", "b"))
    #expect(view.groups == [0, 1, 0, 1] && view.isPlane)
  }

  @Test func oneFeatureIsShownBesideTheTarget() {
    let classes = DataView(
      features: [[1], [5]], featureNames: ["a"], target: .classes([0, 1], names: ["no", "yes"]))
    #expect(classes.points == [PlanePoint(1, 0), PlanePoint(5, 1)] && classes.yTitle == "class")
    let values = DataView(
      features: [[1], [5]], featureNames: ["a"], target: .values([7, 9], name: "t"))
    #expect(values.points == [PlanePoint(1, 7), PlanePoint(5, 9)])
    #expect(values.yTitle == "t" && values.names.isEmpty && !values.isPlane)
  }

  /// Points of the plane x₂ = 1 in ℝ³, four times as long along x₃ as along x₁: 16/17 of the
  /// variance and 1/17.
  @Test func moreAreShownAlongPrincipalDirections() {
    let features: [Vector] = [[-1, 1, -4], [1, 1, -4], [-1, 1, 4], [1, 1, 4]]
    let view = DataView(features: features, featureNames: ["a", "b", "c"], target: Self.classes)
    for (point, feature) in zip(view.points, features) {
      #expect(abs(point.x - feature[2]) <= 1e-14 && abs(point.y - feature[0]) <= 1e-14)
    }
    #expect(view.xTitle == "PC 1: 94 % of the variance")
    #expect(view.yTitle == "PC 2: 6 % of the variance")
  }

  /// Values over features along (3, 4): the place is that along it, its sign that of the larger.
  @Test func valuesAreShownOverTheDirectionOfMostVariance() {
    let features: [Vector] = [[-3, -4], [0, 0], [3, 4]]
    let view = DataView(
      features: features, featureNames: ["a", "b"], target: .values([1, 2, 3], name: "t"))
    for (point, expected) in zip(view.points, [(-5.0, 1.0), (0, 2), (5, 3)]) {
      #expect(abs(point.x - expected.0) <= 1e-14 && point.y == expected.1)
    }
    #expect(view.xTitle == "PC 1: 100 % of the variance" && view.yTitle == "t")
  }

  /// What has no place is left out, and a plot of nothing is one all the same.
  @Test(arguments: [1, 2, 3])
  func examplesWithoutAPlaceAreLeftOut(d: Int) {
    func vector(_ number: Double) -> Vector { Vector(repeating: number, count: d) }
    let names = ["a", "b", "c"].prefix(d).map(\.self)
    let features = [vector(.nan), vector(1), vector(.infinity), vector(2)]
    let classes = DataView(
      features: features, featureNames: names,
      target: .classes([0, 1, 0, 0], names: ["no", "yes"]))
    #expect(classes.groups == [1, 0] && classes.points.count == 2)
    let values = DataView(
      features: features, featureNames: names, target: .values([0, .nan, 0, 7], name: "t"))
    #expect(values.points.map(\.y) == [7])
    let none = DataView(features: [], featureNames: names, target: .values([], name: "t"))
    for view in [classes, values, none] {
      let picture = DataFigure(view, title: "few", measuring: FixedWidthMeasuring()).picture
      #expect(picture.marks.flatMap(\.points).allSatisfy { picture.size.rect.contains($0) })
    }
  }

  /// A marker an example and one in the key for each class; the units of a plane are equal.
  @Test func everyExampleIsDrawn() throws {
    let view = DataView(
      features: Self.corners, featureNames: ["a", "b"], target: Self.classes)
    let picture = DataFigure(view, title: "corners", measuring: FixedWidthMeasuring()).picture
    let texts = picture.marks.compactMap(\.string)
    for text in ["corners", "a", "b", "no", "yes"] { #expect(texts.contains(text), "\(text)") }
    let places = picture.marks.compactMap { mark -> Point? in
      if case .marker(_, let place, _, _, _) = mark { place } else { nil }
    }
    #expect(places.count == 4 + 2)
    let (a, b, c) = (places[0], places[1], places[2])
    #expect(abs((b.x - a.x) - 2 * (a.y - c.y)) <= 2)
    #expect(picture.marks.flatMap(\.points).allSatisfy { picture.size.rect.contains($0) })
  }

  /// However many classes there are, and however long their names, the examples have more than half
  /// of the picture's height; classes without a place in the key are counted.
  @Test(arguments: [1, 10, 60, 1000], ["c", "a class with a long name "])
  func theKeyLeavesRoomForTheExamples(count: Int, word: String) throws {
    let names = (0..<count).map { "\(word)\($0)" }
    let classes = DataView.Target.classes([0, count / 2, 0, count - 1], names: names)
    let view = DataView(features: Self.corners, featureNames: ["a", "b"], target: classes)
    for size in [PixelSize(width: 520, height: 420), PixelSize(width: 320, height: 240)] {
      let picture = DataFigure(
        view, title: "many", size: size, measuring: FixedWidthMeasuring()
      ).picture
      let markers = picture.marks.compactMap { mark -> Point? in
        if case .marker(_, let place, _, _, _) = mark { place } else { nil }
      }
      #expect(markers[0].y - markers[2].y > 0.4 * Double(size.height))
      let listed = picture.marks.compactMap(\.string).filter(names.contains)
      #expect(listed == Array(names.prefix(listed.count)))
      let rest = count - listed.count
      #expect(markers.count == 4 + listed.count)
      #expect(picture.marks.compactMap(\.string).contains("and \(rest) more") == (rest > 0))
      #expect(picture.marks.flatMap(\.points).allSatisfy { picture.size.rect.contains($0) })
    }
  }
}
