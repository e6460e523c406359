// What a stand-in remembers: so many things and no more, the oldest forgotten first.

struct Kept<Value: Sendable>: Sendable {
    private let most: Int
    private var values: [String: Value] = [:]
    /// In the order they came. A ring: `next` is the oldest once it is full.
    private var names: [String] = []
    private var next = 0

    init(most: Int) { self.most = most }

    var all: Dictionary<String, Value>.Values { values.values }

    subscript(name: String) -> Value? {
        get { values[name] }
        set {
            guard let newValue else {
                // The name stays in the ring until its turn comes.
                values[name] = nil
                return
            }
            if values.updateValue(newValue, forKey: name) != nil { return }
            if names.count < most {
                names.append(name)
            } else {
                values[names[next]] = nil
                names[next] = name
                next = (next + 1) % most
            }
        }
    }
}
