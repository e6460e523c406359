// Parcels being filled, one unit at a time.

struct Packing {
    let method: ShippingMethod
    let boxGrams: Int
    let batteryRules: [BatteryRule]
    private var boxes: [Box] = []

    init(method: ShippingMethod, boxGrams: Int, batteryRules: [BatteryRule]) {
        self.method = method
        self.boxGrams = boxGrams
        self.batteryRules = batteryRules
    }

    private struct Box {
        var weightGrams: Int
        var cubicMillimetres: Int? = 0
        var items: [ParcelPlan.Item] = []
        var batteries: [Batteries] = []

        func batteries(under rule: Int) -> Batteries {
            batteries.first { $0.rule == rule } ?? Batteries(rule: rule)
        }
    }

    /// Batteries of one parcel that travel under one rule, by its place in the list.
    private struct Batteries {
        let rule: Int
        var count = 0
        var grams = 0
    }

    /// Puts a unit in the first parcel with room for it, or in a new one; false when even an empty
    /// parcel won't do.
    mutating func put(_ ware: Ware, under rule: Int?) -> Bool {
        if let index = boxes.indices.first(where: { fits(ware, in: boxes[$0], rule) }) {
            add(ware, to: index, rule)
            return true
        }
        let empty = Box(weightGrams: boxGrams)
        guard fits(ware, in: empty, rule) else { return false }
        boxes.append(empty)
        add(ware, to: boxes.count - 1, rule)
        return true
    }

    private func fits(_ ware: Ware, in box: Box, _ rule: Int?) -> Bool {
        guard box.weightGrams + ware.weightGrams <= method.accepts.mostGrams else { return false }
        guard let rule, let battery = ware.battery else { return true }
        let packed = box.batteries(under: rule)
        let most = batteryRules[rule]
        return packed.count + battery.batteries <= most.mostBatteriesPerParcel ?? .max
            && packed.grams + battery.netGrams <= most.mostNetGramsPerParcel ?? .max
    }

    private mutating func add(_ ware: Ware, to index: Int, _ rule: Int?) {
        boxes[index].weightGrams += ware.weightGrams
        if boxes[index].items.last?.product == ware.product {
            boxes[index].items[boxes[index].items.count - 1].quantity += 1
        } else {
            boxes[index].items.append(ParcelPlan.Item(product: ware.product, quantity: 1))
        }
        if let volume = ware.millimetres?.volume, let known = boxes[index].cubicMillimetres {
            boxes[index].cubicMillimetres = known + volume
        } else {
            boxes[index].cubicMillimetres = nil
        }
        guard let rule, let battery = ware.battery else { return }
        var packed = boxes[index].batteries(under: rule)
        packed.count += battery.batteries
        packed.grams += battery.netGrams
        boxes[index].batteries.removeAll { $0.rule == rule }
        boxes[index].batteries.append(packed)
    }

    /// Rules with more parcels than one consignment may have.
    var exceeded: Set<Int> {
        var parcels: [Int: Int] = [:]
        for box in boxes {
            for batteries in box.batteries { parcels[batteries.rule, default: 0] += 1 }
        }
        return Set(
            parcels.filter { $0.value > batteryRules[$0.key].mostParcels ?? .max }.map(\.key))
    }

    var parcels: [ParcelPlan.Parcel] {
        boxes.map { box in
            let marked = box.batteries.filter {
                $0.count > batteryRules[$0.rule].batteriesWithoutMarks ?? 0
            }
            return ParcelPlan.Parcel(
                items: box.items.sorted { $0.product < $1.product },
                weightGrams: box.weightGrams, cubicMillimetres: box.cubicMillimetres,
                batteries: box.batteries.reduce(0) { $0 + $1.count },
                isCargoAircraftOnly: box.batteries.contains {
                    batteryRules[$0.rule].isCargoAircraftOnly
                },
                marks: Set(marked.flatMap { batteryRules[$0.rule].marks }).sorted())
        }
    }
}

extension Dimensions {
    package var volume: Int { length * width * height }
}
