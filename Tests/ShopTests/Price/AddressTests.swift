// Addresses of four countries: what is asked for, and where the store doesn't send.
import Rules
import Shop
import TestKit
import Testing

struct AddressTests {
    private func verdict(_ country: String, _ postcode: String, _ state: String = "") -> String {
        let address = Address(
            name: "Ada  Example", line1: " 1 Main Street ", city: "Anywhere",
            subdivision: state.isEmpty ? nil : state, postcode: postcode,
            country: Country(country)!, phone: "+1 (555) 010-0199")
        do {
            return try address.validate(for: shippedRules.markets[Country(country)!]!).postcode
        } catch .input(let faults) {
            return faults.map { "\($0.field.rawValue) \($0.problem)" }.joined(separator: ", ")
        } catch .addressExcluded(let area) {
            return "not to \(area)"
        } catch {
            return error.code
        }
    }

    @Test func `postcodes and states`() {
        let rows = table(
            """
            # country | postcode | state | verdict
            US | 95014      | CA | 95014
            US | 95014-1234 | ca | 95014-1234
            US | 9501       | CA | postcode malformed
            US | 95014      | XX | subdivision notOffered
            US | 95014      |    | subdivision missing
            US | 09012      | AE | not to Armed Forces (AA, AE, AP)
            US | 00901      | PR | not to US territories
            US | 99501      | AK | 99501
            GB | sw1a 1aa   |    | SW1A 1AA
            GB | M11AE      |    | M1 1AE
            GB | QQ1 1AA    |    | postcode malformed
            GB | BT1 5GS    |    | not to Northern Ireland
            GB | BFPO 801   |    | not to BFPO
            GB | JE2 3XP    |    | not to Jersey, Guernsey, Isle of Man
            FR | 69001      |    | 69001
            FR | 75 001     |    | 75001
            FR | 97400      |    | not to outre-mer
            FR | 98000      |    | not to Monaco
            DE | 10115      |    | 10115
            DE | 27498      |    | not to Helgoland
            DE | 78266      |    | not to Büsingen am Hochrhein
            DE | 1011       |    | postcode malformed
            """)
        for row in rows { #expect(verdict(row[0], row[1], row[2]) == row[3], "\(row)") }
    }

    @Test func `all faults are told at once, and another country is outside`() throws {
        let empty = Address(
            name: " ", line1: "", city: "", postcode: "", country: Country("DE")!, phone: "12")
        let market = shippedRules.markets[Country("DE")!]!
        #expect(
            throws: Refusal.input([
                Fault(.name, .missing), Fault(.line1, .missing), Fault(.city, .missing),
                Fault(.postcode, .missing), Fault(.phone, .malformed),
            ])
        ) { try empty.validate(for: market) }
        var abroad = empty
        abroad.country = Country("AT")!
        #expect(throws: Refusal.addressOutsideMarket) { try abroad.validate(for: market) }
    }

    @Test func `what is kept is tidy`() throws {
        let address = Address(
            name: "  Ada   Example ", line1: "1 Main\tStreet", line2: " ", city: "london",
            postcode: "sw1a 1aa", country: Country("GB")!, phone: "020 7946 0018")
        let kept = try address.validate(for: shippedRules.markets[Country("GB")!]!)
        #expect(kept.name == "Ada Example")
        #expect(kept.line1 == "1 Main Street")
        #expect(kept.line2 == nil)
        #expect(kept.city == "LONDON")
    }
}
