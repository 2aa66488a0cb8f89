"use strict";

/** Wilson's interval (1927) of a share, as `himaya eval` computes it. */
function share(hits, of) {
  if (of === 0) return { hits, of, share: 0, low: 0, high: 1 };
  const z = 1.959964;
  const p = hits / of;
  const denominator = 1 + (z * z) / of;
  const middle = (p + (z * z) / (2 * of)) / denominator;
  const half = (z / denominator) * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  return { hits, of, share: p, low: Math.max(middle - half, 0), high: Math.min(middle + half, 1) };
}

/** How many of some cells reach a threshold, in hundredths. */
function reaching(cells, threshold) {
  let [hits, of] = [0, 0];
  for (const cell of cells) {
    of += cell.of;
    for (const [highest, count] of cell.reach) if (highest >= threshold) hits += count;
  }
  return share(hits, of);
}

/** The cells of a set; a language or group of "" stands for all of them. */
function cellsOf(set, risky, language, group) {
  return set.cells.filter(
    (cell) => cell.risky === risky && cell.group === group && (language === "" || cell.language === language),
  );
}

/** What a threshold does: recall, false alarms, and the alerts of a day. */
function outcome(data, choice, language, group) {
  const [riskySet, harmlessSet] = [data.sets[choice.riskySet], data.sets[choice.harmlessSet]];
  const recall = reaching(riskySet ? cellsOf(riskySet, true, language, group) : [], choice.threshold);
  let harmless = harmlessSet ? cellsOf(harmlessSet, false, language, group) : [];
  // Nothing was ever taken for this group: of all that are harmless, none.
  if (harmless.length === 0 && harmlessSet && data.words.group === "behaviour") {
    harmless = cellsOf(harmlessSet, false, language, "").map((cell) => ({ ...cell, reach: [] }));
  } else if (harmlessSet && data.words.group === "behaviour" && group !== "" && language === "") {
    const all = cellsOf(harmlessSet, false, "", "");
    const known = new Set(harmless.map((cell) => cell.language));
    harmless = harmless.concat(all.filter((cell) => !known.has(cell.language)).map((cell) => ({ ...cell, reach: [] })));
  }
  const alarms = reaching(harmless, choice.threshold);
  const risky = choice.traffic * (choice.prevalence / 1e6);
  const right = recall.of > 0 ? risky * recall.share : 0;
  const wrong = alarms.of > 0 ? (choice.traffic - risky) * alarms.share : 0;
  return { recall, alarms, right, wrong, alerts: right + wrong };
}

const sweep = { share, reaching, cellsOf, outcome };
if (typeof document === "undefined") globalThis.sweep = sweep;
else start(document);

function start(page) {
  const data = JSON.parse(page.getElementById("data").textContent);
  const at = (id) => page.getElementById(id);
  const number = (value, digits) =>
    value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const has = (risky) => (set) => set.cells.some((cell) => cell.risky === risky);
  const choose = (select, names, chosen) => {
    for (const [value, name] of names) select.add(new Option(name, value, false, value === chosen));
  };
  const named = (test) => data.sets.map((set, place) => [String(place), set.name, set]).filter((entry) => test(entry[2]));
  const risky = named(has(true));
  const harmless = named(has(false));
  choose(at("risky-set"), risky);
  // Ordinary chat says most of false alarms: the set with the most of it.
  const size = ([, , set]) => cellsOf(set, false, "", "").reduce((sum, cell) => sum + cell.of, 0);
  const largest = harmless.reduce((best, entry) => (best && size(best) >= size(entry) ? best : entry), null);
  choose(at("harmless-set"), harmless, largest?.[0]);
  const languages = [...new Set(data.sets.flatMap((set) => set.cells.map((cell) => cell.language)))].sort();
  choose(at("language"), [["", "all"], ...languages.map((language) => [language, language])], "");
  at("threshold-name").textContent = data.words.threshold;
  at("traffic-name").textContent = `Traffic: ${data.words.unit} a day`;
  at("prevalence-name").textContent = `Of a million ${data.words.unit}: ${data.words.risky}`;
  at("groups-title").textContent = `By ${data.words.group}`;
  at("threshold").value = data.in_use;

  const percent = ({ share, of }) => (of > 0 ? `${number(100 * share, 1)} %` : "–");
  const thousand = ({ share, of }) => (of > 0 ? number(1000 * share, 2) : "–");
  const interval = ({ low, high, of }, factor, digits) =>
    of > 0 ? `[${number(factor * low, digits)}–${number(factor * high, digits)}]` : "";
  const counted = ({ hits, of }) => (of > 0 ? `${number(hits, 0)} of ${number(of, 0)}` : "not measured");

  function choice() {
    const positive = (id) => Math.max(0, Number(at(id).value) || 0);
    return {
      threshold: Number(at("threshold").value),
      riskySet: at("risky-set").value,
      harmlessSet: at("harmless-set").value,
      traffic: positive("traffic"),
      prevalence: Math.min(1e6, positive("prevalence")),
    };
  }

  function cell(row, kind, text, scope) {
    const element = page.createElement(kind);
    element.textContent = text;
    if (scope) element.scope = scope;
    row.append(element);
  }

  function table(id, first, rows, current) {
    const parts = [page.createElement("thead"), page.createElement("tbody")];
    const head = parts[0].insertRow();
    for (const name of [first, "Recall", "", "Reached", "False alarms per 1,000", "", "Reached", "Alerts a day"]) {
      cell(head, name === "" ? "td" : "th", name === "" ? "95 %" : name, name === "" ? null : "col");
    }
    for (const [name, result] of rows) {
      const row = parts[1].insertRow();
      if (name === current) row.setAttribute("aria-current", "true");
      cell(row, "th", name || "all", "row");
      cell(row, "td", percent(result.recall));
      cell(row, "td", interval(result.recall, 100, 1));
      cell(row, "td", counted(result.recall));
      cell(row, "td", thousand(result.alarms));
      cell(row, "td", interval(result.alarms, 1000, 2));
      cell(row, "td", counted(result.alarms));
      cell(row, "td", result.alarms.of > 0 || result.recall.of > 0 ? number(result.alerts, 1) : "–");
    }
    at(id).replaceChildren(...parts);
  }

  function plot(id, chosen, y, ticks, label, color) {
    const svg = at(id);
    const space = "http://www.w3.org/2000/svg";
    const add = (name, attributes, text) => {
      const element = page.createElementNS(space, name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      if (text !== undefined) element.textContent = text;
      svg.append(element);
    };
    const [left, right, top, bottom] = [60, 700, 12, 170];
    const x = (threshold) => left + ((right - left) * threshold) / 100;
    const height = (part) => bottom - (bottom - top) * part;
    svg.replaceChildren();
    svg.setAttribute("aria-label", label);
    for (const [part, name] of ticks) {
      add("line", { x1: left, x2: right, y1: height(part), y2: height(part), stroke: "var(--line)" });
      add("text", { x: left - 6, y: height(part) + 4, "text-anchor": "end" }, name);
    }
    for (let threshold = 0; threshold <= 100; threshold += 10) {
      add("text", { x: x(threshold), y: bottom + 18, "text-anchor": "middle" }, (threshold / 100).toFixed(1));
    }
    const points = [];
    for (let threshold = 0; threshold <= 100; threshold++) {
      points.push(`${x(threshold).toFixed(1)},${height(y(threshold)).toFixed(1)}`);
    }
    add("polyline", { points: points.join(" "), fill: "none", stroke: color, "stroke-width": 2 });
    add("line", { x1: x(chosen), x2: x(chosen), y1: top, y2: bottom, stroke: "var(--ink)", "stroke-dasharray": "4 3" });
    add("circle", { cx: x(chosen), cy: height(y(chosen)), r: 5, fill: color });
  }

  function show() {
    const chosen = choice();
    const language = at("language").value;
    const result = outcome(data, chosen, language, "");
    const value = (chosen.threshold / 100).toFixed(2);
    const used = chosen.threshold === data.in_use ? " (as himaya eval measures)" : "";
    at("threshold-value").textContent = value + used;
    at("threshold").setAttribute("aria-valuetext", value + used);
    const figure = (id, text, more) => {
      const small = page.createElement("small");
      small.textContent = more;
      at(id).replaceChildren(text, small);
    };
    figure("recall", percent(result.recall), `${counted(result.recall)} ${interval(result.recall, 100, 1)}`);
    figure("alarms", thousand(result.alarms), `${counted(result.alarms)} ${interval(result.alarms, 1000, 2)}`);
    figure("alerts", number(result.alerts, 1), `${number(result.wrong, 1)} false, ${number(result.right, 1)} right`);
    const right = result.alerts > 0 ? `${number((100 * result.right) / result.alerts, 1)} %` : "–";
    figure("precision", right, `at ${number(chosen.prevalence, 0)} of a million ${data.words.risky}`);
    const moved = (threshold) => outcome(data, { ...chosen, threshold }, language, "");
    plot(
      "recall-plot", chosen.threshold, (threshold) => moved(threshold).recall.share,
      [0, 0.25, 0.5, 0.75, 1].map((part) => [part, `${100 * part} %`]),
      `Recall at ${value}: ${percent(result.recall)}`, "var(--good)",
    );
    // From a hundredth of an alarm per 1,000 to 1,000.
    const decades = (alarms) => Math.min(1, Math.max(0, (Math.log10(1000 * alarms.share || 1e-9) + 2) / 5));
    plot(
      "alarms-plot", chosen.threshold, (threshold) => decades(moved(threshold).alarms),
      [0, 1, 2, 3, 4, 5].map((power) => [power / 5, String(10 ** (power - 2))]),
      `False alarms per 1,000 at ${value}: ${thousand(result.alarms)}`, "var(--bad)",
    );
    const rows = (keys, of) => keys.map((key) => [key, of(key)]);
    table("languages", "Language", rows(["", ...languages], (key) => outcome(data, chosen, key, "")), language);
    const sets = [data.sets[chosen.riskySet], data.sets[chosen.harmlessSet]].filter(Boolean);
    const groups = new Set(sets.flatMap((set) => set.cells.map((cell) => cell.group)));
    const sorted = [...groups].filter((group) => group !== "").sort();
    const name = data.words.group[0].toUpperCase() + data.words.group.slice(1);
    table("groups", name, rows(sorted, (key) => outcome(data, chosen, language, key)), null);
  }

  page.querySelector("form").addEventListener("input", show);
  page.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  page.querySelector("main").hidden = false;
  show();
}
