/**
 * A grammar of dwellings. A door is one household's; what parts a building before it (house, block,
 * entrance, storey) says whose. Whatever the estate is called, two such steps that end at a door are
 * an address: 3栋2单元左手边那户, 6单元顶楼东户, 职工楼301. One step alone is still many people's.
 */
import { isInOffice, isNumbered, type PersonalKind } from "./kind.ts";

const N = "[\\d一二三四五六七八九十百零〇两壹贰叁肆伍陆柒捌玖拾]";
const SIDE = "[东西南北左右中前后]";
/** No room for the public, no office, and nothing that is measured or counted. */
const NO_HOME =
  "(?!号?[楼层室厅馆]?(?:法律|会议|办公|接待|调解|培训|教[学室研]|多功能|窗口|大厅|诊|病|柜|展|电梯|走廊|厕|卫生间|消防|平台|检[票查]|审|法庭|开标))";
const NO_UNIT =
  "(?![\\d平㎡m米户间人套个元份年次余多层块盏栋幢座所处家条件起项吨万千亩月日号天分秒辆台%％‰.-])";

/** What parts a place, from the outside in; each says by its name what it is. */
const BLOCK = `(?:[A-Z]?${N}{1,4}(?:-\\d{1,2})?|[A-Z]|[甲乙丙丁东西南北]) ?(?:[号#]楼|#|栋|幢|座|排(?!污|水|查|放|名))`;
const ENTRANCE = `(?:(?:${N}{1,3}|[A-Z]|[甲乙丙丁]|${SIDE}) ?单元|第?${N}{1,2} ?(?:门洞?(?![诊面市店口窗禁牌票岗卫类课])|梯(?![次度级队]))|[A-Z]梯|第${N}{1,2}个门洞|${SIDE}门(?=[\\d一二三四五六七八九]))`;
const STOREY = `(?:负?${N}{1,3}|[顶底])[楼层](?!会议|大厅|窗口|办公|平台|商)`;
const DOOR = [
  // 801室, 2号, 06户; 602; 伍零贰; 23A; 22F-C's last.
  `[A-Z]?${N}{1,4} ?(?:室(?!内|外|温)|户(?![外型籍口均数])|号?房(?!间?[屋源产型地管租价改])|套(?!房?[均价管餐])|号(?![楼线令文院网格公通台提建议决桥界地工岗塔泵站组路灯水电窨展机车闸样断墩取监选窗柜桌井池标厂仓库馆厅住门诊检审会教考实手]))`,
  `-?[A-Z]?\\d{3,4}[A-Z]?(?![A-Z])${NO_UNIT}`,
  "[一二三四五六七八九壹贰叁肆伍陆柒捌玖][零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]{2,3}",
  `\\d{1,2}-?[A-H](?![A-Z\\d])`,
  // The door of a storey that was said: 24层03.
  `(?<=[楼层梯])-?0[1-9](?!\\d)`,
  // 东户, 左手边那户, 东边套, 左起第4间, 中间.
  `${SIDE}(?:[手]?[边侧首头面]?|手)的?(?:那|这|第?[一二三四1-9])?(?:户(?![外型籍])|套(?!房)|家(?![具电])|间(?!隔)|屋(?!顶|面)|门(?![口面])|住户|邻居)`,
  `(?:从?${SIDE}(?:往${SIDE})?(?:数|起))?第${N}{1,2}(?:户|家|间|个?门)`,
  `[左右${SIDE.slice(1, -1)}](?:手边?|边|侧|首)`,
  // The entrance itself, where a building is said before it; 三西 of an entrance.
  `${N}{1,3} ?(?:单元|门)(?![门诊面市店口窗禁牌票岗卫类课])`,
  `${N}[东西南北中](?![\\u4e00-\\u9fff])`,
  // Rooms of old houses that were divided.
  `(?:客堂|亭子|灶披|统)间|[东西]厢房?|[前后][落楼](?!梯)|第[一二三四1-4]进|大房(?![产屋])|底楼`,
  `${SIDE}(?![\\u4e00-\\u9fff])`,
  "把头|尽头|顶头|拐角|楼梯口|电梯口|对门|[那这]一?[户家]|中间|住户|业主(?!委|大会)|租[户客]|人家",
].join("|");
/** What joins two steps. */
const LINK = "[-的,， ]?(?:(?:架空层?|地下室?|商铺|门面|内|里|旁|往[东西南北上])[- ]?)?";
const STEP = `(?:${BLOCK}|${ENTRANCE}|${STOREY})`;

/** Houses in which people live, whatever else they are called. */
const HOME =
  "(?:(?:职工|教师|干部|专家|公务员|单身|家属|居民|单元|商住|住宅|安置|集资|福利|筒子|小|红|老|旧|土|碉|骑|吊脚|小[二三])楼|[厂矿局院社站校]楼(?=\\d)|平房|住宅(?:楼|区|部分)?|宿舍楼?|家属[院区]|公寓楼?|安置[房点区]|[公廉]租房|周转房|集资房|自建房|民房|瓦房|砖房|出租屋|(?:围|横|厢|排|老|正|偏|堂)屋|窑洞?|别墅|联排|洋房|院内平房)";

const chain: PersonalKind = {
  name: "楼栋房号",
  needs: /[栋幢座排楼层元门梯#房屋宅舍院区寓墅联窑]/,
  chinese: true,
  pattern: new RegExp(
    `(?:${HOME}[- ]?(?:${STEP}${LINK}){0,4}|(?:${STEP}${LINK}){1,4})(?:${DOOR})${NO_HOME}`,
    "gi",
  ),
  confirmed(match, around) {
    if (isNumbered(around) || PUBLIC_AFTER.test(around.after)) return false;
    const parts = match.match(PARTS)?.length ?? 0;
    const home = HOME_BEGINS.exec(match)?.[0] ?? "";
    if (isInOffice(around) && home === "" && !match.includes("单元")) return false;
    const hasEntrance = /单元|门/.test(match);
    if (MANY.test(match)) return parts > 1 || (hasEntrance && parts > 0) || /[楼层]/.test(home);
    const end = ENDS_SOFTLY.test(match) ? "soft" : ENDS_IN_NUMBER.test(match) ? "number" : "door";
    if (PUBLIC_BEFORE.test(around.before) && !home && (end !== "door" || !hasEntrance))
      return false;
    if (end === "soft" && home !== "" && HEAD.test(match))
      return !/^[\u4e00-\u9fff]/.test(around.after);
    if (end === "soft") return parts > 1 || hasEntrance || (home !== "" && parts > 0);
    if (end === "number")
      return parts > 1 || hasEntrance || /[楼宅部区分]/.test(home) || home.endsWith("公寓");
    return true;
  },
  notInNumbering: true,
};
const PARTS = new RegExp(STEP, "gi");
const HOME_BEGINS = new RegExp(`^${HOME}`);
/** 3栋126户 are so many households; with a storey or an entrance before it, 06户 is one of them. */
const MANY = /(?<![东西南北中左右\d])\d+ ?[户套]$/;
/** Some of a storey, or whoever lives there. */
const ENDS_SOFTLY =
  /(?:[东西南北左右中前后](?:手边?|边|侧|首)?|中间|尽头|拐角|住户|业主|租[户客]|人家|楼梯口|电梯口|把头|顶头)$/;
/** 平房西头: one of a row. */
const HEAD = /[东西南北左右][头边]$/;
const ENDS_IN_NUMBER = /[\d零〇一二三四五六七八九][A-H]?$/i;
/** What everybody may enter. */
const PUBLIC =
  "(?:[局厅委署]|医院|卫生院|学校|[中小大]学|法院|检察院|政府|中心|大厅|大厦|商[场城厦]|市场|广场|[图文体展博美纪科]\\S{0,3}馆|派出所|车站|银行|酒店|宾馆|写字楼|机关|公司|园区|超市)";
const PUBLIC_BEFORE = new RegExp(`${PUBLIC}[\\u4e00-\\u9fff]{0,4}$`);
const PUBLIC_AFTER =
  /^ ?(?:会议|办公|接待|调解|培训|教室|窗口|大厅|诊室|病房|柜台|展[厅位区]|电梯|走廊|厕所|卫生间|消防|平台|检票)/;

/** Told from where one stands: 楼上802, 对门1304, 楼下那家，401的, 隔壁那户二楼, 超市楼上3楼住户. */
const beside: PersonalKind = {
  name: "楼栋房号",
  chinese: true,
  pattern: new RegExp(
    [
      `(?:楼[上下]|头顶|脚下|对门|隔壁|对面)(?:的|那|这)?(?:一?[户家])?(?:邻居|住户)?[,，]?(?:住?的?)?[A-Z]?\\d{3,4}(?![\\d平㎡m米个元次年块-]|天(?!天))(?:的|室|户|房)?${NO_HOME}`,
      `(?:楼[上下]|对门|隔壁|对面|旁边|后[面边身])的?[那这]一?[户家](?:人家)?的?${N}{1,2}[楼层]`,
      `楼[上下](?:的|住?在)?[东西南北左右](?:[头侧边]|户)`,
      `苏木[\\u4e00-\\u9fff]{2,8}(?:牧户|牧点|冬营地|夏营地)`,
      `(?:头顶|脚下|楼[上下]|对门|隔壁)的?\\d{3,4}户`,
      `[边旁头口侧角后前面]的?[那这]一?[户家](?:人家)?(?=[^\\u4e00-\\u9fff]|$)`,
      `(?<=[\\u4e00-\\u9fff]{2})(?:楼上|隔壁|对面|旁边|后[面边身])的?${N}{1,2}[楼层]的?(?:住户|业主|租[户客]|人家|[那这]一?[户家])`,
    ].join("|"),
    "gi",
  ),
  notInNumbering: true,
};

/** Where there is no street: 嘎查3独贵龙, 7队23号, 承德里8号, 永安围12号, 胡同丙11. */
const settlement: PersonalKind = {
  name: "村组",
  needs: /嘎查|苏木|胡同|[村路街道城苑园]|[里围坊巷弄厝院号社队连组屋字门宅]|-/,
  chinese: true,
  pattern: new RegExp(
    [
      // Two steps of a settlement: 三村五巷.
      `(?<=[\\u4e00-\\u9fff])${N}{1,3}(?:村|坊|社)${N}{1,3}(?:巷|弄|排)(?=[^\\u4e00-\\u9fff]|$|${N})`,
      `(?:村(?!民|委|级|两委|支)|村委会|社区)[\\u4e00-\\u9fff]{1,4}(?<!工作|专班|领导|调解|党|巡查|专项|整治|宣讲|督导|自治|议事|监督|服务|志愿|帮扶|理事|评议|管理|学习|普法|联防|清洁)小组(?![织长员成建合会])(?=[^\\u4e00-\\u9fff]|$|第?\\d)`,
      `[湾坝坡坎沟塘坪冲岩坳堡坨洞井寨田桥河屋坞箐岗垭槽溪脚背]组[\\u4e00-\\u9fff]{1,4}[旁边侧头口后](?=[^\\u4e00-\\u9fff]|$)`,
      `[上下老新围]围屋(?=[^\\u4e00-\\u9fff]|$)`,
      `嘎查(?:[\\u4e00-\\u9fff]{0,4}?第?${N}{1,3} ?(?:独贵龙|牧?民?小?[组社队]|号|户)(?!织|长|员)|[\\u4e00-\\u9fff]{2,4}(?:独贵龙|浩特|艾里))`,
      `(?:${N}{1,3}|[一二三四五六七八九十]分场)(?:连队?|[小生]?产?队|社) ?${N}{1,4}号(?=[^\\u4e00-\\u9fff]|$|院|房|住|家|附)`,
      `(?<=[\\u4e00-\\u9fff]{2})(?:(?<![公这那哪院家屋夜英心海城乡市村区园])里|(?<![周外包范氛突])围|(?<![教作街牌])坊)${N}{1,4}号(?=[^\\u4e00-\\u9fff]|$|院|附|[东西南北]|住|家|门|楼|后|前)`,
      `[巷弄厝宅院号](?:底|内|里)?(?:(?:客堂|亭子|灶披)间|大房(?![产屋])|[前后]落|第[一二三四1-4]进)`,
      `(?<=[\\u4e00-\\u9fff])[甲乙丙丁][字门]${N}{1,4}号`,
      `(?:胡同|(?<=[\\u4e00-\\u9fff\\d])弄|[里巷])[甲乙丙丁] ?${N}{1,4}(?![\\d米])`,
      "(?<=[路街巷弄道城苑园区])\\d{1,4}(?:-\\d{1,4}){2,4}(?![\\w-]|\\.\\d|[月日年])",
      // A letter makes 3B-1204 a door; of two parts no model, no lamp and no shop.
      "(?<=[城园苑际府馆邸里湾庭轩阁寓区期舍村寨庄院厦都郡堡岸谷镇])(?:[A-Z]\\d{1,2}|\\d{1,2}[A-EGHJ-Z])-\\d{3,4}(?![\\w-]|\\.\\d|[铺店柜馆厅型号段])",
      // Storey and one of a dozen doors behind a building's number: 明珠12-1803.
      "(?<=[\\u4e00-\\u9fff]{2})(?<![月日年至从到在于第条款项表图章号共约比为式型段])\\d{1,2}-[1-3]\\d(?:0[1-9]|1[0-2])(?![\\w-]|\\.\\d|[层岁人月年日个米元吨件次户平%])",
      "(?:洋房|别墅|高层|小高层|多层|联排|小区|花园|家园)\\d{1,2}-\\d{2,4}(?![\\w-]|[层岁人月年%])",
      "(?<=[\\u4e00-\\u9fff])[A-Z]?\\d{1,3}-\\d{1,2}-\\d{1,2}-\\d{1,4}(?![\\w-]|\\.\\d)",
    ].join("|"),
    "gi",
  ),
  confirmed: (_match, around) =>
    !isNumbered(around) && !/(?:编|序|文|案|单|型)号?$/.test(around.before),
  notInNumbering: true,
};

export const HOUSEHOLDS: readonly PersonalKind[] = [chain, beside, settlement];
