/// What is known of a method beside its hyper-parameters, as lists, documents and `descent show`
/// print it.
public struct OptimizerCard: Sendable, Hashable {
  /// Which derivatives of f a method needs, or approximates.
  public enum Order: Int, Sendable {
    /// The gradient.
    case first = 1
    /// The Hessian, or what stands for it.
    case second = 2
  }

  /// The name in specifications, lower case with hyphens.
  public let name: String
  /// As headings and legends print it.
  public let title: String
  /// Which derivatives it needs.
  public let order: Order
  /// What the iterates do not depend on, with default settings.
  public let invariances: Set<Invariance>
  /// The update in one line. θ or x is the iterate, g the gradient, ε the learning rate; ⊗, ⊘, √
  /// and powers of vectors act component by component.
  public let formula: String
  /// Where the method was published, and what it follows where sources differ.
  public let reference: String
  /// What else a user should know, a sentence or two each: where the method departs from its
  /// paper, what libraries do otherwise and how to get it, what 0/0 is.
  public let notes: [String]
  /// Raised where a change gives the method other digits, so that studies make its runs anew.
  public let revision: Int

  /// The card of a method; its parameters mean what the properties of the same names say.
  public init(
    name: String, title: String, order: Order, invariances: Set<Invariance> = [],
    formula: String, reference: String, notes: [String] = [], revision: Int = 1
  ) {
    self.name = name
    self.title = title
    self.order = order
    self.invariances = invariances
    self.formula = formula
    self.reference = reference
    self.notes = notes
    self.revision = revision
  }
}
