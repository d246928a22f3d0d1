import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/providers.tsx";
import { createQueryClient } from "./app/query-client.ts";
import { createRouter } from "./app/router.tsx";
import { loadDictionary } from "./i18n/dictionary.ts";
import { applySettings } from "./i18n/apply-settings.ts";
import { languageOf, useSettings } from "./lib/settings.ts";
import "./styles/index.css";

const host = document.getElementById("app");
if (host === null) throw new Error("The page has no element #app");

applySettings(document.documentElement);
// No page in the wrong language first: its words are one small file from the same server.
await loadDictionary(languageOf(useSettings.getState())).catch(() => undefined);

const queryClient = createQueryClient();
createRoot(host).render(
  <StrictMode>
    <App queryClient={queryClient} router={createRouter(queryClient)} />
  </StrictMode>,
);
