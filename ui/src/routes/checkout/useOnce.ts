/** Sends what moves money, once at a time: a second press while the first is under way does nothing. */
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import type { SignIn } from "../../api/generated";

interface Sent<Input> {
  input: Input;
  /** Somebody who approves it. */
  witness: SignIn | null;
}

interface Once<Input, Output> {
  pending: boolean;
  /** Null where it was refused, which is told, or is under way already. */
  send: (sent: Sent<Input>, failed: (reason: unknown) => void) => Promise<Output | null>;
}

export function useOnce<Input, Output>(call: (sent: Sent<Input>) => Promise<Output>): Once<Input, Output> {
  const busy = useRef(false);
  const { isPending, mutateAsync } = useMutation({ mutationFn: call });
  return {
    pending: isPending,
    send: async (sent, failed) => {
      if (busy.current) return null;
      busy.current = true;
      try {
        return await mutateAsync(sent);
      } catch (reason) {
        failed(reason);
        return null;
      } finally {
        busy.current = false;
      }
    },
  };
}
