/** Chooses a logo and shows it as it will stand on papers. */
import { Button } from "antd";
import { ImagePlus } from "lucide-react";
import { type ChangeEvent, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

export interface Picture {
  bytes: Uint8Array;
  mediaType: string;
}

const largest = 2 * 1024 * 1024;

interface LogoPickerProps {
  value: Picture | null;
  onChange: (picture: Picture | null) => void;
  disabled?: boolean;
}

export function LogoPicker({ value, onChange, disabled = false }: LogoPickerProps) {
  const { t } = useTranslation();
  const file = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState(false);
  const url = usePictureUrl(value);
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0];
    event.target.value = "";
    if (!chosen) return;
    const fits = chosen.size <= largest && ["image/png", "image/jpeg"].includes(chosen.type);
    setRefused(!fits);
    if (fits) onChange({ bytes: new Uint8Array(await chosen.arrayBuffer()), mediaType: chosen.type });
  };
  return (
    <div style={{ marginBottom: 20 }}>
      <div className="quiet" style={{ marginBottom: 4 }}>{t("clinic.logo")}</div>
      <div style={{ display: "flex", alignItems: "center", gap: 12 }}>
        <span
          style={{ width: 64, height: 64, display: "grid", placeItems: "center", flex: "none", borderRadius: 6, background: "#fff", border: "1px solid var(--ant-color-border-secondary)" }}
        >
          {url ? <img src={url} alt={t("clinic.logo")} data-testid="logo-preview" style={{ maxWidth: 56, maxHeight: 56 }} /> : <ImagePlus aria-hidden size={20} strokeWidth={1.25} color="#6B6F73" />}
        </span>
        <input ref={file} type="file" accept="image/png,image/jpeg" tabIndex={-1} aria-label={t("clinic.chooseLogo")} className="unseen" data-testid="logo-file" onChange={(event) => void choose(event)} />
        <Button disabled={disabled} data-testid="logo-choose" onClick={() => file.current?.click()}>{t("clinic.chooseLogo")}</Button>
        <span className={refused ? "danger" : "quiet"} role={refused ? "alert" : undefined} style={{ fontSize: 12 }}>{t("clinic.logoHint")}</span>
      </div>
    </div>
  );
}

/** A blob's address for as long as it is shown. */
function usePictureUrl(picture: Picture | null): string | null {
  const url = useMemo(() => (picture ? URL.createObjectURL(new Blob([picture.bytes.slice()], { type: picture.mediaType })) : null), [picture]);
  useEffect(() => () => { if (url) URL.revokeObjectURL(url); }, [url]);
  return url;
}
