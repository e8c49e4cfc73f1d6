extension ExpressionFunction {
  /// What an expression may be made of, one heading and its text after the other.
  public static let language: [(topic: String, text: String)] = [
    (
      "variables",
      "x, y, z; or x1, x2, ...; or x[i] with i from 1; n is their number; own names, in order: "
        + "f(w,b)=(w-1)^2+b^2"
    ),
    ("operators", "+ - * / ^, where ^ binds to the right and before signs: -x^2 is -(x^2)"),
    (
      "pieces",
      "if(x<0,-x,x^2); comparisons \(comparisons) are 1 or 0, also in chains as 0<x<1; both at "
        + "once: (x<0)*(y<0)"
    ),
    ("functions", ExpressionNames.functions.joined(separator: ", ")),
    (
      "conventions",
      "log is natural and log(x,b) to a base; mod(a,b) has the sign of b; round takes halves to "
        + "the even neighbour; sigmoid is 1/(1+e^-x)"
    ),
    ("constants", ExpressionNames.constants.keys.sorted().joined(separator: ", ")),
    (
      "sums",
      "sum(i,1,n,x[i]^2) and prod(i,1,n,x[i]); bounds and indices are whole: i+1, 2*i-1, n-i"
    ),
    (
      "settings",
      parameters.map { "\($0.name): \($0.summary)" }.joined(separator: "; ")
    ),
    ("example", "sum(i,1,n-1,100*(x[i+1]-x[i]^2)^2+(1-x[i])^2):n=5,minimum=0"),
    (
      "derivatives",
      "exact; slopes at kinks and cusps (abs, sqrt, cbrt, hypot at 0) are taken as 0, at a tie in "
        + "min or max as the mean over all that tie; of pieces the slope is that of the piece taken"
    ),
    (
      "sums of squares",
      "terms that are squares, or even powers, with factors above 0 are residuals for "
        + "least-squares methods: (1-x)^2+100*(y-x^2)^2"
    ),
  ]

  private static let comparisons =
    ExpressionComparison.allCases.map(\.rawValue).joined(separator: " ")
}
