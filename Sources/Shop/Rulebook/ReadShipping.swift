// Shipping methods, their tables, the rules for batteries, and warehouses: shipping/*.yaml.

import Rules

extension ShippingMethod {
    init(_ entry: Entry) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in
            _ = fields.optional("kind")
            return ShippingMethod(
                code: try fields.required("code").text(),
                direction: try fields.required("direction").choice(Direction.self),
                name: try fields.required("name").phrases(),
                carrier: try fields.required("carrier").text(),
                isTracked: try fields.required("tracked").flag(),
                isDutyPaid: try fields.required("duty_paid").flag(),
                accepts: try Acceptance(try fields.required("accepts")),
                tables: try fields.required("tables").each(RateTable.init(_:)))
        }
    }
}

extension ShippingMethod.Acceptance {
    fileprivate init(_ entry: Entry) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in
            let numbers = try fields.required("un_numbers").each { entry throws(RulebookFault) in
                try entry.whole(1...9999)
            }
            return ShippingMethod.Acceptance(
                mostGrams: try fields.required("most_grams").whole(1...1_000_000),
                unNumbers: Set(numbers))
        }
    }
}

extension RateTable {
    fileprivate init(_ entry: Entry) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in
            let currency = try fields.required("currency").currency()
            let transit = try fields.required("transit_days")
            return RateTable(
                countries: try fields.required("countries").countries(),
                validity: try fields.validity(), currency: currency,
                price: try Price(&fields, in: currency),
                volumetricDivisor: try fields.optional("volumetric_divisor")?.whole(1...100_000),
                surcharges: try fields.optional("surcharges")?.each {
                    entry throws(RulebookFault) in try Surcharge(entry, in: currency)
                } ?? [],
                transitDays: try transit.transitDays(), evidence: try fields.evidence())
        }
    }
}

extension RateTable.Price {
    fileprivate init(_ fields: inout Fields, in currency: Currency) throws(RulebookFault) {
        if let steps = fields.optional("steps") {
            self = try steps.fields { fields throws(RulebookFault) in
                .steps(
                    firstGrams: try fields.required("first_grams").whole(1...1_000_000),
                    first: try fields.required("first").money(currency),
                    stepGrams: try fields.required("step_grams").whole(1...1_000_000),
                    step: try fields.required("step").money(currency))
            }
            return
        }
        let entry = try fields.required("bands")
        let bands = try entry.each { band throws(RulebookFault) in
            try band.fields { fields throws(RulebookFault) in
                RateTable.Band(
                    toGrams: try fields.required("to_grams").whole(1...1_000_000),
                    fixed: try fields.required("fixed").money(currency),
                    perKilogram: try fields.required("per_kilogram").money(currency))
            }
        }
        guard zip(bands, bands.dropFirst()).allSatisfy({ $0.toGrams < $1.toGrams }) else {
            throw entry.fault("bands must grow heavier")
        }
        self = .bands(bands)
    }
}

extension RateTable.Surcharge {
    fileprivate init(_ entry: Entry, in currency: Currency) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in
            let code = try fields.required("code").text()
            let subdivisions = try fields.texts("subdivisions")
            let prefixes = try fields.texts("postcode_prefixes")
            let amount: Amount
            if let battery = try fields.money("per_battery", currency) {
                amount = .perBatteryUnit(battery)
            } else if let parcel = try fields.money("per_parcel", currency) {
                amount = .perParcel(parcel)
            } else {
                amount = .share(try fields.required("share").rate())
            }
            let isRemote = !subdivisions.isEmpty || !prefixes.isEmpty
            return RateTable.Surcharge(
                code: code, amount: amount,
                condition: isRemote
                    ? .remote(subdivisions: subdivisions, postcodePrefixes: prefixes)
                    : code == "battery" ? .withBattery : .always)
        }
    }
}

extension Entry {
    fileprivate func transitDays() throws(RulebookFault) -> ClosedRange<Int> {
        try fields { fields throws(RulebookFault) in
            let fewest = try fields.required("fewest").whole(0...365)
            return fewest...(try fields.required("most").whole(fewest...365))
        }
    }
}
