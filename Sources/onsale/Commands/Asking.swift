// What the commands about rules share: reading them, reading a day, and saying no.

import ArgumentParser
import Foundation
import Rules
import Shop

/// The shipped rules with the operator's files over them; a fault ends the command with its line.
func readRules(_ directory: String?) throws -> Rulebook {
    try sayFault { try Rulebook.load(directory: directory) }
}

func readDay(_ text: String?) throws -> Day {
    guard let text else {
        return Day(Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)))
    }
    guard let day = Day(text) else { throw ValidationError("“\(text)” is not a day: 2026-11-23") }
    return day
}

/// To the terminal, beside what the command prints.
func say(_ sentence: String) { FileHandle.standardError.write(Data("\(sentence)\n".utf8)) }

func sayFault<Value>(_ act: () throws -> Value) throws -> Value {
    do {
        return try act()
    } catch let fault as RulebookFault {
        say(fault.description)
        throw ExitCode.failure
    }
}

func sayRefusal<Value>(_ act: () throws -> Value) throws -> Value {
    do {
        return try act()
    } catch let refusal as Refusal {
        let detail = if case .withheld(let reason) = refusal { ": \(reason)" } else { "" }
        say("refused, \(refusal.code)\(detail)")
        throw ExitCode.failure
    }
}
