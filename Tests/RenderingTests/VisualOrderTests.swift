import Testing

@testable import Rendering

/// Words that run from right to left keep their order.
struct VisualOrderTests {
  @Test(arguments: [
    "", "Adam lr=0.1", "‖∇f‖ (a)", "κ = 20, x₁²", "Привет", "名前", "−1.5", "1,000",
  ])
  func whatRunsToTheRightStays(text: String) {
    #expect(VisualOrder.of(text) == text)
  }

  /// Orders as text engines show them, from left to right.
  @Test(arguments: [
    ("שלום", "םולש"), ("مرحبا", "ابحرم"),
    // Numbers run to the right among them, and words of other scripts.
    ("שלום 123 abc", "abc 123 םולש"), ("Adam שלום", "Adam םולש"),
    ("Adam שלום עולם lr=0.1", "Adam םלוע םולש lr=0.1"),
    // Parentheses open towards the text.
    ("שלום (עולם)", "(םלוע) םולש"), ("a שלום 12", "a 12 םולש"),
  ])
  func whatRunsToTheLeftIsTurned(text: String, seen: String) {
    #expect(VisualOrder.of(text) == seen)
  }

  @Test(arguments: [
    // What belongs to a number stays at its place.
    ("קצב 0.05", "0.05 בצק"), ("קצב 1,000", "1,000 בצק"), ("קצב −0.5", "−0.5 בצק"),
    ("קצב -0.5 +2", "+2 -0.5 בצק"), ("קצב 95%", "95% בצק"), ("12:30 קצב 1/2", "1/2 בצק 12:30"),
    ("معدل ٠٫٥", "٠٫٥ لدعم"),
    // A full stop is no part of one.
    ("קצב 5.", ".5 בצק"), ("קצב 1, 2", "2 ,1 בצק"),
  ])
  func whatBelongsToANumberStaysWithIt(text: String, seen: String) {
    #expect(VisualOrder.of(text) == seen)
  }

  /// Accents stay on their letters.
  @Test func marksStayWithTheirLetters() {
    #expect(Array(VisualOrder.of("מִי")) == ["י", "מִ"])
  }
}
