// The graph page: what the address asks for is fetched, drawn, filtered, and told again as a table.
import { get, Refused } from "../api";
import { find, wake } from "../dom";
import { Drawing, fitting, MANY } from "./drawing";
import { Legend } from "./legend";
import { countFacts, isShown, type FoundPath, type Network, type NetworkLink, type NetworkNode } from "./model";
import { Panel } from "./panel";
import { Slider } from "./slider";
import { Table } from "./table";

const INCLUDE = "disputed,reported,planned,possible";

const most = Number(find("#graph").dataset["most"]);
const status = find("#graph-status");
const address = new URLSearchParams(location.search);
const nodes = new Map<string, NetworkNode>();
const links = new Map<string, NetworkLink>();
let root: string | null = null;
let total = 0;
let included = address.get("include") === "all";

const panel = new Panel();
const table = new Table(selectNode, selectLink);
const legend = new Legend(refresh, async (now) => {
  included = now;
  remember({ include: now ? "all" : null });
  await load();
}, included);
const slider = new Slider(address.get("as_of"), (day) => {
  remember({ as_of: day });
  refresh();
});
const drawing = new Drawing(find("#canvas"), (kind, id) => {
  if (kind === "node") selectNode(id);
  else if (kind === "link") selectLink(id);
  else selectNothing();
}, expand);

/** The address holds the state, so that it can be kept, sent and gone back to. */
function remember(changes: Record<string, string | null>): void {
  for (const [name, value] of Object.entries(changes)) {
    if (value) address.set(name, value);
    else address.delete(name);
  }
  history.replaceState(null, "", address.size ? `?${address}` : location.pathname);
}

function ask(query: Record<string, string>): Promise<Network> {
  return get<Network>("/network", { include: included ? INCLUDE : "", limit: String(most), ...query });
}

async function load(): Promise<void> {
  await attempt(async () => {
    const wanted = address.get("root");
    const found = await ask(wanted ? { root: wanted, depth: address.get("depth") ?? "1" } : { limit: String(fitting(find("#canvas"))) });
    nodes.clear();
    links.clear();
    ({ root, total } = found);
    take(found);
    draw(false);
    fillForm();
    const chosen = address.get("selected");
    if (chosen && nodes.has(chosen)) selectNode(chosen);
    else if (chosen && links.has(chosen)) selectLink(chosen);
    else if (root) selectNode(root);
    else panel.hint();
  });
}

function take(found: Network): void {
  for (const node of found.nodes) if (nodes.has(node.id) || nodes.size < most) nodes.set(node.id, node);
  for (const link of found.links) if (nodes.has(link.source) && nodes.has(link.target)) links.set(link.id, worded(link));
}

/** The line to a fact that is drawn as a node says what the other end is of it. */
function worded(link: NetworkLink): NetworkLink {
  return nodes.get(link.target)?.kind === "event" ? { ...link, label: `${link.label} of` } : link;
}

function draw(around: boolean): void {
  drawing.show([...nodes.values()], [...links.values()], root);
  drawing.arrange(around);
  refresh();
}

/** Applies filters and day to what is there. */
function refresh(): void {
  const all = [...links.values()];
  legend.update([...nodes.values()], all);
  const filter = { hiddenTypes: legend.hiddenTypes, hiddenStatuses: legend.hiddenStatuses };
  slider.update(all.filter((link) => isShown(link, nodes, { ...filter, day: null })));
  const shown = all.filter((link) => isShown(link, nodes, { ...filter, day: slider.day }));
  const ends = new Set(shown.flatMap((link) => [link.source, link.target]));
  if (root) ends.add(root);
  drawing.restrict(ends, new Set(shown.map((link) => link.id)));
  table.update(shown, nodes);
  const facts = countFacts(shown);
  find("#day-count").textContent = slider.day ? `${facts} ${facts === 1 ? "fact holds" : "facts hold"}, surely or possibly` : "";
  tell(facts, ends.size);
}

function tell(facts: number, count: number): void {
  if (!nodes.size) {
    status.textContent = "There is nothing to draw yet: no article with facts has been read.";
    return;
  }
  const around = root ? `around ${nodes.get(root)?.label ?? root}` : "the best connected";
  const left = total > nodes.size ? ` ${total - nodes.size} more are left out; expand a node to see its own.` : "";
  const crowd = count > MANY ? " Zooming in brings out all names." : "";
  status.textContent = `${count} names and ${facts} facts, ${around}.${left}${crowd}`;
}

function selectNode(id: string): void {
  const node = nodes.get(id);
  if (!node) return;
  drawing.select(id);
  table.select("");
  remember({ selected: id === root ? null : id });
  const own = [...links.values()].filter((link) => link.source === id || link.target === id);
  if (node.kind === "event" && own[0]) void panel.fact(own[0].fact);
  else panel.node(node, own, (other) => nodes.get(other)?.label ?? other, {
    expand: () => void expand(id),
    centre: () => {
      remember({ root: id, selected: null, from: null, to: null });
      void load();
    },
    open: selectLink,
  });
}

function selectLink(id: string): void {
  const link = links.get(id);
  if (!link) return;
  drawing.select(id);
  table.select(id);
  remember({ selected: id });
  void panel.fact(link.fact);
}

function selectNothing(): void {
  drawing.emphasise([]);
  drawing.select("");
  table.select("");
  remember({ selected: null });
  panel.hint();
}

async function expand(id: string): Promise<void> {
  if (nodes.get(id)?.kind !== "entity") return;
  await attempt(async () => {
    const before = nodes.size;
    const found = await ask({ root: id, depth: "1" });
    take(found);
    draw(true);
    selectNode(id);
    const missing = found.nodes.filter((node) => !nodes.has(node.id)).length;
    if (missing) status.textContent = `${missing} neighbours do not fit: ${most} names are drawn at most.`;
    else if (nodes.size === before) status.textContent = `All neighbours of ${nodes.get(id)?.label} are drawn already.`;
  });
}

async function findPath(from: string, to: string): Promise<void> {
  await attempt(async () => {
    const found = await get<FoundPath[]>("/paths", { from, to, include: included ? INCLUDE : "" });
    // Only what lies on the paths: among everything else they would be lost.
    nodes.clear();
    links.clear();
    root = null;
    total = 0;
    const show = (path: FoundPath) => drawing.emphasise([...path.nodes.map((node) => node.id), ...path.steps.flat().map((link) => link.id)]);
    for (const path of found) {
      for (const node of path.nodes) nodes.set(node.id, node);
      for (const link of path.steps.flat()) links.set(link.id, worded(link));
    }
    draw(false);
    status.textContent = found.length ? `What lies on the shortest paths from ${from} to ${to}.` : `Nothing joins ${from} and ${to}.`;
    panel.paths(found, show);
    if (found[0]) show(found[0]);
  });
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    status.textContent = error.message;
  }
}

function fillForm(): void {
  const wanted = address.get("root") ?? "";
  find<HTMLInputElement>("#root").value = nodes.get(wanted)?.label ?? wanted;
  find<HTMLSelectElement>("#depth").value = address.get("depth") ?? "1";
  find<HTMLInputElement>("#from").value = address.get("from") ?? "";
  find<HTMLInputElement>("#to").value = address.get("to") ?? "";
}

find("#root-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const asked = find<HTMLInputElement>("#root").value.trim();
  remember({ root: asked || null, depth: asked ? find<HTMLSelectElement>("#depth").value : null, selected: null, from: null, to: null });
  void load();
});
find("#path-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const [from, to] = [find<HTMLInputElement>("#from").value, find<HTMLInputElement>("#to").value];
  remember({ from, to, root: null, depth: null, selected: null });
  void findPath(from, to);
});
find("#zoom-in").addEventListener("click", () => drawing.zoom(1.3));
find("#zoom-out").addEventListener("click", () => drawing.zoom(1 / 1.3));
find("#fit").addEventListener("click", () => drawing.fit());
find("#arrange").addEventListener("click", () => drawing.arrange());
wake();

fillForm();
const [from, to] = [address.get("from"), address.get("to")];
if (from && to) await findPath(from, to);
else await load();
