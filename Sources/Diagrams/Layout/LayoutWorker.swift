import FoundationEssentials
import Glibc
import SystemPackage

/// Runs layouts in a child process of the program itself, with limits on time, memory and what is said.
///
/// Time is counted for a figure, not for an attempt: all its routings and smaller versions share `patience`. What a
/// figure looks like is settled by counts long before (`LayoutRequest.routingLimit`), so it does not hang on how busy the
/// machine is; time runs out only for a child that hangs, was stopped, or fell into an endless loop.
public struct LayoutWorker: Sendable {
  /// The program to run.
  public let program: String
  /// The arguments that make it a worker.
  public let arguments: [String]
  /// How long the layout of one figure may take in all.
  public var patience: Duration = .seconds(10)
  private var deadline: ContinuousClock.Instant?

  public init(program: String, arguments: [String] = ["layout-worker"]) {
    self.program = program
    self.arguments = arguments
  }

  /// The worker with the time of one figure begun; what is asked of it from here on shares that time.
  public var begun: LayoutWorker {
    var worker = self
    worker.deadline = deadline ?? .now + patience
    return worker
  }

  /// How a layout came about.
  public enum Outcome: Sendable, Equatable {
    /// Placed and routed by Graphviz.
    case routed(LayoutReply, LayoutRequest.Routing)
    /// Graphviz failed on every routing, or time was up: boxes stand in rows, ties run straight.
    case rows(LayoutReply)

    public var reply: LayoutReply {
      switch self {
      case .routed(let reply, _), .rows(let reply): reply
      }
    }
  }

  /// Lays out a request; tries simpler routings when the child fails, and rows at last.
  public func layOut(_ request: LayoutRequest) async -> Outcome {
    let worker = begun
    guard request.isSound else { return .rows(LayoutReply(rows: request)) }
    for routing in request.routings {
      var attempt = request
      attempt.routing = routing
      if let reply = worker.ask(attempt), reply.answers(attempt) {
        return .routed(reply, routing)
      }
    }
    return .rows(LayoutReply(rows: request))
  }

  /// The child's reply, or `nil` when it failed, was late, or wrote nonsense.
  private func ask(_ request: LayoutRequest) -> LayoutReply? {
    // A file, not a pipe: writing to a child that has already ended would end this process too.
    guard let deadline, .now < deadline, let request = try? JSONEncoder().encode(request),
      let input = FileDescriptor.inMemory(holding: [UInt8](request))
    else { return nil }
    defer { try? input.close() }
    return ChildProcess(program: program, arguments: arguments)
      .answer(to: input, upTo: LayoutRequest.byteLimit, before: deadline)
      .flatMap { try? JSONDecoder().decode(LayoutReply.self, from: Data($0)) }
  }

  // MARK: - In the child

  /// Limits this process, reads a request from stdin, writes the reply to stdout; `false` when that cannot be done.
  public static func serve() -> Bool {
    endWithParent()
    // Half of a figure's patience: what loops on one routing leaves time for a simpler one.
    limit(RLIMIT_CPU, to: 5)
    limit(RLIMIT_DATA, to: 512 << 20)
    limit(RLIMIT_CORE, to: 0)
    guard let input = readAll(.standardInput, upTo: LayoutRequest.byteLimit),
      let request = try? JSONDecoder().decode(LayoutRequest.self, from: input), request.isSound,
      let graphviz = Graphviz(),
      let reply = try? JSONEncoder().encode(graphviz.layOut(request))
    else { return false }
    return (try? FileDescriptor.standardOutput.writeAll(reply)) != nil
  }

  private static func limit(_ resource: __rlimit_resource, to most: rlim_t) {
    var limit = rlimit(rlim_cur: most, rlim_max: most)
    unsafe setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }

  /// Has the system kill this process when the one that started it is gone, however that came about.
  private static func endWithParent() {
    typealias Control = @convention(c) (Int32, UInt) -> Int32
    guard let symbol = unsafe dlsym(nil, "prctl") else { return }
    let deathSignal: Int32 = 1
    _ = unsafe unsafeBitCast(symbol, to: Control.self)(deathSignal, UInt(SIGKILL))
    // It may have gone already, and init taken its place.
    if getppid() == 1 { exit(1) }
  }
}

/// All that a descriptor has to give, or `nil` when reading fails or it is more than `limit` bytes.
func readAll(_ descriptor: FileDescriptor, upTo limit: Int = .max) -> Data? {
  var all = Data()
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let got = unsafe piece.withUnsafeMutableBytes {
      unsafe (try? descriptor.read(into: $0)) ?? -1
    }
    if got < 0 { return nil }
    if got == 0 { return all }
    all.append(contentsOf: piece[..<got])
    if all.count > limit { return nil }
  }
}

extension LayoutReply {
  /// Whether the reply has a place for every box and a whole route for every tie, all on or about the page, and fits where
  /// it says so.
  fileprivate func answers(_ request: LayoutRequest) -> Bool {
    parts.count == request.parts.count
      && zip(parts, request.parts).allSatisfy { reply, asked in
        let isRouted = reply.fits || request.routesMisfits
        return reply.places.count == asked.boxes.count
          && reply.routes.count == (isRouted ? asked.ties.count : 0)
          && reply.routes.allSatisfy { $0.count >= 4 && $0.count % 3 == 1 }
          && reply.places.allSatisfy(\.isNear) && reply.routes.joined().allSatisfy(\.isNear)
          && (!reply.fits || asked.fits(reply.places, slack: 0.1))
      }
  }

  /// Boxes in rows, ties straight from middle to middle: what is left when Graphviz fails.
  init(rows request: LayoutRequest) {
    parts = request.parts.map { part in
      let places = part.fixed ?? part.rows
      let routes = part.ties.map { tie -> [Point] in
        guard places.indices.contains(tie.a), places.indices.contains(tie.b) else { return [] }
        let (a, b) = (places[tie.a], places[tie.b])
        return [a, a.towards(b, 1 / 3), a.towards(b, 2 / 3), b]
      }
      // Beyond the limits boxes are too many for any page, and to compare all of them would take too long.
      let fits = part.boxes.count <= LayoutRequest.boxLimit && part.fits(places)
      return Part(places: places, routes: routes, fits: fits)
    }
  }
}

extension LayoutRequest.Part {
  /// Boxes in their order from left to right, in as many rows as they need, with what room is left shared out between them.
  var rows: [Point] {
    let rows = rowRanges
    let heights = rows.map { row in boxes[row].map(\.height).max() ?? 0 }
    let space = max(4, (height - heights.reduce(0, +)) / Double(rows.count + 1))
    var top = space
    return zip(rows, heights).flatMap { row, rowHeight in
      let free = width - boxes[row].reduce(0) { $0 + $1.width }
      let gap = max(4, free / Double(row.count + 1))
      var left = gap
      defer { top += rowHeight + space }
      return boxes[row].map { box in
        defer { left += box.width + gap }
        return Point(left + box.width / 2, top + rowHeight / 2)
      }
    }
  }

  /// The least height that rows need.
  var packedHeight: Double {
    rowRanges.reduce(4) { sum, row in sum + (boxes[row].map(\.height).max() ?? 0) + 4 }
  }

  var rowRanges: [Range<Int>] {
    var rows: [Range<Int>] = []
    var (start, filled) = (0, 0.0)
    for (index, box) in boxes.enumerated() {
      if index > start, filled + box.width + 4 > width {
        rows.append(start..<index)
        (start, filled) = (index, 0)
      }
      filled += box.width + 4
    }
    rows.append(start..<boxes.count)
    return rows
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
