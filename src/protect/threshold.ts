/**
 * The minimum frequency rule of official statistics (Hundepool et al., Statistical Disclosure
 * Control, 2012): a count of people below a threshold is unsafe. The same number is the k of
 * k-anonymity.
 */
export const THRESHOLD = 5;

/** Whether a count must not be known, nor follow from others. 0 is about nobody. */
export function isUnsafe(count: number): boolean {
  return count > 0 && count < THRESHOLD;
}
