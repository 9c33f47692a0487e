/** A file as the ingest sees it, wherever its bytes come from. */
export interface Source {
  /** Path inside the data folder with `/`, e.g. `2023/cases.csv`. */
  path: string;
  size: number;
  /** The bytes, from the start, at every call. A chunk is only good until the next is asked for. */
  open(): AsyncIterable<Uint8Array>;
}
