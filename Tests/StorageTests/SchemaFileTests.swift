// docs/schema.sql is what the migrations make.
import Foundation
import Storage
import Testing

struct SchemaFileTests {
    @Test func `the written schema is the real one`() throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../docs/schema.sql")
        let written = try String(contentsOf: file, encoding: .utf8)
        #expect(
            try written == schemaText() + "\n",
            "write it anew: .build/debug/onsale migrate --print > docs/schema.sql")
    }
}
