@testable import Networks
import Testing

@Suite struct PseudonymsTests {
  /// The first vectors of the reference implementation: keys and messages count
  /// up from 0, messages of growing length.
  @Test func sipHashVectors() {
    let (k0, k1): (UInt64, UInt64) = (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908)
    let known: [UInt64] = [
      0x726f_db47_dd0e_0e31, 0x74f8_39c5_93dc_67fd, 0x0d6c_8009_d9a9_4f5a, 0x8567_6696_d7fb_7e2d,
      0xcf27_94e0_2771_87b7, 0x1876_5564_cd99_a68d, 0xcbc9_466e_58fe_e3ce, 0xab02_00f5_8b01_d137,
      0x93f5_f579_9a93_2462,
    ]
    for (length, hash) in known.enumerated() {
      #expect(SipHash.hash((0..<UInt8(length)).map { $0 }, k0, k1) == hash)
    }
  }

  @Test func codesAreStableDifferentAndKeyed() {
    let ids = (0..<5_000).map { "P\($0)" }
    let codes = Pseudonyms(ids: ids, key: "secret").codes
    #expect(Set(codes).count == ids.count)
    #expect(Pseudonyms(ids: ids, key: "secret").codes == codes)
    #expect(Pseudonyms(ids: ids, key: "other").codes[0] != codes[0])
    // Somebody who joins changes nobody's code, save perhaps its length.
    let more = Pseudonyms(ids: ids + ["new"], key: "secret").codes
    #expect(zip(codes, more).allSatisfy { $1.hasPrefix($0) || $0.hasPrefix($1) })
    #expect(codes.allSatisfy { !$0.contains("0") && !$0.contains("O") && !$0.contains("1") })
  }
}
