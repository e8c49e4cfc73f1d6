import Experiments
import Specifications

extension Specification {
  /// What tells a method from others of its name, each piece as it is written: `lr=0.1`; of a
  /// wrapper also what it wraps: `adam:lr=0.2`.
  var distinctions: [String] { (arguments + settings).map(\.description) }
}

extension Trajectory {
  /// The optimizer's settings that differ from the defaults: "lr=0.1,momentum=0.9".
  var settings: String { optimizer.distinctions.joined(separator: ",") }
}
