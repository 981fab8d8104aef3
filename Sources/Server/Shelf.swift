import Commands
import Website

/// What has been worked out of one reading of the files: each question once, however many ask for it.
///
/// A new reading gets a shelf of its own, so readers see the old pages or the new, whole.
actor Shelf {
  let trust: ServedTrust
  private var questions: [QuestionWords: Task<ServedQuestion, any Error>] = [:]
  private var pictured: [QuestionWords: Task<Site, any Error>] = [:]
  /// The questions, the one asked last at the end.
  private var order: [QuestionWords] = []
  private var answers: [String: Answer] = [:]
  private var answersSize = 0
  /// The answers that are being made.
  private var making: [String: Task<Answer, any Error>] = [:]

  /// As many questions are kept.
  static let questionsKept = 8
  /// Bytes of finished answers that are kept.
  static let answersKept = 48 << 20

  /// As many are worked out at a time; readers of one that is wait for it.
  static let workedAtMost = 4
  private var worked = 0

  /// That too many questions are being worked out to begin another.
  struct Full: Error {}

  init(_ trust: ServedTrust) { self.trust = trust }

  func question(_ words: QuestionWords) async throws -> ServedQuestion {
    if let task = questions[words] {
      order.removeAll { $0 == words }
      order.append(words)
      return try await task.value
    }
    guard worked < Self.workedAtMost else { throw Full() }
    worked += 1
    defer { worked -= 1 }
    if order.count >= Self.questionsKept, let oldest = order.first {
      forget(oldest)
    }
    let task = Task.detached { [trust] in try trust.answer(words) as ServedQuestion }
    questions[words] = task
    order.append(words)
    do {
      return try await task.value
    } catch {
      // What was not understood takes no place.
      forget(words)
      throw error
    }
  }

  /// The pages with their pictures.
  func pictures(_ words: QuestionWords) async throws -> Site {
    let question = try await question(words)
    if let task = pictured[words] { return try await task.value }
    let task = Task.detached { try await question.illustrated() }
    pictured[words] = task
    do {
      let site = try await task.value
      // Forgotten meanwhile, to make room.
      if questions[words] == nil { pictured[words] = nil }
      return site
    } catch {
      pictured[words] = nil
      throw error
    }
  }

  private func forget(_ words: QuestionWords) {
    order.removeAll { $0 == words }
    questions[words] = nil
    pictured[words] = nil
  }

  /// An answer that was given before, or is being made for another reader, or is made now.
  func answer(
    _ target: String, _ make: @escaping @Sendable () async throws -> Answer
  ) async throws -> Answer {
    if let kept = answers[target] { return kept }
    if let task = making[target] { return try await task.value }
    let task = Task.detached { try await make() }
    making[target] = task
    defer { making[target] = nil }
    let answer = try await task.value
    keep(answer, for: target)
    return answer
  }

  private func keep(_ answer: Answer, for target: String) {
    guard answer.status == 200 else { return }
    if answersSize + answer.body.count > Self.answersKept {
      answers = [:]
      answersSize = 0
    }
    answers[target] = answer
    answersSize += answer.body.count
  }
}
