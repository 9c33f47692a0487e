/** npm run check: says what is wrong with the data, without building. */
import { diskFolder } from "../src/ingest/disk.ts";
import { problemText } from "../src/ingest/problems.ts";
import { loadSite } from "../src/site.ts";

const { problems } = await loadSite(diskFolder("data"));
for (const problem of problems) console.log(problemText(problem));
