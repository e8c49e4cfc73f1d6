import Experiments
import Objectives
import Specifications
import Testing

/// A point of another length says how the function is written that takes it, if there is one.
@Suite struct PointHintTests {
  @Test(arguments: [
    ("sum(i,1,n,i*x[i])", "2 for sum(i,1,n,i*x[i]); for 3 write sum(i,1,n,i*x[i]):n=3"),
    (
      "sum(i,1,n,x[i]):n=7,low=0",
      "7 for sum(i,1,n,x[i]):n=7,low=0; for 3 write "
        + "sum(i,1,n,x[i]):low=0,n=3"
    ),
    ("rosenbrock", "2 for rosenbrock; for 3 write rosenbrock:n=3"),
    (
      "quadratic:condition=20,n=5",
      "5 for quadratic:n=5,condition=20; for 3 write "
        + "quadratic:condition=20,n=3"
    ),
    // These have no other number of variables, or not three.
    ("x^2+y^2", "2 for x^2+y^2"), ("beale", "2 for beale"), ("f(w,b)=n*w+b", "2 for f(w,b)=n*w+b"),
    ("noisy(rosenbrock)", "2 for noisy(rosenbrock)"),
    ("sum(i,1,n,x[i]):start=1/2", "2 for sum(i,1,n,x[i]):start=1/2"),
  ])
  func points(function: String, expected: String) throws {
    let function = try FunctionCatalogue.function(function)
    let error = #expect(throws: SpecificationError.self) {
      try requireValid([1, 2, 3], for: function)
    }
    #expect(error?.description == "the point 1,2,3 has 3 components; expected \(expected)")
  }

  /// What is suggested is what works.
  @Test(arguments: FunctionCatalogue.all.map { $0.name })
  func suggestionsHold(_ name: String) throws {
    let function = try FunctionCatalogue.function(name)
    for n in 1...5 {
      guard let other = function.specification(ofDimension: n) else { continue }
      try requireValid(
        Array(repeating: 1, count: n), for: FunctionCatalogue.function(other.description))
    }
  }
}
