/** A photo's bytes as an address that an <img> takes; forgotten when nothing shows it. */
import { useQuery } from "@tanstack/react-query";
import { type RefCallback, useCallback, useEffect, useState } from "react";
import { download } from "../../api/call";
import type { PhotoId, PhotoSize } from "../../api/generated";

export interface Shown {
  url: string | null;
  failure: unknown;
}

export function usePhoto(id: PhotoId, size: PhotoSize, enabled = true): Shown {
  const read = useQuery({ queryKey: ["photo-bytes", id, size], queryFn: () => download("photos.show", { id, size }), enabled, staleTime: Infinity, gcTime: 60_000 });
  return { url: useBytesUrl(read.data), failure: read.error };
}

export function useCardPhoto(folder: string, path: string, enabled: boolean): Shown {
  const read = useQuery({ queryKey: ["card-bytes", folder, path], queryFn: () => download("photos.card_preview", { folder, path }), enabled, staleTime: Infinity, gcTime: 60_000, retry: false });
  return { url: useBytesUrl(read.data), failure: read.error };
}

function useBytesUrl(bytes: ArrayBuffer | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!bytes) return;
    const made = URL.createObjectURL(new Blob([bytes]));
    // The address belongs to the document, outside of what React keeps.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [bytes]);
  return url;
}

export function useFileUrl(file: File): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    // The address belongs to the document, outside of what React keeps.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setUrl(made);
    return () => { URL.revokeObjectURL(made); };
  }, [file]);
  return url;
}

/** Whether an element has come near what is on screen: what nobody scrolls to is never decoded. */
export function useSeen<Of extends Element>(): [RefCallback<Of>, boolean] {
  const [seen, setSeen] = useState(() => !("IntersectionObserver" in window));
  const ref = useCallback((element: Of | null) => {
    if (!element || !("IntersectionObserver" in window)) return;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      setSeen(true);
      observer.disconnect();
    }, { rootMargin: "300px" });
    observer.observe(element);
    return () => { observer.disconnect(); };
  }, []);
  return [ref, seen];
}
