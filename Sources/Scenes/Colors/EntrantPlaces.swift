import Experiments

/// Which colour and shape each entrant of a race has: those that belong to its method, where no
/// other has them, so that a method looks the same from picture to picture.
enum EntrantPlaces {
  /// The methods of lectures; what often races together is apart. As many places as the theme with
  /// the fewest colours has, so that none depends on the theme.
  private static let own = [
    "sgd": 0, "momentum": 1, "nesterov": 2, "adagrad": 3, "rmsprop": 4, "adam": 5, "newton": 6,
    "bfgs": 2, "lbfgs": 3, "cg": 4, "steepest-descent": 0, "newton-cg": 1, "adadelta": 1,
    "nadam": 6, "bb": 1,
  ]

  /// Numbers for `EntrantStyle`, each once. Of two entrants with one place the first has it, and
  /// the other takes the first that is free.
  static func places(of trajectories: [Trajectory]) -> [Int] {
    var taken: Set<Int> = []
    let owned = trajectories.map { trajectory -> Int? in
      guard let place = own[trajectory.optimizer.name], taken.insert(place).inserted else {
        return nil
      }
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
