import CQPDF
import Glibc

/// Gives a PDF what readers need and cairo does not write: a tree of elements with alternative texts, places and scopes, the
/// language, bookmarks' title bar, and metadata; the one place that meets libqpdf.
///
/// Cairo numbers each piece of a page and leaves the rest unmarked. The tree here refers to those numbers (ISO 32000-1, 14.7),
/// and what is unmarked becomes an artifact (14.8.2.2).
@safe final class TaggedPDF {
  struct About {
    let title: String
    let author: String?
    let subject: String
    let keywords: String
    let language: String
    /// As in 2026-11-12.
    let day: String?
  }

  /// A piece of a page that leads to a heading: its box in points from the lower left corner, and where it leads.
  struct Link {
    let element: Int
    let page: Int
    let box: [Double]
    let targetPage: Int
    let targetHeight: Double
    let words: String
  }

  private var data: qpdf_data?

  /// qpdf reads from here until the end.
  private let copy: UnsafeMutableRawPointer

  private init(_ pdf: [UInt8]) throws(PaperFailure) {
    unsafe copy = .allocate(byteCount: max(1, pdf.count), alignment: 1)
    unsafe copy.copyMemory(from: pdf, byteCount: pdf.count)
    unsafe data = qpdf_init()
    unsafe qpdf_set_suppress_warnings(data, 1)
    unsafe qpdf_silence_errors(data)
    let status = unsafe qpdf_read_memory(
      data, "weft", copy.assumingMemoryBound(to: CChar.self), UInt64(pdf.count), nil)
    guard status & 2 == 0 else { throw PaperFailure("the pages could not be read again") }
  }

  deinit {
    unsafe qpdf_cleanup(&data)
    unsafe copy.deallocate()
  }

  /// The PDF with its structure; the same input gives the same bytes.
  static func bytes(
    _ pdf: [UInt8], _ tags: PaperTags, places: [[PaperTags.Place]], links: [Link], _ about: About
  ) throws(PaperFailure) -> [UInt8] {
    let file = try TaggedPDF(pdf)
    try file.markArtifacts(places)
    file.addTree(tags, places, links)
    file.addWords(about)
    return try file.written()
  }

  // MARK: - Objects

  private func name(_ text: String) -> qpdf_oh { unsafe qpdf_oh_new_name(data, "/" + text) }
  private func whole(_ value: Int) -> qpdf_oh { unsafe qpdf_oh_new_integer(data, Int64(value)) }
  private func text(_ text: String) -> qpdf_oh { unsafe qpdf_oh_new_unicode_string(data, text) }
  private func number(_ value: Double) -> qpdf_oh {
    unsafe qpdf_oh_new_real_from_double(data, value, 2)
  }
  private func numbers(_ values: [Double]) -> qpdf_oh { array(values.map(number)) }
  private func truth(_ value: Bool) -> qpdf_oh { unsafe qpdf_oh_new_bool(data, value ? 1 : 0) }

  private func array(_ items: [qpdf_oh]) -> qpdf_oh {
    let array = unsafe qpdf_oh_new_array(data)
    for item in items { unsafe qpdf_oh_append_item(data, array, item) }
    return array
  }

  private func dictionary(_ members: [(String, qpdf_oh)]) -> qpdf_oh {
    let dictionary = unsafe qpdf_oh_new_dictionary(data)
    for (key, value) in members { put(value, key, in: dictionary) }
    return dictionary
  }

  private func put(_ value: qpdf_oh, _ key: String, in dictionary: qpdf_oh) {
    unsafe qpdf_oh_replace_key(data, dictionary, "/" + key, value)
  }

  private func indirect(_ object: qpdf_oh) -> qpdf_oh {
    unsafe qpdf_make_indirect_object(data, object)
  }
  private var root: qpdf_oh { unsafe qpdf_get_root(data) }
  private func page(_ place: Int) -> qpdf_oh { unsafe qpdf_get_page_n(data, place) }

  private func stream(_ bytes: [UInt8]) -> qpdf_oh {
    let stream = unsafe qpdf_oh_new_stream(data)
    let none = unsafe qpdf_oh_new_null(data)
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe qpdf_oh_replace_stream_data(data, stream, buffer.baseAddress, buffer.count, none, none)
    }
    return stream
  }

  // MARK: - What no element has

  /// Marks all that is drawn outside the pieces of each page as there for the eye alone.
  private func markArtifacts(_ places: [[PaperTags.Place]]) throws(PaperFailure) {
    let pages = Int(unsafe qpdf_get_num_pages(data))
    for place in 0..<pages {
      var pointer: UnsafeMutablePointer<UInt8>?
      var length = 0
      guard unsafe qpdf_oh_get_page_content_data(data, page(place), &pointer, &length) & 2 == 0,
        let content = unsafe pointer
      else { throw PaperFailure("a page could not be read again") }
      let bytes = unsafe Array(UnsafeBufferPointer(start: content, count: length))
      unsafe free(content)
      let marked = Self.artifacts(in: bytes)
      guard marked.pieces == places.joined().count(where: { $0.page == place }) else {
        throw PaperFailure("a page has other pieces than were drawn")
      }
      put(indirect(stream(marked.bytes)), "Contents", in: page(place))
    }
  }

  /// The content of a page in which what stands outside marked pieces is marked too, and how many pieces there are.
  ///
  /// Cairo puts the operators that begin and end a piece on lines of their own, and breaks no text in such a way.
  static func artifacts(in content: [UInt8]) -> (bytes: [UInt8], pieces: Int) {
    var result = Array("/Artifact BMC\n".utf8)
    // Within a piece, or outside all, stand spans of Pango's own.
    var (pieces, open) = (0, 0)
    var isInside = false
    for line in content.split(separator: 10, omittingEmptySubsequences: false) {
      let isStart = line.first == UInt8(ascii: "/") && line.suffix(4).elementsEqual(" BDC".utf8)
      let isPiece = isStart && line.contains("/MCID ".utf8)
      if isPiece {
        (pieces, isInside) = (pieces + 1, true)
        result += Array("EMC\n".utf8)
      } else if isStart {
        open += 1
      }
      result += line
      result.append(10)
      guard line.elementsEqual("EMC".utf8) else { continue }
      if open > 0 {
        open -= 1
      } else if isInside {
        isInside = false
        result += Array("/Artifact BMC\n".utf8)
      }
    }
    return (result + Array("EMC\n".utf8), pieces)
  }

  // MARK: - The tree

  private func addTree(_ tags: PaperTags, _ places: [[PaperTags.Place]], _ links: [Link]) {
    let objects = tags.elements.map { element in
      indirect(dictionary([("Type", name("StructElem")), ("S", name(element.role))]))
    }
    let tree = indirect(dictionary([("Type", name("StructTreeRoot"))]))
    let pages = Int(unsafe qpdf_get_num_pages(data))
    // The element of each mark of a page, in order.
    var owners = [[qpdf_oh]](repeating: [], count: pages)
    var marks: [(place: PaperTags.Place, element: Int)] = []
    for (element, about) in tags.elements.enumerated() {
      for case .piece(let piece) in about.kids { marks += places[piece].map { ($0, element) } }
    }
    for mark in marks.sorted(by: { $0.place.mark < $1.place.mark }) {
      owners[mark.place.page].append(objects[mark.element])
    }
    var parents: [(key: Int, value: qpdf_oh)] = owners.enumerated().map { page, owners in
      (page, indirect(array(owners)))
    }
    var annotations = [[qpdf_oh]](repeating: [], count: pages)
    var linkOf: [Int: qpdf_oh] = [:]
    for (place, link) in links.enumerated() {
      let target = array([
        page(link.targetPage), name("XYZ"), whole(0), number(link.targetHeight), whole(0),
      ])
      let annotation = indirect(
        dictionary([
          ("Type", name("Annot")), ("Subtype", name("Link")), ("Rect", numbers(link.box)),
          ("Border", array([whole(0), whole(0), whole(0)])), ("Dest", target), ("F", whole(4)),
          ("Contents", text(link.words)), ("StructParent", whole(pages + place)),
        ]))
      annotations[link.page].append(annotation)
      linkOf[link.element] = annotation
      parents.append((pages + place, objects[link.element]))
    }
    for (place, element) in tags.elements.enumerated() {
      let object = objects[place]
      put(element.parent < 0 ? tree : objects[element.parent], "P", in: object)
      var kids: [qpdf_oh] = element.kids.flatMap { kid -> [qpdf_oh] in
        switch kid {
        case .element(let child): [objects[child]]
        case .piece(let piece):
          places[piece].map {
            dictionary([
              ("Type", name("MCR")), ("Pg", page($0.page)), ("MCID", whole($0.mark)),
            ])
          }
        }
      }
      if let link = linkOf[place] {
        kids.append(dictionary([("Type", name("OBJR")), ("Obj", link)]))
      }
      put(array(kids), "K", in: object)
      if let alt = element.altText { put(text(alt), "Alt", in: object) }
      if let box = element.box {
        put(
          dictionary([
            ("O", name("Layout")), ("BBox", numbers(box)), ("Placement", name("Block")),
          ]), "A", in: object)
      }
      if let scope = element.scope {
        put(dictionary([("O", name("Table")), ("Scope", name(scope))]), "A", in: object)
      }
    }
    put(array([objects[0]]), "K", in: tree)
    let list = array(parents.flatMap { [whole($0.key), $0.value] })
    put(indirect(dictionary([("Nums", list)])), "ParentTree", in: tree)
    put(whole(pages + links.count), "ParentTreeNextKey", in: tree)
    put(tree, "StructTreeRoot", in: root)
    for place in 0..<pages {
      put(whole(place), "StructParents", in: page(place))
      put(name("S"), "Tabs", in: page(place))
      if !annotations[place].isEmpty { put(array(annotations[place]), "Annots", in: page(place)) }
    }
  }

  // MARK: - Words about the file

  private func addWords(_ about: About) {
    put(text(about.language), "Lang", in: root)
    put(dictionary([("Marked", truth(true))]), "MarkInfo", in: root)
    put(dictionary([("DisplayDocTitle", truth(true))]), "ViewerPreferences", in: root)
    let metadata = stream(Array(Self.metadata(about).utf8))
    let entries = unsafe qpdf_oh_get_dict(data, metadata)
    put(name("Metadata"), "Type", in: entries)
    put(name("XML"), "Subtype", in: entries)
    put(indirect(metadata), "Metadata", in: root)
    let day = "D:\((about.day ?? "2000-01-01").replacing("-", with: ""))000000Z"
    var words: [(String, qpdf_oh)] = [
      ("Title", text(about.title)), ("Subject", text(about.subject)), ("Creator", text("Weft")),
      ("Producer", text("Weft")), ("CreationDate", text(day)), ("ModDate", text(day)),
    ]
    if let author = about.author { words.append(("Author", text(author))) }
    if !about.keywords.isEmpty { words.append(("Keywords", text(about.keywords))) }
    put(indirect(dictionary(words)), "Info", in: unsafe qpdf_get_trailer(data))
  }

  private static func metadata(_ about: About) -> String {
    let day = "\(about.day ?? "2000-01-01")T00:00:00Z"
    let author =
      about.author.map {
        "<dc:creator><rdf:Seq><rdf:li>\(xmlText($0))</rdf:li></rdf:Seq></dc:creator>"
      } ?? ""
    return """
      <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" \
      xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
      <pdfuaid:part>1</pdfuaid:part>
      <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(xmlText(about.title))</rdf:li></rdf:Alt></dc:title>
      <dc:description><rdf:Alt><rdf:li xml:lang="x-default">\(xmlText(about.subject))</rdf:li></rdf:Alt></dc:description>
      \(author)<dc:language><rdf:Bag><rdf:li>\(about.language)</rdf:li></rdf:Bag></dc:language>
      <pdf:Producer>Weft</pdf:Producer>\(about.keywords.isEmpty ? "" : "<pdf:Keywords>\(xmlText(about.keywords))</pdf:Keywords>")
      <xmp:CreatorTool>Weft</xmp:CreatorTool><xmp:CreateDate>\(day)</xmp:CreateDate><xmp:ModifyDate>\(day)</xmp:ModifyDate>
      </rdf:Description></rdf:RDF></x:xmpmeta>
      <?xpacket end="r"?>
      """
  }

  private func written() throws(PaperFailure) -> [UInt8] {
    guard unsafe qpdf_init_write_memory(data) & 2 == 0 else {
      throw PaperFailure("the pages could not be written")
    }
    unsafe qpdf_set_deterministic_ID(data, 1)
    unsafe qpdf_force_pdf_version(data, "1.7")
    // Objects stand by themselves, so that a seal has a place before the list of them.
    unsafe qpdf_set_object_stream_mode(data, qpdf_o_disable)
    guard unsafe qpdf_write(data) & 2 == 0, let buffer = unsafe qpdf_get_buffer(data) else {
      throw PaperFailure("the pages could not be written")
    }
    return unsafe Array(UnsafeBufferPointer(start: buffer, count: qpdf_get_buffer_length(data)))
  }
}
