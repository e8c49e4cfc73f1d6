import Testing

@testable import DescentCommand

struct RaceFileTests {
  /// A list is as many arguments where an option repeats, and one where it does not.
  @Test(arguments: [
    ("label: [A, B]", ["--label=A", "--label=B"]),
    ("overlay: [step, tails]", ["--overlay=step", "--overlay=tails"]),
    ("format: [png, html]", ["--format=png,html"]), ("label: A", ["--label=A"]),
  ])
  func listsAreArguments(text: String, arguments: [String]) throws {
    #expect(try RaceFile(text, path: "race.yaml").arguments == arguments)
  }

  /// What a command says, written and read again, is what it said, optimizer by optimizer.
  @Test(arguments: [
    (["beale", "--steps", "40"], ["beale", "--steps=40"]),
    (
      ["--start=1,2", "--optimizer", "sgd,adam:lr=0.1"],
      ["--optimizer=sgd", "--optimizer=adam:lr=0.1", "--start=1,2"]
    ),
    (
      ["beale", "himmelblau", "--start", "1,1/-1,-1", "--format=gif,html"],
      ["beale", "himmelblau", "--start=1,1/-1,-1", "--format=gif,html"]
    ),
    (
      ["--optimizer=sgd,adam", "--label=-", "--label=A: #1", "--color=#0055CC", "--title", "1: x"],
      [
        "--optimizer=sgd", "--optimizer=adam", "--label=-", "--label=A: #1", "--color=#0055CC",
        "--color=-", "--title=1: x",
      ]
    ),
    (["x^2+y^2", "--save", "a.yaml", "--file", "b.yaml"], ["x^2+y^2"]),
    (
      ["--steps=3", "--title=A", "--overlay=step", "--steps=5", "--title", "B", "--overlay=tails"],
      ["--steps=5", "--title=B", "--overlay=step", "--overlay=tails"]
    ),
  ])
  func commandsComeBack(given: [String], expected: [String]) throws {
    let text = try RaceFile.text(of: given)
    #expect(Set(try RaceFile(text, path: "race.yaml").arguments) == Set(expected), "\(text)")
  }

  @Test(arguments: [
    ("stepps: 3", "race.yaml:1: Unknown option 'stepps'. Did you mean 'steps'?"),
    ("function: beale\nsteps: many", "race.yaml:2: The value 'many' is invalid"),
    ("optimizers:\n - sgd\n - {optimizer: adm}", "race.yaml:3: unknown optimizer 'adm'"),
    ("optimizers: [{label: Adam}]", "race.yaml:1: expected one optimizer here"),
    ("optimizers: [{optimizer: adam, colour: red}]", "race.yaml:1: unknown key 'colour'"),
    ("theme: drak", "race.yaml:1: The value 'drak' is invalid"),
    ("save: x", "race.yaml:1: 'save' belongs to the command line"),
    ("a: [1\nb: 2", "race.yaml: line 2"), ("", "race.yaml is empty"),
    ("3", "race.yaml:1: expected"),
    ("steps: 3\nfunctions:\n- beale\n- beal", "race.yaml:4: unknown function 'beal'"),
    ("functions: [beale, --steps=3]", "race.yaml:1: '--steps=3' is no function"),
    ("functions: [\"--help\"]", "race.yaml:1: '--help' is no function"),
    ("functions: [\"-h\"]", "race.yaml:1: '-h' is no function"),
    ("theme: dark\nsteps: -3", "race.yaml:2: "), ("size: 1x1", "race.yaml:1: "),
    ("fps: 25\nlevels: 1,x", "race.yaml:2: "), ("window: 1:0,0:1", "race.yaml:1: "),
    ("plane: q", "race.yaml:1: "), ("starts: many", "race.yaml:1: "),
    ("color: [\"#0055CC\", red]", "race.yaml:1: "),
    ("steps: 3\n\"save=x\": 1", "race.yaml:2: 'save=x' is no key"),
    ("\"file=x\": 1", "race.yaml:1: 'file=x' is no key"),
    ("\"title=x\": 1", "race.yaml:1: 'title=x' is no key"),
    ("help-hidden: 1", "race.yaml:1: '--help-hidden=1' asks for help"),
    ("generate-completion-script: bash", "race.yaml:1: '--generate-completion-script=bash' asks"),
    ("experimental-dump-help: 1", "race.yaml:1: '--experimental-dump-help=1' asks for help"),
    ("steps: 3\nstart: abc", "race.yaml:2: 'start': 'abc' is no list of numbers"),
    ("start: [1, x]", "race.yaml:1: 'start': '1,x' is no list"),
    ("start: [[1, 2], [x, 3]]", "race.yaml:1: 'start': 'x,3' is no list"),
    ("start: 1,2/", "race.yaml:1: 'start': '1,2/' is no list"),
  ])
  func errorsNameTheLine(text: String, message: String) {
    let failure = #expect(throws: Failure.self) { try RaceFile(text, path: "race.yaml") }
    #expect(failure?.code == .badData)
    #expect(failure?.message.hasPrefix(message) == true, "\(failure?.message ?? "")")
  }
}
