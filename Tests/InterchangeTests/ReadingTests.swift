import Experiments
import Foundation
import Interchange
import LinearAlgebra
import Objectives
import RandomInputs
import Specifications
import Testing

/// Files of others are read, and told where they are not as they should be.
@Suite struct ReadingTests {
  private func read(
    _ files: [String: String], function: String? = nil, optimizer: String? = nil
  ) throws(SpecificationError) -> ImportedRuns {
    try ImportRequest(
      InterchangeSamples.source(files), function: function, optimizer: optimizer
    ).read()
  }

  // MARK: COCO

  /// What COCO's own observer wrote of scipy's BFGS.
  @Test func filesOfCOCO() throws {
    let source = try ImportSource(at: InterchangeSamples.fixtures + "/scipy-bfgs")
    let runs = try ImportRequest(source).read().runs
    #expect(
      runs.map(\.problem.function.description).prefix(3) == [
        "bbob-f3", "bbob-f3:instance=2", "bbob-f3:instance=3",
      ])
    #expect(runs.count == 6 && runs.allSatisfy { $0.name == "scipy-BFGS" })
    let run = runs[0].trajectory
    #expect(run.minimum == -462.09 && run.keepsIterates && run.point(0) == [0, 0])
    // As its .info says: 405 evaluations, and the last row 3.979831191.
    #expect(run.steps.last == 404 && run.counts[.values] == 404)
    #expect(abs((run.excess(run.count - 1) ?? 0) - 3.979831191) < 1e-12 * 462)
    let targets = [10.0, 5.0].map { target in
      run.steps[run.values.indices.first { (run.excess($0) ?? .infinity) <= target } ?? 0]
    }
    // Rows "40 0 +9.330108010e+00" and "49 0 +4.683762060e+00".
    #expect(targets == [39, 48])
  }

  /// The form of 2009: several data files in a line, backslashes, f − Fopt in the second column.
  @Test func oldFilesOfCOCO() throws {
    let head = "% function evaluation | noise-free fitness - Fopt (7.948e+01) | best noise-free\n"
    let rows = "1 +5.0e+00 +5.0e+00 +84.48 +84.48 +1.0 +2.0\n7 +6e-01 +5e-01 80.08 79.98 0 0.5\n"
    let read = try read([
      "BIPOP/bbobexp_f1.info": """
      funcId = 1, DIM = 2, Precision = 1.000e-08, algId = 'BIPOP CMA-ES (2009)'
      % all default
      data_f1\\a.dat, 1:7|4.9e-01, 1:7|4.9e-01, data_f1\\b.dat, 2:7|4.9e-01
      """,
      "BIPOP/data_f1/a.dat": head + rows + head + rows, "BIPOP/data_f1/b.dat": head + rows,
      "BIPOP/data_f1/b.tdat": head + "1 5 5 84.48 84.48 1 2\n3 4 4 83.48 83.48 9 9\n",
    ])
    #expect(read.runs.map(\.trajectory.seed) == [0, 1, 0])
    #expect(read.runs.allSatisfy { $0.name == "BIPOP-CMA-ES-2009" })
    #expect(read.notes.contains("'BIPOP CMA-ES (2009)' is named BIPOP-CMA-ES-2009 here"))
    let first = read.runs[0].trajectory
    #expect(first.steps.map { $0 } == [0, 6] && first.counts[.gradients] == 0)
    #expect(abs(first.values[1] - 79.98) < 1e-12 && first.point(1) == [0, 0.5])
    let last = read.runs[2].trajectory
    // The point of evaluation 3 is not told by .dat: the best is still the start.
    #expect(last.steps.map { $0 } == [0, 2, 6] && last.point(1) == [1, 2])
  }

  @Test func otherSuitesAndKnownNames() throws {
    let read = try read([
      "a.info": """
      suite = 'bbob-largescale', funcId = 3, DIM = 20, Precision = 1e-8, algId = 'bfgs', \
      data_format = 'bbob-new2'
      % x
      a.dat, 4:9|1
      """,
      "a.dat": "%\n1 0 5\n9 3 1\n", "a.tdat": "%\n1 0 5\n9 3 1\n",
    ])
    let run = read.runs[0]
    #expect(run.problem.name == "bbob-largescale-f3:n=20,instance=4 from elsewhere")
    #expect(run.name == "bfgs-imported" && run.trajectory.optimizer.description == run.name)
    // Its second column counts no gradients of a function that is not ours.
    #expect(run.trajectory.counts[.gradients] == 0 && run.trajectory.values == [5, 1])
  }

  // MARK: Paths

  @Test func pathsOfOthers() throws {
    let run = try read(
      ["my run.csv": "k,x,y\r\n9,1,1\r\n8,3,0.5\r\n"], function: "beale", optimizer: "their method"
    ).runs[0]
    #expect(run.name == "their-method" && run.trajectory.title == "their method")
    #expect(run.trajectory.values == [14.203125, 0] && run.trajectory.point(1) == [3, 0.5])
    #expect(run.trajectory.counts[.gradients] == 1 && run.trajectory.minimum == 0)
    let wide = try read(
      ["a.csv": "x0,x1,x2,value,values,step\n1,1,1,5,0,0\n0,0,0,\"2\",7,3\n"], function: "sphere")
    #expect(wide.runs[0].problem.function.description == "sphere:n=3")
    #expect(wide.runs[0].trajectory.steps.last == 3)
    #expect(wide.runs[0].trajectory.counts[.values] == 7)
    #expect(wide.runs[0].trajectory.values == [5, 2])
  }

  // MARK: IOHprofiler

  @Test func filesOfIOHprofiler() throws {
    let read = try read([
      "GD/IOHprofiler_f1_Sphere.json": """
      {"version":"0.3.18","suite":"PBO","function_id":1,"function_name":"My Sphere",
      "maximization":false,"algorithm":{"name":"GD","info":""},"attributes":[],
      "scenarios":[{"dimension":2,"path":"data/a.dat","runs":[
      {"instance":1,"evals":20,"best":{"evals":20,"y":1e-9,"x":[0.1,0.2]}},{"instance":4}]}]}
      """,
      "GD/data/a.dat":
        "\"function evaluation\" \"current f(x)\" \"x0\" \"x1\"\n1 6.48 2.7 -0.6\n20 0.5 0.1 0.2\n"
        + "evaluations raw_y x0 x1\n1 2 3 4\n",
    ])
    #expect(
      read.runs.map(\.problem.function.description) == [
        "My-Sphere:n=2,instance=1", "My-Sphere:n=2,instance=4",
      ])
    #expect(read.runs[0].trajectory.point(1) == [0.1, 0.2])
    #expect(read.runs[0].trajectory.steps.map { $0 } == [0, 19])
    #expect(read.runs[0].basis == .unknown)
  }

  // MARK: Errors

  private static let info = """
    suite = 'bbob', funcId = 1, DIM = 2, Precision = 1e-8, algId = 'A', data_format = 'bbob-new2'
    %
    a.dat, 1:3|1
    """

  private static let json = """
    {"version":"1","suite":"s","function_name":"f","maximization":false,"algorithm":{"name":"A"},
    "scenarios":[{"dimension":1,"path":"a.dat","runs":[{"instance":1}]}]}
    """

  @Test(arguments: [
    (["a.info": "x.dat, 1:2|3"], "a.info, line 1: expected a line as: funcId = 1"),
    (["a.info": "funcId = 1, DIM = two\n%\na.dat, 1:2|3"], "a.info, line 1, column 19: 'two'"),
    (["a.info": "funcId = 1\n%\na.dat, 1:2|3"], "a.info, line 1: expected DIM ="),
    (["a.info": "funcId = 1, DIM = 2\n%\n"], "a.info, line 3: expected a line with a data file"),
    (
      ["a.info": "funcId = 1, DIM = 2, algId = 'a\n%\na.dat, 1:2|3"],
      "a.info, line 1, column 30: expected a quote"
    ),
    (
      ["a.info": "funcId = 1, DIM = 2\n%\na.dat, one"],
      "a.info, line 3, column 7: 'one'; expected a run"
    ),
    (["a.info": info], "a.info, line 3, column 1: 'a.dat' cannot be read"),
    (["a.info": info, "a.dat": "1 0 5"], "a.dat, line 1: expected a line that begins with %"),
    (
      ["a.info": info, "a.dat": "%\n1 0 five"], "a.dat, line 2, column 5: 'five'; expected a finite"
    ),
    (
      ["a.info": info, "a.dat": "%\n0 0 5"],
      "a.dat, line 2, column 1: '0'; expected a whole number from 1"
    ),
    (
      ["a.info": info, "a.dat": "%\n2 0 5\n1 0 4"], "a.dat, line 3, column 1: evaluation 1 after 2"
    ),
    (
      ["a.info": info, "a.dat": "%\n1 0 5\n%\n1 0 5"],
      "a.info, line 3: lists 1 runs, and the data files hold 2"
    ),
    (["a.info": info.replacing("new2", with: "xl")], "'bbob-xl' is no known data_format"),
    (["IOHprofiler_f.json": "{\"version\": 1}"], "IOHprofiler_f.json: version: expected a string"),
    (["IOHprofiler_f.json": "{"], "IOHprofiler_f.json, line 1, column 2: expected"),
    (["IOHprofiler_f.json": json], "scenarios[0]: 'a.dat' cannot be read"),
    (["IOHprofiler_f.json": json, "a.dat": "1 2"], "a.dat, line 1: expected names of columns"),
    (
      ["IOHprofiler_f.json": json, "a.dat": "evaluations raw_y\n1 2 3"],
      "a.dat, line 2: 3 columns; expected 2"
    ),
    (
      ["IOHprofiler_f.json": json, "a.dat": "evaluations raw_y\n1 None"],
      "a.dat, line 2, column 3: 'None'; expected a finite number"
    ),
    (["IOHprofiler_f.json": json.replacing("false", with: "true")], "maximization: is true"),
    (["p.csv": "step,value\n0,1"], "p.csv, line 1: has no coordinates"),
    (["p.csv": "x1,x2,x3\n0,1,2"], "p.csv, line 1: has 3 coordinates; expected 2"),
    (["p.csv": "x,y\n0"], "p.csv, line 2: 1 cells; expected 2"),
    (["p.csv": "x,y\n0,\"1"], "p.csv, line 2, column 3: expected a closing '\"'"),
    (["p.csv": "step,x,y\n1,0,0"], "p.csv, line 2, column 1: step 1"),
    (["p.csv": "x,y,gradients\n0,0,3\n1,1,2"], "p.csv, line 3, column 5: 2 gradients after 3"),
    (["p.csv": "x,y\n"], "p.csv, line 1: expected rows"),
    (
      ["notes.txt": "x"],
      "'memory' holds nothing that can be read; expected a table of points (.csv)"
    ),
  ])
  func faultsAreToldByTheirPlaces(_ files: [String: String], _ message: String) throws {
    let error = #expect(throws: SpecificationError.self) {
      _ = try read(files, function: "beale")
    }
    #expect(error?.kind == .badData)
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func nothingAndNoFunctionAreTold() {
    let missing = #expect(throws: SpecificationError.self) { try ImportSource(at: "/no/such") }
    #expect(missing?.kind == .missingInput)
    let unnamed = #expect(throws: SpecificationError.self) { _ = try read(["a.csv": "x,y\n0,0"]) }
    #expect(unnamed?.kind == .notUnderstood)
  }

  /// Whatever stands in a file, it is read or told to be wrong, in one line.
  @Test func changedFilesEndInRunsOrALine() throws {
    for number in 0..<4000 {
      var source = RandomInterchange(RandomStream(seed: 5, stream: UInt64(number)))
      let files = Dictionary(uniqueKeysWithValues: source.files().map { ($0.path, $0.bytes) })
      do throws(SpecificationError) {
        let read = try ImportRequest(ImportSource(files), function: "beale").read()
        for run in read.runs { #expect(run.trajectory.count > 0) }
      } catch {
        #expect([.badData, .missingInput].contains(error.kind), "\(number): \(error)")
        #expect(!error.description.contains("\n"), "\(number): \(error)")
      }
    }
  }
}
