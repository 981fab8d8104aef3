import CCurl
import Dispatch
public import Server

/// Asks an address of an issuer by libcurl: by TLS alone, but for this computer itself; no redirect is followed, nothing long is read.
public enum Fetch {
  /// Seconds to wait, and the most bytes of an answer.
  static let patience = 5
  static let largest = 1 << 20

  public static func ask(
    _ address: String, _ form: String?
  ) async throws(SignInFault) -> (status: Int, body: [UInt8]) {
    let answer: (status: Int, body: [UInt8])? = await withCheckedContinuation { done in
      DispatchQueue.global().async { done.resume(returning: now(address, form)) }
    }
    guard let answer else { throw .unreachable }
    return answer
  }

  private final class Body {
    var bytes: [UInt8] = []
  }

  private static func now(_ address: String, _ form: String?) -> (status: Int, body: [UInt8])? {
    let own = ["http://127.0.0.1:", "http://localhost:", "http://[::1]:"]
    guard address.hasPrefix("https://") || own.contains(where: address.hasPrefix),
      let handle = unsafe curl_easy_init()
    else { return nil }
    defer { unsafe curl_easy_cleanup(handle) }
    let body = Body()
    let take:
      @convention(c) (
        UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?
      ) -> Int = { bytes, size, count, into in
        guard let bytes = unsafe bytes, let into = unsafe into else { return 0 }
        let body = unsafe Unmanaged<Body>.fromOpaque(into).takeUnretainedValue()
        guard body.bytes.count + size * count <= Fetch.largest else { return 0 }
        unsafe body.bytes.append(
          contentsOf: UnsafeRawBufferPointer(start: bytes, count: size * count))
        return size * count
      }
    unsafe weft_curl_text(handle, CURLOPT_URL, address)
    unsafe weft_curl_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
    unsafe weft_curl_number(handle, CURLOPT_TIMEOUT, Fetch.patience)
    unsafe weft_curl_number(handle, CURLOPT_FOLLOWLOCATION, 0)
    unsafe weft_curl_number(handle, CURLOPT_NOSIGNAL, 1)
    if let form {
      unsafe weft_curl_number(handle, CURLOPT_POSTFIELDSIZE, form.utf8.count)
      unsafe weft_curl_text(handle, CURLOPT_COPYPOSTFIELDS, form)
    }
    unsafe weft_curl_take(handle, take, Unmanaged.passUnretained(body).toOpaque())
    guard unsafe curl_easy_perform(handle) == CURLE_OK else { return nil }
    var status = 0
    unsafe weft_curl_status(handle, &status)
    return withExtendedLifetime(body) { (status, body.bytes) }
  }
}
