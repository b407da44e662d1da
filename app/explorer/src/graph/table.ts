// The table twin: every fact of the drawing as a row, its names and its wording as buttons.
import { find, make } from "../dom";
import { statusWords } from "./legend";
import { statusOf, whenOf, wordingOf, type NetworkLink, type NetworkNode } from "./model";

export class Table {
  private readonly body = find("#twin tbody");

  constructor(private readonly onNode: (id: string) => void, private readonly onLink: (id: string) => void) {}

  update(links: readonly NetworkLink[], nodes: ReadonlyMap<string, NetworkNode>): void {
    const name = (id: string) => nodes.get(id)?.label ?? id;
    const sorted = [...links].sort((a, b) => name(a.source).localeCompare(name(b.source)) || wordingOf(a).localeCompare(wordingOf(b)));
    this.body.replaceChildren(...sorted.map((link) => make(
      "tr", { "data-id": link.id, "data-fact": link.fact },
      make("td", {}, press(name(link.source), () => this.onNode(link.source))),
      make("td", {}, press(wordingOf(link), () => this.onLink(link.id))),
      make("td", {}, press(name(link.target), () => this.onNode(link.target))),
      make("td", {}, make("span", { class: `status is-${statusOf(link)}` }, statusWords(statusOf(link)))),
      make("td", {}, whenOf(link)),
      make("td", {}, link.articles ? String(link.articles) : ""),
    )));
  }

  select(id: string): void {
    for (const row of this.body.querySelectorAll<HTMLElement>("tr")) row.classList.toggle("is-shown", row.dataset["id"] === id);
  }
}

function press(text: string, act: () => void): HTMLButtonElement {
  const button = make("button", { type: "button" }, text);
  button.addEventListener("click", act);
  return button;
}
