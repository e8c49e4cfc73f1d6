import DescentKit
import Testing

@testable import DescentCommand

struct RaceFileTests {
  private func spelled(_ request: RaceRequest) -> [String: String] {
    var words: [String: String] = [:]
    for setting in RaceSettings.all { words[setting.name] = setting.spelling(in: request) }
    words["functions"] = request.functions?.map(\.specification.description)
      .joined(separator: " ")
    words["optimizers"] = request.optimizers?.map(\.specification.description)
      .joined(separator: " ")
    return words
  }

  @Test(arguments: [
    ("label: [A, B]", "label", "A,B"), ("overlay: [step, tails]", "overlay", "step,tails"),
    ("format: [png, html]", "format", "png,html"), ("label: A", "label", "A"),
    ("function: beale", "functions", "beale"), ("optimizer: sgd,adam", "optimizers", "sgd adam"),
    ("note: [\"20: over\", \"0.5: a: b\"]", "note", "20: over,0.5: a: b"),
    ("notes: {20: over}", "note", "20: over"), ("note: \"20: over\"", "note", "20: over"),
    ("note:\n- 20: over\n- 30: end", "note", "20: over,30: end"),
    ("subtitle: Below", "subtitle", "Below"), ("footer: none", "footer", "none"),
    ("start: [-1.2, pi/3]", "start", "-1.2,pi/3"), ("size: 640x480", "size", "640x480"),
  ])
  func keysAreRead(text: String, key: String, value: String) throws {
    let file = try RaceFile(text, path: "race.yaml")
    #expect(spelled(file.request) == [key: value])
  }

  /// What a command line says, written as a file and read again, is what it said.
  @Test(arguments: [
    "beale --steps 40", "--start=1,2 --optimizer sgd,adam:lr=0.1",
    "beale himmelblau --start 1,1/-1,-1 --format=gif,html",
    "--optimizer=sgd,adam --label=- --label=A:#1 --color=#0055cc --title 1:x",
    "x^2+y^2 --save a.yaml --file b.yaml", "--steps=3 --title=A --overlay=step --overlay=tails",
    "--clock evaluations:gradients=2 --size 640x480 --scale 1.5 --layout grid --theme dark",
    "--plane x1,x3 --levels 1,2.5,10 --palette cividis --window=-2:2,-1:3 --aspect equal",
    "--plane points:0,0,0/1,0,0/0,1,0 --levels log:20 --background gray --window=-2:2 --fps 50",
    "--still 3 --width 80 --encoder libpng --jobs 2 --seeds 5 --budget gradients=30 --seed 7",
    "--note=20:over --note=40:end,of --subtitle Below --footer none",
    "--still step:12 --frames 40", "--still second:0.25 --duration 7.5",
    "--starts grid:3x3 --target 0.1 --gradient-tolerance 1e-8 --idle-steps 5 --output out",
    "--plane coordinates:2,1 --window fit --levels auto:7 --starts random:9 --budget 40",
    "--plane random", "--plane random:7", "--plane through",
  ])
  func commandsComeBack(line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    let race = try #require(try Descent.parseAsRoot(["race"] + words) as? Race)
    let request = try race.request()
    let text = try RaceFile.text(of: request)
    let again = try RaceFile(text, path: "race.yaml").request
    // Labels and colours are written beside the optimizers, one for each.
    var (seen, expected) = (spelled(again), spelled(request))
    for key in ["label", "color"] where expected[key] != nil {
      let (seenWords, words) = (seen[key] ?? "", expected[key] ?? "")
      #expect(seenWords.hasPrefix(words), "\(text)")
      (seen[key], expected[key]) = (nil, nil)
    }
    #expect(seen == expected, "\(text)")
  }

  @Test(arguments: [
    ("stepps: 3", "race.yaml:1: unknown key 'stepps'; did you mean steps"),
    ("function: beale\nsteps: many", "race.yaml:2: the value 'many' is invalid for 'steps'"),
    ("optimizers:\n - sgd\n - {optimizer: adm}", "race.yaml:3: unknown optimizer 'adm'"),
    ("note: [\"20: over\", over]", "race.yaml:1: the value 'over' is invalid for 'note'"),
    ("title: A\nlabel: [\" \"]", "race.yaml:2: the value ' ' is invalid for 'label'"),
    ("optimizers: [{optimizer: adam, label: \"\"}]", "race.yaml:1: "),
    ("optimizers: [{label: Adam}]", "race.yaml:1: expected one optimizer here"),
    ("optimizers: [{optimizer: adam, colour: red}]", "race.yaml:1: unknown key 'colour'"),
    ("labels: {adam: Fast}", "race.yaml:1: expected a single value here"),
    ("overlay: [step, {tails: 1}]", "race.yaml:1: expected a single value here"),
    ("theme: drak", "race.yaml:1: the value 'drak' is invalid for 'theme': did you"),
    ("save: x", "race.yaml:1: 'save' belongs to the command line"),
    ("a: [1\nb: 2", "race.yaml:2: "), ("steps: 1\nsteps: 2", "race.yaml:2: 'steps' stands there"),
    ("steps: 1\n\n# steps: 3\ntheme: dark\n\"steps\" : 2", "race.yaml:5: 'steps' stands there"),
    ("{steps: 1, steps: 2}", "race.yaml:1: 'steps' stands there"),
    (
      "optimizers:\n- optimizer: adam\n  label: A\n- optimizer: sgd\n  label: B\n  label: C",
      "race.yaml:6: 'label' stands there"
    ),
    ("overlay:\n- step\n- trals", "race.yaml:3: the value 'step,trals' is invalid"),
    ("format:\n- png\n- gfi\n- svg", "race.yaml:3: the value 'png,gfi,svg' is invalid"),
    ("start:\n- [1, 2]\n- [x, 3]", "race.yaml:3: the value of 'start' has 'x,3'"),
    ("", "race.yaml is empty"),
    ("3", "race.yaml:1: expected"),
    ("steps: 3\nfunctions:\n- beale\n- beal", "race.yaml:4: unknown function 'beal'"),
    ("functions: [beale, --steps=3]", "race.yaml:1: "), ("functions: [\"-h\"]", "race.yaml:1: "),
    ("theme: dark\nsteps: -3", "race.yaml:2: "), ("size: 1x1", "race.yaml:1: "),
    ("fps: 25\nlevels: 1,x", "race.yaml:2: "), ("window: 1:0,0:1", "race.yaml:1: "),
    ("plane: q", "race.yaml:1: "), ("starts: many", "race.yaml:1: "),
    ("color: [\"#0055CC\", red]", "race.yaml:1: "),
    ("steps: 3\n\"save=x\": 1", "race.yaml:2: unknown key 'save=x'"),
    ("overlay: step\noverlays: tails", "race.yaml:2: 'overlays' says again what 'overlay'"),
    (
      "label: [A]\noptimizers: [{optimizer: sgd, label: B}]",
      "race.yaml:1: 'label' stands beside an optimizer too"
    ),
    ("steps: 3\ntitle:", "race.yaml:2: the value of 'title' is empty"),
    ("help: 1", "race.yaml:1: unknown key 'help'"), ("functio: beale", "race.yaml:1: unknown key"),
    ("optimizer: [1]", "race.yaml:1: unknown optimizer '1'"),
    ("steps: 3\nstart: abc", "race.yaml:2: the value 'abc' is invalid for 'start': "),
    ("start: [1, x]", "race.yaml:1: the value '1,x' is invalid"),
    ("start: [[1, 2], [x, 3]]", "race.yaml:1: the value of 'start' has 'x,3'; expected"),
    ("start: 1,2/", "race.yaml:1: the value '1,2/' is invalid"),
  ])
  func errorsNameTheLine(text: String, message: String) {
    let error = #expect(throws: RequestFileError.self) { try RaceFile(text, path: "race.yaml") }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }
}
