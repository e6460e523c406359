// What scripts make better: times in the visitor's own zone, clocks that go by the server's time, and
// a room that follows the round without loading itself anew. Everything works without it.
"use strict";
(() => {
  const language = document.documentElement.lang;

  // The server's time, by a clock that nobody can set back.
  let base = Number(document.body.dataset.now);
  let mark = performance.now();
  const now = () => base + (performance.now() - mark);
  const follow = (server) => { base = server; mark = performance.now(); };

  for (const time of document.querySelectorAll("time[data-moment]")) {
    const options = { dateStyle: "long", timeStyle: "seconds" in time.dataset ? "medium" : "short" };
    time.textContent = new Intl.DateTimeFormat(language, options)
      .format(new Date(Number(time.dataset.moment)));
    time.title = time.dateTime;
  }

  const written = (milliseconds) => {
    const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
    const two = (number) => String(number).padStart(2, "0");
    const days = Math.floor(seconds / 86400);
    const clock = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    const short = clock.startsWith("00:") ? clock.slice(3) : clock;
    if (days === 0) return short;
    const unit = new Intl.NumberFormat(language, { style: "unit", unit: "day", unitDisplay: "long" });
    return `${unit.format(days)} ${clock}`;
  };

  // A page whose time has come is loaded anew, each browser a little apart from the others.
  let leaving = false;
  const reload = (most) => {
    if (leaving || document.querySelector("form :focus:not(button)")) return;
    leaving = true;
    setTimeout(() => location.reload(), Math.random() * most);
  };

  const clocks = [...document.querySelectorAll("time[data-countdown]")];
  const tick = () => {
    for (const clock of clocks) {
      const left = Number(clock.dataset.countdown) - now();
      clock.textContent = written(left);
      if (left <= 0) reload(800);
    }
  };
  if (clocks.length > 0) { tick(); setInterval(tick, 250); }

  // The room follows the public document of its round.
  const room = document.querySelector("[data-round]");
  if (room) {
    const address = `/api/v1/rounds/${room.dataset.round}?market=${room.dataset.market}`;
    const ask = async () => {
      try {
        const answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-cache" });
        if (answer.ok) {
          const round = await answer.json();
          const server = Number(answer.headers.get("Onsale-Time"));
          if (server > now() || now() - server > 3000) follow(server);
          if (round.phase !== room.dataset.phase) reload(500);
          show(round);
        }
      } catch { /* The next question may get through. */ }
      setTimeout(ask, 1500 + Math.random() * 1000);
    };
    const known = new Map();
    const show = (round) => {
      for (const allotment of round.allotments) {
        const before = known.get(allotment.product);
        const state = `${allotment.state} ${allotment.free} ${allotment.held}`;
        known.set(allotment.product, state);
        // The words are the server's: a change is worth a fresh page, but not in everybody's hurry.
        if (before !== undefined && before !== state) reload(1500);
      }
    };
    setTimeout(ask, 1000 + Math.random() * 1000);
  }

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") tick();
  });

  // Nothing is sent twice by an impatient finger; the server would notice anyway.
  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (button) setTimeout(() => { button.disabled = true; }, 0);
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) for (const button of document.querySelectorAll("button")) button.disabled = false;
  });
})();
