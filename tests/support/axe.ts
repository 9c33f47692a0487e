/** What axe finds wrong on an open page. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";

/** To describe all that is right, each node by a selector of its own, would take as long as to look. */
const FAULTS_ALONE: Parameters<AxeBuilder["options"]>[0] = {
  resultTypes: ["violations"],
  selectors: false,
};

/** `kept`: this document has axe already. `rules`: all when left out. */
export async function axeFaults(
  page: Page,
  { kept = false, rules }: { kept?: boolean; rules?: readonly string[] } = {},
): Promise<string[]> {
  const builder = new AxeBuilder(kept ? { page, axeSource: "0" } : { page })
    .setLegacyMode()
    .options({ ...FAULTS_ALONE, ...(rules && { runOnly: [...rules] }) });
  const { violations } = await builder.analyze();
  return violations.map(
    ({ id, nodes }) => `${id} ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 120))}`,
  );
}
