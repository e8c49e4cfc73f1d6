import DescentKit
import Testing

@testable import DescentCommand
@testable import Scenes

/// A function's own names of its variables, wherever x₁, x₂ would stand.
@Suite struct VariableNameTests {
  private static let text = "f(w,b)=(w-1)^2+3*b^2"

  /// Those that turn coordinates have others than the function inside.
  @Test(arguments: FunctionCatalogue.all.filter { $0 is any FunctionWrapper.Type }.map { $0.name })
  func wrappersPassThemOn(_ wrapper: String) throws {
    let function = try FunctionCatalogue.function("\(wrapper)(\(Self.text))")
    #expect(function.variableNames.own == ["w", "b"])
    let numbered = try FunctionCatalogue.function("\(wrapper)(beale)")
    #expect(numbered.variableNames == .numbered)
  }

  @Test func turnedCoordinatesAreNumbered() throws {
    let turned = try FunctionCatalogue.function("rotate(\(Self.text),angle=30)")
    #expect(turned.variableNames == .numbered)
  }

  /// The lines after the first, of as many words as the point has numbers.
  @Test(arguments: [
    ("beale", "x1,x2"), (text, "w,b"), ("f(step,value)=step^2+value^2", "step_,value_"),
    ("f(step,step_)=step^2+step_^2", "step__,step_"), ("sphere:n=3", "x1,x2,x3"),
  ])
  func columnsOfTables(function: String, columns: String) throws {
    let function = try FunctionCatalogue.function(function)
    let trajectory = try descend(function, with: SGD(), steps: 1)
    let header = try #require(
      TrajectoryCSV.text(trajectory, names: function.variableNames)
        .split(separator: "\n").first)
    #expect(
      header
        == "step,values,gradients,hessians,products,value,excess,gradient_norm,learning_rate,"
        + columns)
  }

  @Test(arguments: [("beale", "3, 2", "x"), (text, "w=3, b=2", "w, b")])
  func pointsInText(function: String, listed: String, point: String) throws {
    let names = try FunctionCatalogue.function(function).variableNames
    #expect(names.listed([3, 2]) == listed)
    #expect(names.point == point)
    let shown = try Description.text(Show.Subject(function).json)
    let header = shown.split(separator: "\n").first { $0.hasPrefix("point") }
    #expect(try #require(header).contains("  \(point)  "))
    #expect(shown.contains("\nvariables ") == (point != "x"))
  }
}

// MARK: - Pictures

extension VariableNameTests {
  private func recording(_ text: String) throws -> RaceRecording {
    let function = try FunctionCatalogue.function(text)
    return RaceRecording(
      function: function, clock: .steps, budget: "3 steps",
      entrants: [[try descend(function, with: SGD(learningRate: 0.01), steps: 3)]])
  }

  private static func texts(_ marks: [Mark]) -> Set<String> {
    Set(
      marks.flatMap { mark -> [String] in
        switch mark {
        case .text(let text, _, _): [text]
        case .clipped(_, let inside): Array(texts(inside))
        default: []
        }
      })
  }

  /// A plane that is not there is told by the names which are.
  @Test(arguments: [
    ("f(u,v,w)=u^2+v^2+w^2", "x1,x2", "expected two of u, v, w"),
    ("f(u,v,w)=u^2+v^2+w^2", "u,q", "no plane along u, q; expected two of u, v, w"),
    ("sphere:n=3", "u,v", "no plane along u, v; expected two of x1 to x3"),
  ])
  func planesOfOtherNames(function: String, plane: String, message: String) throws {
    let (rule, recording) = (try PlaneRule(spelling: plane), try recording(function))
    let error = #expect(throws: SettingError.self) { try Landscape(recording, on: rule) }
    let said = try #require(error).description
    #expect(said.hasPrefix("plane for \(function): ") && said.contains(message), "\(said)")
  }

  @Test(arguments: [
    (text, PlaneRule.automatic, ["w", "b"], "(w, b)"),
    ("noisy(\(text))", .automatic, ["w", "b"], "(w, b)"),
    ("f(q)=q^2", .automatic, ["q", "f"], "q"),
    ("f(u,v,w)=u^2+v^2+w^2", .coordinates(2, 0), ["w", "u"], "(w, u)"),
    ("f(u,v,w)=u^2+v^2+w^2", .variables("v", "u"), ["v", "u"], "(v, u)"),
    ("sphere:n=3", .variables("x2", "x3"), ["x₂", "x₃"], "(x₂, x₃)"),
    (
      "f(u,v,w)=u^2+v^2+w^2", .points([0, 0, 0], [1, 0, 0], [0, 1, 0]),
      ["from the first point to the second", "across, to the third"], "on the plane"
    ),
    ("sphere:n=3", .coordinates(2, 0), ["x₃", "x₁"], "(x₃, x₁)"),
    ("beale", .automatic, ["x₁", "x₂"], "x"),
    ("x^2", .automatic, ["x", "f"], "x"),
  ])
  func axesOfMaps(
    function: String, plane: PlaneRule, titles: [String], place: String
  ) throws {
    let recording = try recording(function)
    let landscape = try Landscape(recording, on: plane)
    for layout in [RaceStyle.Layout.standard, .figure] {
      var style = RaceStyle()
      (style.layout, style.size) = (layout, PixelSize(width: 640, height: 360))
      let film = RaceFilm(
        recording.trajectories, on: landscape, style: style, measuring: Measuring())
      #expect(Self.texts(film.background.marks).isSuperset(of: titles))
    }
    let page = RacePage(
      recording.trajectories, on: landscape, resolution: PixelSize(width: 20, height: 20)
    ).raceText
    #expect(page.contains("\"axisTitles\":[\"\(titles[0])\",\"\(titles[1])\"]"))
    #expect(page.contains("\"placeTitle\":\"\(place)\""))
  }

  @Test(arguments: [(text, true), ("beale", false)])
  func axesOfFigures(function: String, isTitled: Bool) throws {
    let figure = ContourFigure(
      try FunctionCatalogue.function(function), measuring: Measuring())
    #expect(Self.texts(figure.picture.marks).isSuperset(of: ["w", "b"]) == isTitled)
  }
}

/// Every character is 0.6 em wide.
private struct Measuring: TextMeasuring {
  func width(of text: String, in style: TextStyle) -> Double {
    Double(text.count) * style.size * 0.6
  }
}
