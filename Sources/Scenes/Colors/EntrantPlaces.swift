import Experiments

/// Which colour and shape each entrant of a race has: those that belong to its method, where no
/// other has them, so that a method looks the same from picture to picture.
package enum EntrantPlaces {
  /// The methods of lectures; what often races together is apart. As many places as the theme with
  /// the fewest colours has, so that none depends on the theme.
  private static let own = [
    "sgd": 0, "momentum": 1, "adam": 2, "nesterov": 3, "rmsprop": 4, "adagrad": 5, "nadam": 6,
    "steepest-descent": 0, "bb": 1, "newton": 3, "bfgs": 4, "lbfgs": 5, "newton-cg": 6, "cg": 7,
    "adadelta": 7, "adamax": 8, "adabelief": 9,
  ]

  /// Numbers for `EntrantStyle`, each once. Of two entrants with one place the first has it, and
  /// the other takes the first that is free.
  static func places(of trajectories: [Trajectory]) -> [Int] {
    places(ofMethods: trajectories.map(\.optimizer.name))
  }

  /// The same by the methods' names; those that are none have what is free.
  package static func places(ofMethods names: [String]) -> [Int] {
    var taken: Set<Int> = []
    let owned = names.map { name -> Int? in
      guard let place = own[name], taken.insert(place).inserted else { return nil }
      return place
    }
    return owned.map { place in
      if let place { return place }
      let free = (0...taken.count).first { !taken.contains($0) } ?? taken.count
      taken.insert(free)
      return free
    }
  }
}
