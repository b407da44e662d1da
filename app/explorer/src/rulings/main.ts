// Pages on which people decide: sends a decision or takes one back, then shows what is in force by loading the page afresh.
import { Refused, request, tokenHeader } from "../api";
import { find, wake } from "../dom";

const status = find("#ruling-status");

const BACK = "back";

/** Loads the page afresh, and reads on at the element of that id, if there is one then. */
function reload(back = ""): void {
  sessionStorage.setItem(BACK, back);
  location.assign(location.pathname + (back && location.search));
}

async function attempt(said: string, path: string, options: RequestInit, back?: string): Promise<void> {
  status.textContent = `${said} …`;
  try {
    await request(path, { ...options, headers: { "Content-Type": "application/json", ...tokenHeader() } });
    reload(back);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    status.textContent = error.message;
    status.scrollIntoView({ block: "nearest" });
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-rule]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = new FormData(form);
    const text = (value: FormDataEntryValue | null) => (typeof value === "string" ? value.trim() : "");
    const ruling = { kind: text(given.get("kind")), about: given.getAll("about").map(text), reason: text(given.get("reason")) || null };
    void attempt("Deciding", "/rulings", { method: "POST", body: JSON.stringify(ruling) }, form.dataset["back"]);
  });
}
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-undo]")) {
  const { undo, back } = button.dataset;
  button.addEventListener("click", () => void attempt("Undoing", `/rulings/${undo}`, { method: "DELETE" }, back));
}
wake();
document.getElementById(sessionStorage.getItem(BACK) ?? "")?.focus();
sessionStorage.removeItem(BACK);
