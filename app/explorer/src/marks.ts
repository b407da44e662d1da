// In an article, pointing at a mark shows its claims, and pointing at a claim shows its words.

export function linkMarks(): void {
  const marks = [...document.querySelectorAll<HTMLElement>("mark[data-claims]")];
  const cards = [...document.querySelectorAll<HTMLElement>("[data-claim]")];
  if (!marks.length) return;

  const show = (numbers: readonly string[]) => {
    for (const mark of marks) {
      mark.classList.toggle("is-shown", claimsOf(mark).some((number) => numbers.includes(number)));
    }
    for (const card of cards) card.classList.toggle("is-shown", numbers.includes(card.dataset["claim"] ?? ""));
  };
  const follow = (element: HTMLElement, numbers: readonly string[]) => {
    for (const type of ["pointerenter", "focusin"]) element.addEventListener(type, () => show(numbers));
    for (const type of ["pointerleave", "focusout"]) element.addEventListener(type, () => show([]));
  };
  for (const mark of marks) follow(mark, claimsOf(mark));
  for (const card of cards) follow(card, [card.dataset["claim"] ?? ""]);
  for (const number of document.querySelectorAll<HTMLElement>(".text .number")) {
    follow(number, [number.textContent?.trim() ?? ""]);
  }
}

function claimsOf(mark: HTMLElement): string[] {
  return (mark.dataset["claims"] ?? "").split(" ");
}
