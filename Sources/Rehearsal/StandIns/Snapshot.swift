// A photograph as a phone makes it, of a band, whose glass may be cracked: it is drawn here, so
// that no picture has to be kept beside the sources.

import Shop

enum Snapshot {
    private static let (width, height) = (240, 180)

    /// Another angle for each number.
    static func png(_ angle: Int = 0, isCracked: Bool = true) -> [UInt8] {
        var pixels: [UInt8] = []
        for y in 0..<height {
            // Each line begins with how it was filtered: not at all.
            pixels.append(0)
            for x in 0..<width { pixels += colour(x, y, angle, isCracked) }
        }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            // Eight bits each of red, green and blue.
            + chunk("IHDR", big(UInt32(width)) + big(UInt32(height)) + [8, 2, 0, 0, 0])
            + chunk("IDAT", stored(pixels)) + chunk("IEND", [])
    }

    private static func colour(
        _ x: Int, _ y: Int, _ leaning: Int, _ isCracked: Bool
    ) -> [UInt8] {
        let across = x - width / 2 + (y - height / 2) * leaning / 3
        let down = abs(y - height / 2)
        let shade = UInt8(y / 5)
        if abs(across) > 34 { return [206 - shade, 190 - shade, 168 - shade] }
        guard abs(across) < 24, down < 52 else { return [44, 46, 52] }
        let isCrack = isCracked && (across * 3 + y * 2 + (y / 9 % 2) * 5) % 97 < 3
        return isCrack ? [226, 230, 236] : [16, 20 + shade / 2, 30 + shade]
    }

    private static func chunk(_ name: String, _ body: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + body
        return big(UInt32(body.count)) + named + big(ZIPFile.checksum(named))
    }

    /// As zlib has it (RFC 1950), in blocks that aren't packed.
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = [0x78, 0x01]
        for start in stride(from: 0, to: bytes.count, by: 0xFFFF) {
            let block = bytes[start..<min(start + 0xFFFF, bytes.count)]
            let size = UInt16(block.count)
            packed.append(block.endIndex == bytes.count ? 1 : 0)
            packed += big(size.byteSwapped) + big((~size).byteSwapped) + block
        }
        var (low, high): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            low = (low + UInt32(byte)) % 65521
            high = (high + low) % 65521
        }
        return packed + big(high << 16 | low)
    }

    private static func big(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.bigEndian) { Array($0) }
    }
}
