/** Names of persons in published texts are found, and words that look like one are not. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { mayHoldName, personsIn } from "../src/ingest/text/names/persons.ts";
import { loadTagger, type Tagger } from "../src/ingest/text/names/tagger.ts";
import { personalData } from "../src/ingest/text/privacy.ts";

interface Names {
  surnames: string[];
  given: string[];
  sentences: string[];
  not: string[];
}
interface Texts {
  found: string[];
  not: string[];
}
const read = <T>(name: string) =>
  parse(readFileSync(join(import.meta.dirname, "fixtures", name), "utf8")) as T;
const fixture = read<
  Names & { seen: Names; held: Names; texts: Texts; clerks: Texts; fresh: Texts; ledgers: Texts }
>("personal-names.yaml");

let tagger: Tagger;
beforeAll(async () => {
  tagger = await loadTagger();
});

/** Every sentence with every surname once, the given names in turn. */
function* written({ surnames, given, sentences }: Names) {
  for (const [i, sentence] of sentences.entries()) {
    for (const [j, surname] of surnames.entries()) {
      const name = `${surname}${given[(i * 7 + j) % given.length]}`;
      yield { name, text: sentence.replaceAll("＿", name) };
    }
  }
}

const percent = (part: number, all: number) =>
  `${part}/${all} = ${((100 * part) / all).toFixed(1)}%`;

describe("names of persons", () => {
  for (const [set, names] of [
    ["tuned on", fixture],
    ["tuned on later", fixture.seen],
    ["held out", fixture.held],
  ] as const) {
    it(`${set}: at least 90% are found, at most 2% of the rest`, () => {
      const guilty = [...written(names)];
      const found = guilty.filter(({ name, text }) =>
        personsIn(text, tagger).some((person) => person.name.startsWith(name.slice(0, 2))),
      );
      const stopped = guilty.filter(({ text }) =>
        personsIn(text, tagger).some(({ certain }) => certain),
      );
      const alarms = names.not.filter((text) => personsIn(text, tagger).length > 0);
      console.log(
        `${set}: found ${percent(found.length, guilty.length)}, of them errors ${stopped.length}, false ${percent(alarms.length, names.not.length)}`,
      );
      expect(found.length / guilty.length).toBeGreaterThanOrEqual(0.9);
      expect(alarms.length / names.not.length).toBeLessThanOrEqual(0.02);
    });
  }

  it.each([
    ["officers", fixture.texts],
    ["clerks", fixture.clerks],
    ["others", fixture.fresh],
    ["ledgers", fixture.ledgers],
  ] as const)(
    "in the words of %s at least 90 in 100 are found, at most 2 of the rest",
    (who, texts) => {
      const { found, not } = texts;
      const missed = found.filter((text) => personsIn(text, tagger).length === 0);
      const alarms = not.filter((text) => personsIn(text, tagger).length > 0);
      console.log(
        `${who}' words: found ${percent(found.length - missed.length, found.length)}, false ${percent(alarms.length, not.length)}`,
      );
      expect(missed.length / found.length).toBeLessThanOrEqual(0.1);
      expect(alarms.length / not.length).toBeLessThanOrEqual(0.02);
    },
  );

  it("in cells as they come, or numbers: at least 98 in 100 are found, at most 2 of the rest", () => {
    const { found, not } = read<Texts>("personal-cells.yaml");
    const isPersonal = (text: string) =>
      personalData(text) !== null || (mayHoldName(text) && personsIn(text, tagger).length > 0);
    const missed = found.filter((text) => !isPersonal(text));
    const alarms = not.filter(isPersonal);
    console.log(
      `cells: found ${percent(found.length - missed.length, found.length)}, false ${percent(alarms.length, not.length)}`,
      ...missed,
      ...alarms,
    );
    expect(missed.length / found.length).toBeLessThanOrEqual(0.02);
    expect(alarms.length / not.length).toBeLessThanOrEqual(0.02);
  });

  it.each(["施秉", "白云山", "申通"])(
    "%s is a place or a company, unless somebody is spoken of",
    (name) => {
      expect(personsIn(`在${name}开展宣传`, tagger)).toEqual([]);
      expect(personsIn(`来电人${name}女士要求回电`, tagger)).not.toEqual([]);
    },
  );

  it("whatever the segmenter finds, it is asked for", () => {
    const { seen, held, texts, clerks, ledgers } = fixture;
    const sentences = [fixture, seen, held].flatMap((names) => [
      ...names.not,
      ...[...written(names)].map(({ text }) => text),
    ]);
    const all = [
      ...sentences,
      ...texts.found,
      ...texts.not,
      ...clerks.found,
      ...clerks.not,
      ...ledgers.found,
    ];
    const missed = all.filter((text) => !mayHoldName(text) && personsIn(text, tagger).length > 0);
    expect(missed).toEqual([]);
  });

  it.each([
    ["被执行人姚本刚", "姚本刚"],
    ["帮扶对象杨秀英家", "杨秀英"],
    ["退伍军人杨再兴座谈", "杨再兴"],
    ["慰问困难党员杨秀英同志", "杨秀英"],
    ["犯罪嫌疑人龙胜军", "龙胜军"],
    ["潘国强诉某局案庭审旁听", "潘国强"],
    ["吴安琼诉县综合行政执法局一案", "吴安琼"],
  ])("of %s is a citizen's for certain", (text, name) => {
    const certain = personsIn(text, tagger).filter((person) => person.certain);
    expect(certain.map((person) => person.name)).toEqual([name]);
  });
});
