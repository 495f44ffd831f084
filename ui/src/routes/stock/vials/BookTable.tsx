/** The book's lines in the order of time, as the law's paper book has them. */
import { Button } from "antd";
import { BookOpenCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { BookLine } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { type Column, DataTable } from "../../../components/DataTable";
import { EmptyState } from "../../../components/States";
import { quantity } from "../../../components/decimals";
import { useFormat } from "../../../components/format";
import type { Products } from "../products";
import { signedWords } from "../units";

interface BookTableProps {
  lines: readonly BookLine[];
  products: Products;
  loading: boolean;
  onReverse?: (line: BookLine) => void;
}

export function BookTable({ lines, products, loading, onReverse }: BookTableProps) {
  const { t } = useTranslation();
  const columns = useColumns(products, onReverse);
  return (
    <DataTable
      name="stock-vials"
      label={t("stock.vials.book")}
      columns={columns}
      rows={lines}
      // A vial that is opened and given back moves nothing: its lines are told apart by their step.
      rowKey={({ movement, vial, step }) => movement ?? `${vial ?? ""} ${step}`}
      loading={loading && lines.length === 0}
      empty={<EmptyState icon={BookOpenCheck} title={t("stock.vials.empty")} hint={t("stock.vials.emptyHint")} />}
    />
  );
}

function useColumns({ of }: Products, onReverse?: (line: BookLine) => void): Column<BookLine>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const mayOpen = useMay()("see_clients");
  const stepWord = ({ step, takesBack }: BookLine) => (takesBack ? t("stock.movement.reversal", { word: t(`stock.vials.steps.${step}`) }) : t(`stock.vials.steps.${step}`));
  const amount = (line: BookLine) => {
    if (line.step === "given_back") return "";
    return line.movement === null ? quantity(line.quantity, of(line.product)) : signedWords(line.quantity, of(line.product));
  };
  const struck = (line: BookLine, words: string) => (line.takenBack ? <s className="quiet">{words}</s> : words);
  const column = (key: string, title: string, width: number, text: (line: BookLine) => string, align: "left" | "right" = "left"): Column<BookLine> => ({ key, title, width, align, text, render: (line) => struck(line, text(line)) });
  return [
    { ...column("time", t("stock.vials.time"), 84, ({ at }) => format.time(at)), render: (line) => <span data-testid="vial-line" data-step={line.step} data-taken-back={line.takenBack ? "" : undefined}>{struck(line, format.time(line.at))}</span> },
    column("step", t("stock.vials.step"), 112, stepWord),
    column("product", t("stock.product"), 204, ({ product }) => of(product).name),
    column("lot", t("stock.lot"), 92, ({ lot }) => lot),
    column("quantity", t("stock.quantity"), 88, amount, "right"),
    column("balance", t("stock.vials.balance"), 88, ({ balance, product }) => quantity(balance, of(product)), "right"),
    {
      ...column("client", t("stock.vials.client"), 104, ({ client }) => client?.name ?? ""),
      render: (line) => line.client && (mayOpen && !line.takenBack ? <Button type="link" size="small" style={{ padding: 0 }} onClick={() => void navigate(`/clients/${line.client?.id ?? ""}`)}>{line.client.name}</Button> : struck(line, line.client.name)),
    },
    column("doctor", t("stock.vials.doctor"), 84, ({ doctor }) => doctor ?? ""),
    column("by", t("stock.vials.first"), 84, ({ by }) => by ?? ""),
    column("witness", t("stock.vials.second"), 84, ({ witness }) => witness ?? ""),
    { ...column("reason", t("stock.remarks"), 112, ({ reason }) => reason), render: (line) => <span title={line.reason}>{struck(line, line.reason)}</span> },
    {
      key: "act",
      title: t("stock.acts"),
      width: 84,
      text: () => "",
      render: (line) => onReverse && line.movement !== null && !line.takesBack && !line.takenBack ? <Button type="text" size="small" style={{ padding: "0 4px" }} data-testid="vial-reverse" onClick={() => { onReverse(line); }}>{t("stock.reverse.open")}</Button> : null,
    },
  ];
}
