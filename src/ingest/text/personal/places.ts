/** 楼栋房号, 门牌号, 村组, 经纬度: where somebody lives. A building or a street alone is no address. */
import { isInOffice, isNumbered, isOffices, type PersonalKind } from "./kind.ts";

const N = "[\\d一二三四五六七八九十百]";
const BUILDING = "(?:[号#]楼|栋|幢|座)";
/** 501, 五零一: not so many square metres, households, years. */
const DOOR =
  "(?:\\d{3,4}|[一二三四五六七八九][零〇一二三四五六七八九]{2,3})(?![\\d平㎡m米户间人套个元份年次余多层]|\\.\\d|号?[室厅]?(?:法律|会议|办公|接待|调解|培训|教|多功能|窗口|大厅))";

const room: PersonalKind = {
  name: "楼栋房号",
  needs: /[栋幢座楼层#室房排门户元区园舍院村寓期城苑府邸郡庭居轩阁主客]/,
  chinese: true,
  pattern: new RegExp(
    [
      `${N}{1,3} ?(?:[号#]楼|栋|幢) ?(?:第?(?:${N}{0,3}|[东西南北中左右A-Z甲乙丙丁]) ?单元|\\d{1,2}-\\d{3,4}(?!\\d)|${N}{1,4} ?(?:室|号(?!楼))|\\d{3,4}(?:房(?!间)|户(?![居住群人])))`,
      `(?:${N}{1,3}|(?<![A-Z])[A-Z]) ?${BUILDING} ?\\d{1,2}-\\d{1,2}(?![\\d-]| ?(?:单元|号楼|[层楼栋幢米月日天年间人个元]))`,
      `${N}{1,3} ?${BUILDING} ?${N}{1,3}[楼层] ?(?:[东西南北左右中](?:手|边|面|侧)?(?:边?那?[户家]|手边?)|[左右](?:边|手)|第?${N}{1,2}[户家号](?!楼)|对门|楼梯口)`,
      `(?:${N}{1,3}|(?<![A-Z])[A-Z]|[甲乙丙丁东西南北]) ?${BUILDING} ?-?${DOOR}`,
      // Doors with a letter, and rows of low houses: 19座23A, 三排八号.
      `${N}{1,3} ?(?:[号#]楼|栋|幢|座) ?\\d{1,2}[A-H](?![A-Z\\d])`,
      `(?:[村院区舍园厂头边侧]|[^\\u4e00-\\u9fff]|^)第?${N}{1,2}排(?:第?${N}{1,2}|[东西南北])[号户家](?![展摊座位席桌工水车柜箱])`,
      `${N}{1,2}楼 ?${DOOR}`,
      // Whatever storey is said between them: 8号楼顶层602, 3栋负一楼101.
      `(?:${N}{1,3}|(?<![A-Z])[A-Z]|[甲乙丙丁东西南北]) ?${BUILDING} ?(?:[顶底]|架空|负?${N}{1,3})[楼层] ?${DOOR}`,
      // Doors of letters: 14楼C室, B座3层D2室.
      `${N}{1,3}[楼层] ?[A-Z甲乙丙丁]\\d{0,2} ?[室户](?![内外温型])`,
      `${N}{1,3}[楼层] ?(?:[东西南北中左右][边侧]?|第?${N}{1,2})户(?![外型籍口部内均人数])`,
      // 门 is an entrance: 6号2门301, 3楼5门12号.
      `${N}{1,3}(?:[号#]楼?|[楼栋幢座]) ?${N}{1,2}门洞? ?(?:${N}{1,4} ?[室号]|\\d{3,4}(?!\\d))`,
      // The storey again in the door's number: 28层2806.
      "(?<!\\d)(?<storey>\\d{1,2})[楼层] ?\\k<storey>\\d{2}(?![\\d平㎡m米户间人个元万]|\\.\\d|号?[室厅]?(?:法律|会议|办公|接待|调解|培训|教|多功能|窗口|大厅))",
      // Storey and one of a dozen doors: 楼上602住户.
      "(?<![\\d.,-])(?:[1-9]|[1-3]\\d)(?:0[1-9]|1[0-6])(?:住户|业主|租户|租客|邻居)",
      `(?<![\\d.-])\\d{1,3}#-?(?:\\d{1,2}-)?${DOOR}(?! ?[A-Z吨千公斤台只支块根])`,
      "(?<![一二三四五六七八九十百])[一二三四五六七八九][零〇一二三四五六七八九]{2,3}(?:室(?!内|外|温)|号房(?![间屋源产型地管租价改]))",
      `(?:${N}{1,3}|[A-Z甲乙丙丁])单元(?:\\d|${N}{1,4}[室号楼层])`,
      "(?:小区|花园|宿舍|家属[院楼]|新村|公寓|[一二三四五六七八九东西南北\\d][期区村]|[城苑府邸寓郡庭居轩阁])(?:[A-Z]?\\d{1,2}-(?!(?:19|20)\\d\\d(?!\\d))\\d{3,4}(?![\\d-])|\\d{1,2}-\\d{1,2}-\\d{1,2}(?![\\d-])|[A-Z]\\d{3,4}(?![\\dA-Z路线型]|公交))",
      "(?<![\\d.-])[1-9]\\d{2,3}(?:室(?!内|外|温)|号?房(?![间屋源产型地管租价改]))",
    ].join("|"),
    "gi",
  ),
  // 共18栋1203户 are so many buildings and households.
  confirmed: (match, around) =>
    (!/(?:户|业主|租客|邻居)$/.test(match) || !COUNTED.test(around.before)) &&
    (match.includes("单元") || !isInOffice(around)),
  notInNumbering: true,
};

const COUNTED = /(?:[共计有约等建改拆修涉及]|完成|改造|整治|惠及|覆盖|安置|搬迁)(?:了|有)? ?$/;

/** Building, entrance, door: 17-2-501. A day has a year at one of its ends. */
const doors: PersonalKind = {
  name: "楼栋房号",
  pattern: /(?<![\w.-])\d{1,3}(?: - | ?-)\d{1,2}(?: - |- ?)\d{3,4}(?![\w-]|\.\d)/g,
  confirmed: (match, around) =>
    !/- ?(?:19|20)\d\d$/.test(match) &&
    !isNumbered(around) &&
    !/^ ?[分元件人次米]/.test(around.after),
  notInNumbering: true,
};

/** A road that is a word of its own has no houses: 街道, 线路, 铁路. */
const house: PersonalKind = {
  name: "门牌号",
  chinese: true,
  pattern: new RegExp(
    `(?:(?<![铁公电网思线管马半国省县一])路|(?<!步行)街|大道|[东南西北中环]道|巷[尾头里子]?|弄堂?|胡同|[街巷]口|[村寨庄](?!级)|(?<!驻)屯|[村寨庄屯镇乡街][\\u4e00-\\u9fff]{1,5}组)(?:十字)?(?:[东西南北中](?:段|侧|头|端)?)?(?:[甲乙丙丁附特临横直后][字门]?)? ?${N}{1,5}(?:-\\d{1,3}|附\\d{1,3})? ?号(?!公交|线|令|文|网格|公告|通告|台风|提案|建议|议案|决定|桥|界|地块|工单|公厕|岗|门岗|塔|泵|站|组|网格|路灯|[水电窨检]?井|展|摊|台|机)|门牌(?:号码?)?[:为是 ]{0,2}\\d{1,5}(?![\\d块个张面枚])`,
    "g",
  ),
  confirmed: (_match, around) => !isOffices(around),
  notInNumbering: true,
};

/** Groups of a village have a dozen households. */
const group: PersonalKind = {
  name: "村组",
  chinese: true,
  pattern: new RegExp(
    `(?:(?<!驻)[村寨庄屯]|社区居?民?|居委会)(?:民?小?组)?第?${N}{1,3}(?:村民)?(?:小组|组|社|小?队)(?!长会|织|合|会|区|员|伍|人员|执法|巡查|协管)`,
    "g",
  ),
  notInNumbering: true,
};

const coordinates: PersonalKind = {
  name: "经纬度",
  pattern:
    /(?<![\d.])(?:(?:7[3-9]|[89]\d|1[0-3]\d)\.\d{4,}°?E?[,，、;/ ]{1,3}(?:[A-Z]{1,3}[=:] ?)?\d{1,2}\.\d{4,}|\d{1,2}\.\d{4,}°?N?[,，、;/ ]{1,3}(?:[A-Z]{1,3}[=:] ?)?(?:7[3-9]|[89]\d|1[0-3]\d)\.\d{4,})|N ?\d{1,2}\.\d{2,}°?[,，、;/ ]{0,3}E ?\d{2,3}\.\d{2,}|E ?\d{2,3}\.\d{2,}°?[,，、;/ ]{0,3}N ?\d{1,2}\.\d{2,}|\d{1,3}[°度]\d{1,2}['′分]\d{1,2}(?:\.\d+)?(?:"|′′|''|秒)|(?:经度|东经|纬度|北纬|lng|lat)[:：为=是 ]{0,3}\d{1,3}(?:\.\d{3,}|[°度]\d)/gi,
};

export const PLACES: readonly PersonalKind[] = [room, doors, house, group, coordinates];
