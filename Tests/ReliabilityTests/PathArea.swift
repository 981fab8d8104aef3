import Foundation
import Glibc
import TestSupport
import Testing

/// Area 11, what is written: every kind of place that a user may name, told by lines of shell.
struct PathCase: Sendable, CustomTestStringConvertible {
  let name: String
  /// What makes the place, in a folder with a workspace `w`, a file `victim` and a folder `other`.
  var make = ""
  /// The run, with the program as $W.
  let run: String
  let status: Int32
  /// What stands in the last line said.
  var says = ""
  /// What must hold afterwards, as lines of shell that all succeed.
  var holds = ""
  /// A tool that may be missing, or may not be allowed.
  var needs = "true"

  var testDescription: String { name }

  private static let map = "$W map w --no-figures -o"
  private static let draw = "$W draw matrix w -o"
  private static let inputs =
    "is the folder that Weft reads. Name another folder for what it writes, such as Output."
  private static let link = "is a link. Weft writes to no link: move it or name another place."
  private static let device = "is a device or a pipe, not a plain file. Name another place."

  static let cases: [PathCase] =
    [
      // MARK: Names that are input names
      PathCase(name: "a map into its own workspace", run: "\(map) w", status: 73, says: inputs),
      PathCase(
        name: "the same, by a dot", run: "cd w; $W map . --no-figures -o .", status: 73,
        says: inputs),
      PathCase(name: "the same, by force", run: "\(map) w --force", status: 73, says: inputs),
      PathCase(
        name: "the same, by dots", run: "\(map) w/../other/../w/.", status: 73, says: inputs),
      PathCase(
        name: "the same, by a link", make: "ln -s w link", run: "\(map) link", status: 73,
        says: inputs),
      PathCase(name: "the same, with slashes", run: "\(map) w///", status: 73, says: inputs),
      PathCase(
        name: "a map into the folder above its workspace", run: "\(map) .", status: 73,
        says: "holds w/collaborations.csv, which Weft reads"),
      PathCase(name: "a map into the root", run: "\(map) /", status: 73, says: "which Weft reads"),
      PathCase(
        name: "a map into a folder of its workspace",
        run: "\(map) w/Output && \(map) w/Output --title B", status: 0,
        holds: "grep -q '# B' w/Output/summary.md"),
      PathCase(
        name: "a file named by hand lies in the output",
        make: "mkdir out; mv w/people.csv out/list.csv",
        run: "$W map w --people out/list.csv --no-figures -o out", status: 73,
        says: "holds out/list.csv, which Weft reads"),
      PathCase(
        name: "an input linked into the output", make: "mkdir out; ln w/people.csv out/people.csv",
        run: "\(map) out --force", status: 73, says: "that Weft reads"),
      PathCase(
        name: "a figure over an input", run: "\(draw) w/people.csv", status: 73,
        says: "is a file that Weft reads"),
      PathCase(
        name: "a figure over an input, by force", run: "\(draw) w/people.csv --force", status: 73,
        says: "is a file that Weft reads"),
      PathCase(
        name: "a figure under a name that would be read", run: "\(draw) w/goals.csv", status: 73,
        says: "would read as data"),
      PathCase(
        name: "a figure over an input's other name", make: "ln w/people.csv copy.csv",
        run: "\(draw) copy.csv --force", status: 73, says: "is a file that Weft reads"),
      PathCase(
        name: "rows set aside into the workspace", run: "$W check w --set-aside w", status: 73,
        says: inputs),

      // MARK: Somebody else's files
      PathCase(
        name: "somebody's people.csv", make: "mkdir out; echo mine > out/people.csv",
        run: "\(map) out", status: 73,
        says: "out/people.csv is there already, and Weft did not write it.",
        holds: "[ \"$(cat out/people.csv)\" = mine ]; [ $(ls -A out | wc -l) = 1 ]"),
      PathCase(
        name: "the same, by force", make: "mkdir out; echo mine > out/people.csv",
        run: "\(map) out --force", status: 0,
        holds: "grep -q person, out/people.csv"),
      PathCase(
        name: "a file changed since", make: "\(map) out 2>/dev/null; echo more >> out/summary.md",
        run: "\(map) out", status: 73,
        says: "has been changed since Weft wrote it", holds: "tail -1 out/summary.md | grep -q more"
      ),
      PathCase(
        name: "somebody's figure", make: "echo mine > f.svg", run: "\(draw) f.svg", status: 73,
        says: "is there already", holds: "[ \"$(cat f.svg)\" = mine ]"),
      PathCase(
        name: "a folder has a file's name", make: "mkdir -p out/people.csv",
        run: "\(map) out --force", status: 73, says: "out/people.csv is a folder"),
      PathCase(
        name: "a damaged list", make: "mkdir out; echo junk > out/.weft-files", run: "\(map) out",
        status: 73, says: ".weft-files is there already",
        holds: "[ \"$(cat out/.weft-files)\" = junk ]"),
      PathCase(
        name: "a made-up list",
        make:
          "mkdir out; echo mine > out/people.csv; printf '# Files that Weft wrote here (by, size, digest, name). One that differs is left alone.\\nmap 5 0000000000000000 people.csv\\nmap 6 0000000000000000 ..%%2Fvictim\\nmap 6 0000000000000000 %%2Fetc%%2Fpasswd\\n' > out/.weft-files",
        run: "\(map) out", status: 73, says: "has been changed since",
        holds: "[ \"$(cat out/people.csv)\" = mine ]"),
      PathCase(
        name: "the list is a link", make: "mkdir out; ln -s ../victim out/.weft-files",
        run: "\(map) out", status: 73, says: link),

      // MARK: Links
      PathCase(
        name: "a link to a folder", make: "ln -s other link", run: "\(map) link", status: 0,
        holds: "[ -L link ]; [ -f other/summary.md ]"),
      PathCase(
        name: "a link to a folder, with a slash", make: "ln -s other link", run: "\(map) link/",
        status: 0, holds: "[ -L link ]; [ -f other/summary.md ]"),
      PathCase(
        name: "a link to a folder elsewhere, twice",
        make: "mkdir -p far/off; ln -s \"$PWD/far/off\" link",
        run: "\(map) link; \(map) link --title B", status: 0,
        holds: "[ -L link ]; grep -q '# B' far/off/summary.md; [ $(ls -A far | wc -l) = 1 ]"),
      PathCase(
        name: "a link to a link", make: "ln -s other one; ln -s one two", run: "\(map) two",
        status: 0, holds: "[ -L two ]; [ -f other/summary.md ]"),
      PathCase(
        name: "a link to nothing", make: "ln -s nowhere link", run: "\(map) link", status: 73,
        says: "is a link to a folder that is not there", holds: "[ -L link ]; [ ! -e nowhere ]"),
      PathCase(
        name: "a link to itself", make: "ln -s link link", run: "\(map) link", status: 73,
        says: "Too many levels of symbolic links"),
      PathCase(
        name: "a link to a file", make: "ln -s victim link", run: "\(map) link", status: 73,
        says: "is not a folder"),
      PathCase(
        name: "a figure over a link", make: "ln -s victim f.svg", run: "\(draw) f.svg", status: 73,
        says: link, holds: "[ -L f.svg ]"),
      PathCase(
        name: "a figure over a link, by force", make: "ln -s victim f.svg",
        run: "\(draw) f.svg --force", status: 73, says: link),
      PathCase(
        name: "a figure over a link to nothing", make: "ln -s nowhere f.svg", run: "\(draw) f.svg",
        status: 73, says: link, holds: "[ ! -e nowhere ]"),
      PathCase(
        name: "a file of the output is a link", make: "mkdir out; ln -s ../victim out/people.csv",
        run: "\(map) out --force", status: 73, says: link),
      PathCase(
        name: "a figure through a linked folder", make: "ln -s other link",
        run: "\(draw) link/f.svg", status: 0, holds: "[ -f other/f.svg ]"),

      // MARK: What is no file and no folder
      PathCase(
        name: "a figure to a pipe", make: "mkfifo f.svg", run: "timeout 20 \(draw) f.svg",
        status: 73, says: device, holds: "[ -p f.svg ]"),
      PathCase(
        name: "a figure to a pipe, by force", make: "mkfifo f.svg",
        run: "timeout 20 \(draw) f.svg --force", status: 73, says: device),
      PathCase(name: "a figure to a device", run: "\(draw) /dev/full", status: 64),
      PathCase(
        name: "a figure to a socket",
        make: "python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"f.svg\")'",
        run: "\(draw) f.svg", status: 73, says: device, holds: "[ -S f.svg ]",
        needs: "python3 -c pass"),
      PathCase(
        name: "a map to a pipe", make: "mkfifo out", run: "timeout 20 \(map) out", status: 73,
        says: "is not a folder"),
      PathCase(
        name: "a map to a file", run: "\(map) victim", status: 73, says: "victim is not a folder"),
      PathCase(
        name: "a map to a device", run: "\(map) /dev/null", status: 73, says: "is not a folder"),
      PathCase(
        name: "a map below a file", run: "\(map) victim/out", status: 73, says: "Not a directory"),
      PathCase(
        name: "a figure below a file", run: "\(draw) victim/f.svg", status: 73,
        says: "Not a directory"),
      PathCase(
        name: "a figure over a folder", make: "mkdir f.svg", run: "\(draw) f.svg", status: 73,
        says: "f.svg is a folder"),
      PathCase(
        name: "a file of the output is a pipe", make: "mkdir out; mkfifo out/people.csv",
        run: "timeout 20 \(map) out --force", status: 73, says: device),
      PathCase(
        name: "the list is a pipe", make: "mkdir out; mkfifo out/.weft-files",
        run: "timeout 20 \(map) out --force", status: 73, says: device),
      PathCase(
        name: "a map to /proc", run: "\(map) /proc/weft", status: 73, says: "could not be written"),
      PathCase(
        name: "a figure in a folder that is not there", run: "\(draw) nowhere/f.svg", status: 73,
        says: "No such file or directory", holds: "[ ! -e nowhere ]"),

      // MARK: Names
      PathCase(
        name: "a name with a newline", run: "\(map) \"$(printf 'a\\nb')\"", status: 0,
        holds: "[ -f \"$(printf 'a\\nb')/summary.md\" ]"),
      PathCase(
        name: "a name with a percent sign", run: "\(map) 'a%2Fb%' && \(map) 'a%2Fb%' --title B",
        status: 0, holds: "grep -q '# B' 'a%2Fb%/summary.md'"),
      PathCase(
        name: "a name with spaces and quotes", run: "\(map) \"a 'b' \\\"c\\\"\"", status: 0,
        holds: "[ -f \"a 'b' \\\"c\\\"/summary.md\" ]"),
      PathCase(
        name: "a name in other letters",
        run: "\(map) 'Łódź العربية 🧑🏽‍🏫' && \(map) 'Łódź العربية 🧑🏽‍🏫' --title B", status: 0,
        holds: "grep -q '# B' 'Łódź العربية 🧑🏽‍🏫/summary.md'"),
      PathCase(
        name: "a composed name beside a decomposed one",
        run: "\(map) \"$(printf 'e\\314\\201')\" && \(map) \"$(printf '\\303\\251')\"", status: 0,
        holds:
          "[ $(ls -d */summary.md e* 2>/dev/null | wc -l) -ge 1 ]; [ -f \"$(printf 'e\\314\\201')/summary.md\" ]; [ -f \"$(printf '\\303\\251')/summary.md\" ]"
      ),
      PathCase(
        name: "a name that begins with a dash", run: "$W map w --no-figures --output=-x", status: 0,
        holds: "[ -f ./-x/summary.md ]"),
      PathCase(
        name: "a hidden name", run: "\(map) .out && \(map) .out --title B", status: 0,
        holds: "grep -q '# B' .out/summary.md"),
      PathCase(
        name: "a name like a hidden folder of Weft's",
        make: "mkdir .weft-0123456789abcdef; echo x > .weft-0123456789abcdef/x", run: "\(map) out",
        status: 0, holds: "[ -f .weft-0123456789abcdef/x ]"),
      PathCase(
        name: "a name of 255 bytes",
        run: "\(map) $(printf 'x%.0s' $(seq 255)) && \(map) $(printf 'x%.0s' $(seq 255)) --title B",
        status: 0, holds: "grep -q '# B' x*/summary.md"),
      PathCase(
        name: "a name of 256 bytes", run: "\(map) $(printf 'x%.0s' $(seq 256))", status: 73,
        says: "File name too long"),
      PathCase(
        name: "a figure's name of 256 bytes", run: "\(draw) $(printf 'x%.0s' $(seq 252)).svg",
        status: 73, says: "File name too long"),
      PathCase(
        name: "a path of 5,000 bytes", run: "\(map) $(printf 'x/%.0s' $(seq 2500))y", status: 73,
        says: "File name too long", holds: "[ ! -e x ]"),
      PathCase(name: "an empty name", run: "\(map) ''", status: 64),
      PathCase(name: "a figure without a name", run: "\(draw) ''", status: 64),
      PathCase(
        name: "folders that have to be made", run: "\(map) a/b/c && \(map) a/b/c", status: 0,
        holds: "[ -f a/b/c/summary.md ]; [ $(ls -A a/b | wc -l) = 1 ]"),
      PathCase(
        name: "slashes at the end", run: "\(map) out// && \(map) ./out/ --title B", status: 0,
        holds: "grep -q '# B' out/summary.md"),
      PathCase(
        name: "dots in the middle", run: "\(map) other/../out", status: 0,
        holds: "[ -f out/summary.md ]"),
      PathCase(
        name: "a dot at the end", make: "mkdir out", run: "\(map) out/.", status: 0,
        holds: "[ -f out/summary.md ]"),
      PathCase(
        name: "dots at the end", make: "mkdir -p out/in", run: "\(map) out/in/..", status: 0,
        holds: "[ -f out/summary.md ]"),
      PathCase(
        name: "a dot at the end of what is not there", run: "\(map) out/.", status: 0,
        holds: "[ -f out/summary.md ]"),
      PathCase(
        name: "dots at the end of what is not there", run: "\(map) out/..", status: 73,
        says: "No such file or directory", holds: "[ ! -e out ]"),
      PathCase(
        name: "the folder one stands in", run: "cd other; $W map ../w --no-figures -o .", status: 0,
        holds: "[ -f other/summary.md ]"),
      PathCase(
        name: "a folder that one stands in and that is gone", make: "mkdir gone",
        run: "D=$PWD; cd gone; rmdir ../gone; $W map \"$D/w\" --no-figures -o out", status: 73,
        says: "No such file or directory"),
      PathCase(
        name: "a figure to standard output", run: "\(draw) - > f.svg", status: 0,
        holds: "grep -q '<svg' f.svg; [ ! -e - ]"),

      // MARK: Modes and owners
      PathCase(
        name: "a closed output stays closed", make: "mkdir -m 700 out; \(map) out 2>/dev/null",
        run: "\(map) out --title B", status: 0, holds: "[ $(stat -c %a out) = 700 ]"),
      PathCase(
        name: "special bits stay", make: "mkdir out; chmod 2770 out",
        run: "\(map) out && \(map) out", status: 0, holds: "[ $(stat -c %a out) = 2770 ]"),
      PathCase(
        name: "the sticky bit stays", make: "mkdir out; chmod 1777 out",
        run: "\(map) out && \(map) out", status: 0, holds: "[ $(stat -c %a out) = 1777 ]"),
      PathCase(
        name: "a private figure stays private", make: "\(draw) f.svg 2>/dev/null; chmod 600 f.svg",
        run: "\(draw) f.svg", status: 0, holds: "[ $(stat -c %a f.svg) = 600 ]"),
      PathCase(
        name: "a private table stays private",
        make: "\(map) out 2>/dev/null; chmod 600 out/people.csv", run: "\(map) out", status: 0,
        holds: "[ $(stat -c %a out/people.csv) = 600 ]"),
      PathCase(
        name: "a copy with names is private", run: "\(map) out --names full", status: 0,
        holds: "[ $(stat -c %a out/people.csv) = 600 ]; [ $(stat -c %a out) = 700 ]"),
      PathCase(
        name: "a copy with names over one without", make: "\(map) out 2>/dev/null",
        run: "\(map) out --names full", status: 0, holds: "[ $(stat -c %a out/people.csv) = 600 ]"),
      PathCase(
        name: "a figure with names is private",
        run: "umask 0; $W draw people w -o f.svg --names full", status: 0,
        holds: "[ $(stat -c %a f.svg) = 600 ]"),
      PathCase(
        name: "an open mask", run: "umask 0; \(map) out", status: 0,
        holds: "[ $(stat -c %a out/people.csv) = 666 ]"),
      PathCase(
        name: "a narrow mask", run: "umask 077; \(map) out", status: 0,
        holds: "[ $(stat -c %a out/people.csv) = 600 ]; [ $(stat -c %a out) = 700 ]"),
      PathCase(
        name: "another owner stays", make: "\(map) out 2>/dev/null; chown -R nobody out",
        run: "\(map) out", status: 0,
        holds: "[ $(stat -c %U out) = nobody ]; [ $(stat -c %U out/people.csv) = nobody ]",
        needs: "[ $(id -u) = 0 ]"),
      PathCase(
        name: "a table with a second name",
        make: "\(map) out 2>/dev/null; ln out/people.csv kept.csv; cp kept.csv same.csv",
        run: "\(map) out --title B", status: 0,
        holds: "cmp kept.csv same.csv; [ $(stat -c %h kept.csv) = 1 ]"),
      PathCase(
        name: "a figure with a second name",
        make: "\(draw) f.svg 2>/dev/null; ln f.svg kept.svg; cp kept.svg same.svg",
        run: "$W draw matrix w -o f.svg --title B", status: 0, holds: "cmp kept.svg same.svg"),
      PathCase(
        name: "attributes stay",
        make: "\(draw) f.svg 2>/dev/null; setfattr -n user.note -v mine f.svg",
        run: "\(draw) f.svg", status: 0, holds: "getfattr -n user.note f.svg | grep -q mine",
        needs: "command -v setfattr && touch $T/x && setfattr -n user.a -v b $T/x"),

      // MARK: Places that are closed, full or mounted
      PathCase(
        name: "a read-only folder", make: "mkdir out; chmod 555 out; chown nobody . out w w/*",
        run: "\(nobody) \(map) out", status: 73,
        says: "out/bridges.csv could not be written: Permission denied.",
        holds: "[ $(ls -A out | wc -l) = 0 ]", needs: isNobody),
      PathCase(
        name: "a read-only folder above", make: "mkdir up; chown nobody w w/*; chmod 555 up",
        run: "\(nobody) \(map) up/out", status: 73,
        says: "up/out could not be written: Permission denied.", needs: isNobody),
      PathCase(
        name: "a figure in a read-only folder", make: "mkdir up; chown nobody w w/*",
        run: "\(nobody) \(draw) up/f.svg", status: 73,
        says: "up/f.svg could not be written: Permission denied.", needs: isNobody),
      PathCase(
        name: "an own folder in a closed one", make: "mkdir up up/out; chown nobody up/out w w/*",
        run: "\(nobody) \(map) up/out && \(nobody) \(map) up/out --title B", status: 0,
        holds:
          "grep -q '# B' up/out/summary.md; [ $(ls -A up | wc -l) = 1 ]; ! ls -A up/out | grep -E weft-[0-9a-f]{8}",
        needs: isNobody),
      PathCase(
        name: "another's output", make: "\(map) out 2>/dev/null; chown nobody w w/*",
        run: "\(nobody) \(map) out", status: 73,
        says: "out could not be written: Permission denied.", needs: isNobody),
      PathCase(
        name: "a closed folder on the way", make: "mkdir -m 700 up; chown nobody w w/*",
        run: "\(nobody) \(map) up/out", status: 73, says: "Permission denied", needs: isNobody),
      PathCase(
        name: "another's folder in the output",
        make:
          "\(map) out 2>/dev/null; chown -R nobody out w; mkdir -m 700 out/theirs; echo x > out/theirs/x; chown nobody .",
        run: "\(nobody) \(map) out --title B", status: 0,
        holds:
          "grep -q '# B' out/summary.md; [ $(cat out/theirs/x) = x ]; [ $(stat -c %U out/theirs) = root ]",
        needs: isNobody),
      PathCase(
        name: "a file system mounted read-only", make: "mkdir m",
        run: "unshare -m sh -c 'mount -t tmpfs -o ro none m && \(map) m'", status: 73,
        says: "m could not be written: Read-only file system.", needs: isMounting),
      PathCase(
        name: "an output that is a mount", make: "mkdir m",
        run:
          "unshare -m sh -c 'mount -t tmpfs none m && \(map) m 2>/dev/null && echo mine > m/notes && \(map) m --title B && grep -q \"# B\" m/summary.md && [ $(cat m/notes) = mine ] && ! ls -A m | grep -E weft-[0-9a-f]{8}'",
        status: 0, needs: isMounting),
      PathCase(
        name: "a bind mount inside the output",
        make: "\(map) out 2>/dev/null; mkdir out/in; echo theirs > other/theirs",
        run:
          "unshare -m sh -c 'mount --bind other out/in && \(map) out --title B && grep -q \"# B\" out/summary.md && [ $(cat out/in/theirs) = theirs ]'",
        status: 0, holds: "[ $(cat other/theirs) = theirs ]; [ -d out/in ]", needs: isMounting),
      PathCase(
        name: "a file mounted over a table",
        make: "\(map) out 2>/dev/null; cp out/people.csv copy.csv",
        run: "unshare -m sh -c 'mount --bind copy.csv out/people.csv && \(map) out --title B'",
        status: 73, says: "out/people.csv could not be written: Device or resource busy.",
        holds: "cmp copy.csv out/people.csv; ! grep -q '# B' out/summary.md", needs: isMounting),
      PathCase(
        name: "a full disk", make: "mkdir m",
        run:
          "unshare -m sh -c 'mount -t tmpfs -o size=60k none m && \(map) m/out; s=$?; [ $(ls -A m | wc -l) = 0 ] && exit $s'",
        status: 73,
        says: "m/out could not be written: No space left on device.", needs: isMounting),
      PathCase(
        name: "a disk that fills under an old map", make: "mkdir m",
        run:
          "unshare -m sh -c 'mount -t tmpfs -o size=110k none m && \(map) m/out 2>/dev/null; cp -a m/out old; \(map) m/out --title B; s=$?; diff -r m/out old && [ $(ls -A m | wc -l) = 1 ] && exit $s'",
        status: 73, says: "m/out could not be written: No space left on device.", needs: isMounting),
      PathCase(
        name: "a limit on the size of files", run: "ulimit -f 8; \(map) out", status: 73,
        says: "out could not be written: File too large.", holds: "[ ! -e out ]"),
      PathCase(
        name: "a limit on the size of figures",
        make: "\(draw) f.svg 2>/dev/null; cp -p f.svg same.svg", run: "ulimit -f 2; \(draw) f.svg",
        status: 73, says: "f.svg could not be written: File too large.",
        holds: "cmp f.svg same.svg; [ $(ls -A | grep -cE weft-) = 0 ]"),
    ] + fewFiles

  /// As many open files as are allowed: whatever is opened last fails.
  private static let fewFiles = [5, 6, 7, 9, 12, 14, 15, 16, 24, 32, 40].map { limit in
    PathCase(
      name: "\(limit) open files", make: "\(map) out 2>/dev/null; cp -a out same",
      run:
        "ulimit -n \(limit); \(map) out --title B; s=$?; case $s in 0) diff -q out same >/dev/null && exit 99 || exit 0;; 65|66|69|73|74|78) diff -r out same && exit 0;; esac; exit $s",
      status: 0,
      holds: "[ $(ls -A | grep -cE weft-) = 0 ]; [ $(ls -A out | grep -cE weft-[0-9a-f]{8}) = 0 ]")
  }

  private static let nobody = "setpriv --reuid=65534 --regid=65534 --clear-groups"
  private static let isNobody = "[ $(id -u) = 0 ] && \(nobody) test -x \"$W\""
  private static let isMounting = "unshare -m mount -t tmpfs none /mnt"

  func check() {
    // A short path that every user may enter, since messages show forty characters of it.
    let folder = "/tmp/w\(UInt32.random(in: 0 ... .max))"
    let variables = ["W": Program.path, "T": folder]
    func shell(_ script: String) -> Outcome {
      TestSupport.run("/bin/bash", ["-c", script], in: folder, environment: variables)
    }
    mkdir(folder, 0o755)
    defer { _ = TestSupport.run("/bin/rm", ["-rf", folder]) }
    guard shell(needs).status == 0 else {
      Program.tell("Not tried here: \(name).")
      return
    }
    let made = shell(
      """
      mkdir w other; echo victim > victim; cd w
      { echo id,name,school; for n in $(seq 18); do echo P$n,Person $n,S$((n % 3)); done; } > people.csv
      { echo from,to; for n in $(seq 18); do echo P$n,P$((n % 18 + 1)); echo P$n,P$(((n + 2) % 18 + 1)); done; } > collaborations.csv
      cd ..; \(make)
      """)
    #expect(made.status == 0, "\(name): \(made)")
    let inputs = Standing(folder + "/w").seen.filter {
      $0.key.hasSuffix(".csv") && !$0.key.contains("/")
    }
    let outcome = shell(run)
    #expect(outcome.status == status, "\(name): \(outcome)")
    let last = outcome.err.split(separator: "\n").last.map(String.init) ?? ""
    #expect(says.isEmpty || last.contains(says), "\(name): \(outcome.err)")
    #expect(!last.replacing(".weft-files", with: "").contains(".weft-"), "\(name): \(outcome.err)")
    let after = shell("set -e\n" + holds.replacing("; ", with: "\n"))
    #expect(after.status == 0, "\(name): \(holds) \(after) \(outcome.err)")
    #expect(shell("cat victim").out == "victim\n", "\(name)")
    let now = Standing(folder + "/w").seen
    for (file, content) in inputs { #expect(now[file] == content, "\(name): \(file)") }
    #expect(
      Standing(folder).litter.filter { $0 != ".weft-0123456789abcdef" } == [],
      "\(name): \(outcome.err)")
  }
}

/// The program for other users too, who may not enter the folder that it was built in.
enum Program {
  private static let folder = Workdir()
  static let path: String = {
    let path = folder.path + "/weft"
    _ = run("/bin/cp", [weftProgram, path])
    chmod(folder.path, 0o755)
    return path
  }()

  static func tell(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}

@Suite struct PathArea {
  @Test(arguments: PathCase.cases) func path(_ one: PathCase) { one.check() }
}
