import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Providers } from "./app/Providers";
import { Desk } from "./app/Desk";
import { guardPage } from "./app/pageGuard";
import "./global.css";
import "./locales";

if (import.meta.env.DEV && import.meta.env["VITE_MOCK"] === "1") {
  const { install } = await import("../dev/mock");
  install();
}

guardPage();
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <Providers>
      <Desk />
    </Providers>
  </StrictMode>,
);
