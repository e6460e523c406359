// A password from the terminal, twice and unseen, or one line of standard input.

import ArgumentParser
import Foundation

func askPassword() throws -> String {
    guard isatty(STDIN_FILENO) == 1 else {
        guard let line = readLine() else {
            throw ValidationError("there is no password on standard input")
        }
        return line
    }
    let first = try readUnseen("Password: ")
    guard try readUnseen("Once more: ") == first else {
        throw ValidationError("the two were not the same")
    }
    return first
}

private func readUnseen(_ prompt: String) throws -> String {
    var seen = termios()
    guard tcgetattr(STDIN_FILENO, &seen) == 0 else {
        throw ValidationError("the terminal can't be told to hide what is typed")
    }
    var unseen = seen
    unseen.c_lflag &= ~tcflag_t(ECHO)
    FileHandle.standardError.write(Data(prompt.utf8))
    guard tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen) == 0 else {
        throw ValidationError("the terminal can't be told to hide what is typed")
    }
    defer {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &seen)
        FileHandle.standardError.write(Data("\n".utf8))
    }
    guard let line = readLine() else { throw ValidationError("there is no password") }
    return line
}
