/** A photo on its way in, in small: a file's name says nothing about its view. */
import { useState } from "react";
import styles from "./photos.module.css";
import { useCardPhoto, useFileUrl } from "./usePhoto";
import type { Incoming } from "./useIntake";

export function IncomingPicture({ one: { source } }: { one: Incoming }) {
  return "file" in source ? <OfFile file={source.file} /> : <OfCard {...source} />;
}

function OfCard({ folder, path }: { folder: string; path: string }) {
  return <Small url={useCardPhoto(folder, path, true).url} />;
}

function OfFile({ file }: { file: File }) {
  return <Small url={useFileUrl(file)} />;
}

function Small({ url }: { url: string | null }) {
  const [unreadable, setUnreadable] = useState(false);
  return url === null || unreadable ? <span className={styles.thumb} /> : <img className={styles.thumb} src={url} alt="" loading="lazy" decoding="async" onError={() => { setUnreadable(true); }} />;
}
