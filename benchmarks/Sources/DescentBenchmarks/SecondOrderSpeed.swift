/// Methods with searches and matrices against the memory, BLAS, LAPACK and scipy.
func measureSecondOrder() throws {
  measureTwoLoops()
  measureRankTwo()
  measureNewton()
  measureOverhead()
  try measureExtendedRosenbrock()
}
