// Parcels being filled, one unit at a time.

struct Packing {
    let method: ShippingMethod
    let boxGrams: Int
    private var boxes: [Box] = []

    init(method: ShippingMethod, boxGrams: Int) {
        self.method = method
        self.boxGrams = boxGrams
    }

    private struct Box {
        var weightGrams: Int
        var cubicMillimetres: Int? = 0
        var items: [String: Int] = [:]
        /// Batteries by the rule that they travel under.
        var batteries: [BatteryRule: (count: Int, grams: Int)] = [:]
    }

    /// Puts a unit in the first parcel with room for it, or in a new one; false when even an empty
    /// parcel won't do.
    mutating func put(_ ware: Ware, under rule: BatteryRule?) -> Bool {
        for index in boxes.indices where fits(ware, in: boxes[index], rule) {
            add(ware, to: index, rule)
            return true
        }
        let empty = Box(weightGrams: boxGrams)
        guard fits(ware, in: empty, rule) else { return false }
        boxes.append(empty)
        add(ware, to: boxes.count - 1, rule)
        return true
    }

    private func fits(_ ware: Ware, in box: Box, _ rule: BatteryRule?) -> Bool {
        guard box.weightGrams + ware.weightGrams <= method.accepts.mostGrams else { return false }
        guard let rule, let battery = ware.battery else { return true }
        let packed = box.batteries[rule] ?? (0, 0)
        if let most = rule.mostBatteriesPerParcel, packed.count + battery.batteries > most {
            return false
        }
        if let most = rule.mostNetGramsPerParcel, packed.grams + battery.netGrams > most {
            return false
        }
        return true
    }

    private mutating func add(_ ware: Ware, to index: Int, _ rule: BatteryRule?) {
        boxes[index].weightGrams += ware.weightGrams
        boxes[index].items[ware.product, default: 0] += 1
        if let volume = ware.millimetres?.volume, let known = boxes[index].cubicMillimetres {
            boxes[index].cubicMillimetres = known + volume
        } else {
            boxes[index].cubicMillimetres = nil
        }
        guard let rule, let battery = ware.battery else { return }
        let packed = boxes[index].batteries[rule] ?? (0, 0)
        boxes[index].batteries[rule] = (
            packed.count + battery.batteries, packed.grams + battery.netGrams
        )
    }

    /// Rules with more parcels than one consignment may have.
    var exceeded: [BatteryRule] {
        var parcels: [BatteryRule: Int] = [:]
        for box in boxes { for rule in box.batteries.keys { parcels[rule, default: 0] += 1 } }
        return parcels.filter { rule, count in count > rule.mostParcels ?? .max }.map(\.key)
    }

    var parcels: [ParcelPlan.Parcel] {
        boxes.map { box in
            let marked = box.batteries.filter { rule, packed in
                packed.count > rule.batteriesWithoutMarks ?? 0
            }
            return ParcelPlan.Parcel(
                items: box.items.sorted { $0.key < $1.key }.map {
                    ParcelPlan.Item(product: $0.key, quantity: $0.value)
                },
                weightGrams: box.weightGrams, cubicMillimetres: box.cubicMillimetres,
                batteries: box.batteries.values.reduce(0) { $0 + $1.count },
                isCargoAircraftOnly: box.batteries.keys.contains(where: \.isCargoAircraftOnly),
                marks: Set(marked.keys.flatMap(\.marks)).sorted())
        }
    }
}

extension Dimensions {
    package var volume: Int { length * width * height }
}
