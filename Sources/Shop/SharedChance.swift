// Where randomness comes from: the system's, or a seeded run's. One for the whole shop.

package import Rules
import Synchronization

package final class SharedChance: Sendable {
    private let generator: Mutex<any RandomNumberGenerator & Sendable>

    package init(_ generator: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator())
    {
        self.generator = Mutex(generator)
    }

    package func id<Of: Identified>(at moment: Moment) -> ID<Of> {
        draw { ID(at: moment, using: &$0) }
    }

    package func bytes(_ count: Int) -> [UInt8] {
        draw { generator in
            // Eight at a time: the system is asked for each number.
            var bytes: [UInt8] = []
            bytes.reserveCapacity(count + 7)
            while bytes.count < count {
                withUnsafeBytes(of: generator.next()) { bytes += $0 }
            }
            return Array(bytes.prefix(count))
        }
    }

    /// Eight letters and digits that people can read to each other: `F7K2-9QWD`.
    package func orderNumber() -> String {
        draw { generator in
            let letters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
            func four() -> String {
                String((0..<4).map { _ in letters.randomElement(using: &generator)! })
            }
            return four() + "-" + four()
        }
    }

    private func draw<Drawn>(_ body: (inout ErasedChance) -> Drawn) -> Drawn {
        generator.withLock { generator in
            var erased = ErasedChance(generator: generator)
            defer { generator = erased.generator }
            return body(&erased)
        }
    }
}

/// Generic code wants a concrete generator.
private struct ErasedChance: RandomNumberGenerator {
    var generator: any RandomNumberGenerator & Sendable
    mutating func next() -> UInt64 { generator.next() }
}
