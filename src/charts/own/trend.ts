/** The chart of a number of the bureau's own over the years. */
import type { Metric } from "../../metrics/define.ts";
import type { Year } from "../../site/year.ts";
import { namesText } from "../../text/format.ts";
import type { Chart, View } from "../define.ts";
import { yearsView } from "../views/years.ts";
import { saidOf, sameThroughout, yearsTo } from "./own-metrics.ts";

/** Its id is that of the number at the head, so that the address stays. */
export function trendChart(head: Metric, ids: readonly string[]): Chart {
  return {
    id: `years-${head.id}`,
    topic: head.topic,
    question: `${head.label}各年有什么变化？`,
    figures: ids,
    own: true,
    view: (year) => trendView(year, head, ids),
  };
}

/** Only what means the same in every year is a line. */
function trendView(year: Year, head: Metric, ids: readonly string[]): View {
  const comparable = trending(year, ids);
  if (comparable.length === 0)
    return { ...yearsView(year, ids), items: [], form: null, idle: true };
  const drawn = yearsView(year, comparable);
  const view = {
    ...drawn,
    // Where nothing can be said of the change, the title names at least what is drawn.
    title: drawn.title.includes(head.label)
      ? drawn.title
      : drawn.title.replace(/^(?=\d)/, `${head.label}，\u200b`),
    shows: comparable,
  };
  const others = ids.filter((id) => !sameThroughout(year, id));
  const labels = others.map((id) => year.figures.get(id)!.metric.label);
  return others.length === 0
    ? view
    : {
        ...view,
        notes: [
          ...view.notes,
          `${namesText(labels, "和")}各年的名称、单位或说明不同，口径不同，不画在一起。`,
        ],
      };
}

/** Those of which at least two years up to this one are known, and mean the same. */
export function trending(year: Year, ids: readonly string[]): readonly string[] {
  return ids.filter(
    (id) =>
      yearsTo(year).filter(({ figures }) => saidOf(figures.get(id))).length > 1 &&
      sameThroughout(year, id),
  );
}
