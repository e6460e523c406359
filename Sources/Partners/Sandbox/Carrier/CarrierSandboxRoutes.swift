// The addresses of the stand-in for a carrier, and one request to it, taken apart.

import Foundation
import HTTPTypes
package import Hummingbird
import NIOCore
import NIOFoundationCompat

struct SandboxCarrierCall: Sendable {
    let operation: CarrierSandbox.Operation
    let number: String
    let key: String
    let requestID: String?
    let body: JSON?

    init(_ operation: CarrierSandbox.Operation, _ request: Request, number: String) async throws {
        var request = request
        let bytes = Data(buffer: try await request.collectBody(upTo: 65_536))
        self.operation = operation
        self.number = number
        key = String((request.headers[.authorization] ?? "").trimmingPrefix("Bearer "))
        requestID = request.headers[HTTPField.Name("Idempotency-Key")!]
        body = JSON.read(bytes)
    }
}

extension CarrierSandbox {
    package nonisolated func addRoutes<Context: RequestContext>(
        to router: some RouterMethods<Context>
    ) {
        router.post("v1/parcels") { request, _ in
            try await self.answer(SandboxCarrierCall(.register, request, number: "")).response
        }
        router.get("v1/parcels/{number}/events") { request, context in
            let number = context.parameters.get("number") ?? ""
            return try await self.answer(SandboxCarrierCall(.track, request, number: number))
                .response
        }
    }
}

extension SandboxAnswer {
    static func carrierTrouble(_ status: Int, _ error: String) -> SandboxAnswer {
        SandboxAnswer(status, ["error": .string(error)])
    }
}
