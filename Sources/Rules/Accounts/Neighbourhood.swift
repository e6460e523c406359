// Who shares a network address: everybody behind an IPv4 address, and of IPv6 everybody whose first
// 64 bits are the same, since a single machine has as many of the other bits as it likes.

package enum Neighbourhood {
    /// The address itself where it isn't one of IPv6.
    package static func name(of address: String) -> String {
        guard address.utf8.contains(UInt8(ascii: ":")) else { return address }
        let bare = address.lowercased().prefix { $0 != "%" }
        let groups = bare.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        // IPv4 in the clothes of IPv6: ::ffff:192.0.2.1
        if let last = groups.last, last.contains(".") { return last }
        guard let gap = groups.firstIndex(of: "") else { return first(groups) }
        let head = groups[..<gap]
        let tail = groups[gap...].filter { !$0.isEmpty }
        let zeros = Array(repeating: "0", count: max(0, 8 - head.count - tail.count))
        return first(head + zeros + tail)
    }

    private static func first(_ groups: [String]) -> String {
        groups.prefix(4).map { group in
            let digits = group.drop { $0 == "0" }
            return digits.isEmpty ? "0" : String(digits)
        }.joined(separator: ":") + "::/64"
    }
}
