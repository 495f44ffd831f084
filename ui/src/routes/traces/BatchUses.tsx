/** Everybody on whom a batch was used, and the list with phones that is telephoned through on the day of a recall. */
import { Button } from "antd";
import { FileSpreadsheet } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import type { BatchId, BatchUse, Product } from "../../api/generated";
import { useRead, useWrite } from "../../api/hooks";
import { useMay } from "../../app/session";
import { Loaded } from "../../components/States";
import { quantity } from "../../components/decimals";
import { useFormat } from "../../components/format";
import { type From, signedPath } from "../treatments/places";
import styles from "./traces.module.css";

export function BatchUses({ batch, product }: { batch: BatchId; product: Pick<Product, "unit" | "scale"> }) {
  const { t } = useTranslation();
  const may = useMay();
  const [path, setPath] = useState<string | null>(null);
  const read = useRead("treatments", "traces.batch", { batch });
  const write = useWrite("traces.export");
  const run = async () => {
    const words = (key: "memberNumber" | "name" | "phones" | "day" | "procedure" | "doctor" | "product" | "lot" | "quantity" | "state" | "withdrawn" | "unsigned" | "sold" | "returned") => t(`traces.file.${key}`);
    const headers = {
      memberNumber: words("memberNumber"), name: words("name"), phones: words("phones"), day: words("day"), procedure: words("procedure"), doctor: words("doctor"),
      product: words("product"), lot: words("lot"), quantity: words("quantity"), state: words("state"), withdrawn: words("withdrawn"), unsigned: words("unsigned"), sold: words("sold"), returned: words("returned"),
    };
    const written = await write.run({ batch, headers });
    if (written) setPath(written.output.path);
  };
  return (
    <section className={styles.uses} data-testid="batch-uses">
      <header className={styles.usesHead}>
        <h2>{t("traces.usedOn")}</h2>
        {read.data && <span className="quiet">{t("traces.people", { count: new Set(read.data.map(({ client }) => client.id)).size })}</span>}
        {path !== null && <span className="quiet" role="status" data-testid="batch-exported">{t("traces.exported", { path })}</span>}
        {may("export_clients") && <Button size="small" icon={<FileSpreadsheet aria-hidden size={14} strokeWidth={1.5} />} disabled={read.data?.length === 0} loading={write.pending} data-testid="batch-export" onClick={() => void run()}>{t("traces.export")}</Button>}
      </header>
      <Loaded read={read} rows={2}>
        {(uses) => uses.length === 0 ? <p className="quiet">{t("traces.usedOnNobody")}</p> : (
          <ul className={`${styles.useList} scrolls`} aria-label={t("traces.usedOn")}>
            {uses.map((used, index) => <Line key={index} used={used} amount={quantity(Math.abs(used.quantity), product)} />)}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

/** Below nothing, the client brought it back. */
function Line({ used, amount }: { used: BatchUse; amount: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { signed, sale } = used;
  const open = (path: string, word: string) => <Button type="link" size="small" style={{ padding: 0 }} onClick={() => void navigate(path, { state: { from: pathname } satisfies From })}>{word}</Button>;
  return (
    <li data-testid="batch-use" data-returned={used.quantity < 0 ? "" : undefined}>
      <time>{format.moment(used.at)}</time>
      <Button type="link" size="small" style={{ padding: 0 }} onClick={() => void navigate(`/clients/${used.client.id}`)}>{used.client.name} {used.client.memberNumber}</Button>
      <b>{amount}</b>
      <span>{used.doctorName}</span>
      {sale !== null && open(`/checkout/sale/${sale}`, t(used.quantity < 0 ? "traces.returned" : "traces.sold"))}
      {signed !== null && open(signedPath(signed), `${used.procedureName ?? ""}${used.withdrawn ? ` (${t("traces.withdrawn")})` : ""}`)}
      {sale === null && signed === null && <span className="caution">{t("traces.unsigned")}</span>}
    </li>
  );
}
