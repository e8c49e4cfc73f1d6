import Objectives
import Specifications

extension TestFunction {
  /// The same, where it is an expression, a mean of one or a convex loss told what a search finds of its minimum,
  /// also inside wrappers. What is found depends on expression and domain, not on the start that is
  /// given, so that excesses of runs from several starts are over one minimum.
  ///
  /// - Throws: where a wrapper does not accept the function inside.
  public func searched() throws(SpecificationError) -> any TestFunction {
    if var function = self as? any SampledSearch {
      guard function.found.basis == .notSearched else { return self }
      function.found = function.sampledMinimum()
      return function
    }
    if var sum = self as? any ConvexityAware {
      guard sum.isConvex, sum.found.basis == .notSearched else { return self }
      sum.found = ConvexSearch(function: sum).result()
      return sum
    }
    guard let wrapper = self as? any FunctionWrapper else { return self }
    return try wrapper.searchedInside()
  }
}

extension SampledSearch {
  fileprivate func sampledMinimum() -> FoundMinimum {
    MinimumSearch(self, evaluations: affordableEvaluations).result(starts: [usualStart])
  }
}

extension FunctionWrapper {
  fileprivate func searchedInside() throws(SpecificationError) -> any TestFunction {
    try around(base.searched())
  }
}
