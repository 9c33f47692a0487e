/** The topics of a site: the program's, and those of its own, in the order and by the names that its site.yaml gives. */
import type { ListedTopic } from "../ingest/config/topics.ts";
import type { Problems } from "../ingest/problems/problems.ts";
import type { Site } from "../site/year.ts";
import { listText } from "../text/format.ts";
import { declaredTopic } from "./declared.ts";
import type { Topic } from "./define.ts";
import { topics } from "./index.ts";

export type OfSite = Pick<Site, "config">;

/** Every topic that a site may have, hidden ones too: numbers of theirs still say where they belong. */
export function topicsOf({ config }: OfSite): readonly Topic[] {
  const listed = config.topics.flatMap((one) => {
    const ours = programs(one);
    if (ours) return isCalled(ours, one.name) ? ours : { ...ours, nav: one.name, label: one.name };
    return one.id === null ? [] : declaredTopic(one.id, one.name);
  });
  const others = topics.filter(({ id }) => listed.every((topic) => topic.id !== id));
  // Who only adds a topic has not said that it comes first.
  const ordered = config.topics.some((one) => programs(one));
  return ordered ? [...listed, ...others] : [...others, ...listed];
}

/** Whether site.yaml says not to show it. */
export function isHidden({ config }: OfSite, { id }: Topic): boolean {
  return config.topics.some((one) => one.hidden && (one.id ?? programs(one)?.id) === id);
}

/** Whether a topic has this short name, or had it once. */
export function isCalled({ nav, alsoCalled = [] }: Topic, word: string | null): boolean {
  return [nav, ...alsoCalled].some((name) => name === word);
}

/** The topic of the program that an entry names, by its address or by its short name. */
function programs({ id, name }: ListedTopic): Topic | undefined {
  return topics.find((topic) => (id === null ? isCalled(topic, name) : topic.id === id));
}

/** An entry without an address is one of the program's; a topic of one's own takes no name of theirs. */
export function sayTopics({ config }: OfSite, problems: Problems): void {
  const wrong = (value: string, why: string, fix: string) =>
    problems.add({
      code: "yaml-field",
      file: "site.yaml",
      column: "栏目",
      value,
      why,
      fix,
    });
  for (const one of config.topics) {
    if (programs(one)) continue;
    const twin = topics.find((topic) => isCalled(topic, one.name));
    if (one.id === null) {
      wrong(
        one.name,
        `没有“${one.name}”这个栏目`,
        `已有的栏目是${listText(topics.map(({ nav }) => nav))}；给它们改名要写编号（${topics
          .map(({ id, nav }) => `${nav}是 ${id}`)
          .join("，")}）；另设栏目也要写编号，例如 permits`,
      );
    } else if (twin) {
      wrong(
        one.name,
        `已经有栏目“${twin.nav}”（${twin.id}）`,
        "指标放进已有的栏目，就不用在这里写；另设栏目，换一个名称",
      );
    }
  }
}
