import Specifications
import Statistics
import Testing

/// What runs have to reach.
struct TargetTests {
  /// cocopp 2.9: `10**np.arange(2, -8.2, -0.2)`.
  @Test func cocoHasFiftyOne() {
    let levels = TargetSet.coco.levels
    #expect(levels.count == 51 && levels[0] == 100 && levels[10] == 1 && levels[50] == 1e-8)
    #expect(abs(levels[1] / 63.09573444801933 - 1) < 1e-15)
  }

  @Test(arguments: ["usual", "coco", "more-wild", "10,1,0.5", "relative:0.01", "found:0.1,1e-09"])
  func spellingsAreReadBack(spelling: String) throws {
    let targets = try TargetSet(spelling: spelling)
    #expect(targets.spelling == spelling)
    #expect(try TargetSet(spelling: targets.spelling) == targets)
  }

  @Test func levelsDescendAndStandOnce() throws {
    #expect(try TargetSet(spelling: "1e-4,1e-2,1e-4").levels == [1e-2, 1e-4])
  }

  @Test(arguments: [
    ("cocoa", "did you mean coco?"), ("relativ:1", "did you mean relative?"), ("-1", "-1 is no"),
    ("1,inf", "inf is no target"), ("relative:", "expected numbers"), ("", "expected numbers"),
  ])
  func errorsTellWhatWasExpected(spelling: String, text: String) {
    do {
      _ = try TargetSet(spelling: spelling)
      Issue.record("\(spelling) was read")
    } catch {
      #expect(error.description.contains(text), "\(error)")
    }
  }
}
