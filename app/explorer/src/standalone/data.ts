// The graph that travels inside the page: its JSON as the explorer's parts know it, and what lies around a node.
import { find } from "../dom";
import type { Bounds, Interval, NetworkLink, NetworkNode } from "../graph/model";
import type { Article, Evidence } from "../graph/panel";

type Said = Record<string, string | number | boolean>;

interface Row extends Said {
  id: string;
  label: string;
  type: string;
}

interface Data {
  root: string | null;
  nodes: (Row & { kind: NetworkNode["kind"] })[];
  edges: (Row & { source: string; target: string; fact_id: string; status: string; realised: boolean })[];
  spells: { id: string; possibly: Interval; surely: Interval | null }[];
  evidence: { fact: string; quotes: Evidence[] }[];
  articles: (Article & { url: string | null })[];
}

export class Graph {
  readonly root: string | null;
  readonly nodes: ReadonlyMap<string, NetworkNode>;
  readonly links: ReadonlyMap<string, NetworkLink>;
  readonly quotes: ReadonlyMap<string, Evidence[]>;
  readonly articles: ReadonlyMap<string, Article & { url: string | null }>;
  private readonly around = new Map<string, NetworkLink[]>();

  constructor() {
    const data = JSON.parse(find("#data").textContent ?? "") as Data;
    this.root = data.root;
    const events = new Map<string, Said>(data.nodes.filter(({ kind }) => kind === "event").map((node) => [node.id, node]));
    const spells = new Map(data.spells.map(({ id, possibly, surely }) => [id, { possibly, surely }]));
    this.links = new Map(data.edges.map((edge) => {
      // The end of a fact that is a node has the fact's time.
      const told: Said = { ...events.get(edge.target), ...edge };
      const detail = edge["title"] ?? edge["responsibility"];
      const label = events.has(edge.target) ? `${edge.label} of` : edge.label;
      return [edge.id, {
        ...edge, label, detail: detail === undefined ? null : String(detail), fact: edge.fact_id, symmetric: told["symmetric"] === true, articles: Number(told["article_count"] ?? 0),
        time: timeOf(told), spell: spells.get(edge.id) ?? { possibly: { first: null, last: null }, surely: null },
      }];
    }));
    for (const link of this.links.values()) {
      for (const end of new Set([link.source, link.target])) {
        const known = this.around.get(end);
        if (known) known.push(link);
        else this.around.set(end, [link]);
      }
    }
    this.nodes = new Map(data.nodes.map(({ id, label, kind, type }) => [id, { id, label, kind, type, degree: this.around.get(id)?.length ?? 0 }]));
    this.quotes = new Map(data.evidence.map(({ fact, quotes }) => [fact, quotes]));
    this.articles = new Map(data.articles.map((article) => [article.id, article]));
  }

  linksOf(id: string): readonly NetworkLink[] {
    return this.around.get(id) ?? [];
  }

  /** The node and its nearest, up to so many facts away and so many in all, in order of distance. */
  near(id: string, depth: number, most: number): string[] {
    const found = new Set([id]);
    let frontier = [id];
    for (let step = 0; step < depth && frontier.length && found.size < most; step += 1) {
      const next = frontier.flatMap((each) => this.linksOf(each).flatMap(({ source, target }) => [source, target])).filter((each) => !found.has(each));
      frontier = [...new Set(next)];
      for (const each of frontier) if (found.size < most) found.add(each);
    }
    return [...found];
  }

  /** The best connected. */
  best(most: number): string[] {
    return [...this.nodes.values()].filter(({ degree }) => degree).sort((a, b) => b.degree - a.degree).slice(0, most).map(({ id }) => id);
  }

  /** The node of a name, or else one whose name has it for a part. */
  named(text: string): NetworkNode | undefined {
    const wanted = text.toLowerCase();
    const all = [...this.nodes.values()];
    return all.find(({ label }) => label.toLowerCase() === wanted) ?? all.find(({ label }) => label.toLowerCase().includes(wanted));
  }
}

function timeOf(told: Said): NetworkLink["time"] {
  const text = (name: string) => (told[name] === undefined ? null : String(told[name]));
  const bounds = (point: string): Bounds => ({ earliest: text(`${point}_earliest`), latest: text(`${point}_latest`) });
  return {
    text: text("time_text")?.split("; ") ?? [], start: bounds("start"), end: bounds("end"), date: bounds("date"), announced: bounds("announced"),
    duration: text("duration"), ended: told["ended"] === true,
  };
}
