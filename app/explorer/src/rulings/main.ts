// The rulings page: sends a decision or takes one back, then shows what is in force by loading the page afresh.
import { Refused, request, tokenHeader } from "../api";
import { find } from "../dom";

const status = find("#ruling-status");
const value = (id: string) => find<HTMLInputElement | HTMLSelectElement>(`#${id}`).value.trim();

async function attempt(said: string, path: string, options: RequestInit): Promise<void> {
  status.textContent = `${said} …`;
  try {
    await request(path, { ...options, headers: { "Content-Type": "application/json", ...tokenHeader() } });
    location.assign("/explore/rulings");
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    status.textContent = error.message;
  }
}

function decide(kind: string, about: readonly string[], reason: string): Promise<void> {
  return attempt("Deciding", "/rulings", { method: "POST", body: JSON.stringify({ kind, about, reason: reason || null }) });
}

find("#names-form").addEventListener("submit", (event) => {
  event.preventDefault();
  void decide(value("kind"), [value("first"), value("second")], value("why"));
});
find("#article-form").addEventListener("submit", (event) => {
  event.preventDefault();
  void decide("retracted", [value("article")], value("article-why"));
});
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-undo]")) {
  button.addEventListener("click", () => void attempt("Undoing", `/rulings/${button.dataset["undo"]}`, { method: "DELETE" }));
}
