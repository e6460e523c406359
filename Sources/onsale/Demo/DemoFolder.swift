// The folder a demo lives in: a database, a folder of letters, the sandbox's
// certificate, and nothing else of anybody's.

import ArgumentParser
import Foundation

struct DemoFolder {
    let path: String

    var database: String { "\(path)/onsale.sqlite" }
    /// The certificate that vouches for the sandbox's notices.
    var roots: String { "\(path)/sandbox-root.pem" }
    var mail: String { "\(path)/mail" }

    /// Makes the folder, and empties it of an earlier demo unless that is to be kept. Whatever it
    /// doesn't know by name stays.
    ///
    /// - Returns: whether there is nothing in it yet.
    func prepare(keep: Bool) throws -> Bool {
        let files = FileManager.default
        try files.createDirectory(atPath: path, withIntermediateDirectories: true)
        if keep, files.fileExists(atPath: database) { return false }
        let earlier = [database, database + "-wal", database + "-shm", mail]
        for old in earlier where files.fileExists(atPath: old) {
            try files.removeItem(atPath: old)
        }
        return true
    }
}
