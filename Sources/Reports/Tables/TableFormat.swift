import Specifications

/// How tables are written.
public enum TableFormat: String, Choice, CaseIterable {
  case table, csv, json, markdown, latex
}
