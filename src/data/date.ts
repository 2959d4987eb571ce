/** The day on which the tables in this folder were last looked through, ISO 8601. Tests and the site's build take it for today. */
export const TABLES_DATE = '2026-11-24';
