// The gatehouse: what holds for every answer, whatever made it. Headers that protect the visitor, a
// name for the request, and an answer in the right form when something goes wrong.

import HTTPTypes
import Hummingbird
import Logging
import Rules

struct Gatehouse: RouterMiddleware {
    typealias Context = Visit
    let site: Site

    func handle(
        _ request: Request, context: Visit,
        next: (Request, Visit) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            response = await site.answer(to: error, request, context)
        }
        for (name, value) in site.protection where response.headers[name] == nil {
            response.headers[name] = value
        }
        return response
    }
}

extension Site {
    /// What every answer carries that doesn't say otherwise.
    var protection: [(HTTPField.Name, String)] {
        settings.isSecure
            ? protectiveHeaders + [(.strictTransportSecurity, "max-age=31536000")]
            : protectiveHeaders
    }
}

/// No scripts but our own file, no frames, nothing guessed, no address of a page told to others.
private let protectiveHeaders: [(HTTPField.Name, String)] = [
    (
        .contentSecurityPolicy,
        """
        default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
        connect-src 'self'; form-action *; base-uri 'none'; frame-ancestors 'none'
        """
    ),
    (.xContentTypeOptions, "nosniff"),
    (HTTPField.Name("Referrer-Policy")!, "same-origin"),
    (HTTPField.Name("Cross-Origin-Opener-Policy")!, "same-origin"),
    (.cacheControl, "no-store"),
]
