// One mailbox is one account, however its address is typed.
import Rules
import TestKit
import Testing

struct MailAddressTests {
    @Test func `an address is kept in small letters, without spaces around it`() throws {
        #expect(try MailAddress("  Ada@Example.COM ").text == "ada@example.com")
        #expect(
            try MailAddress("a.b+sale@mail.example.co.uk").text == "a.b+sale@mail.example.co.uk")
    }

    @Test(arguments: [
        "ada", "@example.com", "ada@", "ada@example", "ada@@example.com", "a da@example.com",
        ".ada@example.com", "ada.@example.com", "a..da@example.com", "ada@-example.com",
        "ada@example-.com", "ada@exa_mple.com", "ada@example..com", "ada@1.2.3.4",
        "adä@example.com",
        "\"ada\"@example.com", "ada@[127.0.0.1]", "ada@example.com\u{0}", "a\u{7}@example.com",
        "ada@example.com,eve@example.com", "<ada@example.com>",
        "ada@\(String(repeating: "x", count: 64)).com",
    ])
    func `what no mail server takes is malformed`(typed: String) {
        #expect(throws: Refusal.input([Fault(.mail, .malformed)])) { try MailAddress(typed) }
    }

    @Test func `nothing is missing, and too much is too long`() {
        #expect(throws: Refusal.input([Fault(.mail, .missing)])) { try MailAddress(" \n ") }
        let long = String(repeating: "x", count: 250) + "@example.com"
        let huge = String(repeating: "x", count: 1_000_000)
        for typed in [long, huge] {
            #expect(throws: Refusal.input([Fault(.mail, .tooLong(most: 254))])) {
                try MailAddress(typed)
            }
        }
    }
}
