import type { Marks } from './marks.ts';

/** Far more than real programs have; protects time from a hostile one. */
const maxCandidates = 20_000;

/** Instructions refer hardly ever to the middle of a text: of one, or of this many bytes, once each. */
const rareReferences = { few: 3, bytes: 4096 };

/**
 * Long strings and lists of bytes, whose start and length are known together: what seems to point into the middle of one
 * is a number that looks like a pointer by chance.
 */
export class LongTexts {
  /** Shorter ones are seldom cut by chance. */
  static readonly minBytes = 1024;
  readonly #candidates: { start: number; end: number }[] = [];
  #texts: { start: number; end: number }[] = [];

  /** `limit`: where the region ends that contains it. */
  add(start: number, bytes: number, limit: number): void {
    if (this.#candidates.length === maxCandidates) return;
    if (bytes >= LongTexts.minBytes && start + bytes <= limit)
      this.#candidates.push({ start, end: start + bytes });
  }

  /**
   * Call it when all are known. Where two overlap, the longer one counts. `referred`: what instructions refer to. To where
   * they often refer is no text, but a place and a number that do not belong together, as the type and the length in
   * `make([]byte, 1<<20)`.
   */
  settle(referred: Marks): void {
    const accepted: { start: number; end: number }[] = [];
    referred.tally();
    const isText = ({ start, end }: { start: number; end: number }) =>
      referred.before(end) - referred.before(start + 1) <=
      rareReferences.few + (end - start) / rareReferences.bytes;
    for (const each of this.#candidates
      .filter(isText)
      .toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
      const at = indexFor(accepted, each.start);
      const [before, next] = [accepted[at - 1], accepted[at]];
      if ((before && before.end > each.start) || (next && next.start < each.end)) continue;
      accepted.splice(at, 0, each);
    }
    this.#texts = accepted;
  }

  /** Reports whether a place is in the middle of one. */
  isInside(place: number): boolean {
    if (this.#texts.length === 0) return false;
    const text = this.#texts[indexFor(this.#texts, place) - 1];
    return text !== undefined && place < text.end;
  }
}

/** The index of the first that starts at a place or behind it. */
function indexFor(texts: readonly { start: number }[], place: number): number {
  let [low, high] = [0, texts.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((texts[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
