extension ExpressionFunction {
  /// What an expression may be made of, one heading and its text after the other.
  public static let language: [(topic: String, text: String)] = [
    ("variables", "x, y, z; or x1, x2, ...; or x[i] with i from 1; n is their number"),
    ("operators", "+ - * / ^, where ^ binds to the right and before signs: -x^2 is -(x^2)"),
    ("functions", ExpressionNames.functions.joined(separator: ", ")),
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
      "exact; slopes at kinks and cusps (abs, sqrt, cbrt, hypot at 0) are taken as 0, at a tie of "
        + "min or max as the mean"
    ),
  ]
}
