// The merchant's numbers: what they look like, and where each counts, as tables.
import Rules
import TestKit
import Testing

struct TaxNumberTests {
    @Test func `a number has the form of its kind and country`() {
        let rows = table(
            """
            # written                  | is
            EORI GB123456789000        | GB123456789000
            eori gb 123 4567 89000     | GB123456789000
            EORI GB12345678900         | -
            EORI DE1234567             | DE1234567
            EORI FR12345678901234567   | -
            EORI US123456789           | -
            VAT GB123456789            | GB123456789
            VAT GB123456789012         | GB123456789012
            VAT DE123456789            | DE123456789
            VAT DE12345678             | -
            VAT FR12345678901          | FR12345678901
            VAT FRXX123456789          | FRXX123456789
            VAT FRIO123456789          | -
            VAT IT12345678901          | -
            IOSS IM1234567890          | IM1234567890
            IOSS IM123456789           | -
            GB123456789000             | -
            EIN 12-3456789             | -
            """)
        for row in rows { #expect(TaxNumber(row[0])?.text ?? "-" == row[1], "\(row)") }
    }

    @Test func `each goes where it counts, and the IOSS number on no paper`() {
        let all = [
            "EORI GB123456789000", "EORI DE1234567", "VAT GB123456789", "VAT DE123456789",
            "IOSS IM1234567890",
        ].compactMap(TaxNumber.init)
        let rows = table(
            """
            # to | goods     | electronic                              | printed
            GB   | 10000 GBP | GB123456789000 GB123456789              | GB123456789000 GB123456789
            DE   | 15000 EUR | DE1234567 DE123456789 IM1234567890      | DE1234567 DE123456789
            DE   | 15001 EUR | DE1234567 DE123456789                   | DE1234567 DE123456789
            FR   | 15000 EUR | DE1234567 IM1234567890                  | DE1234567
            US   | 10000 USD |                                         |
            """)
        for row in rows {
            let words = row[1].split(separator: " ")
            let goods = Money(Int64(words[0])!, Currency(String(words[1]))!)
            let counting = all.counting(in: Country(row[0])!, goods: goods)
            #expect(counting.map(\.text).joined(separator: " ") == row[2], "\(row)")
            #expect(counting.printed.map(\.text).joined(separator: " ") == row[3], "\(row)")
        }
    }
}
