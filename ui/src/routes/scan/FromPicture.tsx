/** A photo of a pack: chosen, dropped, or pasted while the panel is open. */
import { Button } from "antd";
import { ImageUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "../../api/call";
import type { ScanResult } from "../../api/generated";
import { FileDrop } from "../../components/FileDrop";
import styles from "./scan.module.css";

export interface PictureRead {
  reading: boolean;
  results: readonly ScanResult[];
  chosen: number | null;
  choose: (index: number) => void;
  failure: unknown;
}

export interface Picture {
  /** Null while none was read. */
  state: PictureRead | null;
  read: (file: File) => Promise<void>;
}

export function usePicture(): Picture {
  const [state, setState] = useState<Omit<PictureRead, "choose"> | null>(null);
  const nothing = { reading: false, results: [], chosen: null, failure: null };
  return {
    state: state && { ...state, choose: (chosen) => { setState({ ...state, chosen }); } },
    read: async (file) => {
      setState({ ...nothing, reading: true });
      try {
        setState({ ...nothing, results: await upload("scan.picture", {}, new Uint8Array(await file.arrayBuffer())) });
      } catch (failure) {
        setState({ ...nothing, failure });
      }
    },
  };
}

export function FromPicture({ picture }: { picture: Picture }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined) => { if (file?.type.startsWith("image/")) void picture.read(file); };
  usePasted(take);
  return (
    <FileDrop className={styles.drop} words={t("scan.drop")} onFile={take}>
      <div className={styles.picture}>
        <input
          ref={input}
          type="file"
          accept="image/*"
          tabIndex={-1}
          aria-label={t("scan.fromPicture")}
          className="unseen"
          data-testid="scan-picture-file"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            take(file);
          }}
        />
        <Button icon={<ImageUp aria-hidden size={16} strokeWidth={1.5} />} loading={picture.state?.reading ?? false} data-testid="scan-picture" onClick={() => input.current?.click()}>{t("scan.fromPicture")}</Button>
        <span className="quiet">{t("scan.pictureHint")}</span>
      </div>
    </FileDrop>
  );
}

function usePasted(take: (file: File | undefined) => void): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const file = event.clipboardData?.files[0];
      if (!file) return;
      event.preventDefault();
      take(file);
    };
    window.addEventListener("paste", onPaste);
    return () => { window.removeEventListener("paste", onPaste); };
  });
}
