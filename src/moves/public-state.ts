/** All that a site says in numbers and findings, piece by piece: what two states of its data are compared by. */
import { isGiven, plain, render } from "../charts/render.ts";
import { datasets } from "../datasets/index.ts";
import type { Figure } from "../figures/figures.ts";
import { findingsOf } from "../findings/find.ts";
import { checkText, datedStateText } from "../findings/words.ts";
import { isRowMetric } from "../metrics/define.ts";
import { THRESHOLD } from "../protect/threshold.ts";
import { homeHeadline } from "../questions/headline.ts";
import { questionsOf } from "../questions/of-site.ts";
import type { Site, Year } from "../site/year.ts";
import { amountText, numberText, sectionText, UNKNOWN, writtenText } from "../text/format.ts";
import { shownTopics } from "../topics/shown.ts";
import { shownCharts } from "../topics/shown-charts.ts";
import { type Amount, isWithheld } from "../values/amount.ts";
import { peopleSorts } from "./people-sorts.ts";
import type { PublicWords } from "./public-words.ts";
import type { ByWord } from "./shift.ts";

/** By a key that both states share. `onProgress` gets a word before each year. */
export async function publicState(
  site: Site,
  onProgress: (doing: string) => void = () => {},
): Promise<ReadonlyMap<string, PublicWords>> {
  const state = new Map<string, PublicWords>();
  for (const year of site.years) {
    onProgress(`${year.year}年`);
    const parts = [figuresOf, titlesOf, answersOf, findingsIn, rowsOf];
    for (const part of parts) {
      for (const said of part(site, year)) {
        state.set([said.part, said.year, said.id].join("\0"), said);
      }
      // Who waits at a terminal is shown that it goes on.
      await new Promise((done) => setImmediate(done));
    }
  }
  return state;
}

function* figuresOf(site: Site, year: Year): Iterable<PublicWords> {
  const ofPeople = new Set(peopleSorts(site, year).map(({ figure }) => figure));
  for (const id of site.metrics.keys()) {
    const figure = year.figures.get(id);
    if (figure) yield* figureIn(year, figure, ofPeople.has(figure));
  }
  for (const [id, table] of year.tables) {
    const { label, unit } = table.metric;
    for (const row of table.rows) {
      for (const column of table.columns) {
        const amount = table.amountOf(row, column);
        if (amount.state === "unknown") continue;
        const cell = numberOf(year, [id, row, column], `${label}：${row}，${column}`, amount, unit);
        // Two columns of so many that it could not be told at all.
        const isCount = amount.state === "known" && !table.metric.quantile;
        yield { ...cell, ...(isCount && { people: amount.value, few: THRESHOLD }) };
      }
    }
  }
}

function* figureIn(year: Year, figure: Figure, isOfPeople: boolean): Iterable<PublicWords> {
  const { metric, unit, amount, groups, statements } = figure;
  const { id, label } = metric;
  const people = isOfPeople &&
    amount.state === "known" && { people: amount.value, byColumn: columnsOf(year, figure) };
  yield { ...numberOf(year, [id], label, amount, unit), ...people };
  for (const group of groups ?? []) {
    const word = group.column ? `${group.word}，${group.column}` : group.word;
    yield numberOf(year, [id, "by", word], `${label}：${word}`, group.amount, unit);
  }
  for (const [at, said] of statements.entries()) {
    const where = said.section ? `第${sectionText(said.section)}部分` : "报告";
    yield {
      ...numberOf(
        year,
        [id, "said", String(at)],
        `${said.label}（${where}写的）`,
        said.amount,
        unit,
      ),
      text: writtenText(said.amount, said.unit),
    };
  }
}

/** A sort of people's matters by every column that the explorer counts it by. */
function columnsOf(year: Year, { metric }: Figure): ReadonlyMap<string, ByWord> {
  if (!isRowMetric(metric)) return new Map();
  const own = [...year.columnTotals(metric.dataset.id)].filter(([id]) =>
    id.startsWith(`${metric.id} by `),
  );
  return new Map(
    own.map(([id, { groups }]) => [
      id,
      new Map(
        (groups ?? []).flatMap(({ word, amount }) =>
          amount.state === "known" ? [[word, amount.value]] : [],
        ),
      ),
    ]),
  );
}

function numberOf(
  { year }: Year,
  id: readonly string[],
  name: string,
  amount: Amount,
  unit: string,
): PublicWords {
  const saying = isWithheld(amount) ? "withheld" : amount.state === "unknown" ? "unknown" : "shown";
  return { part: "figure", year, id: id.join("/"), name, text: amountText(amount, unit), saying };
}

function* titlesOf(site: Site, year: Year): Iterable<PublicWords> {
  const title = (id: string, name: string, text: string): PublicWords => ({
    ...{ part: "title", year: year.year, id, name, text: plain(text), saying: "shown" },
  });
  if (year === site.latest) yield title("home", "首页", homeHeadline(year, questionsOf(site)));
  for (const topic of shownTopics(site)) {
    yield title(`topic/${topic.id}`, `栏目“${topic.nav}”`, topic.headline(year));
  }
  for (const chart of shownCharts(site)) {
    if (!isGiven(site, chart, year)) continue;
    yield title(`chart/${chart.id}`, `图“${chart.question}”`, render(site, chart, year).title);
  }
}

function* answersOf(site: Site, year: Year): Iterable<PublicWords> {
  for (const { id, question, answer } of questionsOf(site)) {
    const { said, more } = answer(year);
    const text = plain([said ?? UNKNOWN, ...more].join("；"));
    const saying = said === null ? "unknown" : "shown";
    yield { part: "question", year: year.year, id, name: question, text, saying };
  }
}

function* findingsIn(_: Site, year: Year): Iterable<PublicWords> {
  for (const check of findingsOf(year)) {
    const text = `${checkText(check)}；${datedStateText(year, check)}`;
    const name = `${check.figure.metric.label}：${check.rule.broken}`;
    yield { part: "finding", year: year.year, id: check.id, name, text, saying: "shown" };
  }
}

/** Of rows about people, how many stand alone and how many in classes. */
function* rowsOf(_: Site, year: Year): Iterable<PublicWords> {
  for (const { id, label } of datasets) {
    const release = year.release(id);
    if (!release) continue;
    const { lines, individualRows } = release;
    const classes = lines - individualRows;
    const text = `${numberText(individualRows)}行单列${classes > 0 ? `，${numberText(classes)}行是合并的` : ""}`;
    yield { part: "rows", year: year.year, id, name: label, text, saying: "shown" };
  }
}
