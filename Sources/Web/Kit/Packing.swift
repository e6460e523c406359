// Files of the look as browsers get them: without what only its readers need, and packed by gzip.
// Both are done once, when the store starts; pages are never packed, because they change each time.

import CZlib
import NIOCore

enum Packing {
    /// A stylesheet or a script without its comments and indents. Its lines stay lines.
    static func squeezed(_ text: String) -> String {
        var lines: [Substring] = []
        var isComment = false
        for line in text.split(separator: "\n") {
            let line = line.drop { $0 == " " }
            if line.hasPrefix("/*") { isComment = true }
            if !isComment, !line.hasPrefix("//") { lines.append(line) }
            if line.hasSuffix("*/") { isComment = false }
        }
        return lines.joined(separator: "\n")
    }

    /// Nil when it wouldn't be smaller.
    static func gzipped(_ bytes: [UInt8]) -> ByteBuffer? {
        var stream = z_stream()
        // 15 bits of window and, by the 16, the header of gzip.
        let began = deflateInit2_(
            &stream, Z_BEST_COMPRESSION, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        precondition(began == Z_OK, "zlib doesn't begin: \(began)")
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        let packed = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                let ended = deflate(&stream, Z_FINISH)
                precondition(ended == Z_STREAM_END, "zlib doesn't end: \(ended)")
                return output.count - Int(stream.avail_out)
            }
        }
        return packed < bytes.count ? ByteBuffer(bytes: output[..<packed]) : nil
    }
}
