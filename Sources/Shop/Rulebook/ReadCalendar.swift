// A working calendar's file: calendars/CN.csv, with the columns date, kind and name.

import Rules

extension WorkingCalendar {
    init(file: String, name: String, csv: String) throws(RulebookFault) {
        var days: [String: Set<Day>] = [:]
        let lines = csv.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() where index > 0 && !line.isEmpty {
            let columns = line.split(
                separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
            func fault(_ field: String, _ problem: String) -> RulebookFault {
                RulebookFault(file: file, line: index + 1, field: field, problem: problem)
            }
            guard columns.count == 3 else { throw fault("", "date,kind,name is needed") }
            guard let day = Day(String(columns[0])) else {
                throw fault("date", "“\(columns[0])” is not a day such as 2026-10-01")
            }
            let kind = String(columns[1])
            guard kinds.contains(kind) else {
                throw fault("kind", "“\(kind)” is not one of \(kinds.joined(separator: ", "))")
            }
            guard !days.values.contains(where: { $0.contains(day) }) else {
                throw fault("date", "\(day) is there twice")
            }
            days[kind, default: []].insert(day)
        }
        guard lines.first == "date,kind,name" else {
            throw RulebookFault(
                file: file, line: 1, field: "", problem: "the heading is date,kind,name")
        }
        self.init(
            name: name, holidays: days["holiday"] ?? [],
            makeUpDays: days["makeup_workday"] ?? [],
            provisional: days["provisional_holiday"] ?? [])
    }
}

private let kinds = ["holiday", "makeup_workday", "provisional_holiday"]
