/** The built page. Null for what is not there. */
export type StaticFiles = { respond: (request: Request) => Promise<Response | null> };
