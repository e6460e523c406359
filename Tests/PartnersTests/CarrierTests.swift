// A carrier at both ends of the wire: a parcel is registered once, and what is told of it is read.
import AsyncHTTPClient
import Hummingbird
import HummingbirdTesting
import Rules
import TestKit
import Testing

@testable import Partners

struct CarrierTests {
    @Test func `a parcel gets a number and a label, the same when it is asked again`() async throws
    {
        try await atCarrier(pace: 0) { sandbox, carrier in
            let first = await carrier.register(.example("A-1"))
            guard case .registered(let number, let label) = first else {
                Issue.record("\(first)")
                return
            }
            #expect(label.barcode.contains(number) && label.routing == "CAN-DE-101")
            #expect(await carrier.register(.example("A-1")) == first)
            #expect(await carrier.register(.example("A-2")) != first)
            #expect(await sandbox.contents(of: number) == 310)
            #expect(await sandbox.ioss(of: number) == "IM1234567890")
        }
    }

    @Test(arguments: [
        SandboxFault.failBefore, .failAfter, .dropAfter, .unreadableAfter, .tooManyRequests,
    ])
    func `what isn't clear is unknown, and asked again it is one parcel`(
        fault: SandboxFault
    ) async throws {
        try await atCarrier(pace: 0) { sandbox, carrier in
            await sandbox.script([fault], for: .register)
            guard case .unknown = await carrier.register(.example("A-1")) else {
                Issue.record("it was taken for clear")
                return
            }
            guard case .registered(let number, _) = await carrier.register(.example("A-1")) else {
                Issue.record("it wasn't registered")
                return
            }
            #expect(number == "SP000000001CN")
            await sandbox.script([fault], for: .track)
            guard case .unknown = await carrier.track(number) else {
                Issue.record("news were taken for clear")
                return
            }
        }
    }

    @Test func `what the carrier doesn't take is refused, with its reason`() async throws {
        try await atCarrier(pace: 0) { sandbox, carrier in
            #expect(
                await carrier.register(.example("A-1", grams: 40_000)) == .refused("not a parcel"))
            await sandbox.script([.refuse("batteries: not this week")], for: .register)
            #expect(
                await carrier.register(.example("A-2")) == .refused("batteries: not this week"))
            #expect(await carrier.track("SP9") == .notFound)
        }
    }

    @Test(arguments: CarrierSandbox.Fate.allCases)
    func `every fate is told to its end`(fate: CarrierSandbox.Fate) async throws {
        try await atCarrier(pace: 0) { sandbox, carrier in
            await sandbox.decide(fate)
            guard case .registered(let number, _) = await carrier.register(.example("A-1")),
                case .events(let events) = await carrier.track(number)
            else {
                Issue.record("nothing was told")
                return
            }
            let last: [CarrierSandbox.Fate: TrackingEvent.Kind] = [
                .delivered: .delivered, .lost: .lost, .returned: .returned, .silent: .accepted,
            ]
            #expect(events.latest?.kind == last[fate])
            await sandbox.muddle()
            guard case .events(let muddled) = await carrier.track(number) else {
                Issue.record("nothing was told")
                return
            }
            #expect(muddled.count == 2 * events.count && muddled.latest == events.latest)
            #expect(Set(muddled) == Set(events))
        }
    }

    @Test func `a stranger's key opens nothing`() async throws {
        try await atCarrier(pace: 0, key: "stolen") { _, carrier in
            guard case .unknown = await carrier.register(.example("A-1")) else {
                Issue.record("a stranger was served")
                return
            }
        }
    }

    @Test func `numbers that are typed in are nobody's to give`() async {
        #expect(await ManualCarrier().register(.example("A-1")) == .byHand)
        #expect(await ManualCarrier().track("1") == .byHand)
    }
}

func atCarrier(
    pace: Double, key: String = CarrierSandbox.key,
    _ body: @escaping @Sendable (CarrierSandbox, PlainCarrier) async throws -> Void
) async throws {
    let sandbox = CarrierSandbox(pace: pace, most: 1000)
    let router = Router()
    sandbox.addRoutes(to: router)
    let app = Application(
        router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        logger: quiet)
    try await app.test(.live) { server in
        let client = HTTPClient(configuration: PayPalSettings.clientConfiguration)
        let carrier = PlainCarrier(
            url: "http://127.0.0.1:\(server.port!)", key: key, client: client, log: quiet)
        do {
            try await body(sandbox, carrier)
            try await client.shutdown()
        } catch {
            try await client.shutdown()
            throw error
        }
    }
}

extension ParcelRequest {
    fileprivate static func example(_ name: String, grams: Int = 310) -> ParcelRequest {
        ParcelRequest(
            requestID: name, sender: ["Onsale", "Shenzhen"],
            recipient: Address(
                name: "Klara Käufer", line1: "Weg 1", city: "Berlin", postcode: "10115",
                country: Country("DE")!, phone: "+49 30 1"),
            weightGrams: grams, marks: [],
            contents: [
                ParcelRequest.Content(
                    description: "Activity band", quantity: 1, value: Money(1342, .eur),
                    heading: "9031.80", origin: Country("CN"))
            ], taxNumbers: ["EORI DE1234567", "IOSS IM1234567890"].compactMap(TaxNumber.init))
    }
}
