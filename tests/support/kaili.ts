/** The bureau's 2023 data whose numbers tests know: a copy, for data/ is whatever a fork puts there. */
import { join } from "node:path";

export const KAILI = join(import.meta.dirname, "../fixtures/kaili-2023");
