/**
 * The logo chosen in the first run. Only somebody signed in may set it, and at that moment nobody is:
 * it waits here for the owner's first sign-in.
 */
import { App } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "../api/call";
import type { Picture } from "../components/LogoPicker";

let waiting: Picture | null = null;

export function keepLogo(logo: Picture | null): void {
  waiting = logo;
}

export function useFirstLogo(mayManage: boolean): void {
  const { t } = useTranslation();
  const { message } = App.useApp();
  useEffect(() => {
    if (!mayManage || waiting === null) return;
    const { bytes } = waiting;
    waiting = null;
    upload("clinic.set_logo", {}, bytes).catch(() => message.info({ content: t("frame.logoLater"), duration: 6 }));
  }, [mayManage, message, t]);
}
