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
      return try await task.value
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

  /// An answer that was given before.
  func answer(_ target: String) -> Answer? { answers[target] }

  func keep(_ answer: Answer, for target: String) {
    guard answer.status == 200, answers[target] == nil else { return }
    if answersSize + answer.body.count > Self.answersKept {
      answers = [:]
      answersSize = 0
    }
    answers[target] = answer
    answersSize += answer.body.count
  }
}
