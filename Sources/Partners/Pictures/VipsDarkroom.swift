// The darkroom of libvips (Debian: libvips-tools), whose programs run beside the store: what a
// damaged picture does to them, it doesn't do to us.

import Foundation
import Rules

package struct VipsDarkroom: Darkroom {
    private let limit: Duration

    package init(limit: Duration = .seconds(60)) { self.limit = limit }

    private struct Failed: Error { let reason: String }

    package func develop(_ file: [UInt8]) async -> Developed {
        guard let thumbnail = RunningProgram.path(of: "vipsthumbnail"),
            let header = RunningProgram.path(of: "vipsheader")
        else { return .unavailable("vipsthumbnail or vipsheader is missing") }
        let scratch = FileManager.default.temporaryDirectory
            .appendingPathComponent("onsale-darkroom-\(UUID().uuidString)")
        // What can't be removed is in the system's own place for such things, for us alone.
        defer { try? FileManager.default.removeItem(at: scratch) }
        do {
            try FileManager.default.createDirectory(
                at: scratch, withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700])
            let negative = scratch.appendingPathComponent("negative")
            try Data(file).write(to: negative)
            // The largest one first: only when it is upright its width is known.
            let largest = "\(Photo.widths.last!).\(Photo.formats.last!)"
            guard try await print(largest, of: negative, by: thumbnail) else { return .unreadable }
            let made = scratch.appendingPathComponent(largest)
            guard let width = try await measure("width", of: made, by: header),
                let height = try await measure("height", of: made, by: header)
            else { return .unreadable }
            let widths = Photo.widths.filter { $0 <= width }
            guard !widths.isEmpty else { return .tooNarrow }
            var prints: [Print] = []
            for width in widths {
                for format in Photo.formats {
                    let name = "\(width).\(format)"
                    if name != largest {
                        guard try await print(name, of: negative, by: thumbnail) else {
                            return .unavailable("libvips makes no \(format)")
                        }
                    }
                    let bytes = try Data(contentsOf: scratch.appendingPathComponent(name))
                    prints.append(Print(width: width, format: format, bytes: Array(bytes)))
                }
            }
            return .prints(prints, width: width, height: height)
        } catch { return .unavailable("\(error)") }
    }

    /// `800.webp`, upright as the camera was held, and without what the camera noted, the place
    /// above all. False for what can't be made of it.
    private func print(_ name: String, of negative: URL, by program: String) async throws -> Bool {
        let width = name.prefix { $0 != "." }
        let quality = name.hasSuffix("avif") ? 55 : 78
        let output = negative.deletingLastPathComponent().appendingPathComponent(name)
        let made = try await run(
            program,
            [
                negative.path, "--size", "\(width)x>", "--output",
                "\(output.path)[Q=\(quality),strip]",
            ])
        return made != nil
    }

    private func measure(_ field: String, of picture: URL, by program: String) async throws -> Int?
    {
        try await run(program, ["-f", field, picture.path])
            .flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }

    /// What it says; nil when it fails.
    private func run(_ program: String, _ arguments: [String]) async throws -> String? {
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        let status = try await RunningProgram(process).end(within: limit)
        guard let status else { throw Failed(reason: "\(program) took longer than \(limit)") }
        guard status == 0 else { return nil }
        // A line at the most, which a pipe holds.
        return String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    }
}
