/** The topics that a site may have, in the order of the navigation. */
import type { Site } from "../site/year.ts";
import type { Topic } from "./define.ts";
import { topics } from "./index.ts";

export type OfSite = Pick<Site, "config">;

export function topicsOf(_site: OfSite): readonly Topic[] {
  return topics;
}
