import LinearAlgebra

/// How conjugate gradients weigh the direction before: β in p ← −g + β p.
///
/// With y = g_t − g_{t−1}, g = g_t and the former direction p. All agree on a quadratic with exact
/// search.
public enum ConjugateGradientFormula: String, CaseIterable, Sendable {
  /// yᵀg / g_{t−1}ᵀg_{t−1}: E. Polak and G. Ribière, RIRO 3 (1969) 35–43.
  case polakRibiere = "pr"
  /// The same, never negative: M. J. D. Powell; J. C. Gilbert and J. Nocedal, SIAM J. Optim. 2
  /// (1992) 21–42.
  case polakRibierePlus = "pr+"
  /// gᵀg / g_{t−1}ᵀg_{t−1}: R. Fletcher and C. M. Reeves, Comput. J. 7 (1964) 149–154.
  case fletcherReeves = "fr"
  /// yᵀg / yᵀp: M. R. Hestenes and E. Stiefel, J. Res. Nat. Bur. Standards 49 (1952) 409–436.
  case hestenesStiefel = "hs"
  /// gᵀg / yᵀp: Y. H. Dai and Y. Yuan, SIAM J. Optim. 10 (1999) 177–182.
  case daiYuan = "dy"
  /// (y − 2 p ‖y‖² / yᵀp)ᵀg / yᵀp, at least −1 / (‖p‖ min(0.01, ‖g_{t−1}‖)): W. W. Hager and H.
  /// Zhang, SIAM J. Optim. 16 (2005) 170–192, (1.3) and (1.6).
  case hagerZhang = "hager-zhang"
  /// max(0, yᵀg / yᵀp) − t sᵀg / yᵀp with t = 0.1 and the latest step s: Y. H. Dai and L. Z. Liao,
  /// Appl. Math. Optim. 43 (2001) 87–101, their (3.6).
  case daiLiao = "dai-liao"

  /// −g + β p, after a step of length ε along p.
  func direction(
    _ g: Vector, former: Vector, along p: Vector, stepLength: Double
  ) -> Vector {
    var direction = g.negated
    direction.add(weight(g, former: former, along: p, stepLength: stepLength), p)
    return direction
  }

  /// β after a step of length ε along p; not finite where the denominator vanishes.
  func weight(
    _ g: Vector, former: Vector, along p: Vector, stepLength: Double
  ) -> Double {
    let square = g.dot(g)
    switch self {
    case .polakRibiere: return (square - g.dot(former)) / former.dot(former)
    case .polakRibierePlus: return max(0, (square - g.dot(former)) / former.dot(former))
    case .fletcherReeves: return square / former.dot(former)
    default: break
    }
    // yᵀp, and yᵀg.
    let bend = g.dot(p) - former.dot(p)
    let turn = square - g.dot(former)
    switch self {
    case .hestenesStiefel: return turn / bend
    case .daiYuan: return square / bend
    case .daiLiao: return max(0, turn / bend) - 0.1 * stepLength * p.dot(g) / bend
    default:
      let change = square - 2 * g.dot(former) + former.dot(former)
      let beta = (turn - 2 * change / bend * p.dot(g)) / bend
      return max(beta, -1 / (p.norm * min(0.01, former.norm)))
    }
  }
}
