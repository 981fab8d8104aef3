import HummingbirdCore
import NIOCore

/// A body on its way: waited for so long in all, and for so long in silence.
actor Arrival {
  private let end: ContinuousClock.Instant
  private var last = ContinuousClock.now

  /// Less than the time after which a silent connection is closed without a word.
  private static let silence = Duration.seconds(10)

  init(within patience: Duration) { end = ContinuousClock.now + patience }

  /// - Returns: its bytes, and how many they are, where more than `limit` end the reading; `nil` where its sender was waited for in vain.
  nonisolated func of(_ body: RequestBody, atMost limit: Int) async throws -> ([UInt8], Int)? {
    try await withThrowingTaskGroup(of: ([UInt8], Int)?.self) { group in
      group.addTask { [self] in
        var (bytes, size): ([UInt8], Int) = ([], 0)
        for try await piece in body {
          await hear()
          size += piece.readableBytes
          guard size <= limit else { return ([], size) }
          bytes += piece.readableBytesView
        }
        return (bytes, size)
      }
      group.addTask { [self] in
        while case let due = await self.due, ContinuousClock.now < due {
          try await Task.sleep(until: due, clock: .continuous)
        }
        return nil
      }
      defer { group.cancelAll() }
      return try await group.next() ?? nil
    }
  }

  private func hear() { last = .now }

  private var due: ContinuousClock.Instant { min(end, last + Self.silence) }
}
