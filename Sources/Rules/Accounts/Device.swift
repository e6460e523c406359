// What a browser says it is, as far as its owner knows it again: which browser, on which system.
// No more of it is kept: the whole text would tell one person from all others.

package struct Device: Hashable, Sendable {
    /// `Firefox, Android`: names of their makers, the same in every language; empty when nothing is
    /// known.
    package let name: String

    package init(name: String) { self.name = name }

    package init(userAgent: String) {
        let text = userAgent.prefix(500)
        func first(_ known: [(sign: String, name: String)]) -> String? {
            known.first { text.contains($0.sign) }?.name
        }
        name = [first(Self.browsers), first(Self.systems)].compactMap { $0 }
            .joined(separator: ", ")
    }

    /// In this order: most browsers say that they are Chrome, and Chrome that it is Safari.
    private static let browsers = [
        ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Edg", "Edge"), ("OPR", "Opera"),
        ("SamsungBrowser", "Samsung Internet"), ("CriOS", "Chrome"), ("Chrome", "Chrome"),
        ("Safari", "Safari"), ("curl", "curl"), ("python", "Python"),
    ]

    private static let systems = [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
        ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ]
}
