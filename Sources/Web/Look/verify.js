// The proof, recomputed in the browser from the public transcript and nothing else. It is written
// from the description of the format, not from the shop's own code, which is the point of it.
"use strict";
(() => {
  const button = document.querySelector("[data-check]");
  if (!button || !window.crypto?.subtle) return;
  const told = document.querySelector("[data-checked]");
  const bytes = (text) => new TextEncoder().encode(text);
  const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const sha256 = async (text) => hex(await crypto.subtle.digest("SHA-256", bytes(text)));
  const before = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

  // The first thing that is wrong, or null.
  const trouble = async (text) => {
    const end = text.lastIndexOf("\nend ") + 1;
    if (end === 0 || text.slice(end) !== `end ${await sha256(text.slice(0, end))}\n`) return "end";
    const lines = text.slice(0, end).split("\n").slice(0, -1).map((line) => line.split(" "));
    const the = (word) => lines.find((line) => line[0] === word);
    const seed = the("seed")[1];
    if (await sha256(seed) !== the("commitment")[1]) return "commitment";

    const places = lines.filter((line) => line[0] === "ticket");
    if (places.some((line, index) => Number(line[3]) !== index + 1)) return "places";
    const drawn = places.slice(0, Number(the("entrants")[1]));
    const list = [...drawn].sort((one, other) => before(one[1], other[1]));
    const digest = await sha256(list.map((line) => `${line[1]} ${line[2]}`).join("\n"));
    if (digest !== the("entrants")[2]) return "entrants";
    let ordered = [...drawn].sort((one, other) => Number(one[2]) - Number(other[2]) || before(one[1], other[1]));
    if (the("order")[1] !== "first_come") {
      const beacon = the("beacon");
      if (beacon && beacon[5] !== "-" && !(Number(beacon[2]) < Number(beacon[3]))) return "beacon";
      const mixed = [seed, digest].concat(beacon && beacon[5] !== "-" ? [beacon[5]] : []).join("\n");
      const key = await crypto.subtle.importKey(
        "raw", bytes(await sha256(mixed)), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
      const ranked = await Promise.all(drawn.map(async (line) => [hex(await crypto.subtle.sign("HMAC", key, bytes(line[1]))), line]));
      ordered = ranked.sort((one, other) => before(one[0], other[0])).map((pair) => pair[1]);
    }
    if (ordered.some((line, index) => line !== drawn[index])) return "order";
    return records(lines);
  };

  // Every seal of every record, and that a unit is in one pair of hands at a time.
  const records = async (lines) => {
    let hash, units, holders, sold, batch, name;
    const seal = async () => {
      if (!batch) return true;
      const made = await sha256(`${hash}\n${batch.head[1]} ${batch.head[2]}\n${batch.entries.join("\n")}`);
      hash = made;
      return made === batch.head[3];
    };
    for (const line of lines) {
      if (line[0] === "-") {
        batch.entries.push(line.slice(1).join(" "));
        const [, event, ticket, list] = line;
        for (const unit of list.split(",").map(Number)) {
          const owner = holders.get(unit);
          if (!(unit >= 1 && unit <= units) || sold.has(unit) !== (event === "give_back")) return `${name} ${unit}`;
          if (event === "give_back") {
            if (sold.get(unit) !== ticket) return `${name} ${unit}`;
            sold.delete(unit);
            continue;
          }
          if (["reserve", "pass", "regain"].includes(event)) {
            if (owner !== undefined) return `${name} ${unit}`;
            holders.set(unit, ticket);
          } else if (owner !== ticket) {
            return `${name} ${unit}`;
          } else if (event !== "prolong") {
            holders.delete(unit);
            if (event === "sell") sold.set(unit, ticket);
          }
        }
        continue;
      }
      if (["batch", "head", "allotment"].includes(line[0])) {
        if (!await seal()) return `${name} ${batch.head[1]}`;
        batch = undefined;
      }
      if (line[0] === "allotment") {
        name = `${line[2]} ${line[3]}`;
        units = Number(line[4]);
        [holders, sold] = [new Map(), new Map()];
        hash = await sha256(`onsale record 1\n${line[1]} ${line[4]}`);
      } else if (line[0] === "batch") {
        batch = { head: line, entries: [] };
      } else if (line[0] === "head") {
        if (hash !== line[2] || sold.size !== Number(line[4]) || holders.size !== Number(line[3])) return `${name} head`;
      }
    }
    return null;
  };

  button.hidden = false;
  button.addEventListener("click", async () => {
    told.textContent = button.dataset.checking;
    try {
      const answer = await fetch(button.dataset.check);
      const found = answer.ok ? await trouble(await answer.text()) : String(answer.status);
      told.className = found === null ? "notice" : "notice bad";
      told.textContent = found === null ? button.dataset.holds : `${button.dataset.fails} ${found}`;
    } catch (error) {
      told.className = "notice bad";
      told.textContent = `${button.dataset.fails} ${error}`;
    }
  });
})();
