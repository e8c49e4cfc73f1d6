import Foundation
import LinearAlgebra
import Objectives
import Specifications
import Testing

/// Data from CSV files: what is read of which text, and what is refused where.
@Suite struct CSVTests {
  private let files: ScratchFiles

  init() throws { files = try ScratchFiles() }

  /// The data of a text, with `settings` as in `csv(FILE,settings)`.
  private func parts(_ text: String, _ settings: String = "") throws -> DataParts {
    let path = try files.write("data.csv", text)
    let all = "csv(\(path)" + (settings.isEmpty ? ")" : ",\(settings))")
    return try DataCatalogue.source(Specification(parsing: all)).parts()
  }

  /// The rows that each of these texts has: (1, 2), (3, 4), (5, 6).
  private static let numbers: Vector = [1, 2, 3, 4, 5, 6]

  private static let dialects: [(text: String, names: [String])] = [
    ("1,2,0\n3,4,1\n5,6,1\n", ["x1", "x2"]),
    ("1,2,0\n3,4,1\n5,6,1", ["x1", "x2"]),
    ("a,b,y\r\n1,2,0\r\n3,4,1\r\n5,6,1\r\n\r\n", ["a", "b"]),
    ("a,b,y\r1,2,0\r3,4,1\r5,6,1\r", ["a", "b"]),
    ("\u{FEFF}a;b;y\n1;2;0\n3;4;1\n5;6;1\n", ["a", "b"]),
    ("1\t2\t0\n3\t4\t1\n5\t6\t1\n", ["x1", "x2"]),
    (" a , b , y \n 1 , 2 , 0 \n\n 3 , 4 , 1 \n   \n 5 , 6 , 1 ", ["a", "b"]),
    ("\"a\",\"b, \"\"c\"\"\nd\",y\n\"1\", \"2\" ,0\n3,4,1\n5,6,1\n", ["a", "b, \"c\"\nd"]),
    ("0,1,y\n1,2,0\n3,4,1\n5,6,1\n", ["0", "1"]),
    ("1e0,+2,0\n3.,0.4E+1,1\n.5e1,600e-2,1\n", ["x1", "x2"]),
  ]

  @Test(arguments: dialects.indices) func textIsRead(_ index: Int) throws {
    let (text, names) = Self.dialects[index]
    let parts = try parts(text)
    #expect(parts.training.features.elements == Self.numbers)
    #expect(parts.training.featureNames == names)
    #expect(try parts.training.classes == ([0, 1, 1], ["0", "1"]))
    #expect(parts.validation == nil && parts.test == nil)
  }

  private static let targets: [(text: String, settings: String, targets: DataSet.Targets)] = [
    ("1,2,0.5\n2,3,1\n", "", .values([0.5, 1])),
    ("1,0\n2,1\n3,2\n", "", .values([0, 1, 2])),
    ("1,0\n2,20\n3,0\n", "", .values([0, 20, 0])),
    ("1,0\n2,1\n3,1\n", "", .classes([0, 1, 1], names: ["0", "1"])),
    ("1,0\n2,1\n3,1\n", "kind=values", .values([0, 1, 1])),
    ("1,-1\n2,1\n3,1\n", "", .values([-1, 1, 1])),
    ("1,-1\n2,1\n3,1\n", "kind=classes", .classes([0, 1, 1], names: ["-1", "1"])),
    ("1,10\n2,9\n3,9.0\n", "kind=classes", .classes([1, 0, 0], names: ["9", "10"])),
    ("1,b\n2,a\n3,b\n", "", .classes([1, 0, 1], names: ["a", "b"])),
    ("4,b\n2,7\n3,b\n", "kind=classes", .classes([1, 0, 1], names: ["7", "b"])),
    ("x,y\n1,b\n2,a\n", "", .classes([1, 0], names: ["a", "b"])),
    ("y,x\nb,1\na,2\n", "target=y", .classes([1, 0], names: ["a", "b"])),
    ("b,1\na,2\n", "target=1", .classes([1, 0], names: ["a", "b"])),
    ("y (cm),x\n1.5,1\n2.5,2\n", "target=y (cm)", .values([1.5, 2.5])),
    ("last,x\n1.5,1.5\n2.5,2.5\n", "target=last", .values([1.5, 2.5])),
    ("1,2\n3,4\n", "header=true", .values([4])),
  ]

  @Test(arguments: targets.indices) func targetsAreFound(_ index: Int) throws {
    let (text, settings, targets) = Self.targets[index]
    #expect(try parts(text, settings).training.targets == targets)
  }

  /// What stands after the path.
  private static let refused: [(text: String, settings: String, message: String)] = [
    ("", "", " has no rows; expected one for each example"),
    ("\n\n", "", " has no rows; expected one for each example"),
    ("a,b,y\n", "", " has no rows; expected one for each example"),
    ("1\n2\n", "", " has one column; expected features and a target"),
    ("width,y\n1,0\nabc,1\n", "", ": line 3, column 1 (width): 'abc' is no number"),
    (
      "1,abc,0\n2,3,1\n", "",
      ": line 1, column 2: 'abc' is no number; expected one, or header=true"
    ),
    ("a,b,y\n1,,0\n", "", ": line 2, column 2 (b) is empty; expected a number"),
    ("a,b,y\n1,2,\n", "", ": line 2, column 3 (y) is empty; expected a number"),
    ("a,y\n1,0\nNaN,1\n", "", ": line 3, column 1 (a): 'NaN' is not finite"),
    ("a,y\n1,0\n-inf,1\n", "", ": line 3, column 1 (a): '-inf' is not finite"),
    ("a,y\n1,0\n1e999,1\n", "", ": line 3, column 1 (a): '1e999' is not finite"),
    ("a,y\n1,0\n2,nan\n", "", ": line 3, column 2 (y): 'nan' is not finite"),
    ("a,y\n1,0\n0x10,1\n", "", ": line 3, column 1 (a): '0x10' is no number"),
    ("a;y\n1,5;0\n", "", ": line 2, column 1 (a): '1,5' has a comma; expected a point"),
    ("1,2,0\n2,1\n", "", ": line 2 has 2 cells; expected 3, as in the first"),
    ("1,2,0\n\n2,1,0,1\n", "", ": line 3 has 4 cells; expected 3, as in the first"),
    ("\"a\n\",y\n1,0\n2\n", "", ": line 4 has 1 cell; expected 2, as in the first"),
    ("a,y\n\"1,2\n3,4\n", "", ": line 2, column 1 has a quote that does not end"),
    ("a,y\n\"1\"2,3\n", "", ": line 2, column 1 goes on after its closing quote"),
    (
      "1,0\n2,x\n3,0\n", "",
      ": line 2, column 2: 'x' is no number, as others are; expected kind=classes if they are "
        + "classes"
    ),
    ("a,y\n1,x\n2,z\n", "kind=values", ": line 2, column 2 (y): 'x' is no number"),
    (
      "1,0\n2,0\n", "",
      ": the target, column 2, has one class, '0'; expected two or more, or kind=values"
    ),
    ("a,y\n1,x\n2,x\n", "", ": the target, column 2 (y), has one class, 'x'; expected two or more"),
    (
      "1,0\n2,2\n3,0\n", "",
      ": the target, column 2, has no example of class 1, and others from 0 to 2; expected one "
        + "of each, or kind=values"
    ),
    ("width,y\n1,0\n", "target=widht", " has no column 'widht'; did you mean width?"),
    (
      "1,0\n", "target=y", " has no column 'y', as it has no names; expected a number from 1 to 2"
    ),
    ("a,a\n1,0\n", "target=a", " has 2 columns 'a'; expected the number of one, from 1"),
    (
      "1,a\n2,a\n3,b\n", "validation=0.6",
      ": class 'b' would have no example for training, as it has 1; expected smaller shares for "
        + "validation and the test"
    ),
    (
      "1,0.5\n2,1\n", "test=0.1",
      ": test=0.1 of 2 examples, of each class alike, is none; expected a larger share, or 0"
    ),
  ]

  @Test(arguments: refused.indices) func whatIsWrongIsNamed(_ index: Int) {
    let (text, settings, message) = Self.refused[index]
    let error = #expect(throws: SpecificationError.self) { try parts(text, settings) }
    #expect(error?.description == files.path("data.csv") + message)
    #expect(error?.kind == .badData)
  }

  @Test func longCellsAreCut() {
    let error = #expect(throws: SpecificationError.self) {
      try parts("a,y\n" + String(repeating: "ü", count: 10_000) + ",0\n")
    }
    let cut = String(repeating: "ü", count: 60) + "..."
    #expect(error?.description.hasSuffix(": line 2, column 1 (a): '\(cut)' is no number") == true)
  }

  @Test func whatIsNoTextIsRefused() throws {
    let path = try files.write("data.csv", Array("1,0\n2,1\n".utf16).flatMap { [UInt8($0), 0] })
    let error = #expect(throws: SpecificationError.self) { try CSV(path).parts() }
    #expect(error?.description == "'\(path)' has bytes that are 0; expected text in UTF-8")
  }

  @Test(arguments: ["missing.csv", "folder.csv", "pipe.csv"])
  func whatCannotBeReadIsMissing(_ name: String) throws {
    let path = files.path(name)
    if name == "folder.csv" {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    if name == "pipe.csv" { #expect(mkfifo(path, 0o600) == 0) }
    let error = #expect(throws: SpecificationError.self) { try CSV(path).parts() }
    #expect(error?.kind == .missingInput)
    #expect(error?.description.hasPrefix("cannot read '\(path)': ") == true)
    #expect(error?.description.hasSuffix("; expected a CSV file") == true)
  }

  /// The file has a size and no blocks: to read it would take longer than any test.
  @Test func aFileThatIsTooLongIsNotRead() throws {
    let path = try files.write("long.csv", "")
    #expect(truncate(path, 3 << 30) == 0)
    let error = #expect(throws: SpecificationError.self) { try CSV(path).parts() }
    #expect(
      error?.description == "'\(path)' has 3221225472 bytes; expected at most 1073741824")
    #expect(error?.kind == .badData)
  }

  /// Numbers of 1 to 21 digits, with powers of ten, against the library's own reading.
  @Test func numbersAreRoundedAsTheLibraryRoundsThem() throws {
    var random = RandomStream(seed: 7)
    let texts = (0..<2000).map { _ in
      let digits = (0..<(1 + random.next() % 21)).map { _ in String(random.next() % 10) }
      let point = Int(random.next() % UInt64(digits.count + 1))
      let (whole, rest) = (digits[..<point].joined(), digits[point...].joined())
      let power = Int(random.next() % 61) - 30
      return "\(random.next() % 2 == 0 ? "-" : "")\(whole).\(rest)e\(power)"
    }
    let read = try parts(texts.map { "\($0),0.5" }.joined(separator: "\n"), "header=false")
    #expect(read.training.features.elements == texts.compactMap { Double($0) })
  }

  @Test func partsAreDrawnOfEachClassAlike() throws {
    let text = (0..<60).map { "\($0),\(["u", "v", "w"][$0 % 3])\n" }.joined()
    let settings = "validation=0.2,test=0.1"
    let drawn = try parts(text, settings)
    let all = [drawn.training, try #require(drawn.validation), try #require(drawn.test)]
    for (part, count) in zip(all, [14, 4, 2]) {
      let numbers = try part.classes.numbers
      #expect(
        (0..<3).map { number in numbers.filter { $0 == number }.count } == [count, count, count])
      // In the order of the file.
      #expect(part.features.elements == part.features.elements.sorted())
    }
    #expect(all.flatMap(\.features.elements).sorted() == (0..<60).map(Double.init))
    #expect(try parts(text, settings) == drawn)
    #expect(try parts(text, settings + ",seed=2") != drawn)
  }

  @Test func gzipIsUnpacked() throws {
    // Of "1,2,0\n3,4,1\n5,6,1\n", by gzip.
    let packed = "H4sIAAAAAAACAzPUMdIx4DLWMdEx5DLVMQOSALUW9P8SAAAA"
    let bytes = try #require(Data(base64Encoded: packed))
    let path = try files.write("data.csv.gz", bytes)
    #expect(try CSV(path).parts().training.features.elements == Self.numbers)
    let cut = try files.write("cut.csv.gz", bytes.dropLast(9))
    let error = #expect(throws: SpecificationError.self) { try CSV(cut).parts() }
    #expect(error?.description == "'\(cut)' is packed by gzip, and damaged or cut off")
  }
}
