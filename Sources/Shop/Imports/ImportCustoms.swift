// A row of a broker's list: what customs made of the parcel with this number.

import Rules
import Storage

extension Shop {
    /// Throws `ImportTrouble`, and `Refusal` for what can't happen now.
    func importCustoms(
        _ row: ImportTable.Row, in tx: Transaction, at now: Moment
    ) throws -> ImportedRow {
        let number = try row.text("tracking_number", most: 40)
        let parcels = try tx.parcels(trackingNumber: number)
        guard let parcel = parcels.first else { throw row.trouble("tracking_number", .unknown) }
        guard parcels.count == 1 else { throw row.trouble("tracking_number", .ambiguous) }
        guard let kept = try tx.customsCase(of: parcel.id) else {
            throw row.trouble("tracking_number", .unknown)
        }
        guard let day = try row.day("day") else { throw row.trouble("day", .missing) }
        guard day >= parcel.shipment.day - 1, day <= Day(now) + 1 else {
            throw row.trouble("day", .malformed)
        }
        let found = try kept.decoded()
        let event = try event(row, on: day, in: found.carrierFees.currency)
        let note = String(row["note"].prefix(1000))
        let isKnown = try tx.customsLines(of: kept.id).contains {
            $0.event == event.name && $0.day == day && $0.detail == event.told(note)
        }
        if isKnown { return .known }
        _ = try happen(event, to: kept.id, on: day, note: note, in: tx, at: now)
        return .changed("\(number): \(event.name) \(day), \(event.told(note))")
    }

    private func event(
        _ row: ImportTable.Row, on day: Day, in currency: Currency
    ) throws(ImportTrouble) -> CustomsCase.Event {
        func amount(_ column: String) throws(ImportTrouble) -> Money {
            if row[column].isEmpty { return .zero(currency) }
            guard let money = Money(decimal: row[column], currency), money.minor >= 0,
                money.minor <= 100_000_000
            else { throw row.trouble(column, .malformed) }
            return money
        }
        func charges() throws(ImportTrouble) -> CustomsCase.Charges {
            CustomsCase.Charges(
                duty: try amount("duty"), tax: try amount("tax"), fees: try amount("fees"))
        }
        switch row["event"] {
        case "declare":
            guard let form = CustomsCase.Form(rawValue: row["form"].lowercased()) else {
                throw row.trouble("form", row["form"].isEmpty ? .missing : .malformed)
            }
            return .declare(
                CustomsCase.Declaration(
                    reference: try row.text("reference"), form: form, day: day,
                    declarant: try row.text("declarant")))
        case "release":
            return .release(try charges(), fee: try amount("carrier_fee"), on: day)
        case "decide":
            return .decide(try charges(), fee: try amount("carrier_fee"), on: day)
        case "": throw row.trouble("event", .missing)
        default: throw row.trouble("event", .malformed)
        }
    }
}
