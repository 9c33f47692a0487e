/** Sorting by small whole numbers, as codes are: no comparison, one pass. */

/** The places of keys from small to large, equal ones as they stand; and where each key ends. */
export function arranged(
  keys: Uint8Array | Uint32Array,
  size: number,
): { order: Uint32Array; ends: Uint32Array } {
  const next = new Uint32Array(size + 1);
  for (let i = 0; i < keys.length; i++) next[keys[i]! + 1]! += 1;
  for (let key = 1; key < size; key++) next[key]! += next[key - 1]!;
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) order[next[keys[i]!]!++] = i;
  return { order, ends: next };
}
