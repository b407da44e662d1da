// The ingest page: articles are sent as jobs, and each line says what became of one.
import { get, Refused, request, tokenHeader } from "../api";
import { find, make, wake } from "../dom";

/** What the server says of one article, or of a file that held none. */
interface Outcome {
  name: string;
  status: "added" | "unchanged" | "failed";
  article: string | null;
  title: string | null;
  claims: number;
  notices: string[];
  problem: string | null;
}

interface Job {
  id: string;
  state: "queued" | "running" | "done" | "cancelled";
  total: number;
  done: number;
  outcomes: Outcome[];
}

/** One thing on its way: what to call it, and how it is sent. */
interface Parcel {
  name: string;
  body: Blob;
}

const status = find("#ingest-status");
const bar = find<HTMLProgressElement>("#bar");
const cancel = find<HTMLButtonElement>("#cancel");
const outcomes = find("#outcomes");
const waiting = find("#waiting");
const drop = find("#files-form");
// A little less than the server takes, since the form around the files counts too.
const room = Number(drop.dataset.maxMb) * 1024 * 1024 * 0.95;
const mostFiles = 200;
/** How many of those that wait are named. */
const mostNamed = 8;
const queue: Parcel[] = [];
let sent = 0;
let stopped = false;
let busy = false;
let current: Job | null = null;

const json = (text: string) => new Blob([text], { type: "application/json" });

async function parcelsOf(file: File): Promise<Parcel[]> {
  if (/\.jsonl$/i.test(file.name)) {
    const lines = (await file.text()).split("\n").filter((line) => line.trim());
    return lines.map((line, index) => ({ name: `${file.name}, line ${index + 1}`, body: json(line) }));
  }
  // The bytes go as they are: the server knows encodings, and counts its offsets in what it decoded itself.
  return [{ name: file.name, body: file }];
}

async function add(files: Iterable<File>): Promise<void> {
  for (const file of files) queue.push(...(await parcelsOf(file)));
  await work();
}

/** As many parcels as the server takes at once; one that is too large goes alone, and is refused by itself. */
function batch(): Parcel[] {
  const taken: Parcel[] = [];
  let size = 0;
  for (let next = queue[0]; next && taken.length < mostFiles; next = queue[0]) {
    size += next.body.size + 500;
    if (taken.length && size > room) break;
    taken.push(next);
    queue.shift();
  }
  return taken;
}

async function work(): Promise<void> {
  if (busy) return;
  busy = true;
  stopped = false;
  cancel.hidden = bar.hidden = false;
  let unsent = 0;
  while (queue.length && !stopped) {
    const parcels = batch();
    const told = await send(parcels);
    unsent += parcels.length - told;
    sent += told;
  }
  busy = false;
  bar.value = bar.max;
  cancel.hidden = true;
  unsent += queue.length;
  status.textContent = stopped && unsent ? `Stopped. ${unsent} were not read.` : `Done: ${sent} sent.`;
  queue.length = 0;
}

/** Sends parcels as one job and follows it to its end; how many of them were read or refused. */
async function send(parcels: Parcel[]): Promise<number> {
  const form = new FormData();
  for (const parcel of parcels) form.append("files", parcel.body, parcel.name);
  try {
    const response = await request("/jobs", { method: "POST", body: form, headers: tokenHeader() });
    current = (await response.json()) as Job;
    const over = await follow(current, parcels);
    current = null;
    return over.done;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const parcel of parcels) outcomes.prepend(failed(parcel.name, error.message));
    return parcels.length;
  } finally {
    waiting.replaceChildren();
  }
}

/** Which article is in hand, and which come after it. */
function tellWaiting(parcels: readonly Parcel[], state: Job["state"]): void {
  const named = parcels.slice(0, mostNamed).map(({ name }, index) =>
    make("li", {}, make("strong", {}, index === 0 && state === "running" ? "◐ being read: " : "○ waits: "), name));
  const more = parcels.length + queue.length - named.length;
  waiting.replaceChildren(...named, ...(more > 0 ? [make("li", {}, `${more} more wait`)] : []));
}

async function follow(job: Job, parcels: readonly Parcel[]): Promise<Job> {
  let shown = 0;
  const show = (now: Job): Job => {
    for (const outcome of now.outcomes.slice(shown)) outcomes.prepend(told(outcome));
    shown = now.outcomes.length;
    tellWaiting(parcels.slice(now.done), now.state);
    bar.max = sent + now.total + queue.length;
    bar.value = sent + now.done;
    status.textContent = `Reading, ${sent + now.done} of ${bar.max} done …`;
    return now;
  };
  const streamed = await stream(job, show);
  return streamed ?? poll(job, show);
}

/** The job when it is over, as the server tells it; null where the stream broke. */
function stream(job: Job, show: (now: Job) => Job): Promise<Job | null> {
  return new Promise((resolve) => {
    const source = new EventSource(`/jobs/${job.id}/events`);
    const end = (over: Job | null) => {
      source.close();
      resolve(over);
    };
    source.addEventListener("progress", (event) => void show(JSON.parse(event.data) as Job));
    source.addEventListener("over", (event) => end(show(JSON.parse(event.data) as Job)));
    source.addEventListener("error", () => end(null));
  });
}

async function poll(job: Job, show: (now: Job) => Job): Promise<Job> {
  for (;;) {
    const now = show(await get<Job>(`/jobs/${job.id}`));
    if (now.state === "done" || now.state === "cancelled") return now;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

function failed(name: string, problem: string): HTMLElement {
  return make("li", { class: "failed" }, make("strong", {}, `✕ ${name}: `), problem);
}

function told(outcome: Outcome): HTMLElement {
  if (outcome.status === "failed") return failed(outcome.name, outcome.problem ?? "");
  const link = make("a", { href: `/explore/articles/${outcome.article}` }, outcome.title ?? outcome.name);
  const claims = `${outcome.claims} ${outcome.claims === 1 ? "claim" : "claims"}`;
  const said = outcome.status === "added" ? `● added, ${claims}. ` : `○ was there already, with ${claims}. `;
  return make("li", {}, said, link, ...outcome.notices.map((notice) => make("p", { class: "aside" }, notice)));
}

drop.addEventListener("dragover", (event) => {
  event.preventDefault();
  drop.classList.add("is-over");
});
drop.addEventListener("dragleave", () => drop.classList.remove("is-over"));
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("is-over");
  void add(event.dataTransfer?.files ?? []);
});
const chosen = find<HTMLInputElement>("#files");
chosen.addEventListener("change", () => {
  const files = [...(chosen.files ?? [])];
  chosen.value = "";
  void add(files);
});
find("#paste-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const fields = new FormData(event.target as HTMLFormElement);
  const filled = [...fields].filter(([, value]) => value !== "");
  queue.push({ name: String(fields.get("title") || "pasted text"), body: json(JSON.stringify(Object.fromEntries(filled))) });
  (event.target as HTMLFormElement).reset();
  void work();
});
cancel.addEventListener("click", () => {
  stopped = true;
  status.textContent = "Stopping after this one …";
  if (current) void request(`/jobs/${current.id}`, { method: "DELETE", headers: tokenHeader() });
});
wake();
