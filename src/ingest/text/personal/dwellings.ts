/**
 * Where somebody lives or keeps shop, said step by step as people say it: 12栋-2单元-1502, B区23号摊位,
 * 河边组37号, 桥头左边第三家. One step alone (a building, a quarter, a storey) is still many people's.
 */
import { isInOffice, isNumbered, isOffices, type PersonalKind } from "./kind.ts";

const N = "[\\d一二三四五六七八九十百零〇]";
/** What is in front of a step's unit: 12, A, S3, B2-087, 甲. */
const LABEL = `(?:[A-Z]{0,2}-?${N}{1,4}(?:-\\d{1,4}){0,2}|(?<![A-Z])[A-Z]|[甲乙丙丁戊])`;
/** Quarters and buildings; rows of low houses; the streets inside an estate. */
const BLOCK =
  "(?:[号#]楼|#|栋|幢|座|塔|排|组团|区|街|号院|号(?=(?:院|附|内|楼)?[^\\u4e00-\\u9fff]))";
const STOREY = `(?:负?${N}{1,3}|[顶底])[楼层]`;
/** What is said between two steps and leads nowhere else. */
const BETWEEN =
  "(?:附楼|裙楼|副楼|主楼|住宅楼?|商铺|商业街?|商住楼?|地下(?:车库|停车场|室)?|车库|地库|门面|单身公寓|公寓)";
/** No neighbour has 3号电梯; 5号线 is for all. */
const NOT_DOOR =
  "(?![楼院线令文网格公通台住提建议决桥界地工岗塔泵站组路灯水电窨展机车闸隧样断段墩取监测选公交]|[窗柜桌坑桩井梯门池点标厂仓库馆厅场]|出入?口|入口|会议|教室|考[场室]|实验|手术|检查|球)";
/** The end that is one household's, one shop's, one car's. */
const DOOR = [
  `${LABEL} ?(?:室(?![内外温])|号?房间?(?![屋源产型地管租价改])|号${NOT_DOOR})`,
  `${LABEL} ?(?:号|#)?(?:商?铺[面位]?|门面|门市|店面|摊[位点]?|档口|车位)`,
  `第?${N}{1,3}(?:户|家)(?![人次数均口型籍])`,
  "[东西南北中左右][边侧手]?户(?![外型])",
  `${LABEL} ?单元`,
  "-?[A-Z]?\\d{1,2}-\\d{1,4}(?![\\d-]| ?[月日年天米元])",
  "-?[A-Z]?\\d{3,4}(?![\\d平㎡m米户间人套个元份年次余多层块盏栋幢座所处家条件起项吨万千亩-]|\\.\\d|号?[室厅]?(?:法律|会议|办公|接待|调解|培训|教|多功能|窗口|大厅))",
  "\\d{1,2}[A-H](?![A-Z\\d])",
].join("|");

/** Block, whatever is between, door. */
const steps: PersonalKind = {
  name: "楼栋房号",
  chinese: true,
  pattern: new RegExp(
    `${LABEL} ?${BLOCK}[- ]?(?:${BETWEEN}[- ]?)?(?:${LABEL} ?(?:栋|幢|座|排|单元|门洞?)[- ]?)?(?:${STOREY}[- ]?)?(?:${BETWEEN}[- ]?)?(?:${DOOR})`,
    "gi",
  ),
  confirmed: (match, around) =>
    !SEATS.test(around.before) &&
    !isNumbered(around) &&
    (match.includes("单元") || !isInOffice(around)) &&
    !/^[\u4e00-\u9fff]{0,4}(?:窗口|柜台|展位|检票)/.test(around.after) &&
    // 3号 before a number is as often the third of a month, and 12# of steel.
    (!/^[^栋幢座塔排区团街楼院]*$/.test(match) || /单元|[室房铺摊户]|车位|门[面市]/.test(match)) &&
    !(/[户家]$/.test(match) && !/第|[东西南北中左右]/.test(match) && !/[楼层元]/.test(match)),
  notInNumbering: true,
};
const SEATS =
  /(?:影剧?院|剧[院场]|会场|礼堂|座[位席次]|考[场室点]|看台|展[区厅位]|展会)[^，。；\n]{0,6}$/;

/** Houses of which each has a name, and what is in them: 某宿舍三楼2号, 公寓2107房间, 居民楼301. */
const HOUSE =
  "(?:宿舍|公寓|家属[楼院区]|宿舍[楼区]|单元楼|居民楼|住宿楼|住宅楼|商住楼|廉租房|公租房|安置房|回迁房|周转房|集资房|筒子楼|老楼|旧楼|旅[社馆]|宾馆|酒店|招待所|出租屋|自建房)";
const inHouse: PersonalKind = {
  name: "楼栋房号",
  chinese: true,
  pattern: new RegExp(
    `${HOUSE}(?:[A-Z]|[东西南北][侧边面]?|[甲乙丙丁])? ?(?:${LABEL}(?:栋|幢|座|单元|排)[- ]?)?(?:${STOREY} ?(?:[左右东西南北][手边侧面头]|${DOOR})|(?:${DOOR}))`,
    "gi",
  ),
  confirmed: (match, around) => !isNumbered(around) && !/[户家]$/.test(match.replace(/第.*$/, "")),
  notInNumbering: true,
};

/** What an estate is called ends so; a building of it and a storey are some households'. */
const ESTATE =
  "(?:小区|花园|家园|新[村城居]|[棚危]改房|安置[点房区]|公租房|廉租房|[一二三四五六七八九十\\d]期\\)?|(?<![学医法检剧影]|产业|工业|创业|科技|物流|软件|孵化|[公植动]物?)[苑城府邸寓郡庭居轩阁院园里湾]|公馆|国际|片区)";
const inEstate: PersonalKind = {
  name: "楼栋房号",
  chinese: true,
  pattern: new RegExp(
    [
      `${ESTATE}${LABEL} ?(?:[号#]楼|栋|幢|座) ?${STOREY}(?!的?(?:平台|大厅|会议|办公|服务|大堂|架空|接待|电梯间))`,
      `${ESTATE}[A-Z]?\\d{1,2}-\\d{1,2}-\\d{1,4}(?![\\d-])`,
      `(?:自建房|民房|出租屋)${STOREY}(?!(?:及?以)[上下内])`,
      // Rows of houses: 9排2栋.
      `(?<=[\\u4e00-\\u9fff])${N}{1,2}排${N}{1,2}[栋幢]`,
      `${N}{1,2}街${N}{1,3}(?:座|栋|幢|号(?!线))`,
    ].join("|"),
    "gi",
  ),
  notInNumbering: true,
};

/** A letter makes it no day: C4-1-903. */
const lettered: PersonalKind = {
  name: "楼栋房号",
  chinese: true,
  pattern:
    /(?<=[\u4e00-\u9fff)])[A-Z]\d{0,2}-\d{1,2}-\d{3,4}(?![\w-]|\.\d)|(?<=[\u4e00-\u9fff)](?<![比例分图表章节条款项版级为第式数号段月日从至到]))\d{1,2}-\d{1,2}-\d{1,2}(?![\w-]|[月日年])/gi,
  confirmed: (_match, around) => !isNumbered(around) && !/[型号格段为]$/.test(around.before),
  notInNumbering: true,
};

/** Small places: hamlets are called for what is there, and a group of one by a name. */
const HAMLET =
  "[湾坝坡坎沟塘坪冲岩坳堡坨洞井寨田桥河关屋坞箐屯岗垭槽溪山村家龙上下营台圩墟埠浜厝浦埭垛圳]";
/** As often of a garden, a hospital, a works: then nothing may stand behind the number. */
const YARD = "[园院场]";
/** What is no group of neighbours: 调解小组, 工作组. */
const NOT_GROUP = "(?![织长员成建合队阁件委])";
const hamlet: PersonalKind = {
  name: "村组",
  chinese: true,
  pattern: new RegExp(
    [
      `(?:(?<!驻)[村寨庄屯](?!第|民|级|两委|支|委|里|务|内|中|干)|社区)[\\u4e00-\\u9fff]{1,3}(?<!工作|专班|专项|领导|调解|党小?|[小民督查巡导控治理讲传务项])组${NOT_GROUP}`,
      // A hamlet within the village, and its groups by number.
      `(?:村|社区)(?!民|级|两委|支|委|里|务|内|中|干)[\\u4e00-\\u9fff]{1,4}?第?[一二三四五六七八九十\\d]{1,3}组${NOT_GROUP}`,
      `(?:街道|[镇乡])[\\u4e00-\\u9fff]{1,3}[湾坝坡坎沟塘坪冲岩坳堡坨洞井寨田桥河场屋坞箐屯岗垭槽溪山]组${NOT_GROUP}`,
      `(?<![个各每该本全多的开在网访进入选辖集动对等数由到和与及是为] ?)(?<=[\\u4e00-\\u9fff]{2})村民组(?![织长员成建合会])`,
      `(?:${HAMLET}组?|[桥村街坝湾渡坡]头)${N}{1,4}(?:-\\d{1,3}|附\\d{1,3})?号${NOT_DOOR}`,
      `${YARD}${N}{1,4}(?:-\\d{1,3}|附\\d{1,3})?号(?=[^\\u4e00-\\u9fff]|$|[户附家])`,
      `(?<=[\\u4e00-\\u9fff\\d])组 ?${N}{1,4}号(?:(?=[^\\u4e00-\\u9fff]|$)|大?院|[房附])`,
      `(?<=[\\u4e00-\\u9fff])组${N}{1,4}户(?:(?=[^\\u4e00-\\u9fff]|$)|主|居|村)`,
    ].join("|"),
    "g",
  ),
  confirmed: (_match, around) => !isNumbered(around) && !/网格$/.test(around.before),
  notInNumbering: true,
};

/** Streets whose houses have numbers, whatever part of the street is said. */
const street: PersonalKind = {
  name: "门牌号",
  chinese: true,
  pattern: new RegExp(
    [
      `(?:(?<=[\\u4e00-\\u9fff][三五七八九]一)路|[街巷弄](?![道坊])|(?<=[\\u4e00-\\u9fff]{2})路|大道)(?:[东西南北中上下前后一二三四五六七八九\\d][段侧头端街]|[内里中上尾])?[边侧]?${N}{1,4}(?:-\\d{1,3})?号(?:附\\d{1,3}|院|门[面市]|店|铺|旁|隔壁|对面|楼|后面|门口|家|住|居|业主|房|宅|一楼|(?=[^\\u4e00-\\u9fff]|$))`,
      `[街路巷弄]子?(?:[上下前后一二三四五六七八九\\d]段|[内里上]) ?${N}{1,4}(?:-\\d{1,3})?号${NOT_DOOR}`,
      // 86号附1号, 13号之2: a house that was divided.
      `${N}{1,4}号(?:[附内后]|之)${N}{1,3}[号户]?(?![款条项\\d天日个年月元人次起件]|楼)`,
      `[东西南北][门关街]?[坎坡边岸][上下边]?${N}{1,4}号${NOT_DOOR}`,
      `[院坎坡沟][子上下边] ?${N}{1,4}号${NOT_DOOR}`,
    ].join("|"),
    "g",
  ),
  confirmed: (_match, around) => !/公交$/.test(around.before) && !isOffices(around),
  notInNumbering: true,
};

/** Where no house has a number, the third house from the corner is told. */
const counted: PersonalKind = {
  name: "门牌号",
  chinese: true,
  pattern: new RegExp(
    `(?:[头口旁边侧面手后前里去儿数巷弄]|隔壁|米处?|拐角|转角|上来|下去|进来|斜对|过去|处|[左右]转|出来|背后)的?(?:数过?[来去]?|起)?第 ?${N}{1,2} ?(?:[个家间户](?:门[面市店]|商?铺[面子]?|[\\u4e00-\\u9fff]{0,4}(?:店|馆|铺|摊)|人家|住户|住宅|房[子屋]|院子)|[栋户家]|间房?|[趟排]房?(?:[东西]头|中间)|个门洞?${N}{1,2}[楼层])(?![次批位名人])`,
    "g",
  ),
  notInNumbering: true,
};

/** 铺号1-15, 房号:302, 车位号B2-087. */
const labelled: PersonalKind = {
  name: "楼栋房号",
  chinese: true,
  pattern: new RegExp(
    `(?:[商店]?铺位?|门面|摊位|档口|房间?|室|栋|楼栋?|门|车位|户室|单元)(?:编?号码?)[:为是 ]{0,3}[A-Z]?${N}{1,4}(?:-[A-Z]?\\d{1,4}){0,3}(?![\\d个块张面枚间])|(?:门面|门市|商铺|铺面|店面|摊位|档口)第?${N}{1,4}(?:-\\d{1,3})?号|车位 ?[A-Z]{1,2}-?\\d{1,4}(?!\\d)|(?<![A-Z\\d-])[A-Z]\\d{0,2}-\\d{2,4}号?(?:车位|商?铺|门面|摊位|档口)`,
    "gi",
  ),
  notInNumbering: true,
};

/** Said to be where somebody lives, any number is enough. */
const lives: PersonalKind = {
  name: "住址",
  chinese: true,
  pattern: new RegExp(
    `(?:家住|[现租暂居]住(?:在|于|地)?|住址|现居|家庭(?:住址|地址)|住地|户籍(?:所在)?地|(?:反映|投诉|来电|当事|举报|联系|申请)人(?:住|的)?地址|家在|老家)[:为是在于 ]{0,3}[\\u4e00-\\u9fff\\d()A-Z-]{2,18}?${N}{1,4} ?(?:号|组|室|单元|排|户|房|栋|幢|期|区|[楼层]|-\\d{1,4})(?!线|街道|社区|米)|(?:家住|家在|住址|现居|家庭住?址)[:为是在于 ]{0,3}[\\u4e00-\\u9fff]{2,14}[村寨屯庄组](?![\\u4e00-\\u9fff])|(?<![不没未记停收入])(?:居?住)[在于][\\u4e00-\\u9fff]{2,10}?(?:[村寨屯庄]|嘎查|胡同|小区|路|街|道)[\\u4e00-\\u9fff]{1,10}?(?:[侧旁边头口面后]|房)(?:[\\u4e00-\\u9fff]{0,4}[房屋家户院楼])?`,
    "g",
  ),
  notInNumbering: true,
};

export const DWELLINGS: readonly PersonalKind[] = [
  lives,
  steps,
  inHouse,
  inEstate,
  lettered,
  street,
  hamlet,
  counted,
  labelled,
];
