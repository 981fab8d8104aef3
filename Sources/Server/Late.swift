import Synchronization

/// A value that is there from some moment on.
public final class Late<Value: Sendable>: Sendable {
  private let held = Mutex<Value?>(nil)

  public init() {}

  public var value: Value? { held.withLock { $0 } }

  public func set(_ value: Value) { held.withLock { $0 = value } }
}
