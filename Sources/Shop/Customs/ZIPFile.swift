// A ZIP file whose entries are kept as they are: the few texts of an evidence pack aren't worth
// packing. APPNOTE.TXT 6.3: local headers, the directory, its end.

import Rules

package enum ZIPFile {
    struct Entry {
        let name: String
        let bytes: [UInt8]
    }

    static func written(_ entries: [Entry], on day: Day) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = UInt32(file.count)
            let common = fields(entry, day)
            file += bytes(UInt32(0x0403_4b50)) + common + Array(entry.name.utf8) + entry.bytes
            directory += bytes(UInt32(0x0201_4b50)) + bytes(UInt16(20)) + common
            // No comment, on the first disk, no attributes.
            directory += bytes(UInt16(0)) + bytes(UInt16(0)) + bytes(UInt16(0)) + bytes(UInt32(0))
            directory += bytes(offset) + Array(entry.name.utf8)
        }
        let count = UInt16(entries.count)
        var end = bytes(UInt32(0x0605_4b50)) + bytes(UInt16(0)) + bytes(UInt16(0))
        end += bytes(count) + bytes(count) + bytes(UInt32(directory.count))
        end += bytes(UInt32(file.count)) + bytes(UInt16(0))
        return file + directory + end
    }

    /// What the local header and the directory both say. Names are UTF-8, nothing is packed.
    private static func fields(_ entry: Entry, _ day: Day) -> [UInt8] {
        let date = UInt16(((day.year - 1980) << 9) | (day.month << 5) | day.day)
        let size = UInt32(entry.bytes.count)
        var fields = bytes(UInt16(20)) + bytes(UInt16(0x0800)) + bytes(UInt16(0))
        fields += bytes(UInt16(0)) + bytes(date) + bytes(checksum(entry.bytes))
        fields += bytes(size) + bytes(size) + bytes(UInt16(entry.name.utf8.count))
        return fields + bytes(UInt16(0))
    }

    /// CRC-32, as ZIP, PNG and Ethernet have it.
    package static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xffff_ffff
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xedb8_8320 : sum >> 1 }
        }
        return ~sum
    }

    private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}
