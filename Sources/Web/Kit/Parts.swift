// Parts that many pages share: fields, notices, amounts, times.

import Languages
import Rules
import Shop

extension Visitor {
    func money(_ amount: Money) -> String { formats.money(amount) }

    /// A time as everybody's clock has it in UTC; the script shows it in the visitor's own zone.
    func time(_ moment: Moment, seconds: Bool = false) -> HTML {
        """
        <time datetime="\(Stamp.utc(moment))" data-moment="\(moment.milliseconds)"\
        \(" data-seconds", if: seconds)>\(formats.moment(moment, offset: .zero, seconds: seconds))\
        </time>
        """
    }

    /// Time left until a moment, counted down by the script on the server's clock.
    func countdown(to moment: Moment, _ label: String) -> HTML {
        """
        <p class="countdown"><span>\(label)</span> \
        <time datetime="\(Stamp.utc(moment))" data-countdown="\(moment.milliseconds)" role="timer">\
        \(formats.countdown(moment - now))</time></p>
        """
    }

    /// The time that units are still held. When little of it is left, it says so, and what can be
    /// done: the place for it is there from the beginning, so that it is read out when it fills.
    func hold(_ basket: HeldBasket) -> HTML? {
        guard let expires = basket.expires else { return nil }
        let isSoonOver = expires - now < .minutes(2)
        let say = phrases.guide
        return """
            <div data-hold\(" class=\"soon\"", if: isSoonOver)>
            \(countdown(to: expires, phrases.sale.heldFor))
            <div role="status"><p class="notice wait" data-soon\(" hidden", if: !isSoonOver)>\
            \(basket.mayBeProlonged ? say.soonOver : say.soonOverLast)</p></div></div>
            """
    }

    /// Of a page. A short word with a hyphen, as every number of ours is, stays on one line.
    func heading(_ title: String) -> HTML {
        let words = title.split(separator: " ").map { word -> HTML in
            word.contains("-") && word.count <= 16
                ? "<span class=\"whole\">\(word)</span>" : "\(word)"
        }
        return "<h1>\(words.dropFirst().reduce(words.first ?? .empty) { "\($0) \($1)" })</h1>"
    }

    /// The way back to the page above.
    func back(to address: String, _ text: String) -> HTML {
        "<p class=\"back\"><a href=\"\(address)\"><span aria-hidden=\"true\">←</span> \(text)</a></p>"
    }

    func notice(_ text: String, _ kind: String = "good") -> HTML {
        "<p class=\"notice \(kind)\" role=\"status\">\(text)</p>"
    }

    /// What a form was refused for: the refusal, then every fault with a link to its field.
    func trouble(_ refusal: Refusal?) -> HTML {
        guard let refusal else { return .empty }
        let told = phrases.refusals.told(refusal, .zero)
        guard case .input(let faults) = refusal else {
            return """
                <div class="notice bad" role="alert"><p><strong>\(told.what)</strong> \
                \(told.remedy)</p></div>
                """
        }
        let items = faults.map { fault -> HTML in
            """
            <li><a href="#\(fault.field.rawValue)">\(phrases.refusals.fault(fault))</a></li>
            """
        }
        return """
            <div class="notice bad" role="alert"><p><strong>\(told.what)</strong> \(told.remedy)</p>
            <ul>\(items)</ul></div>
            """
    }

    /// A field with its label, what was typed, and what is wrong with it.
    func field(_ field: Field, _ input: Input, in form: Form, refusal: Refusal?) -> HTML {
        let name = field.rawValue
        let fault = refusal?.faults.first { $0.field == field }
        let described = [
            input.hint == nil ? "" : "\(name)-hint", fault == nil ? "" : "\(name)-fault",
        ]
        .filter { !$0.isEmpty }.joined(separator: " ")
        let hint = input.hint.map { hint -> HTML in
            "<p class=\"hint\" id=\"\(name)-hint\">\(hint)</p>"
        }
        let told = fault.map { fault -> HTML in
            "<p class=\"fault\" id=\"\(name)-fault\">\(phrases.refusals.fault(fault))</p>"
        }
        let attributes: HTML = """
            id="\(name)" name="\(name)"\(" required", if: input.isRequired)\
            \(" aria-invalid=\"true\"", if: fault != nil)\
            \(described.isEmpty ? nil : " aria-describedby=\"\(described)\"" as HTML)
            """
        return """
            <div class="field\(" faulty", if: fault != nil)">
            <label for="\(name)">\(input.label ?? phrases.refusals.name(field))</label>
            \(hint)\(control(input, attributes, value: input.isSecret ? "" : form[field]))\(told)
            </div>
            """
    }

    /// A field for a text of several lines.
    func prose(
        _ field: Field, hint: String?, most: Int, in form: Form, refusal: Refusal?
    ) -> HTML {
        let name = field.rawValue
        let fault = refusal?.faults.first { $0.field == field }
        let described = [
            hint == nil ? "" : "\(name)-hint", fault == nil ? "" : "\(name)-fault",
        ].filter { !$0.isEmpty }.joined(separator: " ")
        return """
            <div class="field\(" faulty", if: fault != nil)">
            <label for="\(name)">\(phrases.refusals.name(field))</label>
            \(hint.map { "<p class=\"hint\" id=\"\(name)-hint\">\($0)</p>" as HTML })\
            <textarea id="\(name)" name="\(name)" rows="5" required maxlength="\(most)"\
            \(" aria-invalid=\"true\"", if: fault != nil)\
            \(described.isEmpty ? nil : " aria-describedby=\"\(described)\"" as HTML)>\(form[field])</textarea>
            \(fault.map { "<p class=\"fault\" id=\"\(name)-fault\">\(phrases.refusals.fault($0))</p>" as HTML })
            </div>
            """
    }

    private func control(_ input: Input, _ attributes: HTML, value: String) -> HTML {
        guard let options = input.options else {
            return """
                <input \(attributes) type="\(input.type)" value="\(value)"\
                \(input.autocomplete.map { " autocomplete=\"\($0)\"" as HTML })\
                \(input.most.map { " maxlength=\"\($0)\"" as HTML })\(input.extra)>
                """
        }
        let items = options.map { option -> HTML in
            """
            <option value="\(option.value)"\(" selected", if: option.value == value)>\
            \(option.text)</option>
            """
        }
        return "<select \(attributes)>\(items)</select>"
    }
}

extension HeldBasket {
    /// Whether more time can be had for any of it.
    var mayBeProlonged: Bool {
        lines.contains { $0.reservation.state == .live && !$0.reservation.isProlonged }
    }
}

/// How a field is asked for.
struct Input: Sendable {
    var type = "text"
    var label: String?
    var hint: String?
    var autocomplete: String?
    var most: Int?
    var isRequired = true
    /// Never shown again.
    var isSecret = false
    var options: [(value: String, text: String)]?
    var extra: HTML = .empty
}

extension Refusal {
    var faults: [Fault] {
        if case .input(let faults) = self { faults } else { [] }
    }
}

/// Times for programs: 2015-05-19T02:00:00.000Z.
enum Stamp {
    static func utc(_ moment: Moment) -> String {
        let day = Day(moment)
        let rest = (moment - day.midnight()).milliseconds
        func padded(_ number: Int64, _ width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return "\(day)T\(padded(rest / 3_600_000, 2)):\(padded(rest / 60_000 % 60, 2)):"
            + "\(padded(rest / 1000 % 60, 2)).\(padded(rest % 1000, 3))Z"
    }

    /// `Tue, 19 May 2015 02:00:00 GMT`, as a header has it.
    static func http(_ moment: Moment) -> String {
        let day = Day(moment)
        let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let number = day.day < 10 ? "0\(day.day)" : "\(day.day)"
        let time = utc(moment).dropFirst(11).prefix(8)
        return "\(weekdays[day.weekday - 1]), \(number) \(months[day.month - 1]) \(day.year)"
            + " \(time) GMT"
    }
}
