/**
 * The p% rule of official statistics (Hundepool et al., Statistical Disclosure Control, 2012, 4.2):
 * a sum is unsafe where its second largest contributor, by taking off what he gave himself, knows
 * the largest to within p per cent. Where he does not, nobody else does.
 */
import { THRESHOLD } from "./threshold.ts";

const P = 15;

/**
 * What single persons contributed to a sum. A row counts as one, whatever its 件数: its amount may
 * be one person's, the others having none.
 */
export class Contributions {
  #number = 0;
  #total = 0;
  #largest = 0;
  #second = 0;

  add(amount: number): void {
    this.#number++;
    this.#total += amount;
    if (amount > this.#largest) [this.#largest, this.#second] = [amount, this.#largest];
    else if (amount > this.#second) this.#second = amount;
  }

  get total(): number {
    return this.#total;
  }

  /** Whether the sum must not be known: it is of somebody, but of too few, or nearly all of it one's. */
  get isUnsafe(): boolean {
    if (this.#number === 0) return false;
    const others = this.#total - this.#largest - this.#second;
    return this.#number < THRESHOLD || others * 100 < this.#largest * P;
  }
}
