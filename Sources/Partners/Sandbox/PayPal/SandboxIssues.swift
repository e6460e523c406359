// How PayPal says no: its error JSON, and the words that its specification pins for every issue.

/// One thing that is wrong with a request.
struct SandboxIssue: Hashable, Sendable {
    let code: String
    var field: String?
    var value: String?
    var location: String?

    init(_ code: String, _ field: String? = nil, value: String? = nil, location: String? = nil) {
        self.code = code
        self.field = field
        self.value = value
        self.location = location ?? (field == nil ? nil : "body")
    }

    fileprivate var json: JSON {
        var json: JSON = [
            "issue": .string(code), "description": .string(descriptions[code] ?? code),
        ]
        json["field"] = field.map { .string($0) }
        json["value"] = value.map { .string($0) }
        json["location"] = location.map { .string($0) }
        return json
    }
}

/// An answer on its way out.
struct SandboxAnswer: Sendable {
    var status: Int
    var body: JSON
    var headers: [String: String] = [:]

    init(_ status: Int, _ body: JSON) {
        self.status = status
        self.body = body
    }
}

extension SandboxAnswer {
    /// PayPal's error; its name and message follow from the status.
    static func error(
        _ status: Int, _ issues: [SandboxIssue], debugID: String, redirect: String? = nil
    ) -> SandboxAnswer {
        let (name, message) = names[status]!
        var links: [JSON] = [
            [
                "href": "https://developer.paypal.com/api/orders/v2/#error-\(name)",
                "rel": "information_link",
            ]
        ]
        if let redirect { links.append(["href": .string(redirect), "rel": "redirect"]) }
        var body: JSON = [
            "name": .string(name), "message": .string(message), "debug_id": .string(debugID),
            "links": .array(links),
        ]
        if !issues.isEmpty { body["details"] = .array(issues.map(\.json)) }
        return SandboxAnswer(status, body)
    }
}

private let names = [
    400: (
        "INVALID_REQUEST",
        "Request is not well-formed, syntactically incorrect, or violates schema."
    ),
    401: (
        "AUTHENTICATION_FAILURE",
        """
        Authentication failed due to missing authorization header, or invalid authentication \
        credentials.
        """
    ),
    404: ("RESOURCE_NOT_FOUND", "The specified resource does not exist."),
    409: (
        "RESOURCE_CONFLICT", "The server has detected a conflict while processing this request."
    ),
    415: (
        "UNSUPPORTED_MEDIA_TYPE",
        "The server does not support the request payload's media type."
    ),
    422: (
        "UNPROCESSABLE_ENTITY",
        """
        The requested action could not be performed, semantically incorrect, or failed business \
        validation.
        """
    ),
    429: (
        "RATE_LIMIT_REACHED",
        "Too many requests. Blocked due to rate limiting."
    ),
    500: ("INTERNAL_SERVER_ERROR", "An internal server error occurred."),
]

/// The 400s that a test may ask for by `PayPal-Mock-Response`; every other issue is a 422.
let syntaxIssues: Set<String> = [
    "INVALID_ARRAY_MAX_ITEMS", "INVALID_ARRAY_MIN_ITEMS", "INVALID_COUNTRY_CODE",
    "INVALID_PARAMETER_SYNTAX", "INVALID_PARAMETER_VALUE", "INVALID_STRING_LENGTH",
    "MALFORMED_REQUEST_JSON", "MISSING_REQUIRED_PARAMETER", "NOT_SUPPORTED",
    "PAYPAL_REQUEST_ID_REQUIRED",
]

/// As the specification has them; an answer with other words isn't valid by it.
let descriptions: [String: String] = [
    "AMOUNT_MISMATCH":
        """
    Should equal item_total + tax_total + shipping + handling + insurance - shipping_discount \
    - discount.
    """,
    "CANNOT_BE_NEGATIVE":
        """
    Must be greater than or equal to 0. If the currency supports decimals, only two decimal \
    place precision is supported.
    """,
    "CANNOT_BE_ZERO_OR_NEGATIVE":
        """
    Must be greater than zero. If the currency supports decimals, only two decimal place \
    precision is supported.
    """,
    "CAPTURE_FULLY_REFUNDED": "The capture has already been fully refunded",
    "CITY_REQUIRED": "The specified country requires a city (address.admin_area_2).",
    "COMPLIANCE_VIOLATION": "Transaction is declined due to compliance violation.",
    "DECIMAL_PRECISION":
        "If the currency supports decimals, only two decimal place precision is supported.",
    "DOMESTIC_TRANSACTION_REQUIRED":
        """
    This transaction requires the payee and payer to be resident in the same country, a \
    domestic transaction is required to create this payment.
    """,
    "DUPLICATE_INVOICE_ID":
        """
    Duplicate Invoice ID detected. To avoid a potential duplicate transaction your account \
    setting requires that Invoice Id be unique for each transaction.
    """,
    "INSTRUMENT_DECLINED":
        """
    The instrument presented  was either declined by the processor or bank, or it can't be \
    used for this payment.
    """,
    "INVALID_ARRAY_MAX_ITEMS": "The number of items in an array parameter is too large.",
    "INVALID_ARRAY_MIN_ITEMS": "The number of items in an array parameter is too small.",
    "INVALID_COUNTRY_CODE":
        """
    Country code is invalid. Please refer to \
    https://developer.paypal.com/api/rest/reference/country-codes/ for a list of supported \
    country codes.
    """,
    "INVALID_CURRENCY_CODE":
        """
    Currency code is invalid or is not currently supported. Please refer \
    https://developer.paypal.com/api/rest/reference/currency-codes/ for list of supported \
    currency codes.
    """,
    "INVALID_PARAMETER_SYNTAX": "The value of a field does not conform to the expected format.",
    "INVALID_PARAMETER_VALUE": "A parameter value is not valid.",
    "INVALID_RESOURCE_ID":
        "Specified resource ID does not exist. Please check the resource ID and try again.",
    "INVALID_STRING_LENGTH": "The value of a field is either too short or too long",
    "ITEM_TOTAL_MISMATCH":
        "Should equal sum of (unit_amount * quantity) across all items for a given purchase_unit.",
    "ITEM_TOTAL_REQUIRED":
        """
    If item details are specified (items.unit_amount and items.quantity) corresponding \
    amount.breakdown.item_total is required.
    """,
    "MALFORMED_REQUEST_JSON": "The request JSON is not well formed.",
    "MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED":
        "You have exceeded the maximum number of payment attempts.",
    "MAX_NUMBER_OF_REFUNDS_EXCEEDED":
        "You have exceeded the maximum number of refund attempts for this capture.",
    "MISSING_REQUIRED_PARAMETER": "A required parameter is missing.",
    "MULTI_CURRENCY_ORDER":
        """
    Multiple differing values of currency_code are not supported. Entire Order request must \
    have the same currency_code.
    """,
    "NOT_SUPPORTED": "This field is not currently supported.",
    "ORDER_ALREADY_CAPTURED":
        "Order already captured.If 'intent=CAPTURE' only one capture per order is allowed.",
    "ORDER_NOT_APPROVED":
        """
    Payer has not yet approved the Order for payment. Please redirect the payer to the \
    'rel':'approve' url returned as part of the HATEOAS links within the Create Order call or \
    provide a valid `payment_source` in the request.
    """,
    "PAYER_ACTION_REQUIRED":
        "Transaction cannot complete successfully, instruct the buyer to return to PayPal.",
    "PAYPAL_REQUEST_ID_REQUIRED":
        """
    A PayPal-Request-Id is required if you are trying to process payment for an Order. Please \
    specify a PayPal-Request-Id or Create the Order without a 'payment_source' specified.
    """,
    "PENDING_CAPTURE":
        """
    Cannot initiate a refund as the capture is pending. Capture is typically pending when the \
    payer has funded the transaction using e-check/bank funded.
    """,
    "POSTAL_CODE_REQUIRED": "The specified country requires a postal code.",
    "PREVIOUS_REQUEST_IN_PROGRESS":
        """
    A previous request on this resource is currently in progress. Please wait for sometime \
    and try again. It is best to space out the initial and the subsequent request(s) to avoid \
    receiving this error.
    """,
    "CAPTURE_ID_NOT_FOUND":
        "Specified capture ID does not exist. Check the capture ID and try again.",
    "REDIRECT_PAYER_FOR_ALTERNATE_FUNDING":
        "Transaction failed. Redirect the payer to select another funding source.",
    "REFUND_AMOUNT_EXCEEDED":
        """
    The refund amount must be less than or equal to the capture amount that has not yet been \
    refunded.
    """,
    "REFUND_CAPTURE_CURRENCY_MISMATCH": "Refund must be in the same currency as the capture",
    "REFUND_FAILED_INSUFFICIENT_FUNDS":
        """
    Capture could not be refunded due to insufficient funds. Please check to see if you have \
    sufficient funds in your PayPal account or if the bank account linked to your PayPal \
    account is verified and has sufficient funds.
    """,
    "REFUND_NOT_ALLOWED": "Capture cannot be refunded.",
    "SHIPPING_ADDRESS_INVALID": "Provided shipping address is invalid.",
    "TAX_TOTAL_MISMATCH":
        "Should equal sum of (tax * quantity) across all items for a given purchase_unit.",
    "TAX_TOTAL_REQUIRED":
        """
    If item details are specified (items.tax_total and items.quantity) corresponding \
    amount.breakdown.tax_total is required.
    """,
    "TRANSACTION_REFUSED": "The request was refused.",
]
