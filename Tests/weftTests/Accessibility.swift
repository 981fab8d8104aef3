import Foundation
import TestSupport
import Testing

/// A browser and axe-core, where they are installed (Scripts/setup-accessibility).
enum Accessibility {
  static let missing: Comment =
    "Chromium or axe-core is not installed, so the accessibility of pages is not checked: Scripts/setup-accessibility"

  static let tools: (browser: String, axe: String)? = {
    let axe = packageFolder + "/.build/axe/axe.min.js"
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let browser = ["chromium", "chromium-browser", "google-chrome"].lazy
      .flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let browser, FileManager.default.fileExists(atPath: axe) else { return nil }
    return (browser, axe)
  }()

  /// What a browser makes of a page once its scripts have run.
  static func document(_ address: String, in folder: Workdir) throws -> String {
    let tools = try #require(tools)
    return run(
      tools.browser,
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--virtual-time-budget=600000",
        "--user-data-dir=\(folder.path)/profile", "--dump-dom", address,
      ]
    ).out
  }

  /// What axe-core found in a page at one width.
  struct Reading: Decodable {
    let page: String
    let width: Int
    /// How wide the page is: more than `width` where it scrolls sideways.
    let reach: Int
    /// Where the list of findings of the first page ends.
    let fiveEnd: Int?
    let passes: Int
    let faults: [String]
  }

  /// Reads pages at several widths with axe-core, everything folded opened, all in one browser.
  ///
  /// - Parameter files: every file of the site, by name.
  static func read(
    _ pages: [String], of files: [String: String], at widths: [Int]
  ) throws -> [Reading] {
    let tools = try #require(tools)
    let folder = Workdir(files)
    folder.write("axe-core.js", Array(try Data(contentsOf: URL(fileURLWithPath: tools.axe))))
    let reader = """
      <script src="axe-core.js"></script><script>
      document.querySelectorAll("details").forEach(one => one.open = true);
      axe.run().then(found => parent.postMessage({ page: location.pathname.split("/").pop(), width: innerWidth,
        reach: document.documentElement.scrollWidth, passes: found.passes.length,
        fiveEnd: document.querySelector(".five") ? Math.ceil(document.querySelector(".five").getBoundingClientRect().bottom) : null,
        faults: found.violations.map(one => one.id + ": " + one.nodes[0].html.slice(0, 200)) }, "*"));
      </script></body>
      """
    for page in pages {
      // The policy would keep axe out.
      let text = try #require(files[page])
        .replacing(#/<meta http-equiv="Content-Security-Policy"[^>]*>/#, with: "")
        .replacingOccurrences(of: "</body>", with: reader)
      folder.write(page, Array(text.utf8))
    }
    let all = pages.flatMap { page in widths.map { "[\"\(page)\", \($0)]" } }
      .joined(separator: ",")
    folder.write(
      "all.html",
      Array(
        """
        <!DOCTYPE html><html><body><script>
        const left = [\(all)], got = [];
        const next = () => {
          const one = left.shift();
          if (!one) return;
          const frame = document.createElement("iframe");
          [frame.src, frame.width, frame.height] = [one[0], one[1], 900];
          document.body.replaceChildren(frame);
        };
        addEventListener("message", event => {
          got.push(event.data);
          document.body.setAttribute("data-got", encodeURIComponent(JSON.stringify(got)));
          next();
        });
        next();
        </script></body></html>
        """.utf8))
    let document = try document("file://\(folder.path)/all.html", in: folder)
    let got = try #require(document.firstMatch(of: #/data-got="([^"]*)"/#), "axe-core did not run")
    let json = try #require(String(got.output.1).removingPercentEncoding)
    return try JSONDecoder().decode([Reading].self, from: Data(json.utf8))
  }
}
