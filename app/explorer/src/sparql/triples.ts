// Statements that a query made: read from expanded JSON-LD, told as a table, and as what can be drawn.
import { make } from "../dom";
import type { NetworkLink, NetworkNode } from "../graph/model";
import { cellOf, MOST_ROWS, type Term } from "./results";

export interface Triple {
  subject: Term;
  predicate: Term;
  object: Term;
}

interface Value {
  "@id"?: string;
  "@value"?: unknown;
  "@language"?: string;
}

type Node = { "@id": string } & Record<string, string | (Value | string)[]>;

const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const NAMES = new Set(["http://www.w3.org/2004/02/skos/core#prefLabel", "http://www.w3.org/2000/01/rdf-schema#label"]);
const WRITTEN = new Set([...NAMES, TYPE]);
const LONGEST = 60;
const ALWAYS = { first: null, last: null };
const NEVER_SAID = { earliest: null, latest: null };

const named = (id: string): Term => ({ type: id.startsWith("_:") ? "bnode" : "uri", value: id });

export function readTriples(text: string): Triple[] {
  return (JSON.parse(text) as Node[]).flatMap((node) => Object.entries(node).flatMap(([key, values]) =>
    typeof values === "string" ? [] : values.map((value) => ({ subject: named(node["@id"]), predicate: named(key === "@type" ? TYPE : key), object: termOf(value) }))));
}

function termOf(value: Value | string): Term {
  if (typeof value === "string") return named(value);
  if (value["@id"] !== undefined) return named(value["@id"]);
  const literal = { type: "literal", value: String(value["@value"]) };
  return value["@language"] ? { ...literal, "xml:lang": value["@language"] } : literal;
}

export function tableOfTriples(triples: readonly Triple[], base: string): HTMLElement {
  const head = make("tr", {}, ...["subject", "predicate", "object"].map((name) => make("th", { scope: "col" }, name)));
  const body = triples.slice(0, MOST_ROWS).map(({ subject, predicate, object }) => make("tr", {}, ...[subject, predicate, object].map((term) => cellOf(term, base))));
  const table = make("table", {}, make("thead", {}, head), make("tbody", {}, ...body));
  return make("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": "Results, a table" }, table);
}

/** Nodes and lines of the first statements; a name, or without one a class, is written on what has it, and is no node of its own. */
export function networkOf(triples: readonly Triple[], most: number): { nodes: NetworkNode[]; links: NetworkLink[]; left: number } {
  const names = new Map(triples.filter(({ predicate }) => NAMES.has(predicate.value)).map(({ subject, object }) => [subject.value, object.value]));
  const types = new Map(triples.filter(({ predicate }) => predicate.value === TYPE).map(({ subject, object }) => [subject.value, short(object.value)]));
  const nodes = new Map<string, NetworkNode>();
  const links: NetworkLink[] = [];
  let left = 0;
  const node = (term: Term): NetworkNode | undefined => {
    const id = `${term.type} ${term.value}`;
    const known = nodes.get(id);
    if (known || nodes.size >= most) return known;
    const made: NetworkNode = {
      id, label: term.type === "literal" ? cut(term.value) : (names.get(term.value) ?? types.get(term.value) ?? short(term.value)),
      kind: term.type === "literal" ? "value" : "entity", type: types.get(term.value) ?? "", degree: 0,
    };
    nodes.set(id, made);
    return made;
  };
  for (const { subject, predicate, object } of triples) {
    const source = node(subject);
    const target = WRITTEN.has(predicate.value) ? source : node(object);
    if (!source || !target) left += 1;
    else if (!WRITTEN.has(predicate.value)) {
      source.degree += 1;
      target.degree += 1;
      links.push(lineOf(`line ${links.length}`, source, target, short(predicate.value)));
    }
  }
  return { nodes: [...nodes.values()], links, left };
}

function lineOf(id: string, source: NetworkNode, target: NetworkNode, label: string): NetworkLink {
  const time = { text: [], start: NEVER_SAID, end: NEVER_SAID, date: NEVER_SAID, announced: NEVER_SAID, duration: null, ended: false };
  return { id, fact: id, source: source.id, target: target.id, label, detail: null, type: "", status: "asserted", realised: true, symmetric: false, articles: 0, time, spell: { possibly: ALWAYS, surely: null } };
}

/** What comes after the last `#` or `/`. */
function short(iri: string): string {
  return cut(iri.split(/[#/]/).filter(Boolean).at(-1) ?? iri);
}

function cut(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
