// The two programs that make pictures: Debian's librsvg2-bin draws cards, libvips-tools makes the
// sizes and formats of a photograph. Both run where an operator's command runs, never in the store.

import Foundation

enum DrawingTools {
    struct Failed: Error, CustomStringConvertible {
        let description: String
    }

    /// Nil where the program isn't installed.
    static func path(of program: String) -> String? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(
            separator: ":")
        return folders.map { "\($0)/\(program)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    /// A drawing as PNG. Throws `Failed`.
    static func png(of svg: String) throws -> [UInt8] {
        try inScratch { folder in
            let (drawing, picture) = (folder + "/card.svg", folder + "/card.png")
            try Data(svg.utf8).write(to: URL(fileURLWithPath: drawing))
            try run("rsvg-convert", of: "librsvg2-bin", ["--output", picture, drawing])
            return try read(picture)
        }
    }

    /// A photograph as wide as `width`, in a format known by its ending. Throws `Failed`.
    static func resized(_ photo: String, to width: Int, as format: String) throws -> [UInt8] {
        try inScratch { folder in
            let made = "\(folder)/photo.\(format)"
            // Upright as the camera was held, and without what the camera noted, the place above
            // all.
            try run(
                "vipsthumbnail", of: "libvips-tools",
                [photo, "--size", "\(width)x>", "--output", "\(made)[Q=\(quality(format)),strip]"])
            return try read(made)
        }
    }

    /// Width and height of a picture. Throws `Failed`.
    static func size(of photo: String) throws -> (width: Int, height: Int) {
        func field(_ name: String) throws -> Int {
            let said = try run("vipsheader", of: "libvips-tools", ["-f", name, photo])
            guard let number = Int(said.trimmingCharacters(in: .whitespacesAndNewlines)) else {
                throw Failed(description: "\(photo) has no \(name)")
            }
            return number
        }
        return (try field("width"), try field("height"))
    }

    private static func quality(_ format: String) -> Int { format == "avif" ? 55 : 78 }

    private static func read(_ file: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: file)))
    }

    private static func inScratch<Value>(_ make: (String) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("onsale-pictures-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        // What can't be removed is in the system's own place for such things.
        defer { try? FileManager.default.removeItem(at: folder) }
        return try make(folder.path)
    }

    @discardableResult
    private static func run(
        _ program: String, of package: String, _ arguments: [String]
    ) throws -> String {
        guard let path = path(of: program) else {
            throw Failed(description: "\(program) is missing; Debian has it in \(package)")
        }
        let (process, output, complaint) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = complaint
        try process.run()
        // Both say a line or two at the most: no pipe fills up.
        process.waitUntilExit()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        guard process.terminationStatus == 0 else {
            let trouble = complaint.fileHandleForReading.readDataToEndOfFile().prefix(500)
            throw Failed(description: "\(program): \(String(decoding: trouble, as: UTF8.self))")
        }
        return String(decoding: said, as: UTF8.self)
    }
}
