// The operator's brand: its colour on light and on dark pages, its logo, and who sells. A colour
// that somebody couldn't read on these pages isn't taken.

import Foundation
import NIOCore

package struct Brand: Sendable {
    /// Of buttons and marks, on light pages and on dark ones.
    package let light: Colour
    package let dark: Colour
    package let logo: Logo?
    /// Who sells, line by line, at the end of every page.
    package let imprint: [String]

    package struct Logo: Sendable {
        let type: String
        let ending: String
        let bytes: [UInt8]

        /// Nil for what isn't an SVG or a PNG of a reasonable size.
        package init?(_ bytes: [UInt8]) {
            guard (1...mostLogo).contains(bytes.count) else { return nil }
            let isPNG = bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
            let isSVG = String(decoding: bytes.prefix(500), as: UTF8.self).contains("<svg")
            guard isPNG || isSVG else { return nil }
            (type, ending) = isPNG ? ("image/png", "png") : ("image/svg+xml", "svg")
            self.bytes = bytes
        }
    }

    package init(
        light: Colour = Colour("#b93c0a")!, dark: Colour = Colour("#ff8f53")!, logo: Logo? = nil,
        imprint: [String] = []
    ) {
        self.light = light
        self.dark = dark
        self.logo = logo
        self.imprint = imprint
    }

    /// What is added to the stylesheet: the colours, with letters on them that can be read.
    var style: String {
        func tokens(_ colour: Colour) -> String {
            "--accent: \(colour.text); --on-accent: \(colour.ink.text);"
        }
        return """

            :root { \(tokens(light)) --glow: \(dark.text); --on-glow: \(dark.ink.text); }
            @media (prefers-color-scheme: dark) { :root { \(tokens(dark)) } }
            """
    }

    /// Whether both colours stand out from their pages as much as text must (WCAG 2.2, 1.4.3).
    package var isReadable: Bool {
        light.contrast(to: Self.lightPaper) >= 4.5 && dark.contrast(to: Self.darkPaper) >= 4.5
    }

    // The papers of the stylesheet.
    private static let lightPaper = Colour("#f7f5f0")!
    private static let darkPaper = Colour("#22252c")!
}

private let mostLogo = 64 * 1024

/// `#b93c0a`
package struct Colour: Hashable, Sendable {
    let text: String
    private let parts: [Double]

    package init?(_ text: String) {
        let digits = text.dropFirst()
        guard text.first == "#", digits.utf8.count == 6, let number = Int(digits, radix: 16) else {
            return nil
        }
        self.text = text.lowercased()
        parts = [number >> 16, number >> 8 & 255, number & 255].map { Double($0) / 255 }
    }

    /// As WCAG defines it: 1 for the same, 21 for black on white.
    func contrast(to other: Colour) -> Double {
        let both = [luminance, other.luminance].sorted()
        return (both[1] + 0.05) / (both[0] + 0.05)
    }

    /// Black or white, whichever is easier to read on it.
    var ink: Colour {
        [Colour("#ffffff")!, Colour("#160a02")!].max { contrast(to: $0) < contrast(to: $1) }!
    }

    private var luminance: Double {
        let linear = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
}
