// Results of a query: rows as a table with links to pages, anything else as the text that it is.
import { make } from "../dom";

export interface Term {
  type: string;
  value: string;
  datatype?: string;
  "xml:lang"?: string;
}

interface Rows {
  head: { vars?: string[] };
  boolean?: boolean;
  results?: { bindings: Record<string, Term>[] };
}

export const MOST_ROWS = 1000;

export function readRows(text: string): Rows | null {
  try {
    const found = JSON.parse(text) as Rows;
    return found.results || typeof found.boolean === "boolean" ? found : null;
  } catch {
    return null;
  }
}

export function describe(rows: Rows, seconds: number): string {
  if (typeof rows.boolean === "boolean") return rows.boolean ? "Yes: something matches." : "No: nothing matches.";
  const count = rows.results?.bindings.length ?? 0;
  const shown = count > MOST_ROWS ? ` The first ${MOST_ROWS} are shown; the downloads have them all.` : "";
  if (!count) return `No rows, in ${seconds.toFixed(2)} s. What is reported, planned or denied answers only where the query names its graph.`;
  return `${count} ${count === 1 ? "row" : "rows"} in ${seconds.toFixed(2)} s.${shown}`;
}

export function tableOf(rows: Rows, base: string): HTMLElement {
  const names = rows.head.vars ?? [];
  const head = make("tr", {}, ...names.map((name) => make("th", { scope: "col" }, name)));
  const body = (rows.results?.bindings ?? []).slice(0, MOST_ROWS).map((row) => make("tr", {}, ...names.map((name) => cellOf(row[name], base))));
  const table = make("table", {}, make("thead", {}, head), make("tbody", {}, ...body));
  return make("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": "Results, a table" }, table);
}

export function cellOf(term: Term | undefined, base: string): HTMLElement {
  if (!term) return make("td", {});
  if (term.type !== "uri") return make("td", term["xml:lang"] ? { lang: term["xml:lang"] } : {}, term.value);
  // Only our own things have a page here; a foreign address stays text, since nothing is loaded from elsewhere.
  if (!term.value.startsWith(base)) return make("td", {}, make("code", {}, term.value));
  const path = term.value.slice(base.length);
  return make("td", {}, make("a", { href: `/id/${path.split("/").map(encodeURIComponent).join("/")}` }, path));
}
