extension FunctionCatalogue {
  /// The noiseless suite BBOB, in the order of its numbers.
  static let bbob: [any TestFunction.Type] = [
    BBOBF01.self, BBOBF02.self, BBOBF03.self, BBOBF04.self, BBOBF05.self, BBOBF06.self,
    BBOBF07.self, BBOBF08.self, BBOBF09.self, BBOBF10.self, BBOBF11.self, BBOBF12.self,
    BBOBF13.self, BBOBF14.self, BBOBF15.self, BBOBF16.self, BBOBF17.self, BBOBF18.self,
    BBOBF19.self, BBOBF20.self, BBOBF21.self, BBOBF22.self, BBOBF23.self, BBOBF24.self,
  ]
}
