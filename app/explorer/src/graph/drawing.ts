// Draws a network with Cytoscape: shapes tell kinds apart, line styles tell statuses apart, colour only repeats both.
import cytoscape, { type Core, type ElementDefinition, type StylesheetJson } from "cytoscape";
import fcose from "cytoscape-fcose";
import { kindOf, statusOf, wordingOf, type NetworkLink, type NetworkNode } from "./model";

cytoscape.use(fcose);

export const SHAPES: Record<string, string> = {
  person: "ellipse", organisation: "round-rectangle", unit: "cut-rectangle", group: "hexagon", product: "diamond",
  place: "triangle", topic: "tag", event: "star", other: "octagon",
};
const LINES: Record<string, string> = { asserted: "solid", stated: "solid", disputed: "dashed", reported: "dashed", possible: "dotted", planned: "dotted" };

/** Up to how many lines are labelled. */
const FEW = 30;

/** Up to how many nodes all have their names from the first; of more, so many of the best connected have. */
export const MANY = 70;
const NAMED = 14;

/** The largest type, in units of the drawing, that names are written in. */
const LARGEST = 24;

/** Pixels below which a drawing is narrow. */
const NARROW = 500;

const prefersLess = matchMedia("(prefers-reduced-motion: reduce)");

function palette() {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return { ink: of("ink"), paper: of("paper"), sheet: of("sheet"), soft: of("soft"), link: of("link"), accent: of("accent"), doubt: of("doubt"), mark: of("mark-strong") };
}

function sheet(): StylesheetJson {
  const colour = palette();
  return [
    { selector: "node", style: {
      label: "data(label)", shape: "data(shape)" as never, width: "data(size)", height: "data(size)", "background-color": colour.paper,
      "border-width": 2, "border-color": colour.ink, color: colour.ink, "font-size": 12, "min-zoomed-font-size": 5, "font-family": "system-ui, sans-serif",
      "text-valign": "bottom", "text-margin-y": 4, "text-wrap": "wrap", "text-max-width": "110px", "text-background-color": colour.sheet,
      "text-background-opacity": 0.85, "text-background-padding": "1px" } },
    { selector: "node[kind = 'person']", style: { "background-color": colour.link, "border-color": colour.link } },
    { selector: "node[kind = 'organisation']", style: { "background-color": colour.soft, "border-color": colour.ink } },
    { selector: "node[?root]", style: { "border-width": 5, "border-color": colour.accent, "font-weight": "bold" } },
    { selector: "edge", style: {
      label: "data(shown)", width: 1.5, "line-color": colour.soft, "target-arrow-color": colour.soft, "target-arrow-shape": "triangle", "arrow-scale": 0.8,
      "curve-style": "bezier", "font-size": 10, "min-zoomed-font-size": 9, color: colour.soft, "text-rotation": "autorotate",
      "text-background-color": colour.sheet, "text-background-opacity": 0.9, "text-background-padding": "1px", "line-style": "data(line)" as never } },
    { selector: "edge[?symmetric]", style: { "target-arrow-shape": "none" } },
    { selector: "edge[line != 'solid']", style: { "line-color": colour.doubt, "target-arrow-color": colour.doubt } },
    { selector: ".dim", style: { opacity: 0.25 } },
    { selector: "node.path", style: { "border-color": colour.accent, "border-width": 4 } },
    { selector: "edge.path", style: { "line-color": colour.accent, "target-arrow-color": colour.accent, width: 4 } },
    { selector: ":selected", style: { "line-color": colour.accent, "target-arrow-color": colour.accent, "border-color": colour.accent, "border-width": 5, "overlay-opacity": 0 } },
    { selector: "edge:selected", style: { width: 4, label: "data(label)", "min-zoomed-font-size": 0, color: colour.ink } },
  ];
}

export class Drawing {
  private readonly core: Core;

  constructor(container: HTMLElement, onSelect: (kind: "node" | "link" | "none", id: string) => void, onExpand: (id: string) => void) {
    this.core = cytoscape({ container, style: sheet(), minZoom: 0.15, maxZoom: 3, boxSelectionEnabled: false });
    this.core.on("tap", (event) => {
      if (event.target === this.core) onSelect("none", "");
      else onSelect(event.target.isNode() ? "node" : "link", event.target.id());
    });
    this.core.on("dbltap", "node", (event) => onExpand(event.target.id()));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.core.style(sheet()));
    // The drawing follows its box: a narrow window, a panel that opens.
    new ResizeObserver(() => this.core.resize()).observe(container);
  }

  /** Puts nodes and links in, and takes out what is no longer there; what stays keeps its place. */
  show(nodes: readonly NetworkNode[], links: readonly NetworkLink[], root: string | null): void {
    const wanted = new Set([...nodes.map((node) => node.id), ...links.map((link) => link.id)]);
    this.core.batch(() => {
      this.core.elements().filter((element) => !wanted.has(element.id())).remove();
      const known = new Set(this.core.elements().map((element) => element.id()));
      this.core.add([...nodes.map((node) => nodeElement(node, root)), ...links.map(linkElement)].filter((element) => !known.has(element.data.id ?? "")));
      for (const node of nodes) this.core.getElementById(node.id).data("root", node.id === root);
      // With many lines, or little room, their labels would cover the names; the chosen one still shows its own.
      const few = links.length <= FEW && this.core.width() >= NARROW;
      this.core.edges().forEach((edge) => void edge.data("shown", few ? edge.data("label") : ""));

    });
  }

  /** Lays everything out anew; `around` keeps what was there roughly in its place. */
  arrange(around = false): void {
    const count = this.core.nodes().length;
    const crowd = count > MANY;
    const edge = crowd ? 140 : count > FEW ? 45 : 110;
    const options = {
      name: "fcose", quality: "proof", randomize: !around, animate: !prefersLess.matches && around, animationDuration: 300, nodeDimensionsIncludeLabels: true,
      idealEdgeLength: () => edge, nodeRepulsion: () => (crowd ? 30_000 : 6000), nodeSeparation: 80, gravity: 0.4, packComponents: true,
      tile: true, padding: 20, fit: true,
    };
    const layout = this.core.layout(options as never);
    // Larger names need more room, so what was laid out for small ones is adjusted once.
    layout.one("layoutstop", () => {
      if (this.keepLegible()) this.core.layout({ ...options, randomize: false, animate: false } as never).run();
    });
    layout.run();
  }

  /** Where everything has to be small to fit, names are written larger, so that they can still be read. */
  private keepLegible(): boolean {
    const crowd = this.core.nodes().length > MANY;
    const size = Math.min(crowd ? 3 * LARGEST : LARGEST, Math.max(12, Math.round(10 / this.core.zoom())));
    const named = crowd ? this.core.nodes().sort((a, b) => b.data("size") - a.data("size")).slice(0, NAMED) : this.core.nodes();
    // The names of the others come with zooming in, when there is room for them (Cytoscape rounds the zoom up to 1, 2, 4).
    this.core.nodes().not(named).style({ "font-size": 12, "text-max-width": "96px", "min-zoomed-font-size": 13, "z-index": 1 });
    named.style({ "font-size": size, "text-max-width": `${size * 8}px`, "min-zoomed-font-size": 5, "z-index": 2 });
    return size > 12 && !crowd;
  }

  /** Hides what a filter or the day leaves out, without moving anything. */
  restrict(shownNodes: ReadonlySet<string>, shownLinks: ReadonlySet<string>): void {
    this.core.batch(() => {
      this.core.nodes().forEach((node) => void node.style("display", shownNodes.has(node.id()) ? "element" : "none"));
      this.core.edges().forEach((edge) => void edge.style("display", shownLinks.has(edge.id()) ? "element" : "none"));
    });
  }

  select(id: string): void {
    this.core.elements().unselect();
    if (id) this.core.getElementById(id).select();
  }

  emphasise(ids: readonly string[]): void {
    this.core.elements().removeClass("path dim");
    if (!ids.length) return;
    this.core.elements().addClass("dim");
    for (const id of ids) this.core.getElementById(id).removeClass("dim").addClass("path");
  }

  zoom(factor: number): void {
    this.core.zoom({ level: this.core.zoom() * factor, renderedPosition: { x: this.core.width() / 2, y: this.core.height() / 2 } });
  }

  fit(): void {
    this.core.fit(this.core.elements(":visible"), 24);
  }
}

/** How many names fit a drawing of that size without covering each other. */
export function fitting(box: Element): number {
  const { width, height } = box.getBoundingClientRect();
  return Math.max(10, Math.min(60, Math.round((width * height) / 11000)));
}

function nodeElement(node: NetworkNode, root: string | null): ElementDefinition {
  const kind = kindOf(node);
  return { group: "nodes", data: {
    id: node.id, label: node.label, kind, shape: SHAPES[kind] ?? "octagon", size: Math.min(18 + 3 * Math.sqrt(node.degree), 40), root: node.id === root,
  } };
}

function linkElement(link: NetworkLink): ElementDefinition {
  return { group: "edges", data: {
    id: link.id, source: link.source, target: link.target, label: wordingOf(link), symmetric: link.symmetric, line: LINES[statusOf(link)] ?? "dotted",
  } };
}
