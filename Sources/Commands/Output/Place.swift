import Glibc

/// A folder, and the one that it stands in where the two can be told to change places there.
struct Place {
  let folder: Folder
  /// `nil` when output has to be made ready in the folder itself.
  let parent: Folder?
  /// The folder's name in its parent, whatever links lead to it.
  let name: FileName

  init(_ folder: Folder, path: String) {
    self.folder = folder
    let real = realpath(path, nil)
    defer { free(real) }
    let last = real.map { String(cString: $0) }?.split(separator: "/").last
    name = FileName(last.map(String.init) ?? ".")
    parent = Self.parent(of: folder, name)
  }

  /// The folder above, unless it is closed to us or on another mount.
  private static func parent(of folder: Folder, _ name: FileName) -> Folder? {
    guard !Linux.isMount(folder.descriptor), let parent = try? folder.parent,
      parent.node != folder.node, parent.node.device == folder.node.device,
      let entry = try? parent.entry(name), entry.node == folder.node,
      faccessat(parent.descriptor, ".", W_OK | X_OK, AT_EACCESS) == 0
    else { return nil }
    return parent
  }
}
