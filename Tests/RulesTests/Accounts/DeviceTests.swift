// A device is known by its browser and its system, and by nothing else.
import Rules
import TestKit
import Testing

struct DeviceTests {
    @Test func `what browsers call themselves is two names`() {
        let rows = table(
            """
            # user agent | name
            Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox, Linux
            Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Safari/604.1 | Safari, iPhone
            Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36 | Chrome, Android
            Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0 | Edge, Windows
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605 Version/18 Safari/605.1 | Safari, macOS
            curl/8.5.0 | curl
            something else | -
            """)
        for row in rows {
            let name = Device(userAgent: row[0]).name
            #expect((name.isEmpty ? "-" : name) == row[1], "\(row)")
        }
    }
}
