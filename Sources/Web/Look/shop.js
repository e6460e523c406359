// What scripts make better: times in the visitor's own zone, clocks that go by the server's time, a
// room that follows the round without loading itself anew, and drafts that nobody types twice.
// Everything works without it.
"use strict";
(() => {
  const language = document.documentElement.lang;
  const all = (selector) => [...document.querySelectorAll(selector)];

  // The server's time, by a clock that nobody can set. Each sample is off by half its way there and
  // back at the most, so the quickest of the recent ones is believed.
  let samples = [];
  const learn = (server, sent, received) => {
    if (!(server > 0) || received < sent) return;
    samples.push({ offset: server - (sent + received) / 2, trip: received - sent, at: received });
    samples = samples.filter((sample) => received - sample.at < 600000).slice(-12);
  };
  const now = () => {
    const best = samples.reduce((one, other) => (other.trip < one.trip ? other : one));
    return performance.now() + best.offset;
  };
  const arrival = performance.getEntriesByType("navigation")[0];
  if (arrival && arrival.responseStart > 0) {
    learn(Number(document.body.dataset.now), arrival.requestStart, arrival.responseStart);
  } else {
    learn(Number(document.body.dataset.now), performance.now(), performance.now());
  }
  const ask = async (address, options) => {
    const sent = performance.now();
    const answer = await fetch(address, options);
    learn(Number(answer.headers.get("Onsale-Time")), sent, performance.now());
    return answer;
  };
  const follow = async (times) => {
    for (let count = 0; count < times; count += 1) {
      try { await ask("/api/v1/time", { cache: "no-store" }); } catch { return; }
    }
  };

  const shape = {
    weekday: "short", day: "numeric", month: "short", hour: "numeric", minute: "2-digit",
    timeZoneName: "short",
  };
  const local = (moment, isExact) => new Intl.DateTimeFormat(
    language, isExact ? { ...shape, weekday: undefined, day: undefined, month: undefined, second: "2-digit" } : shape,
  ).format(new Date(moment));
  for (const time of all("time[data-moment]")) {
    time.textContent = local(Number(time.dataset.moment), "seconds" in time.dataset);
    time.title = time.dateTime;
  }

  // What somebody has typed is kept in this tab until the order is placed or they log out.
  let isTyping = false;
  const drafts = {
    key: (field) => `draft ${field.form.getAttribute("action")} ${field.name}`,
    kept: (field) => field.form && field.form.method === "post"
      && !["hidden", "password", "radio", "checkbox", "submit"].includes(field.type),
    clear: () => Object.keys(sessionStorage).filter((key) => key.startsWith("draft "))
      .forEach((key) => sessionStorage.removeItem(key)),
  };
  try {
    for (const field of all("form :is(input, select, textarea)").filter(drafts.kept)) {
      const draft = sessionStorage.getItem(drafts.key(field));
      if (draft !== null && field.matches("input, textarea") && field.value === "") field.value = draft;
      if (draft !== null && field.matches("select") && field.selectedIndex <= 0) {
        if ([...field.options].some((option) => option.value === draft)) field.value = draft;
      }
    }
    document.addEventListener("input", ({ target }) => {
      if (!drafts.kept(target)) return;
      isTyping = isTyping || !target.matches("select");
      sessionStorage.setItem(drafts.key(target), target.value);
    });
  } catch { /* A browser that keeps nothing for anybody keeps no drafts. */ }

  const two = (number) => String(number).padStart(2, "0");
  const days = new Intl.NumberFormat(language, { style: "unit", unit: "day", unitDisplay: "long" });
  const written = (milliseconds) => {
    const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
    const clock = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    const hours = Math.floor(seconds / 3600);
    if (hours < 24) return hours > 0 ? `${two(hours)}:${clock}` : clock;
    return `${days.format(Math.floor(hours / 24))} ${two(hours % 24)}:${clock}`;
  };

  // A page whose time has come is loaded anew, each browser a little apart from the others; but not
  // under the hands of somebody who writes.
  let isLeaving = false;
  const reload = (most) => {
    if (isLeaving || isTyping) return;
    isLeaving = true;
    setTimeout(() => location.reload(), Math.random() * most);
  };

  const clocks = all("time[data-countdown]");
  let ticking;
  const tick = () => {
    clearTimeout(ticking);
    const moment = now();
    let next = 1000;
    for (const clock of clocks) {
      const left = Number(clock.dataset.countdown) - moment;
      const text = written(left);
      if (clock.textContent !== text) clock.textContent = text;
      // The text changes when a whole second is left; the next look is just behind it.
      next = Math.min(next, left > 0 ? left % 1000 + 1 : 1000);
      const hold = clock.closest("[data-hold]");
      if (hold && left < 120000) {
        hold.classList.add("soon");
        for (const warning of all("[data-soon]")) warning.hidden = false;
      }
      if (left <= 0) reload(hold ? 300 : 1500);
    }
    ticking = setTimeout(tick, next);
  };
  if (clocks.length > 0) {
    tick();
    setTimeout(() => follow(3), 2000);
    setInterval(() => follow(1), 300000);
  }

  // A round is followed by its public document. The words for it came with the page.
  const room = document.querySelector("[data-round]");
  const words = JSON.parse(document.getElementById("words")?.textContent ?? "null");
  const number = new Intl.NumberFormat(language);
  const fill = (text, ...numbers) => numbers.reduce(
    (filled, value, index) => filled.replace(`{${index}}`, number.format(value)), text);
  const told = ({ state, free, units, held, next_lapse: lapse }) => {
    switch (state) {
      case "live": return ["live", fill(words.free, free, units)];
      case "all_held":
        return ["held", `${held === 1 ? words.heldOne : fill(words.held, held)} ${words.next} ${local(lapse, true)}`];
      case "sold_out": return ["gone", words.gone];
      default: return null;
    }
  };
  const show = (round) => {
    // Nobody waits for what is gone.
    const isOver = round.allotments.length > 0 && round.allotments.every(({ state }) => state === "sold_out");
    if (isOver && !("over" in room.dataset)) reload(1500);
    for (const stall of round.allotments) {
      const line = document.querySelector(`[data-stock="${stall.product}"]`);
      const [kind, text] = told(stall) ?? [];
      if (line && kind && line.textContent !== text) {
        line.className = `stock ${kind}`;
        line.textContent = text;
        const bar = line.nextElementSibling;
        if (bar?.matches("progress")) bar.value = stall.free;
      }
      const button = document.querySelector(`form[data-reserve="${stall.product}"] button`);
      if (button) button.disabled = stall.free === 0;
      // Something came back for somebody whose turn it is, and the page has no button for it.
      if (!button && stall.free > 0 && "turn" in room.dataset && line) reload(1500);
    }
    const waiting = document.querySelector("[data-waiting]");
    if (waiting) waiting.textContent = round.waiting === 1 ? words.waitingOne : fill(words.waiting, round.waiting);
  };
  if (room && words) {
    const address = `/api/v1/rounds/${room.dataset.round}?market=${room.dataset.market}`;
    let next;
    // A cache between may hold it for a second, so its time teaches nothing.
    const look = async () => {
      clearTimeout(next);
      try {
        const answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-cache" });
        if (answer.ok) {
          const round = await answer.json();
          if (round.phase !== room.dataset.phase) reload(1500); else show(round);
        }
      } catch { /* The next question may get through. */ }
      // Nobody looks at a page in the background: it asks again when it is looked at.
      if (!document.hidden) next = setTimeout(look, 1500 + Math.random() * 1500);
    };
    next = setTimeout(look, 2500 + Math.random() * 1000);
    document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
  }

  // Clocks may have stood still while the lid was closed: then no earlier sample counts.
  document.addEventListener("visibilitychange", async () => {
    if (document.hidden || clocks.length === 0) return;
    const earlier = samples;
    samples = [];
    samples.push(earlier[earlier.length - 1]);
    samples[0].trip = Infinity;
    await follow(3);
    tick();
  });

  for (const button of all("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copy);
      text.select();
      await navigator.clipboard.writeText(text.value);
      button.textContent = button.dataset.done;
    });
  }

  // Where entering takes a little work, the browser looks for a number with which the hash begins
  // with so many zero bits, in small slices, so that the page stays awake. Without scripts one waits.
  const primes = [];
  for (let candidate = 2; primes.length < 64; candidate += 1) {
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  }
  const fraction = (root) => Math.floor((root % 1) * 2 ** 32) | 0;
  const mixers = primes.map((prime) => fraction(Math.cbrt(prime)));
  const beginning = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
  const turned = (word, by) => (word >>> by) | (word << (32 - by));
  const words32 = new Int32Array(64);
  // The first 32 bits of SHA-256 of a text in ASCII that fits into one block: 55 letters at the most.
  const hashBegins = (text) => {
    const w = words32;
    w.fill(0, 0, 16);
    for (let at = 0; at < text.length; at += 1) w[at >> 2] |= text.charCodeAt(at) << (24 - (at & 3) * 8);
    w[text.length >> 2] |= 0x80 << (24 - (text.length & 3) * 8);
    w[15] = text.length * 8;
    for (let at = 16; at < 64; at += 1) {
      const one = w[at - 15];
      const two = w[at - 2];
      w[at] = w[at - 16] + (turned(one, 7) ^ turned(one, 18) ^ (one >>> 3))
        + w[at - 7] + (turned(two, 17) ^ turned(two, 19) ^ (two >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = beginning;
    for (let at = 0; at < 64; at += 1) {
      const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25))
        + ((e & f) ^ (~e & g)) + mixers[at] + w[at]) | 0;
      const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    return (beginning[0] + a) | 0;
  };
  const workOut = async (challenge, bits) => {
    for (let count = 0; ;) {
      const pause = performance.now() + 20;
      while (performance.now() < pause) {
        for (let more = 0; more < 200; more += 1, count += 1) {
          const nonce = count.toString(36);
          if (Math.clz32(hashBegins(`${challenge}:${nonce}`)) >= bits) return nonce;
        }
      }
      await new Promise((resume) => { setTimeout(resume, 0); });
    }
  };
  for (const field of all("input[data-bits]")) {
    field.form.addEventListener("submit", async (event) => {
      const { nonce, challenge } = field.form.elements;
      if (nonce.value !== "") return;
      event.preventDefault();
      // Nothing loads the page anew meanwhile.
      isTyping = true;
      const status = field.form.querySelector("[data-working]");
      status.textContent = status.dataset.working;
      nonce.value = await workOut(challenge.value, Number(field.dataset.bits));
      field.form.submit();
    });
  }

  // Nothing is sent twice by an impatient finger; the server would notice anyway.
  document.addEventListener("submit", (event) => {
    const action = event.target.getAttribute("action") ?? "";
    if (action.endsWith("/order") || action === "/logout") {
      try { drafts.clear(); } catch { /* Nothing was kept. */ }
    }
    const button = event.submitter;
    if (button) setTimeout(() => { button.disabled = true; }, 0);
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) for (const button of all("button")) button.disabled = false;
  });
})();
