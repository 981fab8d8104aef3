import FoundationEssentials
import Glibc
import Subprocess
import SystemPackage

/// Runs layouts in a child process of the program itself, with limits on time, memory and output.
public struct LayoutWorker: Sendable {
  /// The program to run.
  public let program: String
  /// The arguments that make it a worker.
  public let arguments: [String]
  /// How long one layout may take; its own limit of 10 seconds of work comes first unless the machine is very busy.
  public var patience: Duration = .seconds(60)

  public init(program: String, arguments: [String] = ["layout-worker"]) {
    self.program = program
    self.arguments = arguments
  }

  /// How a layout came about.
  public enum Outcome: Sendable, Equatable {
    /// Placed and routed by Graphviz.
    case routed(LayoutReply, LayoutRequest.Routing)
    /// Graphviz failed on every routing: boxes stand in a grid, ties run straight.
    case grid(LayoutReply)
  }

  /// Lays out a request; tries simpler routings when the child fails, and a grid at last.
  public func layOut(_ request: LayoutRequest) async -> Outcome {
    for routing in LayoutRequest.Routing.allCases {
      var attempt = request
      attempt.routing = routing
      if let reply = await ask(attempt), reply.answers(attempt) {
        return .routed(reply, routing)
      }
    }
    return .grid(LayoutReply(grid: request))
  }

  /// The child's reply, or `nil` when it failed, took too long, or wrote nonsense.
  private func ask(_ request: LayoutRequest) async -> LayoutReply? {
    guard let input = try? JSONEncoder().encode(request) else { return nil }
    let answer = await withTaskGroup(of: [UInt8]?.self) { group in
      group.addTask { await output(for: [UInt8](input)) }
      group.addTask { [patience] in
        try? await Task.sleep(for: patience)
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
    return answer.flatMap { try? JSONDecoder().decode(LayoutReply.self, from: Data($0)) }
  }

  private func output(for input: [UInt8]) async -> [UInt8]? {
    // A file, not a pipe: writing to a child that has already ended would end this process too.
    guard let request = FileDescriptor.inMemory(holding: input) else { return nil }
    let result = try? await run(
      .path(.init(program)), arguments: Arguments(arguments), environment: .custom([:]),
      input: .fileDescriptor(request, closeAfterSpawningProcess: true),
      output: .bytes(limit: 32 << 20), error: .discarded)
    guard let result, result.terminationStatus == .exited(0) else { return nil }
    return result.standardOutput
  }

  // MARK: - In the child

  /// Limits this process, reads a request from stdin, writes the reply to stdout; `false` when that cannot be done.
  public static func serve() -> Bool {
    var cpu = rlimit(rlim_cur: 10, rlim_max: 11)
    var memory = rlimit(rlim_cur: 512 << 20, rlim_max: 512 << 20)
    var core = rlimit(rlim_cur: 0, rlim_max: 0)
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_CPU.rawValue), &cpu)
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_DATA.rawValue), &memory)
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &core)
    guard let input = readAll(.standardInput),
      let request = try? JSONDecoder().decode(LayoutRequest.self, from: input),
      let graphviz = Graphviz(),
      let reply = try? JSONEncoder().encode(graphviz.layOut(request))
    else { return false }
    return (try? FileDescriptor.standardOutput.writeAll(reply)) != nil
  }
}

/// All that a descriptor has to give, or `nil` when reading fails.
func readAll(_ descriptor: FileDescriptor) -> Data? {
  var all = Data()
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let got = unsafe piece.withUnsafeMutableBytes {
      unsafe (try? descriptor.read(into: $0)) ?? -1
    }
    if got < 0 { return nil }
    if got == 0 { return all }
    all.append(contentsOf: piece[..<got])
  }
}

extension LayoutReply {
  /// Whether the reply has a place for every box and a whole route for every tie.
  fileprivate func answers(_ request: LayoutRequest) -> Bool {
    parts.count == request.parts.count
      && zip(parts, request.parts).allSatisfy { reply, asked in
        reply.places.count == asked.boxes.count && reply.routes.count == asked.ties.count
          && reply.routes.allSatisfy { $0.count >= 4 && $0.count % 3 == 1 }
          && (reply.places + reply.routes.joined()).allSatisfy { $0.x.isFinite && $0.y.isFinite }
      }
  }

  /// Boxes in rows, ties straight from middle to middle: what is left when Graphviz fails.
  init(grid request: LayoutRequest) {
    parts = request.parts.map { part in
      let columns = max(1, Int(Double(part.boxes.count).squareRoot().rounded(.up)))
      let rows = (part.boxes.count + columns - 1) / columns
      let places =
        part.fixed
        ?? part.boxes.indices.map { index in
          Point(
            part.width * (Double(index % columns) + 0.5) / Double(columns),
            part.height * (Double(index / columns) + 0.5) / Double(rows))
        }
      let routes = part.ties.map { tie in
        let (a, b) = (places[tie.a], places[tie.b])
        return [a, a.towards(b, 1 / 3), a.towards(b, 2 / 3), b]
      }
      return Part(places: places, routes: routes, fits: true)
    }
  }
}

extension Point {
  /// The point a share of the way to another.
  func towards(_ other: Point, _ share: Double) -> Point {
    Point(x + (other.x - x) * share, y + (other.y - y) * share)
  }

  func distance(to other: Point) -> Double {
    ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
  }
}

extension FileDescriptor {
  /// A file without a name that holds some bytes and is read from the beginning: in memory, or
  /// where the system has no such files a temporary one.
  fileprivate static func inMemory(holding bytes: [UInt8]) -> FileDescriptor? {
    typealias Create = @convention(c) (UnsafePointer<CChar>, UInt32) -> Int32
    var raw: Int32 = -1
    if let symbol = unsafe dlsym(nil, "memfd_create") {
      raw = unsafe unsafeBitCast(symbol, to: Create.self)("weft", 1)
    }
    if raw < 0 {
      var name = Array("/tmp/weft-XXXXXX".utf8CString)
      raw = unsafe mkstemp(&name)
      _ = unsafe unlink(name)
    }
    guard raw >= 0 else { return nil }
    let file = FileDescriptor(rawValue: raw)
    do {
      try file.writeAll(bytes)
      try file.seek(offset: 0, from: .start)
      return file
    } catch {
      try? file.close()
      return nil
    }
  }
}
