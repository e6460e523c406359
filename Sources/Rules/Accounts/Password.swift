// Which passwords are good enough: length is what counts (NIST SP 800-63B, 5.1.1.2), so there is no
// rule about capitals and signs, only a list of what everybody tries first.

package enum Password {
    package static let fewest = 10
    /// A bound on the work of hashing, far beyond anything that is typed.
    package static let most = 200

    /// Throws `.input` with what is wrong. `mail` (nil if it is malformed) and `name`
    /// are what an attacker knows already.
    package static func check(
        _ password: String, mail: MailAddress?, name: String
    ) throws(Refusal) {
        if password.isEmpty { throw .input([Fault(.password, .missing)]) }
        // Counted in bytes first: counting the characters of a huge text is work, too.
        guard password.utf8.count <= most * 4, password.count <= most else {
            throw .input([Fault(.password, .tooLong(most: most))])
        }
        guard password.count >= fewest else {
            throw .input([Fault(.password, .tooShort(least: fewest))])
        }
        if isGuessable(password, mail: mail, name: name) {
            throw .input([Fault(.password, .notOffered)])
        }
    }

    private static func isGuessable(_ password: String, mail: MailAddress?, name: String) -> Bool {
        let bare = password.lowercased()
        if Set(bare).count <= 2 { return true }
        if bare == mail?.text || bare == name.lowercased() { return true }
        if let local = mail?.text.split(separator: "@").first, bare == local { return true }
        return common.contains(bare)
    }

    /// The most common ones of ten characters and more in public lists of leaked passwords.
    private static let common: Set<String> = [
        "1234567890", "12345678910", "123456789a", "0123456789", "0987654321", "1234554321",
        "1qaz2wsx3edc", "1q2w3e4r5t", "1q2w3e4r5t6y", "123qweasdzxc", "qwertyuiop", "qwerty1234",
        "qwerty12345", "qwerty123456", "qwertzuiop", "azertyuiop", "azerty1234", "asdfghjkl1",
        "asdfghjkl;", "abcdefghij", "abcd123456", "abc1234567", "a123456789", "aa123456789",
        "password12", "password123", "password1234", "password12345", "password!1",
        "passwordpassword",
        "passw0rd123", "p@ssw0rd123", "p@ssword123", "passwort123", "passwort1234", "passwort12345",
        "motdepasse", "motdepasse1", "motdepasse123", "iloveyou12", "iloveyou123", "iloveyou1234",
        "ichliebedich", "jetaimejetaime", "letmein123", "letmein1234", "welcome123", "welcome1234",
        "bienvenue1", "bienvenue123", "willkommen", "willkommen1", "willkommen123", "administrator",
        "admin12345", "admin123456", "changeme123", "sunshine123", "princess123", "football123",
        "baseball123", "superman123", "dragon1234", "monkey1234", "charlie123", "michael123",
        "liverpool1", "manchester", "manchester1", "bayernmunchen", "schalke04!", "marseille13",
        "starwars123", "pokemon1234", "minecraft123", "computer123", "internet123", "whatever123",
        "trustno1trustno1", "correcthorsebatterystaple", "zaq12wsxcde3", "qazwsxedcrfv",
        "qazwsx1234",
        "11223344556", "1122334455", "9876543210", "147258369a", "1234512345", "0123456789a",
    ]
}
