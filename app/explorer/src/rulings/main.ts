// Pages on which people decide: sends a decision or takes one back, then shows what is in force by loading the page afresh.
import { Refused, request, tokenHeader } from "../api";
import { find, wake } from "../dom";

const status = find("#ruling-status");

async function attempt(said: string, path: string, options: RequestInit): Promise<void> {
  status.textContent = `${said} …`;
  try {
    await request(path, { ...options, headers: { "Content-Type": "application/json", ...tokenHeader() } });
    location.assign(location.pathname);
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
    void attempt("Deciding", "/rulings", { method: "POST", body: JSON.stringify(ruling) });
  });
}
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-undo]")) {
  button.addEventListener("click", () => void attempt("Undoing", `/rulings/${button.dataset["undo"]}`, { method: "DELETE" }));
}
wake();
