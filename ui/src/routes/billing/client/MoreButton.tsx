/** At a part's title: opens all of it. */
import { Button } from "antd";

export function MoreButton({ words, label, testId, onOpen }: { words: string; label: string; testId: string; onOpen: () => void }) {
  return <Button type="text" size="small" aria-label={`${words} ${label}`} data-testid={testId} onClick={onOpen}>{words}</Button>;
}
