// Where a buyer wants the parcel.

package struct Address: Hashable, Sendable, Codable {
    package var name: String
    package var line1: String
    package var line2: String?
    package var city: String
    package var subdivision: String?
    package var postcode: String
    package var country: Country
    package var phone: String

    package init(
        name: String, line1: String, line2: String? = nil, city: String,
        subdivision: String? = nil, postcode: String, country: Country, phone: String
    ) {
        self.name = name
        self.line1 = line1
        self.line2 = line2
        self.city = city
        self.subdivision = subdivision
        self.postcode = postcode
        self.country = country
        self.phone = phone
    }
}
