/** A built site for the test file that needs one, built for the first that does; nobody changes it. */
import { inject } from "vitest";
import type { Built, SiteName } from "./builder.ts";

/** The folder of the finished site; of the demo as `npm start -- --demo` shows it. */
export async function built(name: SiteName): Promise<string> {
  return (await builtOf(name)).site;
}

/** The same beside the folder of its data. */
export async function builtOf(name: SiteName): Promise<Built> {
  const response = await fetch(new URL(name, inject("builder")));
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return JSON.parse(text);
}
