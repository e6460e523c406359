// Why a file of rules was refused: which file, which line, which field, and what is wrong with it.

package struct RulebookFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// As it is known below `Data/`, or as the operator named it: `tariffs/DE.yaml`.
    package let file: String
    /// From 1; nil when the fault is the file's as a whole.
    package let line: Int?
    /// The way to it from the top of the file: `layers[2].tax`.
    package let field: String
    package let problem: String

    package init(file: String, line: Int?, field: String, problem: String) {
        self.file = file
        self.line = line
        self.field = field
        self.problem = problem
    }

    /// As compilers say it: `tariffs/DE.yaml:12: layers[2].tax: “19%” is not a decimal number`.
    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return field.isEmpty ? "\(place): \(problem)" : "\(place): \(field): \(problem)"
    }
}
