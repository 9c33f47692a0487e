/** 是不是“…”: advice that a reader follows never turns a word or a column into another. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { datasets } from "../src/datasets/index.ts";
import { wordsOf } from "../src/ingest/cells/lexicon.ts";
import { headMeantBy, meantBy } from "../src/ingest/text/nearest.ts";

const labels = datasets.map(({ columns }) => Object.values(columns).map(({ label }) => label));
const wordLists = datasets.flatMap(({ columns }) =>
  Object.values(columns).map((column) => [...wordsOf(column, new Map()).keys()]),
);

describe("a header", () => {
  it.each([
    ["公示截止期", "公示日期"],
    ["公示截止日期", "公示日期"],
    ["处罚依据", "处罚种类"],
    ["处罚内容", "处罚种类"],
    ["处罚机关", "处罚种类"],
    ["处罚事由", "处罚种类"],
    ["处罚结果", "处罚种类"],
    ["决定机关", "决定日期"],
    ["审核意见", "审核日期"],
    ["结案天数", "结案日期"],
    ["办结时长", "办结日期"],
    ["当事人名称", "当事人类型"],
    ["街道编码", "街道"],
    ["受理单位", "受理日期"],
  ])("%s is never said to be %s", (head, label) => {
    expect(headMeantBy(head, [label])).toBeNull();
    for (const names of labels) expect(headMeantBy(head, names)).not.toBe(label);
  });

  it.each([
    ["公示日朝日期", "公示日期"],
    ["决定书日期", "决定日期"],
    ["处罚种类名", "处罚种类"],
    ["执法领城", "执法领域"],
    ["受理时间", "受理日期"],
  ])("%s may be %s", (head, label) => {
    expect(headMeantBy(head, [label, "件数"])).toBe(label);
  });
});

describe("a word", () => {
  it.each([
    ["不通过", "通过"],
    ["未结", "已结"],
    ["未办结", "已办结"],
    ["非公开", "公开"],
    ["无满意", "满意"],
    ["0", "是"],
    ["撤诉", "撤销"],
    ["撤回", "撤销"],
    ["行政应诉", "行政复议"],
    ["行政诉讼", "行政复议"],
    ["个人", "法人"],
    ["公民", "法人"],
    ["自然人", "法人"],
    ["法人", "非法人组织"],
    ["个体工商户", "自然人"],
    ["原告", "被告"],
    ["立案", "销案"],
    ["行政许可", "行政处罚"],
  ])("%s is never said to be %s", (word, other) => {
    expect(meantBy(word, [other])).toBeNull();
    for (const words of wordLists) expect(meantBy(word, words)).not.toBe(other);
  });

  it("planned, asked for or taken back is none of the words that say that it is so", () => {
    const turns = ["拟", "取消", "停止", "解除", "恢复", "申请", "重新", "建议", "撤销", "待"];
    const wrong = wordLists.flatMap((words) =>
      words.flatMap((word) => {
        const said = turns.filter((turn) => !word.includes(turn)).map((turn) => turn + word);
        return said.filter((one) => !words.includes(one) && meantBy(one, words) === word);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("denied is none of the words that do not deny, in every list", () => {
    const all = wordLists.filter((words) => words.length > 0);
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.constantFrom(..."不未无非"),
        fc.nat(),
        (words, denial, at) => {
          const word = words[at % words.length]!;
          if (/[不未无非没否免拒]/.test(word)) return;
          const found = meantBy(denial + word, words);
          if (found !== null) expect(found).toMatch(/[不未无非没否免拒]/);
        },
      ),
      { seed: 15, numRuns: 500 },
    );
  });
});
