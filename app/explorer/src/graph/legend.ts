// The legend: each kind and status with its sign and count, and a box that hides or shows it.
import { draw, find, make } from "../dom";
import { kindOf, statusOf, type NetworkLink, type NetworkNode } from "./model";

const SIGNS: Record<string, string> = {
  person: "M8 2a6 6 0 1 0 .01 0z", organisation: "M2 4h12v8H2z", unit: "M4 3h8l3 3v4l-3 3H4l-3-3V6z", group: "M4 3h8l3 5-3 5H4L1 8z",
  product: "M8 1l7 7-7 7-7-7z", place: "M8 2l7 12H1z", topic: "M1 3h10l4 5-4 5H1z", event: "M8 1l2 5h5l-4 3 2 6-5-4-5 4 2-6-4-3h5z", other: "M5 1h6l4 4v6l-4 4H5l-4-4V5z",
};

const plural: Record<string, string> = { person: "people", other: "other" };

export class Legend {
  readonly hiddenTypes = new Set<string>();
  readonly hiddenStatuses = new Set<string>();
  private readonly box = find("#legend");

  /** Without `onInclude` there is nothing more to be had than what is shown. */
  constructor(private readonly onChange: () => void, private readonly onInclude: ((included: boolean) => void) | null, private included: boolean) {}

  update(nodes: readonly NetworkNode[], links: readonly NetworkLink[]): void {
    const kinds = count(nodes.map(kindOf));
    const statuses = count([...new Map(links.map((link) => [link.fact, statusOf(link)])).values()]);
    const focused = document.activeElement?.id;
    this.box.replaceChildren(
      this.group("Nodes", kinds, this.hiddenTypes, (kind) => [kindSign(kind), plural[kind] ?? `${kind}s`]),
      this.group("Facts", statuses, this.hiddenStatuses, (status) => [lineSign(status), statusWords(status)]),
      ...(this.onInclude ? [this.inclusion(this.onInclude)] : []),
    );
    if (focused) document.getElementById(focused)?.focus();
  }

  private group(title: string, counts: ReadonlyMap<string, number>, hidden: Set<string>, show: (name: string) => [Node, string]): HTMLElement {
    const lines = [...counts].map(([name, number]) => {
      const box = make("input", { type: "checkbox", id: `show-${title}-${name}` });
      box.checked = !hidden.has(name);
      box.addEventListener("change", () => {
        if (box.checked) hidden.delete(name);
        else hidden.add(name);
        this.onChange();
      });
      const [sign, words] = show(name);
      return make("label", {}, box, sign, `${words} (${number})`);
    });
    return make("fieldset", {}, make("legend", {}, title), ...lines);
  }

  private inclusion(onInclude: (included: boolean) => void): HTMLElement {
    const box = make("input", { type: "checkbox", id: "include" });
    box.checked = this.included;
    box.addEventListener("change", () => {
      this.included = box.checked;
      onInclude(box.checked);
    });
    return make("fieldset", {}, make("legend", {}, "Beyond plain facts"), make("label", {}, box, "disputed, reported, planned, possible"));
  }
}

export function statusWords(status: string): string {
  if (status === "planned") return "▷ planned";
  return find<HTMLTemplateElement>("#statuses").content.querySelector(`[data-status="${CSS.escape(status)}"]`)?.textContent ?? status;
}

function count(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of [...names].sort()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function kindSign(kind: string): SVGElement {
  const svg = draw("svg", { width: 16, height: 16, "aria-hidden": "true" });
  const filled = { person: "var(--link)", organisation: "var(--soft)" }[kind] ?? "none";
  svg.append(draw("path", { d: SIGNS[kind] ?? SIGNS["other"] ?? "", fill: filled, stroke: "currentColor", "stroke-width": 1.5 }));
  return svg;
}

function lineSign(status: string): SVGElement {
  const dashes = { asserted: "none", stated: "none", disputed: "5 3", reported: "5 3" }[status] ?? "2 2";
  const svg = draw("svg", { width: 22, height: 8, "aria-hidden": "true" });
  svg.append(draw("line", { x1: 0, x2: 22, y1: 4, y2: 4, stroke: "currentColor", "stroke-width": 2, "stroke-dasharray": dashes }));
  return svg;
}
