// What the server says of a network, and what a view of it shows. No drawing here, so that it can be reasoned about.

export interface Bounds {
  earliest: string | null;
  latest: string | null;
}

export interface Interval {
  first: string | null;
  last: string | null;
}

export interface NetworkNode {
  id: string;
  label: string;
  kind: "entity" | "value" | "event";
  type: string;
  degree: number;
}

export interface NetworkLink {
  id: string;
  fact: string;
  source: string;
  target: string;
  label: string;
  /** Which title or responsibility, so that several roles of one person at one place are told apart. */
  detail: string | null;
  type: string;
  status: string;
  realised: boolean;
  symmetric: boolean;
  articles: number;
  time: { text: string[]; start: Bounds; end: Bounds; date: Bounds; announced: Bounds; duration: string | null; ended: boolean };
  spell: { possibly: Interval; surely: Interval | null };
}

export interface Network {
  root: string | null;
  nodes: NetworkNode[];
  links: NetworkLink[];
  total: number;
}

export interface FoundPath {
  nodes: NetworkNode[];
  steps: NetworkLink[][];
}

/** Which links a reader wants to see. Hidden types and statuses, because a new one should be seen at first. */
export interface Filter {
  hiddenTypes: ReadonlySet<string>;
  hiddenStatuses: ReadonlySet<string>;
  day: string | null;
}

const within = (day: string, { first, last }: Interval) => (!first || first <= day) && (!last || day <= last);

/** Whether a fact holds on a day. The server worked out the intervals; ISO days compare as text. */
export function holds(link: NetworkLink, day: string): "surely" | "possibly" | "not" {
  if (link.spell.surely && within(day, link.spell.surely)) return "surely";
  return within(day, link.spell.possibly) ? "possibly" : "not";
}

/** What a fact says between its ends. */
export function wordingOf({ label, detail }: NetworkLink): string {
  return detail ? `${label}: ${detail}` : label;
}

/** A plan that is told on trust is a plan; what is only possible, or denied, is that. */
export function statusOf(link: NetworkLink): string {
  return link.realised || ["possible", "denied", "negated", "question"].includes(link.status) ? link.status : "planned";
}

export function isShown(link: NetworkLink, nodes: ReadonlyMap<string, NetworkNode>, filter: Filter): boolean {
  const ends = [nodes.get(link.source), nodes.get(link.target)];
  if (ends.some((node) => !node || filter.hiddenTypes.has(kindOf(node)))) return false;
  if (filter.hiddenStatuses.has(statusOf(link))) return false;
  return !filter.day || holds(link, filter.day) !== "not";
}

/** A fact that is drawn as a node has several links, and is one fact. */
export function countFacts(links: readonly NetworkLink[]): number {
  return new Set(links.map((link) => link.fact)).size;
}

const KINDS: Record<string, string> = {
  Person: "person", Company: "organisation", Organization: "organisation", DataVendor: "organisation",
  OrganizationUnit: "unit", Collective: "group", Product: "product", Place: "place", Topic: "topic",
};

/** What the legend calls a node. */
export function kindOf(node: NetworkNode): string {
  return node.kind === "event" ? "event" : (KINDS[node.type] ?? "other");
}

export function daysOf(links: readonly NetworkLink[]): string[] {
  const points = links.flatMap(({ time }) => [time.start, time.end, time.date, time.announced]);
  return points.flatMap((bounds) => [bounds.earliest, bounds.latest]).filter((day) => day !== null).sort();
}

export function whenOf({ time, realised }: NetworkLink): string {
  const said = [
    range(realised ? "began" : "to begin", time.start), range(time.ended ? "ended" : "to end", time.end),
    range(realised ? "" : "to be", time.date), range("announced", time.announced),
  ].filter(Boolean);
  if (time.ended && !time.end.earliest && !time.end.latest) said.push("ended, when is not stated");
  return said.join("; ") || (time.text.length ? `“${time.text.join("”, “")}”` : "no time is stated");
}

function range(verb: string, { earliest, latest }: Bounds): string {
  const days = earliest === latest ? earliest : earliest && latest ? `${earliest} to ${latest}` : latest ? `by ${latest}` : earliest && `not before ${earliest}`;
  return days ? `${verb} ${days}`.trim() : "";
}
