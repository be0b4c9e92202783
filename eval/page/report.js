"use strict";

const strings = JSON.parse(document.getElementById("strings").textContent);
const evaluation = JSON.parse(document.getElementById("evaluation").textContent);
const PAGE = 40; // cases drawn at a time
const HEADLINE = ["Right", "Verbatim", "CitationPrecision", "CitationRecall", "Rejection", "FalseRefusal"];
const BY_SLICE = ["Right", "Status", "MustRecall", "EvidenceMet", "CitationPrecision", "CitationRecall"];

let language = (navigator.language || "").toLowerCase().startsWith("zh") ? "zh" : "en";
let shown = PAGE;
const filters = { search: "", show: "wrong", type: "", lang: "", cause: "", split: "" };

/** The words for a key in the chosen language, with {names} filled in. */
function words(key, values = {}) {
  const text = strings[language][key] ?? strings.en[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** An element; strings become text, never markup. */
function element(name, attributes = {}, ...children) {
  const svg = ["svg", "line", "path", "circle", "rect", "text", "title", "g"].includes(name);
  const made = svg ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== null) made.setAttribute(key, value);
  made.append(...children.filter((child) => child !== null && child !== undefined).map((child) => (child instanceof Node ? child : String(child))));
  return made;
}

const percent = (value) => (value === null || value === undefined ? "–" : (100 * value).toFixed(1));
const plain = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(1));
const range = (low, high) => (low === null ? "" : `${percent(low)} – ${percent(high)}`);
const milliseconds = (value) => (value === null ? "–" : value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString("en"));
const figure = (slice, name) => slice.figures.find((item) => item.measure === name);

function drawHeadline() {
  const whole = evaluation.slices[0];
  const tiles = HEADLINE.map((name) => figure(whole, name)).filter((item) => item && item.denominator).map((item) =>
    element("div", { class: item.measure === "Right" ? "tile first" : "tile" },
      element("div", { class: "name" }, words(`name.${item.measure}`)),
      element("div", { class: "value" }, percent(item.value), element("small", {}, "%")),
      element("div", { class: "range" }, range(item.low, item.high) || `${plain(item.numerator)}/${plain(item.denominator)}`)));
  const { p50, p95 } = evaluation.latency;
  tiles.push(element("div", { class: "tile" },
    element("div", { class: "name" }, words("latency_median")),
    element("div", { class: "value" }, milliseconds(p50), element("small", {}, "ms")),
    element("div", { class: "range" }, `95%: ${milliseconds(p95)} ms`)));
  document.getElementById("headline").replaceChildren(...tiles);
}

function drawGates() {
  const section = document.getElementById("gates");
  section.hidden = evaluation.gates.length === 0;
  section.querySelector("ul").replaceChildren(...evaluation.gates.map((gate) =>
    element("li", {},
      element("span", { class: gate.passed ? "chip good" : "chip bad" }, words(gate.passed ? "gate_met" : "gate_missed")), " ",
      `${sliceName(gate.slice)} · ${words(`name.${gate.measure}`)}: ${percent(gate.value)} `,
      element("span", { class: "lower" }, `(${words(gate.better === "lower" ? "gate_at_most" : "gate_needs")} ${percent(gate.threshold)})`))));
}

/** A value on a track from 0 to 1 with its interval. */
function intervalPlot(item) {
  const at = (share) => `${2 + 96 * share}%`;
  const line = (from, to, attributes) => element("line", { x1: at(from), x2: at(to), y1: 9, y2: 9, "stroke-width": 6, ...attributes });
  const parts = [line(0, 1, { stroke: "var(--track)", "stroke-linecap": "round" })];
  if (item.low !== null) parts.push(line(item.low, item.high, { stroke: "var(--bar)", "stroke-opacity": .35 }));
  if (item.value !== null) parts.push(element("circle", { class: "dot", cx: at(item.value), cy: 9, r: 5 }));
  return element("svg", { "aria-hidden": "true" }, ...parts);
}

function drawTotals() {
  const heading = element("tr", {}, element("th", {}, words("measure")), element("th", {}, "%"), element("th", {}, words("interval")), element("th", { class: "plot" }, ""), element("th", {}, words("of")));
  const rows = evaluation.slices[0].figures.filter((item) => item.denominator).map((item) =>
    element("tr", {},
      element("td", {}, words(`name.${item.measure}`), item.better === "lower" ? element("span", { class: "lower" }, ` ${words("lower_better")}`) : null),
      element("td", {}, percent(item.value)),
      element("td", {}, range(item.low, item.high)),
      element("td", { class: "plot" }, intervalPlot(item)),
      element("td", {}, `${plain(item.numerator)}/${plain(item.denominator)}`)));
  document.getElementById("totals").replaceChildren(element("thead", {}, heading), element("tbody", {}, ...rows));
}

function sliceName(name) {
  return name === "all" ? words("all") : words(name);
}

function drawSlices() {
  const heading = element("tr", {}, element("th", {}, words("slice")), element("th", {}, words("n")), ...BY_SLICE.map((name) => element("th", {}, words(`name.${name}`))), element("th", { class: "plot" }, words("name.Right")));
  let previous = "all";
  const rows = evaluation.slices.map((slice) => {
    const kind = slice.name.split(".")[0];
    const row = element("tr", { class: kind === previous ? null : "group" },
      element("td", {}, sliceName(slice.name)), element("td", {}, slice.cases),
      ...BY_SLICE.map((name) => element("td", {}, percent(figure(slice, name).value))),
      element("td", { class: "plot" }, intervalPlot(figure(slice, "Right"))));
    previous = kind;
    return row;
  });
  document.getElementById("slices").replaceChildren(element("thead", {}, heading), element("tbody", {}, ...rows));
}

function drawRisk() {
  const place = document.getElementById("risk");
  if (!evaluation.risk.length) { place.replaceChildren(words("no_curve")); return; }
  const [left, right, top, bottom] = [54, 460, 30, 214];
  const ceiling = Math.min(1, Math.max(.1, Math.ceil(Math.max(...evaluation.risk.map((point) => point.risk)) * 12) / 10));
  const x = (share) => left + (right - left) * share;
  const y = (share) => bottom - (bottom - top) * (share / ceiling);
  const parts = [];
  for (const tick of [0, .25, .5, .75, 1]) parts.push(element("text", { x: x(tick), y: bottom + 18, "text-anchor": "middle" }, `${100 * tick}%`));
  for (const tick of [0, ceiling / 2, ceiling]) parts.push(
    element("line", { class: "axis", x1: left, x2: right, y1: y(tick), y2: y(tick) }),
    element("text", { x: left - 8, y: y(tick) + 4, "text-anchor": "end" }, `${Math.round(1000 * tick) / 10}%`));
  parts.push(element("line", { class: "limit", x1: x(evaluation.answerable), x2: x(evaluation.answerable), y1: top, y2: bottom }));
  parts.push(element("path", { class: "curve", d: evaluation.risk.map((point, at) => `${at ? "L" : "M"}${x(point.coverage)} ${y(point.risk)}`).join("") }));
  if (evaluation.risk.length < 30) for (const point of evaluation.risk) parts.push(
    element("circle", { class: "dot", cx: x(point.coverage), cy: y(point.risk), r: 5 }, element("title", {}, `${percent(point.coverage)}% · ${percent(point.risk)}%`)));
  const last = evaluation.risk[evaluation.risk.length - 1];
  parts.push(element("text", { class: "value", x: x(last.coverage) - 10, y: Math.max(top + 12, y(last.risk) - 12), "text-anchor": "end" }, `${percent(last.coverage)}% · ${percent(last.risk)}%`));
  parts.push(element("text", { x: right, y: bottom + 40, "text-anchor": "end" }, words("coverage")), element("text", { x: 4, y: 14 }, words("risk")));
  place.replaceChildren(element("svg", { viewBox: "0 0 490 260", role: "img", "aria-label": words("risk_coverage") }, ...parts));
}

function drawLatency() {
  const { bins, p50, p95, max, turns } = evaluation.latency;
  document.getElementById("latency-note").textContent = words("latency_note", { turns, p50: milliseconds(p50), p95: milliseconds(p95), max: milliseconds(max) });
  const [left, right, top, bottom] = [10, 462, 24, 214];
  const most = Math.max(1, ...bins.map((bin) => bin.count));
  const width = (right - left) / Math.max(1, bins.length);
  const parts = [element("line", { class: "axis", x1: left, x2: right, y1: bottom, y2: bottom })];
  bins.forEach((bin, at) => {
    const height = (bottom - top) * (bin.count / most);
    const middle = left + width * (at + .5);
    parts.push(element("rect", { class: "bar", x: middle - width * .4, y: bottom - height, width: width * .8, height, rx: 3 },
      element("title", {}, `${bin.from}–${bin.to} ms: ${bin.count}`)));
    if (bin.count) parts.push(element("text", { class: "value", x: middle, y: bottom - height - 6, "text-anchor": "middle" }, bin.count));
    parts.push(element("text", { x: left + width * (at + 1), y: bottom + 18, "text-anchor": "middle" }, bin.to >= 1000 ? `${bin.to / 1000} s` : bin.to));
  });
  parts.push(element("text", { x: right, y: bottom + 40, "text-anchor": "end" }, "ms"));
  document.getElementById("latency").replaceChildren(element("svg", { viewBox: "0 0 490 260", role: "img", "aria-label": words("latency") }, ...parts));
}

function option(name, choices) {
  const select = element("select", { name }, ...choices.map(([value, text]) => element("option", { value }, text)));
  select.value = filters[name];
  return element("label", {}, words(`filter_${name}`), select);
}

function drawFilters() {
  const present = (key) => [...new Set(evaluation.cases.map((item) => item[key]).filter(Boolean))];
  const any = ["", words("any")];
  const search = element("input", { name: "search", type: "search", autocomplete: "off" });
  search.value = filters.search;
  document.getElementById("filters").replaceChildren(
    element("label", {}, words("filter_search"), search),
    option("show", [["wrong", words("show_wrong")], ["right", words("show_right")], any]),
    option("type", [any, ...present("type").map((kind) => [kind, words(`type.${kind}`)])]),
    option("lang", [any, ...present("lang").map((kind) => [kind, words(`lang.${kind}`)])]),
    option("cause", [any, ...[...new Set(evaluation.cases.flatMap((item) => item.causes))].map((kind) => [kind, words(`cause.${kind}`)])]),
    option("split", [any, ...present("split").map((kind) => [kind, words(`split.${kind}`)])]));
}

function matches(item) {
  if (filters.show && item.right !== (filters.show === "right")) return false;
  if (filters.type && item.type !== filters.type) return false;
  if (filters.lang && item.lang !== filters.lang) return false;
  if (filters.split && item.split !== filters.split) return false;
  if (filters.cause && !item.causes.includes(filters.cause)) return false;
  return !filters.search || JSON.stringify(item).toLowerCase().includes(filters.search.toLowerCase());
}

function alternatives(strings) {
  return strings.flatMap((text, at) => (at ? [element("span", { class: "or" }, words("or")), text] : [text]));
}

function goldSide(item) {
  const unmet = item.unmet.map((group) => JSON.stringify(group));
  const parts = [element("h3", {}, words("gold")), element("span", { class: "chip" }, words(`status.${item.status}`))];
  if (item.must.length) parts.push(element("h4", {}, words("must")), element("ul", { class: "marks" },
    ...item.must.map((group) => element("li", { class: unmet.includes(JSON.stringify(group)) ? "unmet" : "met" }, ...alternatives(group)))));
  if (item.must_not.length) parts.push(element("h4", {}, words("must_not")), element("ul", { class: "marks" },
    ...item.must_not.map((text) => element("li", { class: item.forbidden.includes(text) ? "unmet" : "met" }, text))));
  if (item.evidence.length) parts.push(element("h4", {}, words("evidence")), ...item.evidence.map((piece, at) => {
    const missed = item.uncited.includes(at);
    return element("blockquote", { class: missed ? "unmet" : "met" },
      element("span", { class: "source" }, `${at + 1}. ${piece.doc}`, element("span", { class: missed ? "verdict-bad" : "verdict-good" }, words(missed ? "not_cited" : "cited"))),
      piece.quote);
  }));
  return element("div", {}, ...parts);
}

function answerSide(item) {
  const { status, text, standalone_question: standalone, missing, citations } = item.answer;
  const parts = [element("h3", {}, words("answer"))];
  if (item.error) parts.push(element("p", { class: "error" }, item.error));
  else parts.push(element("span", { class: status === item.status ? "chip good" : "chip bad" }, words(`status.${status}`)));
  if (text) parts.push(element("p", { class: "answer" }, text));
  if (standalone && standalone !== item.turns[item.turns.length - 1]) parts.push(element("h4", {}, words("standalone")), standalone);
  if (missing.length) parts.push(element("h4", {}, words("missing")), missing.join(", "));
  parts.push(element("h4", {}, words("citations")));
  if (!citations.length) parts.push(element("span", { class: "lower" }, words("no_citations")));
  for (const citation of citations) {
    const good = citation.verbatim && citation.supports.length;
    parts.push(element("blockquote", { class: good ? "met" : item.status === "not_found" || !citation.verbatim ? "unmet" : null },
      element("span", { class: "source" },
        [citation.document_id, ...citation.section].join(" › "),
        element("span", { class: citation.verbatim ? "verdict-good" : "verdict-bad" }, words(citation.verbatim ? "verbatim" : "not_verbatim")),
        element("span", { class: citation.supports.length ? "verdict-good" : null },
          citation.supports.length ? words("supports", { n: citation.supports.map((at) => at + 1).join(", ") }) : words("supports_none"))),
      citation.quote));
  }
  return element("div", {}, ...parts);
}

function caseCard(item) {
  const earlier = item.turns.slice(0, -1);
  return element("article", { class: "case", id: `case-${item.id}` },
    element("div", { class: "meta" },
      element("a", { class: "id", href: `#case-${item.id}` }, item.id),
      element("span", { class: "chip" }, words(`type.${item.type}`)),
      element("span", { class: "chip" }, words(`lang.${item.lang}`)),
      ...item.causes.map((cause) => element("span", { class: "chip bad" }, words(`cause.${cause}`))),
      item.right ? element("span", { class: "chip good" }, words("name.Right")) : null,
      element("span", {}, `${milliseconds(item.latencies_ms[item.latencies_ms.length - 1] ?? null)} ms`)),
    earlier.length ? element("ul", { class: "earlier" }, ...earlier.map((turn) => element("li", {}, turn))) : null,
    element("p", { class: "question" }, item.turns[item.turns.length - 1]),
    element("div", { class: "sides" }, goldSide(item), answerSide(item)));
}

function drawCases() {
  const found = evaluation.cases.filter(matches);
  document.getElementById("count").textContent = words("count", { shown: found.length, total: evaluation.cases.length });
  document.getElementById("hidden-note").textContent = evaluation.hidden ? words("hidden_note", { hidden: evaluation.hidden }) : "";
  const cards = found.slice(0, shown).map(caseCard);
  const spotless = filters.show === "wrong" && !evaluation.cases.some((item) => !item.right);
  if (!found.length) cards.push(element("p", { class: "note" }, words(spotless ? "spotless" : "nothing")));
  if (found.length > shown) {
    const more = element("button", { type: "button", class: "more" }, words("show_more", { n: Math.min(PAGE, found.length - shown) }));
    more.addEventListener("click", () => { shown += PAGE; drawCases(); });
    cards.push(more);
  }
  document.getElementById("list").replaceChildren(...cards);
}

function drawDefinitions() {
  document.getElementById("definitions").replaceChildren(...evaluation.measures.flatMap((measure) => [
    element("dt", {}, words(`name.${measure.name}`), language === "zh" ? element("span", { class: "lower" }, ` ${measure.name}`) : null),
    element("dd", {}, strings[language][`definition.${measure.name}`] ?? measure.definition, element("small", {}, `${words("source")}: ${words(measure.source)}`))]));
  document.getElementById("about").replaceChildren(...Object.entries(evaluation.about).filter(([, value]) => value !== null).flatMap(([key, value]) => [
    element("dt", {}, key), element("dd", {}, value)]));
}

function draw() {
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  document.title = words("title");
  for (const place of document.querySelectorAll("[data-text]")) place.textContent = words(place.dataset.text);
  for (const button of document.querySelectorAll("[data-language]")) button.setAttribute("aria-pressed", String(button.dataset.language === language));
  document.getElementById("run").textContent = words("run_line", { ...evaluation.about, started: (evaluation.about.started || "").replace("T", " ").slice(0, 16) });
  for (const step of [drawHeadline, drawGates, drawTotals, drawSlices, drawRisk, drawLatency, drawFilters, drawCases, drawDefinitions]) step();
}

document.querySelector(".languages").addEventListener("click", (event) => {
  const chosen = event.target.closest("[data-language]");
  if (!chosen) return;
  language = chosen.dataset.language;
  draw();
});
document.getElementById("filters").addEventListener("input", (event) => {
  filters[event.target.name] = event.target.value;
  shown = PAGE;
  drawCases();
});
document.getElementById("filters").addEventListener("submit", (event) => event.preventDefault());
draw();
