/// The values of a parameter among which a search for good ones looks, and how it spreads its
/// trials over them.
public struct SearchRange: Hashable, Sendable {
  /// What lies evenly.
  public enum Scale: String, Hashable, Sendable {
    /// The values themselves.
    case linear
    /// Their logarithms, as of rates.
    case logarithmic
    /// The logarithms of 1 − value, as of decays and momenta, where 0.9 is as far from 0.99 as that
    /// from 0.999.
    case belowOne = "logarithmic below 1"
  }

  /// The lowest and the highest value.
  public let bounds: ClosedRange<Double>
  /// What lies evenly.
  public let scale: Scale
  /// Why the default is none of the values; nil where it is one.
  public let exception: String?

  private init(_ bounds: ClosedRange<Double>, _ scale: Scale, _ exception: String?) {
    (self.bounds, self.scale, self.exception) = (bounds, scale, exception)
  }

  /// Values that lie evenly.
  ///
  /// - Parameter exception: why the default is none of them.
  public static func linear(
    _ bounds: ClosedRange<Double>, besides exception: String? = nil
  ) -> Self { Self(bounds, .linear, exception) }

  /// Values whose logarithms lie evenly.
  ///
  /// - Parameters:
  ///   - bounds: above 0.
  ///   - exception: why the default is none of them.
  public static func logarithmic(
    _ bounds: ClosedRange<Double>, besides exception: String? = nil
  ) -> Self { Self(bounds, .logarithmic, exception) }

  /// Values of which the logarithms of 1 − value lie evenly.
  ///
  /// - Parameters:
  ///   - bounds: below 1.
  ///   - exception: why the default is none of them.
  public static func belowOne(
    _ bounds: ClosedRange<Double>, besides exception: String? = nil
  ) -> Self { Self(bounds, .belowOne, exception) }
}

/// Whether a search looks for values of a parameter.
public enum ParameterSearch: Hashable, Sendable {
  /// As parameters of its name are searched, where such are.
  case usual
  /// In a range of its own.
  case range(SearchRange)
  /// Not unless it is told to.
  case never
}
