import Experiments
import Testing

@testable import Scenes

/// A method looks the same from race to race, and no two of a race look alike.
@Suite struct EntrantPlacesTests {
  private func places(_ methods: [String]) -> [Int] {
    EntrantPlaces.places(of: methods.map { Fixture.trajectory([(0, 0)], optimizer: $0) })
  }

  @Test func aMethodKeepsItsPlace() {
    #expect(places(["adam", "sgd"]) == places(["sgd", "adam"]).reversed())
    #expect(places(["bfgs", "adam:lr=0.2"])[1] == places(["adam"])[0])
  }

  @Test func othersTakeWhatIsFree() {
    #expect(places(["mine", "sgd", "yours"]) == [1, 0, 2])
    // The first of a method has its place.
    #expect(places(["sgd:lr=0.1", "sgd:lr=0.2", "momentum"]) == [0, 2, 1])
    #expect(places([]).isEmpty)
  }

  @Test func noTwoAreAlike() {
    let all = places((0..<40).map { ["sgd", "adam", "mine", "bfgs", "newton"][$0 % 5] })
    #expect(Set(all).count == 40)
  }
}
