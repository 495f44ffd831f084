/** A place where a file can be dropped; what is inside it offers to choose one. */
import { type DragEvent, type ReactNode, useState } from "react";

interface FileDropProps {
  onFile: (file: File) => void;
  /** Said while a file is held over it. */
  words: string;
  className?: string | undefined;
  children: ReactNode;
}

export function FileDrop({ onFile, words, className, children }: FileDropProps) {
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
        const file = event.dataTransfer.files[0];
        if (file) onFile(file);
      }}
    >
      {children}
      {over && <p role="status" style={{ textAlign: "center", paddingBottom: 16 }}>{words}</p>}
    </div>
  );
}
