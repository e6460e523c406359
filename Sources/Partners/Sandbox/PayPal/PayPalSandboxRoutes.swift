// The addresses of the stand-in, under whatever path it is mounted at.

import Foundation
import HTTPTypes
package import Hummingbird
import NIOCore
import NIOFoundationCompat

extension PayPalSandbox {
    /// Give it a group to mount it under a path: `sandbox.addRoutes(to: router.group("paypal"))`.
    package nonisolated func addRoutes<Context: RequestContext>(
        to router: some RouterMethods<Context>
    ) {
        func on(_ path: RouterPath, _ method: HTTPRequest.Method, _ operation: PayPalOperation) {
            router.on(path, method: method) { request, context in
                let id = context.parameters.get("id") ?? ""
                let call = try await SandboxCall(operation, request, id: id)
                return try await self.answer(call).response
            }
        }
        on("v1/oauth2/token", .post, .token)
        on("v2/checkout/orders", .post, .create)
        on("v2/checkout/orders/{id}", .get, .readOrder)
        on("v2/checkout/orders/{id}/capture", .post, .capture)
        on("v2/payments/captures/{id}", .get, .readCapture)
        on("v2/payments/captures/{id}/refund", .post, .refund)
        on("v2/payments/refunds/{id}", .get, .readRefund)
        on("v2/checkout/orders/{id}/track", .post, .track)
        on("v1/reporting/transactions", .get, .transactions)
        on("v1/notifications/certs/{id}", .get, .certificate)

        router.get("checkoutnow") { request, _ in
            let id = request.uri.queryParameters["token"].map(String.init) ?? ""
            let order = await self.order(id)
            return sandboxPageAnswer(
                await sandboxPage(of: order, at: self.publicURL), isFound: order != nil)
        }
        router.post("checkoutnow") { request, _ in
            var request = request
            let form = readForm(
                Data(buffer: try await request.collectBody(upTo: SandboxCall.mostBytes)))
            guard let choice = form["choice"].flatMap(Choice.init), let id = form["token"],
                let url = await self.decide(choice, on: id)
            else {
                return sandboxPageAnswer(
                    await sandboxPage(of: nil, at: self.publicURL), isFound: false)
            }
            return Response(status: .seeOther, headers: [.location: url])
        }
    }
}
