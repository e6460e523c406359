// The rounds of a sale as a calendar file (RFC 5545), each with an alarm when its room opens.

import HTTPTypes
import Hummingbird
import Languages
import NIOCore
import Rules
import Shop

struct SaleCalendar {
    let scene: SaleScene
    let visitor: Visitor

    var text: String {
        let head = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Onsale//Onsale//EN",
            "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
        ]
        let lines = head + scene.boards.flatMap(event) + ["END:VCALENDAR"]
        return lines.map(Self.folded).joined(separator: "\r\n") + "\r\n"
    }

    private func event(_ board: Board) -> [String] {
        let say = visitor.phrases.guide
        let (room, opens) = (board.wall(board.round.roomOpens), board.wall(board.round.opens))
        let settings = visitor.shop.settings
        let link = "\(settings.publicURL)/sales/\(scene.sale.code)"
        let told = say.calendarText(visitor.formats.time(room, offset: .zero))
        return [
            "BEGIN:VEVENT",
            "UID:\(board.round.id)@\(settings.host)",
            "DTSTAMP:\(Self.stamp(visitor.now))",
            "DTSTART:\(Self.stamp(opens))",
            "DTEND:\(Self.stamp(board.wall(board.round.closes)))",
            "SUMMARY:\(Self.escaped(say.calendarEntry(scene.text.title, board.round.number)))",
            "DESCRIPTION:\(Self.escaped(told + "\n" + link))",
            "URL:\(link)",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            // A moment of its own: not every round's room opens as long before it.
            "TRIGGER;VALUE=DATE-TIME:\(Self.stamp(room))",
            "DESCRIPTION:\(Self.escaped(say.calendarAlarm))",
            "END:VALARM",
            "END:VEVENT",
        ]
    }

    /// 20150519T020000Z
    static func stamp(_ moment: Moment) -> String {
        Stamp.utc(moment).prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    }

    static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;")
            .replacing(",", with: "\\,").replacing("\n", with: "\\n")
    }

    /// No line is longer than 75 bytes; what is goes on in the next, after a space.
    static func folded(_ line: String) -> String {
        var (folded, width) = ("", 0)
        for character in line {
            let size = String(character).utf8.count
            if width + size > 75 {
                folded += "\r\n "
                width = 1
            }
            folded.append(character)
            width += size
        }
        return folded
    }
}

extension Site {
    func showCalendar(_ visitor: Visitor) async throws -> Response {
        let scene = try await scene(of: try visitor.part("code"), for: visitor)
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/calendar; charset=utf-8",
                .contentDisposition: "attachment; filename=\"\(scene.sale.code).ics\"",
            ],
            body: .init(
                byteBuffer: ByteBuffer(string: SaleCalendar(scene: scene, visitor: visitor).text)))
    }
}
