// A sum divided among lines so that the parts add up to it again, to the cent.

/// The largest remainders get the cents that are left over; between equals, the earlier line.
/// Where all weights are nought the parts are as equal as can be.
func shares(of total: Int64, by weights: [Int64]) -> [Int64] {
    guard !weights.isEmpty else { return [] }
    let sum = weights.reduce(0, +)
    let weights = sum == 0 ? weights.map { _ in 1 } : weights
    let whole = Int128(sum == 0 ? Int64(weights.count) : sum)
    var parts: [Int64] = []
    var remainders: [(index: Int, rest: Int128)] = []
    for (index, weight) in weights.enumerated() {
        let (part, rest) = (Int128(total) * Int128(weight)).quotientAndRemainder(dividingBy: whole)
        parts.append(Int64(part))
        remainders.append((index, rest))
    }
    let left = Int(total - parts.reduce(0, +))
    remainders.sort { $0.rest != $1.rest ? $0.rest > $1.rest : $0.index < $1.index }
    for (index, _) in remainders.prefix(left) { parts[index] += 1 }
    return parts
}
