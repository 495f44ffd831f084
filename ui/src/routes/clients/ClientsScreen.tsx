/** The clients: the list, or the members by tier, stays as it was left while a file, a form or an import is open before it. */
import { Activity, useState } from "react";
import { useParams } from "react-router";
import { PhotosPage } from "../photos/PhotosPage";
import { TimelinePage } from "../traces/TimelinePage";
import { ClientPage } from "./file/ClientPage";
import { EditClient } from "./form/EditClient";
import { NewClient } from "./form/NewClient";
import { ImportWizard } from "./import/ImportWizard";
import { ClientList } from "./list/ClientList";
import { MembersPage } from "./tiers/MembersPage";
import { listPath, membersPath } from "./tiers/places";

export default function ClientsScreen() {
  const [first = "", second = ""] = (useParams()["*"] ?? "").split("/");
  // Which of the two lists was shown last: a file that is closed leads back to it.
  const [behind, setBehind] = useState(listPath);
  const shown = first === "" ? listPath : first === "tiers" ? membersPath : null;
  if (shown !== null && shown !== behind) setBehind(shown);
  return (
    <>
      <Activity mode={shown === listPath ? "visible" : "hidden"}>
        <ClientList />
      </Activity>
      {(shown ?? behind) === membersPath && (
        <Activity mode={shown === membersPath ? "visible" : "hidden"}>
          <MembersPage />
        </Activity>
      )}
      {shown === null && <Before first={first} second={second} behind={behind} />}
    </>
  );
}

function Before({ first, second, behind }: { first: string; second: string; behind: string }) {
  if (first === "new") return <NewClient />;
  if (first === "import") return <ImportWizard />;
  if (second === "edit") return <EditClient key={first} id={first} />;
  if (second === "treatments") return <TimelinePage key={first} client={first} />;
  if (second === "photos") return <PhotosPage key={first} client={first} />;
  return <ClientPage key={first} id={first} behind={behind} />;
}
