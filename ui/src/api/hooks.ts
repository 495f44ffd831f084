/**
 * Reads and writes as hooks. A read names the tag it depends on; Rust says after each commit which
 * tags changed (events.ts), and exactly those reads are asked again. Screens never invalidate by hand.
 */
import { type UseQueryResult, keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { App, type FormInstance } from "antd";
import { createElement } from "react";
import { useTranslation } from "react-i18next";
import { type CommandName, type Input, type Output, call } from "./call";
import { toFailure, wordsFor } from "./failure";
import type { Tag } from "./generated";

export function useRead<Name extends CommandName>(
  tag: Tag,
  name: Name,
  input: Input<Name>,
  options: { enabled?: boolean; keepPrevious?: boolean } = {},
): UseQueryResult<Output<Name>> {
  return useQuery<Output<Name>>({
    queryKey: [tag, name, input],
    queryFn: () => call(name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

type FieldPath = string | (string | number)[];

export interface WriteOptions {
  /** Failures that name a field stand at that field of this form. */
  form?: FormInstance;
  /** Where the form's name for a field is not Rust's. */
  fields?: Record<string, FieldPath>;
  /** Said quietly when it worked. */
  done?: string;
  /** Takes a failure itself; true means it has been shown. */
  onFailure?: (reason: unknown) => boolean;
}

export interface Write<Name extends CommandName> {
  /** Resolves to the output, or to undefined when it failed and the failure has been shown. */
  run: (input: Input<Name>) => Promise<{ output: Output<Name> } | undefined>;
  pending: boolean;
}

export function useWrite<Name extends CommandName>(name: Name, options: WriteOptions = {}): Write<Name> {
  const { message } = App.useApp();
  const showFailure = useShowFailure();
  const mutation = useMutation({ mutationFn: (input: Input<Name>) => call(name, input) });
  return {
    pending: mutation.isPending,
    run: async (input) => {
      try {
        const output = await mutation.mutateAsync(input);
        if (options.done) message.success(options.done);
        return { output };
      } catch (reason) {
        if (!options.onFailure?.(reason)) showFailure(reason, options);
        return undefined;
      }
    },
  };
}

/** Shows any failure: at its field where it names one the form has, else as one calm message. */
export function useShowFailure(): (reason: unknown, where?: Pick<WriteOptions, "form" | "fields">) => void {
  const { message } = App.useApp();
  const { t } = useTranslation();
  return (reason, where = {}) => {
    const words = wordsFor(t, reason);
    const field = toFailure(reason)?.field;
    if (field && where.form) {
      const path = [where.fields?.[field] ?? field.split(".")].flat();
      if (where.form.getFieldsError().some(({ name }) => name.join(".") === path.join("."))) {
        where.form.setFields([{ name: path, errors: [[words.message, words.remedy].filter(Boolean).join(t("common.sentenceGap"))] }]);
        where.form.scrollToField(path, { focus: true, block: "nearest" });
        return;
      }
    }
    message.open({
      type: "error",
      duration: 6,
      content: createElement("span", { "data-testid": "failure" }, words.message, t("common.sentenceGap"), createElement("span", { className: "quiet" }, words.remedy)),
    });
  };
}
