/** Withdraws a signed record: says what goes back into stock and what stays in the vial book, then a reason and the PIN. */
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { SignedTreatment, Use } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { quantity } from "../../../components/decimals";
import { groupsOf } from "../record/map/proposal";
import { SigningDialog } from "../signing/SigningDialog";
import { type SignerValues, emptyRefusedPin, signerPaths } from "../signing/signer";
import { useProposedSigner } from "../signing/useProposedSigner";
import { namesOf } from "./names";

interface Values {
  reason: string;
}

export function Withdraw({ signed: { id, text }, onClose, onDone }: { signed: SignedTreatment; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values & SignerValues>();
  const doctor = useProposedSigner(text.doctor.id);
  const withdraw = useWrite("treatments.withdraw", {
    form,
    fields: signerPaths,
    done: t("signing.withdraw.done"),
    onFailure: (reason) => {
      emptyRefusedPin(reason, form);
      return false;
    },
  });
  const names = namesOf(text);
  const items = (uses: readonly Use[]) => groupsOf(uses).map((group) => `${names.productName(group.product)} ${names.batch(group.batch)?.lot ?? ""} ${quantity(group.quantity, names.measure(group.product))}`).join(t("common.listGap"));
  // What came out of a vial stands in its book.
  const back = items(text.body.uses.filter(({ vial }) => vial === null));
  const stays = items(text.body.uses.filter(({ vial }) => vial !== null));
  return (
    <SigningDialog<Values>
      name="withdraw"
      about={id}
      title={t("signing.withdraw.title")}
      what={(
        <>
          <p>{t("signing.withdraw.what", { client: text.client.name, procedure: text.procedure.name })}</p>
          <p data-testid="withdraw-back">{back === "" ? t("signing.withdraw.backNone") : t("signing.withdraw.back", { items: back })}</p>
          {stays !== "" && <p data-testid="withdraw-stays">{t("signing.withdraw.stays", { items: stays })}</p>}
        </>
      )}
      form={form}
      initial={{ reason: "" }}
      doctor={doctor}
      submit={t("signing.withdraw.submit")}
      danger
      pending={withdraw.pending}
      run={async ({ reason, signer }) => (await withdraw.run({ input: { id, reason }, signer })) !== undefined}
      onClose={onClose}
      onDone={onDone}
    >
      <Form.Item name="reason" label={t("signing.withdraw.reason")} rules={[{ required: true, whitespace: true, message: t("common.required") }]}>
        <Input autoFocus maxLength={200} data-testid="withdraw-reason" />
      </Form.Item>
    </SigningDialog>
  );
}
