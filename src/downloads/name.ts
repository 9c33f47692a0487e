/**
 * What a file is called on the disk of whoever takes it: bureau, what it is, year. Addresses stay
 * plain ASCII, and without the bureau: they are for ever, a bureau's name is not, and programs that
 * show addresses make Chinese ones unreadable. So the name is the link's (`download`), where Chinese
 * may stand; taken by its bare address a file says inside whose it is.
 */
import type { SiteConfig } from "../ingest/config/site-config.ts";
import { DEMO } from "../text/demo.ts";
import { nameText } from "../text/file-name.ts";

/** “青山城管局-cases-2023.csv”. */
export function fileName(
  { bureau, shortName, demo }: SiteConfig,
  what: string,
  year: number | string,
  extension: string,
): string {
  const parts = [...(demo ? [DEMO] : []), nameText(shortName || bureau), what, String(year)];
  return `${parts.filter((part) => part !== "").join("-")}.${extension}`;
}
