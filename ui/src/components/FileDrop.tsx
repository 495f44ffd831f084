/** A place where a file, or several, can be dropped; what is inside it offers to choose them. */
import { type DragEvent, type ReactNode, useState } from "react";

interface FileDropProps {
  onFile?: (file: File) => void;
  onFiles?: (files: File[]) => void;
  /** Said while a file is held over it. */
  words: string;
  className?: string | undefined;
  children: ReactNode;
}

export function FileDrop({ onFile, onFiles, words, className, children }: FileDropProps) {
  const [over, setOver] = useState(false);
  const hold = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <div
      className={className}
      data-over={over ? "" : undefined}
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={(event) => { if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false); }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [...files] = event.dataTransfer.files;
        if (files[0]) onFile?.(files[0]);
        if (files.length > 0) onFiles?.(files);
      }}
    >
      {children}
      {over && <p role="status" style={{ textAlign: "center", paddingBottom: 16 }}>{words}</p>}
    </div>
  );
}
