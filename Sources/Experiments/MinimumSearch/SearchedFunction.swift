import Objectives
import Specifications

extension TestFunction {
  /// The same, where it is an expression or a convex loss told what a search finds of its minimum,
  /// also inside wrappers. What is found depends on expression and domain, not on the start that is
  /// given, so that excesses of runs from several starts are over one minimum.
  ///
  /// - Throws: where a wrapper does not accept the function inside.
  public func searched() throws(SpecificationError) -> any TestFunction {
    if var expression = self as? ExpressionFunction {
      guard expression.found.basis == .notSearched else { return self }
      let search = MinimumSearch(expression, evaluations: expression.affordableEvaluations)
      expression.found = search.result(starts: [expression.usualStart])
      return expression
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

extension FunctionWrapper {
  fileprivate func searchedInside() throws(SpecificationError) -> any TestFunction {
    try around(base.searched())
  }
}
