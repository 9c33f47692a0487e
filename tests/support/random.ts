import { numbersFrom } from "../../scripts/demo/random.ts";

/** The same bytes for the same seed, on every machine. */
export function randomBytes(length: number, seed: number): Uint8Array {
  const random = numbersFrom(seed);
  return Uint8Array.from({ length }, () => Math.floor(random() * 256));
}
