// Just enough reading of markup to fill in a form.

import Foundation

enum Markup {
    struct Form {
        let action: String
        /// What would be sent as it stands.
        let fields: [String: String]
        /// Fields that have no value yet, and buttons.
        let names: Set<String>
    }

    static func forms(in page: String) -> [Form] {
        page.matches(of: #/<form\b([^>]*)>(.*?)</form>/#.dotMatchesNewlines()).map { match in
            var fields: [String: String] = [:]
            var names: Set<String> = []
            for input in match.2.matches(of: #/<input\b([^>]*)>/#) {
                guard let name = attribute("name", in: input.1) else { continue }
                names.insert(name)
                let isChosen = ["radio", "checkbox"].contains(attribute("type", in: input.1))
                if isChosen && !input.1.contains(" checked") { continue }
                fields[name] = attribute("value", in: input.1) ?? ""
            }
            for area in match.2.matches(
                of: #/<textarea\b([^>]*)>([^<]*)/#.dotMatchesNewlines())
            {
                guard let name = attribute("name", in: area.1) else { continue }
                fields[name] = String(area.2)
            }
            for button in match.2.matches(of: #/<button\b([^>]*)>/#) {
                // Sent only where it is the one that is pressed.
                if let name = attribute("name", in: button.1) { names.insert(name) }
            }
            for area in match.2.matches(of: #/<textarea\b([^>]*)>([^<]*)/#) {
                guard let name = attribute("name", in: area.1) else { continue }
                fields[name] = String(area.2)
            }
            for select in match.2.matches(
                of: #/<select\b([^>]*)>(.*?)</select>/#.dotMatchesNewlines())
            {
                guard let name = attribute("name", in: select.1) else { continue }
                let options = select.2.matches(of: #/<option([^>]*)>([^<]*)/#)
                let chosen = options.first { $0.1.contains(" selected") } ?? options.first
                fields[name] = chosen.map { attribute("value", in: $0.1) ?? String($0.2) } ?? ""
            }
            return Form(
                action: attribute("action", in: match.1) ?? "", fields: fields, names: names)
        }
    }

    private static func attribute(_ name: String, in tag: Substring) -> String? {
        guard let start = tag.range(of: " \(name)=\"")?.upperBound else { return nil }
        return String(tag[start...].prefix { $0 != "\"" })
            .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }

    /// As browsers send a form with files, between lines of `--------edge`.
    static func multipart(
        _ fields: [String: String], _ name: String, _ files: [[UInt8]]
    ) -> [UInt8] {
        let line = "--------edge\r\nContent-Disposition: form-data; name="
        var body: [UInt8] = []
        for (field, text) in fields.sorted(by: { $0.key < $1.key }) {
            body += Array("\(line)\"\(field)\"\r\n\r\n\(text)\r\n".utf8)
        }
        for file in files {
            let head = "\(line)\"\(name)\"; filename=\"a.jpg\"\r\nContent-Type: image/jpeg"
            body += Array("\(head)\r\n\r\n".utf8) + file + Array("\r\n".utf8)
        }
        return body + Array("--------edge--\r\n".utf8)
    }

    static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126: String(Unicode.Scalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16).uppercased()
            }
        }.joined()
    }
}
