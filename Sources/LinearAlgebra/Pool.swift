import Synchronization

/// Working memory that is used again: whoever needs some takes it and gives it back.
///
/// Any number of threads may do so at a time; as many items come to be as are in use at once.
public final class Pool<Item: Sendable>: Sendable {
  private let items = Mutex<[Item]>([])

  /// A pool without items.
  public init() {}

  /// An item that was given back, or a new one.
  public func take(or make: () -> Item) -> Item {
    items.withLock { $0.popLast() } ?? make()
  }

  /// Keeps an item for the next taker; the giver must not use it any more.
  public func giveBack(_ item: Item) {
    items.withLock { $0.append(item) }
  }
}
