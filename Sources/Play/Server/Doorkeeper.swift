/// Lets in what comes from the served page or from who knows its address, and nothing else: a page
/// of another site that sends requests here knows no token, and tells its own origin.
struct Doorkeeper: Sendable {
  let address: PlayAddress

  /// What is asked below the token, as "" or "race"; or why it is not answered.
  func admitted(_ question: Question) -> Result<Substring, Refusal> {
    guard question.method != .other else {
      return .failure(Refusal(.wrongMethod, "expected GET or POST"))
    }
    guard question.host.count == 1, isName(question.host[0]) else {
      return .failure(Refusal(.forbidden, "this server is asked under another name"))
    }
    guard question.origin.count <= 1, question.origin.allSatisfy(isOwn) else {
      return .failure(Refusal(.forbidden, "pages of other sites are not answered"))
    }
    let parts = question.path.split(
      separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].isEmpty, isToken(parts[1]) else {
      return .failure(
        Refusal(.forbidden, "expected the whole address that descent play printed"))
    }
    return .success(parts[2])
  }

  struct Refusal: Error {
    let reply: Reply

    init(_ status: Reply.Status, _ line: String) { reply = .refusal(status, line) }
  }

  /// Where the server has every address of the machine, a name is whatever has its port: the token
  /// alone guards it.
  private func isName(_ host: String) -> Bool {
    address.names.contains(host.lowercased())
      || address.isUnbound && host.hasSuffix(":\(address.port)")
  }

  private func isOwn(_ origin: String) -> Bool {
    origin.hasPrefix("http://") && isName(String(origin.dropFirst("http://".count)))
  }

  /// In a time that does not tell how much of it is right.
  private func isToken(_ text: Substring) -> Bool {
    let (given, right) = (Array(text.utf8), Array(address.token.utf8))
    guard given.count == right.count else { return false }
    return zip(given, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
