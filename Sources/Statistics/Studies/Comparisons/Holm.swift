/// What is left of significance when several hypotheses are tested at once.
public enum Holm {
  /// The p-values times the number of hypotheses that are at most as significant, none below a
  /// smaller one's, up to 1 (S. Holm, Scandinavian Journal of Statistics 6 (1979) 65-70): those
  /// below α are true findings, all of them, but in a share α of studies.
  public static func adjusted(_ p: [Double]) -> [Double] {
    var adjusted = p
    var highest = 0.0
    for (place, i) in p.indices.sorted(by: { p[$0] < p[$1] }).enumerated() {
      highest = max(highest, min(1, p[i] * Double(p.count - place)))
      adjusted[i] = highest
    }
    return adjusted
  }
}
