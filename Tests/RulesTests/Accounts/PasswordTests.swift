// Length counts; what everybody tries first doesn't.
import Rules
import TestKit
import Testing

struct PasswordTests {
    private func problem(_ password: String) throws -> Fault.Problem? {
        do throws(Refusal) {
            try Password.check(
                password, mail: try MailAddress("ada.lovelace@example.com"), name: "Ada Lovelace")
            return nil
        } catch {
            guard case .input(let faults) = error else { throw error }
            #expect(faults.map(\.field) == [.password])
            return faults.first?.problem
        }
    }

    @Test(arguments: [
        "three small words", "jaune canari bleu", "пароль надёжный", "🌻🌷🌺🌸🌼💐🍀🍁🍂🌾",
        "  spaces count  ", String(repeating: "long and ", count: 22),
    ])
    func `ten characters of anything are enough`(password: String) throws {
        #expect(try problem(password) == nil)
    }

    @Test func `the length has a floor and a ceiling`() throws {
        #expect(try problem("") == .missing)
        #expect(try problem("ninechars") == .tooShort(least: 10))
        #expect(try problem("é\u{301}ninechar") == .tooShort(least: 10))
        #expect(try problem(String(repeating: "ab1", count: 67)) == .tooLong(most: 200))
        #expect(try problem(String(repeating: "ab1", count: 1_000_000)) == .tooLong(most: 200))
    }

    @Test(arguments: [
        "1234567890", "Password123", "QWERTYUIOP", "motdepasse", "passwort123", "aaaaaaaaaaaa",
        "abababababab", "ada.lovelace@example.com", "ada.lovelace", "Ada Lovelace",
    ])
    func `what is guessed first is not offered`(password: String) throws {
        #expect(try problem(password) == .notOffered)
    }
}
