/** The topics of a site: the program's, and those that its site.yaml declares. */
import type { Problems } from "../ingest/problems/problems.ts";
import type { Site } from "../site/year.ts";
import { declaredTopic } from "./declared.ts";
import type { Topic } from "./define.ts";
import { topics } from "./index.ts";

export type OfSite = Pick<Site, "config">;

/** Every topic page of a site, in the order of the navigation. */
export function topicsOf({ config }: OfSite): readonly Topic[] {
  return [...topics, ...config.topics.map(declaredTopic)];
}

/** A topic of site.yaml takes no address and no name of the program's own. */
export function sayTopicsTwice({ config }: OfSite, problems: Problems): void {
  for (const { id, name } of config.topics) {
    const twin = topics.find((topic) => topic.id === id || topic.nav === name);
    if (!twin) continue;
    problems.add({
      code: "yaml-field",
      file: "site.yaml",
      column: "栏目",
      value: twin.id === id ? id : name,
      why: `已经有栏目“${twin.nav}”（${twin.id}）`,
      fix: "指标放进已有的栏目，就不用在这里写；另设栏目，换一个编号和名称",
    });
  }
}
