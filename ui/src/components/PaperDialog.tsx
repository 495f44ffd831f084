/** One paper before everything else, opened from its sealed file. */
import { useQuery } from "@tanstack/react-query";
import { Paper } from "./Paper";
import { Loaded } from "./States";
import { Modal } from "./dialogs";

interface PaperDialogProps {
  title: string;
  /** What the paper is called. */
  name: string;
  queryKey: readonly string[];
  load: () => Promise<ArrayBuffer>;
  testId: string;
  onClose: () => void;
}

export function PaperDialog({ title, name, queryKey, load, testId, onClose }: PaperDialogProps) {
  const read = useQuery({ queryKey, queryFn: load, gcTime: 0 });
  return (
    <Modal open title={title} width="min(1080px, 90vw)" style={{ top: 32 }} footer={null} onCancel={onClose}>
      <div style={{ height: "calc(100vh - 160px)" }} data-testid={testId}>
        <Loaded read={read}>{(bytes) => <Paper bytes={bytes} name={name} />}</Loaded>
      </div>
    </Modal>
  );
}
