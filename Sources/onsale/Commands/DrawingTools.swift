// The program that draws cards: Debian's librsvg2-bin. It runs where an operator's command runs,
// never in the store.

import Foundation
import Partners

enum DrawingTools {
    struct Failed: Error, CustomStringConvertible {
        let description: String
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
        guard let path = RunningProgram.path(of: program) else {
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
