/** A topic that site.yaml declares: of what stands on it nothing is known but the numbers themselves. */
import { itemOf } from "../charts/items.ts";
import { timeOf } from "../charts/own-periods.ts";
import { originOfAll, sourcesText } from "../figures/origin.ts";
import type { Year } from "../site/year.ts";
import { numberText, UNKNOWN } from "../text/format.ts";
import { enumerate } from "../text/sentences.ts";
import type { Topic } from "./define.ts";
import { timed } from "./told.ts";

/** About as much as a headline holds. */
const LONGEST = 28;

export function declaredTopic(id: string, name: string): Topic {
  return {
    id,
    nav: name,
    label: name,
    description: `${name}：公布的数字，照原来的写法列出。`,
    headline: (year) => headline(year, id) || `${name}的数字${UNKNOWN}`,
    lead: (year) => {
      const known = knownIn(year, id);
      const origins = sourcesText(originOfAll(known.map(({ origin }) => origin)));
      const time = timeOf(year, known);
      return known.length > 0
        ? `${time}，这一栏目有${numberText(known.length)}个数字，取自${origins}，照原来的写法列出。`
        : `${year.year}年，这一栏目还没有数字。`;
    },
    datasets: [],
    method: ["这个栏目由本单位设置，数字和单位照原来的写法列出，不作换算，也不相加。"],
  };
}

/** As many of the first numbers that are no part of another as there is room for. */
function headline(year: Year, topic: string): string {
  const texts = knownIn(year, topic)
    .filter(({ statements }) => statements.every(({ parent }) => parent === null))
    .map(({ metric }) => enumerate(timed(year, [itemOf(year, metric.id)])));
  const [first = "", ...others] = texts;
  let text = first;
  for (const other of others) {
    if (text.length + other.length >= LONGEST) break;
    text += `，\u200b${other}`;
  }
  return text;
}

function knownIn(year: Year, topic: string) {
  return [...year.figures.values()].filter(
    ({ metric, amount }) => metric.topic === topic && amount.state !== "unknown",
  );
}
