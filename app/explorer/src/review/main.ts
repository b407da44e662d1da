// The review page: decides on the pair in focus with a button or a key, and can take each decision back where it was made.
import { Refused, request, tokenHeader } from "../api";
import { find, wake } from "../dom";

const status = find("#ruling-status");
const pairs = [...document.querySelectorAll<HTMLElement>(".pair")];
const KEYS: Readonly<Record<string, string>> = { s: "same", d: "different", u: "undecided", z: "undo" };
const SAID: Readonly<Record<string, string>> = {
  same: "The same",
  different: "Different",
  undecided: "Left undecided",
  undo: "Undone, and to be decided",
};

async function send(path: string, options: RequestInit): Promise<Response> {
  return request(path, { ...options, headers: { "Content-Type": "application/json", ...tokenHeader() } });
}

/** The id of the ruling that is in force after a decision; none after an undo. */
async function rule(pair: HTMLElement, kind: string): Promise<string | null> {
  if (kind === "undo") {
    await send(`/rulings/${undoButton(pair).dataset["ruling"]}`, { method: "DELETE" });
    return null;
  }
  const about = [pair.dataset["one"], pair.dataset["other"]];
  const answer = await send("/rulings", { method: "POST", body: JSON.stringify({ kind, about }) });
  return ((await answer.json()) as { id: string }).id;
}

async function decide(pair: HTMLElement, kind: string): Promise<void> {
  const undo = undoButton(pair);
  if (pair.ariaBusy === "true" || (kind === "undo" && !undo.dataset["ruling"])) return;
  const names = pair.querySelector("h2")?.textContent ?? "";
  pair.ariaBusy = "true";
  status.textContent = "Deciding …";
  try {
    const ruling = await rule(pair, kind);
    undo.hidden = ruling === null;
    if (ruling === null) delete undo.dataset["ruling"];
    else undo.dataset["ruling"] = ruling;
    // What is one cannot be told apart by the names that it had: first it has to be undone.
    for (const button of pair.querySelectorAll<HTMLButtonElement>("[data-kind]")) {
      if (button !== undo) button.disabled = ruling !== null;
    }
    pair.classList.toggle("is-decided", ruling !== null);
    status.textContent = `${SAID[kind]}: ${names}`;
    if (document.activeElement === document.body || document.activeElement instanceof HTMLButtonElement) pair.focus();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    status.textContent = error.message;
  } finally {
    pair.ariaBusy = "false";
  }
}

function undoButton(pair: HTMLElement): HTMLButtonElement {
  const button = pair.querySelector<HTMLButtonElement>("[data-kind=undo]");
  if (!button) throw new Error("a pair has no button to undo");
  return button;
}

pairs.forEach((pair, place) => {
  pair.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = { j: pairs[place + 1], k: pairs[place - 1] }[event.key];
    const kind = KEYS[event.key];
    if (next) next.focus();
    else if (kind && (kind === "undo" || !pair.classList.contains("is-decided"))) void decide(pair, kind);
    else return;
    event.preventDefault();
  });
  for (const button of pair.querySelectorAll<HTMLButtonElement>("[data-kind]")) {
    button.addEventListener("click", () => void decide(pair, button.dataset["kind"] ?? ""));
  }
});
wake();
