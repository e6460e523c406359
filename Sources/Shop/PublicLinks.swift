// The addresses of pages that letters lead to; the Web's routes are the same.

extension ShopSettings {
    package var logIn: String { publicURL + "/login" }
    package var requestReset: String { publicURL + "/reset" }
    package func confirm(_ token: String) -> String { publicURL + "/confirm/" + token }
    package func reset(_ token: String) -> String { publicURL + "/reset/" + token }
    package func order(_ number: String) -> String { publicURL + "/orders/" + number }
}
