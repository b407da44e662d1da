// The side panel: what is selected, with the words that it rests on.
import { get } from "../api";
import { find, make } from "../dom";
import { statusWords } from "./legend";
import { whenOf, wordingOf, type FoundPath, type NetworkLink, type NetworkNode } from "./model";

interface Attribution {
  kind: string;
  name: string | null;
}

export interface Evidence {
  article: string;
  start: number;
  end: number;
  text: string;
  supports: boolean;
  status: string;
  attribution: Attribution[];
  context: Words[];
}

/** Some words of an article, and where they stand in it. */
interface Words {
  start: number;
  end: number;
  text: string;
}

export interface Fact {
  label: string;
  status: string;
  evidence: Evidence[];
}

export interface Article {
  id: string;
  title: string | null;
  publisher: string | null;
  published: string | null;
}

/** Where the panel learns more: the server, or the page itself. An address is null where there is nowhere to go. */
export interface Source {
  fact(id: string): Promise<Fact>;
  articles(): Promise<ReadonlyMap<string, Article>>;
  pageOf(entity: string): string | null;
  placeOf(article: Article | undefined, evidence: Evidence): string | null;
}

let known: Promise<ReadonlyMap<string, Article>> | undefined;

const SERVER: Source = {
  fact: (id) => get<Fact>(`/facts/${encodeURIComponent(id)}`),
  articles: () => (known ??= get<{ items: Article[] }>("/articles", { limit: "500" }).then(({ items }) => new Map(items.map((article) => [article.id, article])))),
  pageOf: (entity) => `/explore/entities/${entity}`,
  placeOf: (_, { article, start, end }) => `/explore/articles/${article}#s${start}-${end}`,
};

const SPEAKERS: Record<string, string> = { author: "the author", unnamed: "unnamed sources", report: "another report", named: "a named source" };

export class Panel {
  private readonly box = find("#panel");
  private asked = 0;

  constructor(private readonly source: Source = SERVER) {}

  hint(): void {
    this.asked += 1;
    this.box.replaceChildren(
      make("h2", {}, "Select something"),
      make("p", { class: "advice" }, "A node shows what it is and how to go on from it; a line shows the sentences it rests on. With the keyboard: every name and fact in the table below is a button."),
    );
  }

  node(node: NetworkNode, links: readonly NetworkLink[], name: (id: string) => string, acts: { expand: () => void; centre: () => void; open: (link: string) => void }): void {
    this.asked += 1;
    const parts: Node[] = [make("h2", {}, node.label), make("p", { class: "aside" }, node.kind === "entity" ? node.type : node.kind === "event" ? "A fact with one end or three" : `${node.type}, as written`)];
    if (node.kind === "entity") {
      const more = button("Show its neighbours", acts.expand);
      const only = button("Put it in the middle", acts.centre);
      parts.push(make("p", { class: "inline" }, more, only));
      const page = this.source.pageOf(node.id);
      if (page) parts.push(make("p", {}, make("a", { href: page }, "Its page, with all facts and sources")));
    }
    const facts = new Map(links.map((link) => [link.fact, link]));
    parts.push(make("h3", {}, `${facts.size} ${facts.size === 1 ? "fact" : "facts"} shown`));
    parts.push(make("ul", {}, ...[...facts.values()].map((link) => {
      const other = link.source === node.id ? link.target : link.source;
      const said = link.source === node.id ? `${link.label} ${name(other)}` : `${name(other)} ${link.label} ${node.label}`;
      const words = link.detail ? `${said}: ${link.detail}` : said;
      const opener = make("button", { type: "button", class: "link" }, words);
      opener.addEventListener("click", () => acts.open(link.id));
      return make("li", {}, opener, make("span", { class: "aside" }, ` ${whenOf(link)}`));
    })));
    this.box.replaceChildren(...parts);
  }

  async fact(id: string): Promise<void> {
    const asked = (this.asked += 1);
    try {
      const [fact, articles] = await Promise.all([this.source.fact(id), this.source.articles()]);
      if (asked !== this.asked) return; // something else was selected meanwhile
      const quotes = eachOnce(fact.evidence);
      this.box.replaceChildren(
        make("h2", {}, fact.label),
        make("p", {}, make("span", { class: `status is-${fact.status}` }, statusWords(fact.status))),
        ...quotes.map((each) => this.quote(each, articles.get(each.article))),
      );
    } catch (error) {
      if (asked === this.asked) this.box.replaceChildren(make("p", { class: "notice" }, String(error instanceof Error ? error.message : error)));
    }
  }

  paths(found: readonly FoundPath[], show: (path: FoundPath) => void): void {
    this.asked += 1;
    const lines = found.map((path) => {
      const names = path.nodes.map((node) => node.label).join(" → ");
      const steps = path.steps.map((links, index) => {
        const [from, to] = [path.nodes[index], path.nodes[index + 1]];
        return make("li", {}, `${from?.label} – ${[...new Set(links.map(wordingOf))].join(", ")} – ${to?.label}`);
      });
      return make("li", {}, button(names, () => show(path)), make("ol", {}, ...steps));
    });
    this.box.replaceChildren(make("h2", {}, found.length ? `${found.length} shortest ${found.length === 1 ? "path" : "paths"}` : "No path"), found.length
      ? make("ol", { class: "paths" }, ...lines)
      : make("p", { class: "advice" }, "No chain of the facts asked for joins the two. Beyond plain facts, in the legend, widens the search."));
  }

  private quote(evidence: Evidence, article: Article | undefined): HTMLElement {
    const who = evidence.attribution.map(({ kind, name }) => name ?? SPEAKERS[kind] ?? kind).join(" and ");
    const href = this.source.placeOf(article, evidence);
    const title = article?.title ?? "the article";
    const source = [article?.publisher, article?.published].filter(Boolean).join(", ");
    return make(
      "figure", { class: evidence.supports ? "quote" : "quote disputes" },
      make("blockquote", {}, make("mark", {}, evidence.text)),
      ...(evidence.context.length ? [this.context(evidence, article)] : []),
      make("figcaption", {},
        make("span", { class: `status is-${evidence.status}` }, statusWords(evidence.status)), make("span", { class: "by" }, `by ${who}`),
        ...(evidence.supports ? [] : [make("span", { class: "against" }, "against it")]),
        href ? make("a", { href }, title) : make("span", {}, title), make("span", { class: "source" }, source)),
    );
  }

  private context(evidence: Evidence, article: Article | undefined): HTMLElement {
    const words = evidence.context.flatMap(({ start, end, text }, index) => {
      const href = this.source.placeOf(article, { ...evidence, start, end, text });
      return [index ? ", " : " ", href ? make("a", { href }, `“${text}”`) : `“${text}”`];
    });
    return make("p", { class: "context" }, make("span", { class: "label" }, "read with"), ...words);
  }
}

/** Several claims may rest on the same words: they are shown once, with all that they are read with. */
function eachOnce(evidence: readonly Evidence[]): Evidence[] {
  const found = new Map<string, Evidence>();
  for (const each of evidence) {
    const key = `${each.article} ${each.start} ${each.end} ${each.supports}`;
    const context = [...(found.get(key)?.context ?? []), ...each.context];
    found.set(key, { ...(found.get(key) ?? each), context: [...new Map(context.map((words) => [words.start, words])).values()] });
  }
  return [...found.values()];
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = make("button", { type: "button", class: "small" }, text);
  made.addEventListener("click", act);
  return made;
}
