// A request in Stripe's encoding: a form whose names nest, `line_items[0][price_data][currency]`.

struct StripeForm: Hashable, Sendable {
    private(set) var fields: [(name: String, value: String)] = []

    static func == (left: StripeForm, right: StripeForm) -> Bool { left.text == right.text }
    func hash(into hasher: inout Hasher) { hasher.combine(text) }

    /// What is nil isn't sent.
    subscript(name: String) -> String? {
        get { fields.first { $0.name == name }?.value }
        set {
            fields.removeAll { $0.name == name }
            if let newValue { fields.append((name, newValue)) }
        }
    }

    var text: String {
        fields.map { "\(Self.escaped($0.name))=\(Self.escaped($0.value))" }.joined(separator: "&")
    }

    private static func escaped(_ text: String) -> String {
        var written = ""
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95:
                written.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                written += digits.utf8.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return written
    }
}
