/** How rows about people leave: said beside them, in what is saved of them and in their JSON. */
import { NOT_LISTED } from "./format.ts";

/** `also` is what else stands for 未列明 in a file. Without its full stop, more may follow. */
export function alikeText(also = ""): string {
  return `关于个人的行不单独列出：五件以上相同的并成一行，不足五件的，把较次要的内容写作“${NOT_LISTED}”${also}后再并`;
}
