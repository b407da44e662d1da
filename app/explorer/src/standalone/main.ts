// The page that is exported: the explorer's graph without a server, on the data that the page brings along.
import { find, wake } from "../dom";
import { Drawing, fitting, MANY } from "../graph/drawing";
import { Legend } from "../graph/legend";
import { countFacts, isShown, statusOf, type NetworkLink, type NetworkNode } from "../graph/model";
import { Panel, type Source } from "../graph/panel";
import { Slider } from "../graph/slider";
import { Table } from "../graph/table";
import { Graph } from "./data";

const MOST = 200;

const graph = new Graph();
const status = find("#graph-status");
const shownNodes = new Map<string, NetworkNode>();
let centre: string | null = null;

const source: Source = {
  fact: (id) => {
    const link = [...graph.links.values()].find(({ fact }) => fact === id);
    return Promise.resolve({ label: link ? wording(link) : id, status: link ? statusOf(link) : "asserted", evidence: graph.quotes.get(id) ?? [] });
  },
  articles: () => Promise.resolve(graph.articles),
  pageOf: () => null,
  // An article may come from anywhere; only an address of the web is one to go to.
  placeOf: (article) => {
    const url = graph.articles.get(article?.id ?? "")?.url ?? "";
    return /^https?:\/\//i.test(url) ? url : null;
  },
};

const panel = new Panel(source);
const table = new Table(selectNode, selectLink);
const legend = new Legend(refresh, null, false);
const slider = new Slider(null, refresh);
const drawing = new Drawing(find("#canvas"), (kind, id) => {
  if (kind === "node") selectNode(id);
  else if (kind === "link") selectLink(id);
  else selectNothing();
}, expand);

function nameOf(id: string): string {
  return graph.nodes.get(id)?.label ?? id;
}

function wording({ source: from, label, detail, target: to }: NetworkLink): string {
  return `${nameOf(from)} ${label} ${nameOf(to)}${detail ? `: ${detail}` : ""}`;
}

function show(ids: readonly string[], around: string | null): void {
  centre = around;
  shownNodes.clear();
  take(ids);
  draw(false);
  if (around) selectNode(around);
  else panel.hint();
}

function take(ids: readonly string[]): void {
  for (const id of ids) {
    const node = graph.nodes.get(id);
    if (node && shownNodes.size < MOST) shownNodes.set(id, node);
  }
}

function links(): NetworkLink[] {
  return [...graph.links.values()].filter((link) => shownNodes.has(link.source) && shownNodes.has(link.target));
}

function draw(around: boolean): void {
  drawing.show([...shownNodes.values()], links(), centre);
  drawing.arrange(around);
  refresh();
}

/** Applies filters and day to what is there. */
function refresh(): void {
  const all = links();
  legend.update([...shownNodes.values()], all);
  const filter = { hiddenTypes: legend.hiddenTypes, hiddenStatuses: legend.hiddenStatuses };
  slider.update(all.filter((link) => isShown(link, shownNodes, { ...filter, day: null })));
  const visible = all.filter((link) => isShown(link, shownNodes, { ...filter, day: slider.day }));
  const ends = new Set(visible.flatMap((link) => [link.source, link.target]));
  if (centre) ends.add(centre);
  drawing.restrict(ends, new Set(visible.map((link) => link.id)));
  table.update(visible, shownNodes);
  const facts = countFacts(visible);
  find("#day-count").textContent = slider.day ? `${facts} ${facts === 1 ? "fact holds" : "facts hold"}, surely or possibly` : "";
  const more = graph.best(graph.nodes.size).length - shownNodes.size;
  status.textContent = shownNodes.size
    ? `${ends.size} names and ${facts} facts, ${centre ? `around ${nameOf(centre)}` : "the best connected"}.${more > 0 ? ` ${more} more are in this file: look around one of them, or expand a node.` : ""}${ends.size > MANY ? " Zooming in brings out all names." : ""}`
    : "There are no facts in this file.";
}

function selectNode(id: string): void {
  const node = graph.nodes.get(id);
  if (!node) return;
  drawing.select(id);
  table.select("");
  const own = links().filter((link) => link.source === id || link.target === id);
  if (node.kind === "event" && own[0]) void panel.fact(own[0].fact);
  else panel.node(node, own, nameOf, { expand: () => expand(id), centre: () => show(graph.near(id, 1, MOST), id), open: selectLink });
}

function selectLink(id: string): void {
  const link = graph.links.get(id);
  if (!link) return;
  drawing.select(id);
  table.select(id);
  void panel.fact(link.fact);
}

function selectNothing(): void {
  drawing.select("");
  table.select("");
  panel.hint();
}

function expand(id: string): void {
  take(graph.near(id, 1, MOST));
  draw(true);
  selectNode(id);
}

find("#root-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const asked = find<HTMLInputElement>("#root").value.trim();
  const node = asked ? graph.named(asked) : undefined;
  if (node) show(graph.near(node.id, Number(find<HTMLSelectElement>("#depth").value), MOST), node.id);
  else if (asked) status.textContent = `There is no “${asked}” in this file.`;
  else start();
});
find("#zoom-in").addEventListener("click", () => drawing.zoom(1.3));
find("#zoom-out").addEventListener("click", () => drawing.zoom(1 / 1.3));
find("#fit").addEventListener("click", () => drawing.fit());
find("#arrange").addEventListener("click", () => drawing.arrange());
wake();

/** As much as can be read at first: the nearest to the root, or the best connected. */
function start(): void {
  const few = fitting(find("#canvas"));
  if (graph.root) show(graph.near(graph.root, graph.nodes.size, few), graph.root);
  else show(graph.best(few), null);
}

start();
