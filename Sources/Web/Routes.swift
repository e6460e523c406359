// Every address of the shop on one page.

import Hummingbird

extension Site {
    func addRoutes(to router: Router<Visit>) {
        addPages(to: router)
        addForms(to: router)
        addConsole(to: router)
        addAPI(to: router)
        addGuide(to: router)
        router.get("/health", use: health)
        router.get("/look/:name", use: file)
        router.get("/notices/:name", use: picture)
        router.post("/notices/:name", use: takeNotice)
        router.get("/pictures/:name", use: keptPicture)
    }

    /// What is looked at.
    private func addPages(to router: Router<Visit>) {
        router.get("/", use: looking(showStart))
        router.get("/sales/:code", use: looking(showSale))
        router.get("/sales/:code/checkout", use: looking(askCheckout))
        router.get("/sales/:code/guide", use: looking(showGuide))
        router.get("/sales/:code/announcement", use: looking(showAnnouncement))
        router.get("/sales/:code/calendar.ics", use: looking(showCalendar))
        router.get("/sales/:code/:product", use: looking(showProduct))
        router.get("/rounds/:round", use: looking(showRoom))
        router.get("/rounds/:round/why", use: looking(showWhy))
        router.get("/rounds/:round/proof", use: looking(showProof))
        router.get("/orders", use: looking(showOrders))
        router.get("/orders/:number", use: looking(showOrder))
        router.get("/orders/:number/agreed", use: looking(agreed))
        router.get("/withdraw", use: looking(askWithdrawal))
        router.get("/withdraw/:token", use: looking(showWithdrawal))
        router.get("/choose", use: looking(chooseAsGuest))
        router.get("/elsewhere", use: looking(showElsewhere))
        router.get("/wishes/:token", use: looking(showWish))
        router.get("/signup", use: looking(askSignUp))
        router.get("/login", use: looking(askLogIn))
        router.get("/confirm/:token", use: looking(askConfirm))
        router.get("/reset", use: looking(askReset))
        router.get("/reset/:token", use: looking(askNewPassword))
        router.get("/account", use: looking(showAccount))
    }

    /// What is told to anybody, people and programs.
    private func addGuide(to router: Router<Visit>) {
        router.get("/guide", use: looking(showNextGuide))
        router.get("/rights", use: looking(showRights))
        router.get("/feed.atom", use: looking(showFeed))
        router.get("/sitemap.xml", use: looking(showSitemap))
        router.get("/robots.txt", use: looking(showRobots))
    }

    /// What is sent.
    private func addForms(to router: Router<Visit>) {
        router.post("/elsewhere", use: sending(makeWish))
        router.post("/wishes/:token", use: sending(confirmWish))
        router.post("/wishes/:token/withdraw", use: sending(withdrawWish))
        router.post("/signup", use: sending(signUp))
        router.post("/login", use: sending(logIn))
        router.post("/logout", use: sending(logOut))
        router.post("/confirm/:token", use: sending(confirm))
        router.post("/confirm-again", use: sending(confirmAgain))
        router.post("/reset", use: sending(requestReset))
        router.post("/reset/:token", use: sending(resetPassword))
        router.post("/account", use: sending(choose))
        router.post("/rounds/:round/enter", use: sending(enterRoom))
        router.post("/rounds/:round/leave", use: sending(leaveRoom))
        router.post("/rounds/:round/reserve", use: sending(reserve))
        router.post("/rounds/:round/standby", use: sending(standBy))
        router.post("/rounds/:round/standdown", use: sending(standDown))
        router.post("/sales/:code/more-time", use: sending(prolong))
        router.post("/reservations/:reservation/cancel", use: sending(cancelReservation))
        router.post("/sales/:code/review", use: sending(review))
        router.post("/sales/:code/address", use: sending(changeAddress))
        router.post("/sales/:code/order", use: sending(placeOrder))
        router.post("/orders/:number/pay", use: sending(payOrder))
        router.post("/orders/:number/cancel", use: sending(cancelOrder))
        router.post("/orders/:number/return", use: sending(askReturn))
        router.post("/returns/:number/sent", use: sending(tellSent))
        router.post("/withdraw", use: sending(checkWithdrawal))
        router.post("/withdraw/confirm", use: sending(confirmWithdrawal))
    }

    private func addConsole(to router: Router<Visit>) {
        router.get("/console", use: looking(showConsole))
        router.get("/console/rules", use: looking(showRules))
        router.get("/console/returns", use: looking(showReturns))
        router.post("/console/returns/:number/check", use: sending(checkReturn))
        router.post(
            "/console/withdrawals/:withdrawal/settle", use: sending(settleWithdrawal))
        router.get("/console/money", use: looking(showMoney))
        router.post("/console/money", use: sending(resolveMoney))
        router.post("/console/sales/:code/rules", use: sending(confirmRules))
        router.post("/console/orders/:number/dispatch", use: sending(dispatchOrder))
        router.post("/console/orders/:number/deliver", use: sending(deliverOrder))
        router.post("/console/rounds/:round/pause", use: sending(pauseRound))
        router.post("/console/rounds/:round/resume", use: sending(resumeRound))
    }

    private func addAPI(to router: Router<Visit>) {
        let api = router.group("/api/v1")
        api.get("/time", use: asking(time))
        api.get("/markets", use: asking(markets))
        api.get("/sales", use: asking(sales))
        api.get("/sales/:code", use: asking(sale))
        api.get("/rounds/:round", use: asking(round))
        api.get("/rounds/:round/transcript", use: asking(transcript))

        api.post("/wishes", use: telling(createWish))
        api.delete("/wishes/:token", use: telling(deleteWish))
        api.post("/accounts", use: telling(createAccount))
        api.post("/accounts/confirm", use: telling(confirmAccount))
        api.post("/sessions", use: telling(createSession))
        api.delete("/sessions", use: telling(endSession))
        api.get("/account", use: asking(account))

        api.get("/rounds/:round/ticket", use: asking(ticket))
        api.post("/rounds/:round/ticket", use: telling(createTicket))
        api.delete("/rounds/:round/ticket", use: telling(deleteTicket))
        api.post("/rounds/:round/reservations", use: telling(createReservation))
        api.get("/rounds/:round/outcome", use: asking(outcome))
        api.post("/rounds/:round/standbys", use: telling(createStandby))
        api.delete("/rounds/:round/standbys/:product", use: telling(deleteStandby))
        api.post("/sales/:code/more-time", use: telling(createMoreTime))
        api.delete("/reservations/:reservation", use: telling(deleteReservation))
        api.get("/sales/:code/reservations", use: asking(reservations))
        api.post("/sales/:code/quote", use: telling(quote))
        api.post("/sales/:code/orders", use: telling(createOrder))

        api.get("/orders", use: asking(orders))
        api.get("/orders/:number", use: asking(order))
        api.post("/orders/:number/payment", use: telling(createPayment))
        api.post("/orders/:number/settle", use: telling(settlePayment))
        api.post("/orders/:number/cancel", use: telling(cancel))
        api.post("/orders/:number/returns", use: telling(createReturn))
        api.get("/orders/:number/returns", use: asking(orderReturns))
        api.post("/returns/:number/sent", use: telling(sendReturn))
        api.post("/returns/:number/check", use: telling(createCheck))
        api.post("/withdrawals", use: telling(createWithdrawal))
        api.post("/orders/:number/dispatch", use: telling(dispatch))
        api.post("/orders/:number/deliver", use: telling(deliver))
        api.post("/rounds/:round/pause", use: telling(pause))
        api.post("/rounds/:round/resume", use: telling(resume))
    }
}
