/** The file of the data folder that says who the bureau is. */
export const SITE_FILE = "site.yaml";
