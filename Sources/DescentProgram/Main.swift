import DescentCommand

/// The executable; all that it does is in the library, where tests and the fuzzer reach it.
@main
struct Main {
  static func main() async { await Program.main() }
}
