// The ingest page: articles are sent one after the other, and each line says what became of one.
import { Refused, request, tokenHeader } from "../api";
import { find, make } from "../dom";

interface Outcome {
  article: string;
  title: string | null;
  status: "added" | "unchanged";
  claims: number;
  dropped: number;
  notices: string[];
}

/** One article on its way: what to call it, and how it is sent. */
interface Parcel {
  name: string;
  type: "text/plain" | "application/json";
  body: string | Blob;
}

const status = find("#ingest-status");
const bar = find<HTMLProgressElement>("#bar");
const cancel = find<HTMLButtonElement>("#cancel");
const outcomes = find("#outcomes");
const drop = find("#files-form");
const queue: Parcel[] = [];
let sent = 0;
let stopped = false;
let busy = false;

async function parcelsOf(file: File): Promise<Parcel[]> {
  if (/\.jsonl$/i.test(file.name)) {
    const lines = (await file.text()).split("\n").filter((line) => line.trim());
    return lines.map((body, index) => ({ name: `${file.name}, line ${index + 1}`, type: "application/json", body }));
  }
  // The bytes go as they are: the server knows encodings, and counts its offsets in what it decoded itself.
  return [{ name: file.name, type: /\.json$/i.test(file.name) ? "application/json" : "text/plain", body: file }];
}

async function add(files: Iterable<File>): Promise<void> {
  for (const file of files) queue.push(...(await parcelsOf(file)));
  await work();
}

async function work(): Promise<void> {
  if (busy) return;
  busy = true;
  stopped = false;
  cancel.hidden = bar.hidden = false;
  while (queue.length && !stopped) {
    const parcel = queue.shift();
    if (!parcel) break;
    bar.max = sent + queue.length + 1;
    bar.value = sent;
    status.textContent = `Reading ${parcel.name}, ${sent + 1} of ${bar.max} …`;
    outcomes.prepend(await send(parcel));
    sent += 1;
  }
  busy = false;
  bar.value = bar.max;
  cancel.hidden = true;
  status.textContent = stopped && queue.length ? `Stopped. ${queue.length} were not sent.` : `Done: ${sent} sent.`;
  if (stopped) queue.length = 0;
}

async function send(parcel: Parcel): Promise<HTMLElement> {
  const headers = { "Content-Type": parcel.type, ...tokenHeader() };
  try {
    const response = await request("/articles", { method: "POST", body: parcel.body, headers });
    return told(parcel, (await response.json()) as Outcome);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return make("li", { class: "failed" }, make("strong", {}, `✕ ${parcel.name}: `), error.message);
  }
}

function told(parcel: Parcel, outcome: Outcome): HTMLElement {
  const link = make("a", { href: `/explore/articles/${outcome.article}` }, outcome.title ?? parcel.name);
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
  queue.push({ name: String(fields.get("title") || "pasted text"), type: "application/json", body: JSON.stringify(Object.fromEntries(filled)) });
  (event.target as HTMLFormElement).reset();
  void work();
});
cancel.addEventListener("click", () => {
  stopped = true;
  status.textContent = "Stopping after this one …";
});
