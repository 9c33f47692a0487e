/** What reads workbooks: the worker asks for it when the first one is put in. */
export { unzipSync, zipSync } from "fflate";
export { anySheets } from "../../exports/workbook/any.ts";
export { firstRows } from "../../exports/workbook/first-rows.ts";
export { xlsxSheets } from "../../exports/workbook/xlsx.ts";
