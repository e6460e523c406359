// What fields are called in American English, and what can be wrong with them.

import Rules

func englishFieldName(_ field: Field) -> String {
    switch field {
    case .mail: "Email"
    case .password: "Password"
    case .name: "Full name"
    case .language: "Language"
    case .market: "Country you buy in"
    case .line1: "Street and number"
    case .line2: "Apartment, floor (optional)"
    case .city: "City"
    case .subdivision: "State"
    case .postcode: "ZIP code"
    case .country: "Country"
    case .phone: "Phone"
    case .product: "Product"
    case .quantity: "Quantity"
    case .method: "Method"
    case .reason: "Reason"
    case .acceptance: "Your agreement"
    case .carrier: "Carrier"
    case .trackingNumber: "Tracking number"
    case .day: "Date"
    case .lines: "Items"
    case .code: "Code"
    case .order: "Order number"
    case .condition: "Condition"
    case .note: "Note"
    case .deduction: "Deduction"
    case .newPassword: "New password"
    case .description: "What is wrong"
    case .wish: "What you would like"
    case .photos: "Photos"
    case .remedy: "Remedy"
    case .decision: "Decision"
    case .value: "Value"
    case .caption: "Description of the picture"
    case .reference: "Reference"
    case .amount: "Amount"
    case .body: "Request"
    }
}

func englishFault(_ fault: Fault, name: (Field) -> String, formats: Formats) -> String {
    let characters = { formats.count($0, one: "character", other: "characters") }
    let said =
        switch fault.problem {
        case .missing: "please fill this in."
        case .malformed:
            fault.field == .mail
                ? "this doesn’t look like an address such as name@example.com."
                : "this isn’t written as we expect it."
        case .tooShort(let least): "use at least \(characters(least))."
        case .tooLong(let most): "use at most \(characters(most))."
        case .outOfRange(let least, let most):
            "choose from \(formats.number(least)) to \(formats.number(most))."
        case .amountOutOfRange(let most):
            "enter an amount from 0 to \(formats.money(most))."
        case .notOffered:
            fault.field.isPassword
                ? "this one is among the first that anybody tries. Choose another."
                : "this can’t be chosen here."
        case .taken: "this is taken already."
        case .tooMany(let most): "there can be \(formats.number(most)) at most."
        case .tooNarrow(let pixels):
            "use one that is \(formats.number(pixels))\(noBreak)pixels wide or more."
        case .tooLarge(let megabytes): "use at most \(formats.number(megabytes))\(noBreak)MB each."
        case .wrong: "this isn’t the one we know."
        }
    return "\(name(fault.field)): \(said)"
}
