// What PayPal looks at before it takes an order, as strictly as its specification says.

struct SandboxOrderCheck {
    /// The request isn't what the schema says: a 400, whatever else is wrong.
    private(set) var malformed: [SandboxIssue] = []
    /// It could be read, and makes no sense: a 422.
    private(set) var impossible: [SandboxIssue] = []
    private(set) var total: SandboxAmount?

    private static let unit = "/purchase_units/@reference_id=='default'"

    init(_ body: JSON) {
        choice(body["intent"], of: ["CAPTURE", "AUTHORIZE"], "/intent", isRequired: true)
        if body["intent"]?.text == "AUTHORIZE" {
            malformed.append(SandboxIssue("NOT_SUPPORTED", "/intent"))
        }
        let units = body["purchase_units"]?.list
        switch units?.count {
        case nil: malformed.append(SandboxIssue("MISSING_REQUIRED_PARAMETER", "/purchase_units"))
        case 0: malformed.append(SandboxIssue("INVALID_ARRAY_MIN_ITEMS", "/purchase_units"))
        case 1: check(unit: units![0])
        case let count? where count > 10:
            malformed.append(SandboxIssue("INVALID_ARRAY_MAX_ITEMS", "/purchase_units"))
        // Real PayPal takes up to ten; a shop with one seller never sends them.
        default: malformed.append(SandboxIssue("NOT_SUPPORTED", "/purchase_units"))
        }
        let context = body["payment_source"]?["paypal"]?["experience_context"]
        if let context { check(context, address: units?.first?["shipping"]?["address"]) }
    }

    // MARK: A purchase unit

    private mutating func check(unit: JSON) {
        for (name, most) in [
            ("reference_id", 256), ("custom_id", 127), ("invoice_id", 127), ("description", 127),
            ("soft_descriptor", 22),
        ] {
            length(unit[name], 1...most, "\(Self.unit)/\(name)")
        }
        guard let amount = unit["amount"] else {
            malformed.append(SandboxIssue("MISSING_REQUIRED_PARAMETER", "\(Self.unit)/amount"))
            return
        }
        total = money(amount, "\(Self.unit)/amount")
        if let total, total.units <= 0 {
            impossible.append(
                SandboxIssue("CANNOT_BE_ZERO_OR_NEGATIVE", "\(Self.unit)/amount/value"))
        }
        let parts = breakdown(amount["breakdown"])
        items(unit["items"], parts: parts)
        if let address = unit["shipping"]?["address"] { check(address: address) }
        length(
            unit["shipping"]?["name"]?["full_name"], 0...300, "\(Self.unit)/shipping/name/full_name"
        )
    }

    /// Every part as an amount; and the whole is the sum of its parts.
    private mutating func breakdown(_ json: JSON?) -> [String: SandboxAmount] {
        guard let json else { return [:] }
        var parts: [String: SandboxAmount] = [:]
        var sum: Int64 = 0
        for name in [
            "item_total", "shipping", "handling", "tax_total", "insurance", "shipping_discount",
            "discount",
        ] {
            let field = "\(Self.unit)/amount/breakdown/\(name)"
            guard let part = json[name], let amount = money(part, field) else { continue }
            if amount.units < 0 {
                impossible.append(SandboxIssue("CANNOT_BE_NEGATIVE", "\(field)/value"))
            }
            parts[name] = amount
            let isOff = name.hasSuffix("discount")
            sum = isOff ? sum.subtract(amount.units) : sum.adding(amount.units)
        }
        if let total, keepsToOneCurrency(parts.values), total.units != sum {
            impossible.append(
                SandboxIssue("AMOUNT_MISMATCH", "\(Self.unit)/amount/value", value: total.value))
        }
        return parts
    }

    private mutating func items(_ json: JSON?, parts: [String: SandboxAmount]) {
        guard let json else { return }
        guard let items = json.list else {
            malformed.append(SandboxIssue("INVALID_PARAMETER_SYNTAX", "\(Self.unit)/items"))
            return
        }
        var (goods, tax): (Int64, Int64?) = (0, nil)
        for (index, item) in items.prefix(200).enumerated() {
            let field = "\(Self.unit)/items/\(index)"
            length(item["name"], 1...127, "\(field)/name", isRequired: true)
            length(item["sku"], 0...127, "\(field)/sku")
            choice(
                item["category"], of: ["DIGITAL_GOODS", "PHYSICAL_GOODS", "DONATION"],
                "\(field)/category")
            guard let count = quantity(item["quantity"], "\(field)/quantity"),
                let price = part(item, "unit_amount", field, isRequired: true)
            else { continue }
            goods = goods.adding(price.units.times(count))
            if let each = part(item, "tax", field, isRequired: false) {
                tax = (tax ?? 0).adding(each.units.times(count))
            }
        }
        guard malformed.isEmpty, !items.isEmpty else { return }
        compare(goods, with: parts["item_total"], "ITEM_TOTAL", "item_total")
        if let tax { compare(tax, with: parts["tax_total"], "TAX_TOTAL", "tax_total") }
    }

    private mutating func part(
        _ item: JSON, _ name: String, _ field: String, isRequired: Bool
    ) -> SandboxAmount? {
        guard let json = item[name] else {
            if isRequired {
                malformed.append(SandboxIssue("MISSING_REQUIRED_PARAMETER", "\(field)/\(name)"))
            }
            return nil
        }
        guard let amount = money(json, "\(field)/\(name)") else { return nil }
        if amount.units < 0 {
            impossible.append(SandboxIssue("CANNOT_BE_NEGATIVE", "\(field)/\(name)/value"))
        }
        _ = keepsToOneCurrency([amount])
        return amount
    }

    private mutating func compare(
        _ sum: Int64, with stated: SandboxAmount?, _ issue: String, _ name: String
    ) {
        let field = "\(Self.unit)/amount/breakdown/\(name)"
        guard let stated else {
            impossible.append(SandboxIssue("\(issue)_REQUIRED", field))
            return
        }
        if stated.units != sum {
            impossible.append(
                SandboxIssue("\(issue)_MISMATCH", "\(field)/value", value: stated.value))
        }
    }

    private mutating func check(address: JSON) {
        let field = "\(Self.unit)/shipping/address"
        for (name, most) in [
            ("address_line_1", 300), ("address_line_2", 300), ("admin_area_1", 300),
            ("admin_area_2", 120), ("postal_code", 60),
        ] {
            length(address[name], 0...most, "\(field)/\(name)")
        }
        guard let country = address["country_code"] else {
            malformed.append(SandboxIssue("MISSING_REQUIRED_PARAMETER", "\(field)/country_code"))
            return
        }
        guard let code = country.text, code == "C2" || isTwoCapitals(code) else {
            malformed.append(SandboxIssue("INVALID_COUNTRY_CODE", "\(field)/country_code"))
            return
        }
        if (address["admin_area_2"]?.text ?? "").isEmpty {
            impossible.append(SandboxIssue("CITY_REQUIRED", "\(field)/admin_area_2"))
        }
        // The countries of our markets all have postcodes; so do most, and PayPal knows which.
        if (address["postal_code"]?.text ?? "").isEmpty, !["HK", "IE", "AE"].contains(code) {
            impossible.append(SandboxIssue("POSTAL_CODE_REQUIRED", "\(field)/postal_code"))
        }
    }

    // MARK: The payer's page

    private mutating func check(_ context: JSON, address: JSON?) {
        let field = "/payment_source/paypal/experience_context"
        choice(
            context["shipping_preference"],
            of: ["GET_FROM_FILE", "NO_SHIPPING", "SET_PROVIDED_ADDRESS"],
            "\(field)/shipping_preference")
        choice(context["user_action"], of: ["CONTINUE", "PAY_NOW"], "\(field)/user_action")
        choice(
            context["payment_method_preference"],
            of: ["UNRESTRICTED", "IMMEDIATE_PAYMENT_REQUIRED"],
            "\(field)/payment_method_preference")
        length(context["brand_name"], 1...127, "\(field)/brand_name")
        if let locale = context["locale"] {
            let text = locale.text ?? ""
            if (try? /[a-z]{2}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?/.wholeMatch(in: text)) == nil
            {
                malformed.append(SandboxIssue("INVALID_PARAMETER_SYNTAX", "\(field)/locale"))
            }
        }
        for name in ["return_url", "cancel_url"] {
            guard let url = context[name] else { continue }
            let text = url.text ?? ""
            if !text.hasPrefix("https://") && !text.hasPrefix("http://") || text.count > 4000 {
                malformed.append(SandboxIssue("INVALID_PARAMETER_SYNTAX", "\(field)/\(name)"))
            }
        }
        if context["shipping_preference"]?.text == "SET_PROVIDED_ADDRESS", address == nil {
            impossible.append(SandboxIssue("SHIPPING_ADDRESS_INVALID", "\(Self.unit)/shipping"))
        }
    }

    // MARK: Kinds of fields

    private mutating func money(_ json: JSON, _ field: String) -> SandboxAmount? {
        for name in ["currency_code", "value"] where json[name] == nil {
            malformed.append(SandboxIssue("MISSING_REQUIRED_PARAMETER", "\(field)/\(name)"))
            return nil
        }
        guard let currency = json["currency_code"]?.text, let value = json["value"]?.text else {
            malformed.append(SandboxIssue("INVALID_PARAMETER_SYNTAX", "\(field)/value"))
            return nil
        }
        guard currency.count == 3 else {
            malformed.append(SandboxIssue("INVALID_STRING_LENGTH", "\(field)/currency_code"))
            return nil
        }
        do throws(SandboxAmount.Flaw) {
            return try SandboxAmount(currency: currency, value: value)
        } catch {
            switch error {
            case .syntax:
                malformed.append(SandboxIssue("INVALID_PARAMETER_SYNTAX", "\(field)/value"))
            case .currency:
                impossible.append(SandboxIssue("INVALID_CURRENCY_CODE", "\(field)/currency_code"))
            case .precision:
                impossible.append(SandboxIssue("DECIMAL_PRECISION", "\(field)/value", value: value))
            }
            return nil
        }
    }

    private mutating func quantity(_ json: JSON?, _ field: String) -> Int64? {
        guard let json else {
            malformed.append(SandboxIssue("MISSING_REQUIRED_PARAMETER", field))
            return nil
        }
        guard let text = json.text, text.count <= 10, let count = Int64(text), count > 0,
            text.first != "+", text.first != "0"
        else {
            malformed.append(SandboxIssue("INVALID_PARAMETER_SYNTAX", field))
            return nil
        }
        return count
    }

    private mutating func choice(
        _ json: JSON?, of choices: [String], _ field: String, isRequired: Bool = false
    ) {
        guard let json else {
            if isRequired { malformed.append(SandboxIssue("MISSING_REQUIRED_PARAMETER", field)) }
            return
        }
        guard let text = json.text, choices.contains(text) else {
            malformed.append(SandboxIssue("INVALID_PARAMETER_VALUE", field))
            return
        }
    }

    private mutating func length(
        _ json: JSON?, _ allowed: ClosedRange<Int>, _ field: String, isRequired: Bool = false
    ) {
        guard let json else {
            if isRequired { malformed.append(SandboxIssue("MISSING_REQUIRED_PARAMETER", field)) }
            return
        }
        guard let text = json.text else {
            malformed.append(SandboxIssue("INVALID_PARAMETER_SYNTAX", field))
            return
        }
        if !allowed.contains(text.unicodeScalars.count) {
            malformed.append(SandboxIssue("INVALID_STRING_LENGTH", field))
        }
    }

    /// An order is in one currency.
    private mutating func keepsToOneCurrency(_ amounts: some Collection<SandboxAmount>) -> Bool {
        guard let total, amounts.contains(where: { $0.currency != total.currency }) else {
            return true
        }
        let issue = SandboxIssue("MULTI_CURRENCY_ORDER", "\(Self.unit)/amount/currency_code")
        if !impossible.contains(issue) { impossible.append(issue) }
        return false
    }
}

func isTwoCapitals(_ code: String) -> Bool {
    code.utf8.count == 2 && code.utf8.allSatisfy { (65...90).contains($0) }
}

extension Int64 {
    // An amount from outside may be any number: what overflows can't be equal to anything stated.
    fileprivate func adding(_ other: Int64) -> Int64 {
        let (sum, overflows) = addingReportingOverflow(other)
        return overflows ? .min : sum
    }
    fileprivate func subtract(_ other: Int64) -> Int64 {
        let (rest, overflows) = subtractingReportingOverflow(other)
        return overflows ? .min : rest
    }
    fileprivate func times(_ count: Int64) -> Int64 {
        let (product, overflows) = multipliedReportingOverflow(by: count)
        return overflows ? .min : product
    }
}
