// Products as customs sees them, with their list prices, and the gates before them.

import Rules

extension Ware {
    init(_ fields: inout Fields) throws(RulebookFault) {
        self.init(
            product: try fields.required("code").text(),
            description: try fields.required("description").text(),
            origin: try fields.required("origin").country(),
            weightGrams: try fields.required("weight_grams").whole(1...1_000_000),
            millimetres: try fields.optional("millimetres").map {
                entry throws(RulebookFault) in try Dimensions(entry)
            },
            battery: try fields.optional("battery").map {
                entry throws(RulebookFault) in try Battery(entry)
            },
            part: try fields.optional("part")?.choice(Part.self) ?? .mainHardware,
            classes: try fields.required("classes").each(TariffClass.init(_:)))
    }
}

extension Dimensions {
    fileprivate init(_ entry: Entry) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in
            Dimensions(
                length: try fields.required("length").whole(1...10_000),
                width: try fields.required("width").whole(1...10_000),
                height: try fields.required("height").whole(1...10_000))
        }
    }
}

extension Battery {
    fileprivate init(_ entry: Entry) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in
            Battery(
                unNumber: try fields.required("un_number").whole(1...9999),
                packingInstruction: try fields.required("packing_instruction").whole(1...9999),
                milliwattHours: try fields.required("watt_hours").milliwattHours(),
                cells: try fields.required("cells").whole(1...1000),
                batteries: try fields.required("batteries").whole(1...1000),
                netGrams: try fields.required("net_grams").whole(1...100_000),
                isInEquipment: try fields.required("in_equipment").flag(),
                testSummary: try fields.optional("test_summary")?.text())
        }
    }
}

extension TariffClass {
    fileprivate init(_ entry: Entry) throws(RulebookFault) {
        self = try entry.fields { fields throws(RulebookFault) in
            TariffClass(
                tariffs: try fields.required("tariffs").texts(),
                code: try fields.required("code").tariffCode(), validity: try fields.validity(),
                evidence: try fields.evidence())
        }
    }
}

extension Entry {
    /// One row stands for several products and markets; each pair is a gate of its own.
    func gates() throws(RulebookFault) -> [Gate] {
        try fields { fields throws(RulebookFault) in
            let requirement = try fields.required("requirement").text()
            let products = try fields.required("products").texts()
            let markets = try fields.required("markets").countries()
            let validity = try fields.validity()
            let reason = try fields.required("reason").phrases()
            let proof = try fields.optional("proof").map { entry throws(RulebookFault) in
                try entry.fields { fields throws(RulebookFault) in
                    Gate.Proof(
                        file: try fields.required("file").text(),
                        checkedBy: try fields.required("checked_by").text(),
                        validity: try fields.validity())
                }
            }
            return markets.flatMap { market in
                products.map { product in
                    Gate(
                        requirement: requirement, market: market, product: product,
                        validity: validity, reason: reason, proof: proof)
                }
            }
        }
    }
}
