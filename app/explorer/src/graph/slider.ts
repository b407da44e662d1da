// The day at which things are to hold, over a histogram of how many facts hold on each.
import { draw, find } from "../dom";
import { countFacts, daysOf, holds, type NetworkLink } from "./model";

const MILLISECONDS = 86_400_000;
const BARS = 60;
const MARGIN = 30;

const numberOf = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / MILLISECONDS);
const dayOf = (number: number) => new Date(number * MILLISECONDS).toISOString().slice(0, 10);
const inWords = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });

export class Slider {
  private readonly input = find<HTMLInputElement>("#day");
  private readonly words = find<HTMLOutputElement>("#day-words");
  private readonly histogram = find<SVGElement>("#histogram");
  day: string | null;

  constructor(day: string | null, onChange: (day: string | null) => void) {
    this.day = day;
    this.input.addEventListener("input", () => {
      this.set(dayOf(Number(this.input.value)));
      onChange(this.day);
    });
    find("#any-day").addEventListener("click", () => {
      this.set(null);
      onChange(null);
    });
  }

  private set(day: string | null): void {
    this.day = day;
    const words = day ? inWords.format(new Date(`${day}T00:00:00Z`)) : "any day";
    this.words.textContent = words;
    this.input.setAttribute("aria-valuetext", words);
    if (day) this.input.value = String(numberOf(day));
    this.drawNeedle();
  }

  /** Spans the days that the links speak of; the day that is set stays. */
  update(links: readonly NetworkLink[]): void {
    const days = daysOf(links);
    const known = this.day ? [...days, this.day].sort() : days;
    const [first, last] = [known[0], known.at(-1)];
    const slider = find(".slider");
    slider.hidden = !first || !last;
    if (!first || !last) return;
    this.input.min = String(numberOf(first) - MARGIN);
    this.input.max = String(numberOf(last) + MARGIN);
    if (!this.day) this.input.value = this.input.max;
    this.set(this.day);
    this.drawBars(links);
  }

  private drawBars(links: readonly NetworkLink[]): void {
    const [from, to] = [Number(this.input.min), Number(this.input.max)];
    const bars = Array.from({ length: BARS }, (_, index) => {
      const day = dayOf(Math.round(from + ((index + 0.5) * (to - from)) / BARS));
      const held = links.map((link) => ({ link, how: holds(link, day) })).filter(({ how }) => how !== "not");
      return { all: countFacts(held.map(({ link }) => link)), sure: countFacts(held.filter(({ how }) => how === "surely").map(({ link }) => link)) };
    });
    const highest = Math.max(1, ...bars.map(({ all }) => all));
    const bar = (index: number, count: number, name: string) => {
      const height = (42 * count) / highest;
      return draw("rect", { class: name, x: `${(100 * index) / BARS}%`, width: `${100 / BARS - 0.3}%`, y: 44 - height, height });
    };
    this.histogram.replaceChildren(...bars.flatMap(({ all, sure }, index) => [bar(index, all, "maybe"), bar(index, sure, "sure")]));
    this.drawNeedle();
  }

  private drawNeedle(): void {
    this.histogram.querySelector("line")?.remove();
    if (!this.day) return;
    const [from, to] = [Number(this.input.min), Number(this.input.max)];
    const x = `${(100 * (numberOf(this.day) - from)) / (to - from)}%`;
    this.histogram.append(draw("line", { x1: x, x2: x, y1: 0, y2: 44 }));
  }
}
