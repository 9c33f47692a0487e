import type { Message } from "../problems/problems.ts";

/** A file as the ingest sees it, wherever its bytes come from. */
export interface Source {
  /** Path inside the data folder with `/`, e.g. `2023/cases.csv`. */
  path: string;
  size: number;
  /** Why what stands under this name cannot be read, if so; it has no bytes then. */
  closed?: Message;
  /** The bytes, from the start, at every call. A chunk is only good until the next is asked for. */
  open(): AsyncIterable<Uint8Array>;
}
