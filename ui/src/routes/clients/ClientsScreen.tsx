/** The clients: the list stays as it was left while a file, a form or an import is open before it. */
import { Activity } from "react";
import { useParams } from "react-router";
import { PhotosPage } from "../photos/PhotosPage";
import { TimelinePage } from "../traces/TimelinePage";
import { ClientPage } from "./file/ClientPage";
import { EditClient } from "./form/EditClient";
import { NewClient } from "./form/NewClient";
import { ImportWizard } from "./import/ImportWizard";
import { ClientList } from "./list/ClientList";

export default function ClientsScreen() {
  const [first = "", second = ""] = (useParams()["*"] ?? "").split("/");
  return (
    <>
      <Activity mode={first === "" ? "visible" : "hidden"}>
        <ClientList />
      </Activity>
      {first !== "" && <Before first={first} second={second} />}
    </>
  );
}

function Before({ first, second }: { first: string; second: string }) {
  if (first === "new") return <NewClient />;
  if (first === "import") return <ImportWizard />;
  if (second === "edit") return <EditClient key={first} id={first} />;
  if (second === "treatments") return <TimelinePage key={first} client={first} />;
  if (second === "photos") return <PhotosPage key={first} client={first} />;
  return <ClientPage key={first} id={first} />;
}
