// What a refusal or a failure looks like: a page for people, problem+json for programs.

import HTTPTypes
import Hummingbird
import Languages
import Logging
import Rules
import Storage

extension Site {
    func answer(to error: any Error, _ request: Request, _ visit: Visit) async -> Response {
        let refusal = self.refusal(for: error)
        if refusal == nil {
            visit.logger.error("\(request.method) \(request.uri.path): \(error)")
        }
        let isProgram = request.uri.path.hasPrefix("/api/")
        let status = status(of: error, refusal)
        var response: Response
        if isProgram {
            response =
                Problem(
                    refusal, status: status, request: visit.name, language: language(of: request)
                )
                .response
        } else if refusal == .notLoggedIn {
            response = .redirect(to: "/login?to=" + encoded(back(from: request)), type: .normal)
        } else {
            response = await page(for: refusal, status: status, request, visit)
        }
        if let wait = refusal?.retryAfter {
            response.headers[.retryAfter] = String(max(1, wait.secondsUp))
        }
        return response
    }

    /// Nil for what is our fault.
    private func refusal(for error: any Error) -> Refusal? {
        switch error {
        case let refusal as Refusal: refusal
        case is StorageBusy: .busy(retryAfter: .seconds(2))
        case let error as any HTTPResponseError:
            switch error.status {
            case .notFound, .methodNotAllowed: .notFound
            case .contentTooLarge: .input([Fault(.body, .tooLong(most: 32 * 1024))])
            default: .input([Fault(.body, .malformed)])
            }
        default: nil
        }
    }

    private func status(of error: any Error, _ refusal: Refusal?) -> HTTPResponse.Status {
        if let error = error as? any HTTPResponseError { return error.status }
        return refusal?.status ?? .internalServerError
    }

    /// Where to go on after logging in: the page itself, or the one a form was on.
    private func back(from request: Request) -> String {
        request.method == .get ? request.uri.description : "/"
    }

    private func page(
        for refusal: Refusal?, status: HTTPResponse.Status, _ request: Request, _ visit: Visit
    ) async -> Response {
        // Even when the database is gone there is a page.
        let visitor = (try? await visitor(request, visit, form: .empty)) ?? guest(request, visit)
        return visitor.response(RefusalPage(refusal: refusal, request: visit.name), status: status)
    }
}

extension Refusal {
    var status: HTTPResponse.Status {
        switch self {
        case .input: .unprocessableContent
        case .idempotencyKeyMissing: .badRequest
        case .idempotencyKeyReused: .unprocessableContent
        case .notFound: .notFound
        case .wrongMailOrPassword, .notLoggedIn: .unauthorized
        case .mailNotConfirmed, .notAllowed: .forbidden
        case .linkExpired, .codeExpired: .gone
        case .tooManyAttempts, .askedTooOften: .tooManyRequests
        case .busy, .paymentUnavailable, .carrierUnavailable, .picturesUnavailable:
            .serviceUnavailable
        case .workMissing: .preconditionRequired
        case .marketUnknown, .addressOutsideMarket, .addressExcluded, .noShippingMethod:
            .unprocessableContent
        case .paymentDeclined: HTTPResponse.Status(code: 402, reasonPhrase: "Payment Required")
        default: .conflict
        }
    }

    var retryAfter: Span? {
        switch self {
        case .tooManyAttempts(let wait), .askedTooOften(let wait), .busy(let wait): wait
        case .paymentUnavailable, .carrierUnavailable: .seconds(5)
        default: nil
        }
    }
}
