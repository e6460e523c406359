// The files of Data/ that ship inside the binary.

import CShipped

enum Shipped {
    /// Every file, by its name below Data/: `tariffs/DE.yaml`.
    static func texts() -> [(name: String, text: String)] {
        (0..<shipped_files_count).compactMap { index in
            let file = shipped_file_at(index).pointee
            let name = String(cString: file.name)
            guard name.hasPrefix(root) else { return nil }
            let bytes = UnsafeBufferPointer(start: file.bytes, count: file.length)
            return (String(name.dropFirst(root.count)), String(decoding: bytes, as: UTF8.self))
        }
    }
}

private let root = "Data/"
