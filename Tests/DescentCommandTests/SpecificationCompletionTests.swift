import Testing

@testable import DescentCommand

@Suite("What shells offer")
struct SpecificationCompletionTests {
  @Test(
    "Optimizers",
    arguments: [
      ("ada", ["adam", "adagrad", "adamw"], ["sgd"]),
      ("adam:", ["adam:lr=", "adam:beta1=", "adam:amsgrad="], ["adam:momentum="]),
      ("adam:b", ["adam:beta1=", "adam:beta2="], ["adam:lr="]),
      ("adam:decay=", ["adam:decay=coupled", "adam:decay=decoupled"], ["adam:decay="]),
      ("adam:amsgrad=t", ["adam:amsgrad=true"], ["adam:amsgrad=false"]),
      ("sgd,mom", ["sgd,momentum"], ["sgd,adam"]),
      ("adam:lr=0.1,be", ["adam:lr=0.1,beta1="], ["adam:lr=0.1,bfgs="]),
      ("adam:lr=0.1,bf", ["adam:lr=0.1,bfgs"], []),
      ("adam:beta1=0.8,b", ["adam:beta1=0.8,beta2="], ["adam:beta1=0.8,beta1="]),
      ("adam:lr=0.1,sgd,l", ["adam:lr=0.1,sgd,lbfgs"], ["adam:lr=0.1,sgd,lr="]),
      ("lookahead(ada", ["lookahead(adam"], ["adam"]),
      ("lookahead(adam:b", ["lookahead(adam:beta1="], []),
      ("nothing:", [], ["nothing:lr="]),
      ("", ["sgd", "bfgs"], []),
    ])
  func optimizers(_ text: String, _ offered: [String], _ others: [String]) {
    let candidates = SpecificationCompletion.optimizers.candidates(after: text)
    #expect(Set(offered).subtracting(candidates).isEmpty, "\(candidates.prefix(20))")
    #expect(Set(others).isDisjoint(with: candidates))
    #expect(candidates.allSatisfy { $0.hasPrefix(text) })
  }

  @Test func functions() {
    let functions = SpecificationCompletion.functions
    #expect(functions.candidates(after: "rosen").contains("rosenbrock"))
    #expect(functions.candidates(after: "quadratic:cond") == ["quadratic:condition="])
    #expect(SpecificationCompletion.problems.candidates(after: "mg").contains("mgh"))
    #expect(!functions.candidates(after: "mg").contains("mgh"))
    #expect(SpecificationCompletion.subjects.candidates(after: "adam:lr").contains("adam:lr="))
  }

  @Test(
    "A word after an option's equals sign",
    arguments: [
      ("--optimizer=adam:b", "adam:b"), ("--optimizer=adam:decay=c", "adam:decay=c"),
      ("--optimizer=", ""), ("adam:decay=c", "adam:decay=c"), ("--optimizer", "--optimizer"),
    ])
  func values(_ word: String, _ value: String) {
    #expect(SpecificationCompletion.value(in: word) == value)
  }
}
