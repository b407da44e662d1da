// The SPARQL page: the editor, running a query, and its results as a table, as a drawing, or raw.
import { Refused, request } from "../api";
import { find, make, wake } from "../dom";
import type { Drawing } from "../graph/drawing";
import { openEditor } from "./editor";
import { describe, MOST_ROWS, readRows, tableOf } from "./results";
import { networkOf, readTriples, tableOfTriples, type Triple } from "./triples";

/** Above this a drawing says nothing any more. */
const MOST_NODES = 200;

const field = find<HTMLTextAreaElement>("#query");
const status = find("#result-status");
const result = find("#result");
const tools = find("#result-tools");
const prefixes = [...document.querySelectorAll<HTMLElement>("[data-prefix]")].map((element) => `${element.dataset["prefix"]}:`);
const base = find("#results").dataset["base"] ?? "";
const given = new URLSearchParams(location.search).get("query");
let terms: readonly string[] = prefixes;
let last: { query: string; text: string; rows: ReturnType<typeof readRows>; triples: Triple[] } | undefined;
let drawing: Drawing | undefined;

if (given) field.value = given;
const editor = openEditor(field, () => terms, () => void run());

function setQuery(text: string): void {
  editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
}

function ask(query: string, accept: string): Promise<Response> {
  return request("/sparql", { method: "POST", body: new URLSearchParams({ query }), headers: { Accept: accept } });
}

function chosen(view: string): HTMLInputElement {
  return find<HTMLInputElement>(`input[name="view"][value="${view}"]`);
}

async function run(): Promise<void> {
  const query = field.value;
  status.textContent = "Running …";
  const started = performance.now();
  try {
    const text = await (await ask(query, "application/sparql-results+json, text/turtle;q=0.9")).text();
    const rows = readRows(text);
    const triples = rows ? [] : readTriples(await (await ask(query, "application/ld+json")).text());
    last = { query, text, rows, triples };
    const seconds = (performance.now() - started) / 1000;
    status.textContent = rows ? describe(rows, seconds) : describeGraph(triples, seconds);
    find("#as-graph").hidden = rows !== null;
    if (rows && chosen("graph").checked) chosen("table").checked = true;
    tools.hidden = false;
    history.replaceState(null, "", address(query));
    showDownloads(last.rows ? ["csv", "tsv", "json", "xml"] : ["turtle", "ntriples", "jsonld", "rdfxml"]);
    show();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    last = undefined;
    tools.hidden = true;
    result.replaceChildren();
    status.textContent = error.message;
  }
}

function address(query: string): string {
  return `?${new URLSearchParams({ query })}`;
}

function show(): void {
  if (!last) return;
  const { rows, triples } = last;
  const asTable = chosen("table").checked;
  if (chosen("graph").checked) void showDrawing(triples);
  else if (asTable && rows?.results) result.replaceChildren(...(rows.results.bindings.length ? [tableOf(rows, base)] : []));
  else if (asTable && !rows) result.replaceChildren(...(triples.length ? [tableOfTriples(triples, base)] : []));
  else result.replaceChildren(make("pre", { tabindex: "0", role: "region", "aria-label": "Results, raw" }, make("code", {}, pretty(last.text))));
}

function describeGraph(triples: readonly Triple[], seconds: number): string {
  const most = triples.length > MOST_ROWS ? ` The table has the first ${MOST_ROWS}; the downloads have them all.` : "";
  return `A graph of ${triples.length} ${triples.length === 1 ? "statement" : "statements"}, in ${seconds.toFixed(2)} s.${most}`;
}

/** What draws is large, so that it is fetched only when somebody wants to look. */
async function showDrawing(triples: readonly Triple[]): Promise<void> {
  const { Drawing } = await import("../graph/drawing");
  if (!chosen("graph").checked || last?.triples !== triples) return;
  const canvas = make("div", { class: "canvas __________cytoscape_container", role: "img", "aria-label": "The statements as a drawing; the table says the same" });
  const { nodes, links, left } = networkOf(triples, MOST_NODES);
  const button = (text: string, label: string, work: () => void) => {
    const made = make("button", { type: "button", class: "small", "aria-label": label }, text);
    made.addEventListener("click", work);
    return made;
  };
  const tools = make("div", { class: "toolbar" },
    button("+", "Zoom in", () => drawing?.zoom(1.3)), button("−", "Zoom out", () => drawing?.zoom(1 / 1.3)), button("Fit", "Fit", () => drawing?.fit()));
  const note = left ? [make("p", { class: "advice" }, `${left} statements are left out: ${MOST_NODES} nodes are drawn at most. The table goes on.`)] : [];
  result.replaceChildren(...note, make("div", { class: "stage" }, tools, canvas));
  drawing = new Drawing(canvas, () => undefined, () => undefined);
  drawing.show(nodes, links, null);
  drawing.arrange();
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function showDownloads(formats: readonly string[]): void {
  const query = field.value;
  const links = formats.map((format) => make("a", { href: `/sparql?${new URLSearchParams({ query, format })}`, download: `results.${format}` }, format));
  find("#downloads").replaceChildren("Download as ", ...links.flatMap((link) => [link, " "]));
}

find("#query-form").addEventListener("submit", (event) => {
  event.preventDefault();
  void run();
});
find<HTMLSelectElement>("#example").addEventListener("change", (event) => {
  const { value } = event.target as HTMLSelectElement;
  if (value) {
    setQuery(value);
    void run();
  }
});
for (const choice of document.querySelectorAll<HTMLInputElement>('input[name="view"]')) choice.addEventListener("change", show);

const copy = find<HTMLButtonElement>("#copy-link");
if (navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(new URL(address(field.value), location.href).href);
    copy.textContent = "Copied";
    setTimeout(() => (copy.textContent = "Copy a link to this query"), 2000);
  });
}

/** The ontology's own terms, for completion; without them the editor still works. */
async function learnTerms(): Promise<void> {
  const query = "SELECT DISTINCT ?term { { ?s ?term ?o } UNION { ?s a ?term } }";
  const response = await request("/sparql", { method: "POST", body: new URLSearchParams({ query }), headers: { Accept: "application/sparql-results+json" } });
  const rows = readRows(await response.text());
  const named = [...document.querySelectorAll<HTMLElement>("[data-prefix]")].map((element) => [element.dataset["prefix"] ?? "", element.nextElementSibling?.textContent ?? ""] as const);
  const found = (rows?.results?.bindings ?? []).flatMap(({ term }) => {
    const prefix = named.find(([, iri]) => term?.value.startsWith(iri));
    return term && prefix ? [`${prefix[0]}:${term.value.slice(prefix[1].length)}`] : [];
  });
  terms = [...prefixes, ...found.sort()];
}

wake();
void learnTerms().catch(() => undefined);
if (given) void run();
