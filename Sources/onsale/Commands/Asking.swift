// What the commands about rules share: reading them, reading a day, and saying no.

import ArgumentParser
import Foundation
import Languages
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

/// To standard output at once, also when that is a file or a pipe.
func show(_ text: String) { FileHandle.standardOutput.write(Data("\(text)\n".utf8)) }

/// What is wrong in what an operator wrote is said in its own words; anything else is thrown on.
func sayFault<Value>(_ act: () throws -> Value) throws -> Value {
    do { return try act() } catch { throw said(error) }
}

/// A fault or a refusal, from something that takes its time.
func sayTrouble<Value>(_ act: () async throws -> Value) async throws -> Value {
    do { return try await act() } catch { throw told(said(error)) }
}

private func said(_ error: any Error) -> any Error {
    guard error is RulebookFault || error is SettingFault || error is SaleDraftFault else {
        return error
    }
    say("\(error)")
    return ExitCode.failure
}

func sayRefusal<Value>(_ act: () throws -> Value) throws -> Value {
    do { return try act() } catch { throw told(error) }
}

private func told(_ error: any Error) -> any Error {
    guard let refusal = error as? Refusal else { return error }
    let phrases = Phrases.of(.americanEnglish).refusals
    switch refusal {
    case .withheld(let reason): say("refused, \(refusal.code): \(reason)")
    case .input(let faults): for fault in faults { say(phrases.fault(fault)) }
    default: say("refused, \(refusal.code): \(phrases.told(refusal, .zero).what)")
    }
    return ExitCode.failure
}
