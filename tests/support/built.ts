/** A built site for the test file that needs one, built for the first that does; nobody changes it. */
import { inject } from "vitest";
import type { SiteName } from "./builder.ts";

/** The folder of the finished site; of the demo as `npm start -- --demo` shows it. */
export async function built(name: SiteName): Promise<string> {
  const response = await fetch(new URL(name, inject("builder")));
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}
