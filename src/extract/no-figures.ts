/** Numbers of a report that say how much of nothing: dates, numbers of documents and laws, names. */

const HAN = "[零〇一二两三四五六七八九十百千万]";
const DASH = "[-—–~～至到]";
const YEAR = "(?:19|20)\\d{2}";

/** What they are, in the order in which they are told of. */
const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ["书名、文件名", /《[^《》]{0,120}(?:《[^《》]{0,80}》[^《》]{0,80})?》/g],
  ["引号里的名称", /[“"][^“”"。；;]{1,30}[”"]|[‘'][^‘’'。；;]{1,30}[’']|「[^」]{1,30}」/g],
  [
    "文号",
    new RegExp(`[〔[(（【]\\s*${YEAR}\\s*[〕\\])）】]\\s*第?\\s*\\d+\\s*号|\\d+号(?!楼)`, "g"),
  ],
  [
    "日期",
    new RegExp(
      [
        `${YEAR}\\s*[年./-]\\s*\\d{1,2}\\s*[月./-]\\s*\\d{1,2}\\s*[日号]?`,
        `${YEAR}\\s*年\\s*\\d{1,2}\\s*${DASH}\\s*\\d{1,2}\\s*月份?`,
        `(?:${YEAR}\\s*年\\s*)?\\d{1,2}\\s*月份?(?:\\s*\\d{1,2}\\s*[日号])?(?:\\s*[-—–~～至到]\\s*(?:\\d{1,2}\\s*月份?)?(?:\\s*\\d{1,2}\\s*[日号])?)?`,
        `\\d{1,2}\\s*${DASH}\\s*\\d{1,2}\\s*月份?`,
        `\\d{1,2}[日号](?![常均])`,
        `\\d{1,2}[:：]\\d{2}|\\d{1,2}[时点](?:\\d{1,2}分|半)`,
        `\\d{1,2}[.·]\\d{1,2}(?=["”’]?(?:国家|国际|世界|全国|宪法|消费|禁毒|系列|活动|宣传))`,
      ].join("|"),
      "g",
    ),
  ],
  [
    "年份",
    new RegExp(
      `${YEAR}\\s*${DASH}\\s*${YEAR}\\s*年?(?:度|版)?|${YEAR}\\s*年?(?:度|版|[、和及]\\s*${YEAR}\\s*)*年(?:度|版)?|${YEAR}(?:年|版)|${YEAR}(?=[、和]${YEAR})`,
      "g",
    ),
  ],
  [
    "次序",
    new RegExp(
      `第\\s*(?:\\d+|${HAN}+)|(?:前|头|后|倒数)\\s*(?:\\d+|${HAN}+)(?=[名位强]|[个]?(?:季度|月))|(?:排名|位列|位居|名列)(?:全[国省市州县区])?\\s*\\d+`,
      "g",
    ),
  ],
  [
    "序号",
    new RegExp(
      `[（(]\\s*(?:\\d{1,2}|${HAN}{1,3})\\s*[)）]|(?<=^|[。；;：:！？\\s])\\d{1,2}\\s*(?:[、．]|\\.(?!\\d))|(?<=^|[。；;：:，,、！？”’）)\\s])[一二三四五六七八九十]{1,3}(?:是|要|则(?!是))`,
      "g",
    ),
  ],
  [
    "电话、热线",
    /\d{3,4}[-—]\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d)|(?:电话|热线|传真|邮编|拨打)(?:号码)?[：:]?\s*\d[\d-]*/g,
  ],
  [
    "编号",
    /[A-Za-z]\d[\dA-Za-z-]*|\d+(?=[A-Za-z](?![Mmg²³B]))[A-Za-z]|\d*[+＋]\s*[\dA-Za-z]+|\d+\s*\/\s*\d+|\d[\d.]*\s*版/g,
  ],
  ["列举之后的概数", /等\s*[\d一二三四五六七八九十]+(?:大|种|类|个?(?:方面|领域|环节|层面))/g],
  ["图表、附件", /(?:附[表件录图]|(?<!代)[表图])\s*\d{1,2}(?![\d.]|\s*[份张件个幅人名位次家户])/g],
  ["层级", new RegExp(`(?:\\d+|${HAN}+)\\s*(?:级|届|代|线|星级)`, "g")],
];

export interface NoFigure {
  start: number;
  end: number;
  kind: string;
}

/** The places of a text whose numbers are none, as they come. */
export function noFigures(text: string): NoFigure[] {
  return KINDS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      kind,
    })),
  );
}
