import Specifications

/// How tables are written.
public enum TableFormat: String, Choice, CaseIterable {
  /// Columns one below the other, for terminals.
  case table
  /// Comma-separated values, a header first.
  case csv
  /// A list of objects, a member a column.
  case json
  /// A table as GitHub shows it.
  case markdown
  /// A `tabular` with booktabs' rules.
  case latex
}
