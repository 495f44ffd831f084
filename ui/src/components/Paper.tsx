/** A sealed picture or PDF, shown from its bytes; they are forgotten when it goes. */
import { useEffect, useMemo } from "react";

interface PaperProps {
  bytes: ArrayBuffer;
  name: string;
  /** Of a PDF, and of a picture; without them it fills its place. */
  paperClass?: string | undefined;
  pictureClass?: string | undefined;
}

/** A PDF begins so; what else Rust keeps is a picture. */
const isPdf = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes.slice(0, 5)) === "%PDF-";

const fill = { width: "100%", height: "100%", border: 0 } as const;

export function Paper({ bytes, name, paperClass, pictureClass }: PaperProps) {
  const pdf = isPdf(bytes);
  const url = useMemo(() => URL.createObjectURL(new Blob([bytes], pdf ? { type: "application/pdf" } : {})), [bytes, pdf]);
  useEffect(() => () => { URL.revokeObjectURL(url); }, [url]);
  if (pdf) return <iframe src={url} title={name} {...(paperClass === undefined ? { style: fill } : { className: paperClass })} />;
  return <img src={url} alt={name} {...(pictureClass === undefined ? { style: { ...fill, objectFit: "contain" } } : { className: pictureClass })} />;
}
