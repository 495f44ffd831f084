/** Every movement of a batch, the latest first; what was taken back is struck through, with why. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { BatchFile, MovementLine, Product } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { type Column, DataTable } from "../../../components/DataTable";
import { EmptyState } from "../../../components/States";
import { useFormat } from "../../../components/format";
import type { Reversible } from "../Reverse";
import { movementWord, reversalReasons } from "../movements";
import { deliveryPath } from "../places";
import { signedWords } from "../units";

interface MovementsProps {
  file: BatchFile;
  product: Product;
  onReverse?: (movement: Reversible) => void;
}

export function Movements({ file, product, onReverse }: MovementsProps) {
  const { t } = useTranslation();
  const columns = useColumns(file, product, onReverse);
  return <DataTable name="stock-movements" label={t("stock.batch.movements")} columns={columns} rows={file.movements} rowKey={({ id }) => id} empty={<EmptyState title={t("stock.batch.nothing")} />} />;
}

function useColumns({ movements, batch }: BatchFile, product: Product, onReverse?: (movement: Reversible) => void): Column<MovementLine>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const mayOpen = useMay()("see_clients");
  const reasons = reversalReasons(movements);
  const why = ({ id, reason, reversed }: MovementLine) => [reason, reversed ? t("stock.reverse.because", { reason: reasons.get(id) ?? "" }) : ""].filter(Boolean).join(" · ");
  const people = ({ by, witness }: MovementLine) => [by, witness].filter(Boolean).join(t("common.listGap"));
  const whom = ({ client, doctor }: MovementLine) => [client === null ? "" : `${client.name} ${client.memberNumber}`, doctor ?? ""].filter(Boolean).join(" · ");
  const struck = (reversed: boolean, words: string) => (reversed ? <s className="quiet">{words}</s> : words);
  return [
    { key: "at", title: t("stock.at"), width: 168, text: ({ at }) => format.moment(at), render: ({ at, reversed }) => struck(reversed, format.moment(at)) },
    {
      key: "what",
      title: t("stock.what"),
      width: 104,
      text: (line) => movementWord(t, line),
      render: (line) => <span data-testid="movement" data-kind={line.kind} data-reversed={line.reversed ? "" : undefined}>{struck(line.reversed, movementWord(t, line))}</span>,
    },
    { key: "quantity", title: t("stock.quantity"), width: 112, align: "right", text: ({ quantity }) => signedWords(quantity, product), render: ({ quantity, reversed }) => struck(reversed, signedWords(quantity, product)) },
    {
      key: "whom",
      title: t("stock.whom"),
      width: 192,
      text: whom,
      render: (line) => (
        <>
          {line.client && (mayOpen ? <Button type="link" size="small" style={{ padding: 0 }} data-testid="movement-client" onClick={() => void navigate(`/clients/${line.client?.id ?? ""}`)}>{line.client.name}</Button> : line.client.name)}
          {line.doctor !== null && <span className="quiet"> {line.doctor}</span>}
          {line.delivery !== null && <Button type="link" size="small" style={{ padding: 0 }} data-testid="movement-delivery" onClick={() => void navigate(deliveryPath(line.delivery ?? ""))}>{t("stock.batch.delivery")}</Button>}
        </>
      ),
    },
    { key: "people", title: t("stock.people"), width: 152, text: people },
    { key: "why", title: t("stock.remarks"), width: 216, text: why, render: (line) => <span title={why(line)}>{why(line)}</span> },
    {
      key: "act",
      title: t("stock.acts"),
      width: 84,
      text: () => "",
      render: (line) =>
        onReverse && !line.reversed && line.reverses === null ? (
          <Button type="text" size="small" data-testid="movement-reverse" onClick={() => { onReverse({ id: line.id, word: movementWord(t, line), lot: batch.lot, quantity: line.quantity, at: line.at }); }}>
            {t("stock.reverse.open")}
          </Button>
        ) : null,
    },
  ];
}
