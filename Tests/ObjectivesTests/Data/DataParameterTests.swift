import Objectives
import Specifications
import Testing

/// Data as the value of a parameter.
@Suite struct DataParameterTests {
  struct Holder: Specified {
    static let name = "holder"
    static let parameters: [Parameter<Self>] = [.data("data", \.data, "where examples come from")]

    var data: any DataSource = Digits()
  }

  private static let accepted: [(text: String, printed: String)] = [
    ("spirals", "spirals"), ("spirals(n=400,noise=0.2)", "spirals(n=400,noise=0.2)"),
    ("a.csv", "csv(a.csv)"), ("./folder/table", "csv(./folder/table)"),
    ("my data (1).csv", "csv(my data (1).csv)"), ("a.csv(target=y)", "csv(a.csv,target=y)"),
    ("csv(a.csv,target=length (cm),kind=classes)", "csv(a.csv,target=length (cm),kind=classes)"),
    ("a=b.csv", "csv(file=a=b.csv)"), ("a:b.csv", "csv(a:b.csv)"),
    ("idx(images=a/b,labels=c)", "idx(images=a/b,labels=c)"),
  ]

  @Test(arguments: accepted.indices) func whatIsReadIsPrintedToBeReadAgain(_ index: Int) throws {
    let (text, printed) = Self.accepted[index]
    let holder = try Holder(Specification(parsing: "holder:data=\(text)"))
    #expect(holder.specification.description == "holder:data=\(printed)")
    let again = try Holder(holder.specification)
    #expect(again.specification == holder.specification)
    #expect(again.data.specification == holder.data.specification)
    try holder.validate()
  }

  private static let refused: [(text: String, expected: String)] = [
    ("spirls", "spirals"),
    (
      "spirals(n=0)",
      "data (spirals: n=0 is not accepted; expected a whole "
        + "number, 2 to 10000000)"
    ),
    ("words", "one of: " + DataCatalogue.names.joined(separator: ", ")),
    ("csv", "data (csv has no file; expected one, as in csv(FILE.csv))"),
    ("a.csv(targt=y)", "data (unknown parameter of csv 'targt'; did you mean target?)"),
  ]

  @Test(arguments: refused.indices) func whatIsWrongIsNamed(_ index: Int) {
    let (text, expected) = Self.refused[index]
    let error = #expect(throws: SpecificationError.self) {
      try Holder(Specification(parsing: "holder:data=\(text)"))
    }
    #expect(
      error?.description == "holder: data=\(text) is not accepted; expected \(expected)")
  }

  @Test func aFileNameThatCouldNotBeReadBackIsRefused() {
    let holder = Holder(data: CSV("a,b.csv"))
    let error = #expect(throws: SpecificationError.self) { try holder.validate() }
    #expect(error?.description.contains("csv: file=a,b.csv is not accepted") == true)
  }
}
