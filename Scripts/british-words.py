#!/usr/bin/env python3
"""Makes Sources/Networks/BritishWordBits.swift from a word list: Debian's wbritish, /usr/share/dict/british-english.

The bits of a Bloom filter: 14 a word, ten of them set by each. Words of more than three letters, without accents; those that are
written with a capital alone stand with ^ before them. The list is SCOWL's: copyright 2000-2011 Kevin Atkinson (Docs/Expertise.md).
"""
import base64
import sys
import unicodedata


def plain(word):
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if "a" <= c <= "z")


def hashes(word):
    value = 0xCBF29CE484222325
    for byte in word.encode():
        value = ((value ^ byte) * 0x100000001B3) & (2**64 - 1)
    value ^= value >> 32
    value = (value * 0x9E3779B97F4A7C15) & (2**64 - 1)
    value ^= value >> 29
    return value & 0xFFFFFFFF, (value >> 32) | 1


words = set()
for line in open(sys.argv[1], encoding="utf8"):
    word = line.strip().removesuffix("'s")
    if len(plain(word)) > 3:
        words.add(("" if word[0].islower() else "^") + plain(word))
size = len(words) * 14 // 24 * 24
bits = bytearray(size // 8)
for word in words:
    first, step = hashes(word)
    for turn in range(10):
        bit = (first + turn * step) % size
        bits[bit >> 3] |= 1 << (bit & 7)
text = base64.b64encode(bytes(bits)).decode()
lines = "\n".join("    " + text[i : i + 160] + "\\" for i in range(0, len(text), 160))
with open(sys.argv[2], "w") as out:
    out.write(
        "extension BritishWords {\n"
        "  /// The filter's bits, made by Scripts/british-words.py from Debian's wbritish 2020.12.07 (SCOWL).\n"
        '  static let bits = """\n' + lines + '\n\n    """\n}\n'
    )
