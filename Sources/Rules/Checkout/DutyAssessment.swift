// Customs duty: reliefs first, then an amount for each subheading, then shares line by line.

extension Assessment {
    /// Says so when the day is outside the time that the rules were written for.
    mutating func assessCoverage() {
        let tariff = consignment.tariff
        guard !tariff.coverage.contains(consignment.day) else { return }
        note(tariff.name, "the rules don't cover \(consignment.day)")
    }

    mutating func assessDuty() {
        dutiable = consignment.headings.filter { !relieved(of: .duty, $0) }
        guard !dutiable.isEmpty else { return }
        let subheadings = flatDuty()
        for heading in dutiable where !subheadings.contains(heading.subheading) {
            rateDuty(heading)
        }
        for heading in dutiable { noteUnknown(.duty, heading) }
    }

    /// An amount for each subheading, where such a rule is in force; the subheadings it took.
    private mutating func flatDuty() -> Set<String> {
        var taken: Set<String> = []
        for layer in layers {
            guard case .dutyPerSubheading(let amount) = layer.rule, isInValue(layer),
                let exact = converted(amount, layer)
            else { continue }
            for heading in dutiable where layer.conditions.match(heading) {
                guard taken.insert(heading.subheading).inserted else { continue }
                let members = dutiable.filter { $0.subheading == heading.subheading }
                let minor = write(
                    layer, .duty, heading: heading.subheading, base: Rational(1),
                    rate: nil, unrounded: exact)
                add(minor, to: .duty, lines: members.flatMap(\.lines))
            }
        }
        return taken
    }

    /// Every share that applies to one declaration line, each rounded by itself.
    private mutating func rateDuty(_ heading: Consignment.Heading) {
        let base = consignment.dutyBase(heading, freight: freight)
        var isRated = false
        for layer in layers {
            guard case .dutyRate(let rate) = layer.rule, layer.conditions.match(heading),
                isInValue(layer)
            else { continue }
            isRated = true
            let minor = write(
                layer, .duty, heading: heading.name, base: base, rate: rate,
                unrounded: base * rate)
            add(minor, to: .duty, lines: heading.lines)
        }
        guard !isRated, !isSaidToBeUnknown(heading) else { return }
        let name = heading.name
        note(
            "\(consignment.tariff.name).\(name)",
            heading.code == nil
                ? "\(name) isn't classified" : "no rate of duty is known for \(name)")
    }

    /// Whether a layer for just this class says that its rate isn't known.
    private func isSaidToBeUnknown(_ heading: Consignment.Heading) -> Bool {
        layers.contains { layer in
            guard case .unknown(.duty) = layer.rule else { return false }
            return !layer.conditions.headings.isEmpty && layer.conditions.match(heading)
        }
    }
}
