// The SPARQL page: the editor, running a query, and its results as a table or raw.
import { Refused, request } from "../api";
import { find, make } from "../dom";
import { openEditor } from "./editor";
import { describe, readRows, tableOf } from "./results";

const field = find<HTMLTextAreaElement>("#query");
const status = find("#result-status");
const result = find("#result");
const tools = find("#result-tools");
const prefixes = [...document.querySelectorAll<HTMLElement>("[data-prefix]")].map((element) => `${element.dataset["prefix"]}:`);
const base = find("#results").dataset["base"] ?? "";
const given = new URLSearchParams(location.search).get("query");
let terms: readonly string[] = prefixes;
let last: { query: string; text: string; rows: ReturnType<typeof readRows> } | undefined;

if (given) field.value = given;
const editor = openEditor(field, () => terms, () => void run());

function setQuery(text: string): void {
  editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
}

async function run(): Promise<void> {
  const query = field.value;
  status.textContent = "Running …";
  const started = performance.now();
  try {
    const response = await request("/sparql", {
      method: "POST",
      body: new URLSearchParams({ query }),
      headers: { Accept: "application/sparql-results+json, text/turtle;q=0.9" },
    });
    const text = await response.text();
    last = { query, text, rows: readRows(text) };
    const seconds = (performance.now() - started) / 1000;
    status.textContent = last.rows ? describe(last.rows, seconds) : `A graph, in ${seconds.toFixed(2)} s.`;
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
  const asTable = find<HTMLInputElement>('input[name="view"][value="table"]').checked;
  if (asTable && last.rows?.results?.bindings.length === 0) result.replaceChildren();
  else if (asTable && last.rows?.results) result.replaceChildren(tableOf(last.rows, base));
  else result.replaceChildren(make("pre", { tabindex: "0", role: "region", "aria-label": "Results, raw" }, make("code", {}, pretty(last.text))));
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

void learnTerms().catch(() => undefined);
if (given) void run();
