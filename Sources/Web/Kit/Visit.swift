// One request, as the router hands it on.

package import Hummingbird
import Logging
import NIOCore

package struct Visit: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Who is at the other end of the connection; nil in a test without one.
    package let peer: String?

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }

    /// What the request is called in the log; a log that keeps nothing has no names either.
    var name: String { logger[metadataKey: "hb.request.id"]?.description ?? "-" }

    /// No form and no body of the API comes near it.
    package var maxUploadSize: Int { 32 * 1024 }
}
