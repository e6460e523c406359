// What the commands about the database share: opening it, and closing it whatever happens.

import Logging
import Shop
import Storage

func withStorage<Value>(
    _ settings: Settings, schema: Storage.SchemaPolicy = .current,
    _ act: (Storage) async throws -> Value
) async throws -> Value {
    LogLines.begin(at: settings.logLevel)
    let storage = try Wiring.storage(settings, schema: schema, log: Logger(label: "onsale"))
    defer { storage.close() }
    return try await act(storage)
}

func withQuietShop<Value>(
    _ settings: Settings, _ act: (Shop) async throws -> Value
) async throws -> Value {
    try await withStorage(settings) { storage in
        try await act(
            sayFault {
                try Wiring.quietShop(settings, storage: storage, log: Logger(label: "onsale"))
            })
    }
}
