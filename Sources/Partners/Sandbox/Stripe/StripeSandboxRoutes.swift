// The addresses of the stand-in for Stripe, under whatever path it is mounted at.

import Foundation
import HTTPTypes
package import Hummingbird
import NIOCore
import NIOFoundationCompat

extension StripeSandbox {
    package nonisolated func addRoutes<Context: RequestContext>(
        to router: some RouterMethods<Context>
    ) {
        func on(_ path: RouterPath, _ method: HTTPRequest.Method, _ operation: StripeOperation) {
            router.on(path, method: method) { request, context in
                let id = context.parameters.get("id") ?? ""
                let call = try await StripeCall(operation, request, id: id)
                return try await self.answer(call).response
            }
        }
        on("v1/checkout/sessions", .post, .createSession)
        on("v1/checkout/sessions/{id}", .get, .readSession)
        on("v1/checkout/sessions/{id}/expire", .post, .expireSession)
        on("v1/payment_intents", .post, .createIntent)
        on("v1/payment_intents/{id}", .get, .readIntent)
        on("v1/payment_intents/{id}/confirm", .post, .confirm)
        on("v1/payment_intents/{id}/capture", .post, .capture)
        on("v1/payment_intents/{id}/cancel", .post, .cancel)
        on("v1/refunds", .post, .refund)
        on("v1/refunds/{id}", .get, .readRefund)
        on("v1/balance_transactions", .get, .movements)
        addPages(to: router)
    }

    private nonisolated func addPages<Context: RequestContext>(
        to router: some RouterMethods<Context>
    ) {
        router.get("pay/{id}") { _, context in
            let session = await self.session(context.parameters.get("id") ?? "")
            let intent =
                if let session { await self.intent(session.intent) } else {
                    SandboxIntent?.none
                }
            return sandboxPageAnswer(
                cardPage(of: session, intent, at: await self.publicURL), isFound: session != nil)
        }
        router.post("pay/{id}") { request, context in
            let form = try await sentForm(request)
            let next = await self.pay(
                session: context.parameters.get("id") ?? "", card: form["card"] ?? "")
            return onwards(next)
        }
        router.get("3ds/{id}") { _, context in
            let intent = await self.intent(context.parameters.get("id") ?? "")
            return sandboxPageAnswer(
                bankPage(of: intent, at: await self.publicURL), isFound: intent != nil)
        }
        router.post("3ds/{id}") { request, context in
            let form = try await sentForm(request)
            let next = await self.answerBank(
                intent: context.parameters.get("id") ?? "", isConfirmed: form["answer"] == "yes")
            return onwards(next)
        }
    }
}

private func sentForm(_ request: Request) async throws -> [String: String] {
    var request = request
    return readForm(Data(buffer: try await request.collectBody(upTo: StripeCall.mostBytes)))
}

private func onwards(_ url: String?) -> Response {
    guard let url else {
        return sandboxPageAnswer(cardPage(of: nil, nil, at: ""), isFound: false)
    }
    return Response(status: .seeOther, headers: [.location: url])
}
