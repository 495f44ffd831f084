/** Theme, language, queries and messages around everything. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { type ReactNode, useEffect, useMemo } from "react";
import { followChanges } from "../api/events";
import { themeFor } from "../theme";
import { useMedia, usePreferences } from "./preferences";

// Rust is on the same machine and says what changed: nothing is asked again on a guess, and nothing
// is retried behind the person's back.
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, gcTime: 10 * 60_000, retry: false, networkMode: "always", refetchOnWindowFocus: false },
    mutations: { retry: false, networkMode: "always" },
  },
});

export function Providers({ children, client = queryClient }: { children: ReactNode; client?: QueryClient }) {
  const { shade, language } = usePreferences();
  const systemDark = useMedia("(prefers-color-scheme: dark)");
  const still = useMedia("(prefers-reduced-motion: reduce)");
  const shown = shade === "system" ? (systemDark ? "dark" : "light") : shade;
  const theme = useMemo(() => themeFor(shown, still), [shown, still]);

  useEffect(() => followChanges(client), [client]);
  useEffect(() => {
    document.documentElement.style.colorScheme = shown;
  }, [shown]);

  return (
    <ConfigProvider theme={theme} locale={language === "zh" ? zhCN : enUS} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={client}>
        <App component={false} message={{ top: 64, maxCount: 2 }}>
          {children}
        </App>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
