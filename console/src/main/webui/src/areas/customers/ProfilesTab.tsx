import { UsersIcon } from "@patternfly/react-icons";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { cursor, ok, segments } from "../../api/client";
import { PROFILES } from "../../api/segments";
import type { Profile } from "../../api/types";
import { useText } from "../../lang/Texts";
import { isNone, useListAddress } from "../../ui/address";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Empty } from "../../ui/Empty";
import { type Column, List } from "../../ui/List";
import { Loaded } from "../../ui/Loaded";
import { Alert, Button } from "../../ui/patternfly";
import { TextField } from "../../ui/TextField";
import { When } from "../../ui/time";
import { useTellAt } from "../../ui/told";
import { useValueWords } from "../../ui/values";

/** Single customers, found by the beginning of their id; and the erasure of one. */
export function ProfilesTab({ start }: { start: () => void }) {
  const say = useText();
  const shown = useValueWords();
  const address = useListAddress("");
  const [erasing, setErasing] = useState<Profile>();
  const query = useQuery({
    queryKey: [...PROFILES, "list", address.q, address.after],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const page = await ok(
        segments.GET("/profiles", {
          params: { query: { q: address.q || undefined, after: address.after, limit: 50 } },
          signal,
        }),
      );
      return { items: page.items.map((one) => ({ ...one, id: one.profileId })), after: cursor(page.next) };
    },
  });
  const columns: Column<Profile & { id: string }>[] = [
    {
      name: say("customer.id"),
      cell: (one) => (
        <code className={one.profileId.length > 24 ? "insights-long" : ""}>{one.profileId}</code>
      ),
    },
    {
      name: say("customer.values"),
      cell: (one) =>
        Object.entries(one.attributes as Record<string, unknown>)
          .map(([name, value]) => `${name}: ${shown(value)}`)
          .join(", "),
    },
    { name: say("customer.optedOut"), cell: (one) => say(one.optedOut ? "value.true" : "value.false") },
    { name: say("customer.updated"), cell: (one) => <When at={one.updatedAt} /> },
    {
      name: say("field.actions"),
      cell: (one) => (
        <Button
          variant="link"
          isInline
          isDanger
          aria-label={`${say("customer.erase")}: ${one.profileId}`}
          onClick={() => setErasing(one)}
        >
          {say("customer.erase")}
        </Button>
      ),
    },
  ];
  return (
    <Loaded query={query}>
      {({ items, after }) =>
        isNone(items, query, address) ? (
          <Empty
            title={say("customer.empty")}
            icon={UsersIcon}
            action={<Button onClick={start}>{say("import.title")}</Button>}
          >
            {say("customer.empty.text")}
          </Empty>
        ) : (
          <>
            <List
              label={say("customer.profiles")}
              search={say("customer.search")}
              columns={columns}
              rows={items}
              after={after}
              address={address}
            />
            {erasing && <Erase customer={erasing} close={() => setErasing(undefined)} />}
          </>
        )
      }
    </Loaded>
  );
}

/** Erases a customer everywhere; the id is typed, so that nobody does it by a slip. */
function Erase({ customer, close }: { customer: Profile; close: () => void }) {
  const { profileId } = customer;
  const say = useText();
  const queries = useQueryClient();
  const tellAt = useTellAt();
  const [typed, setTyped] = useState("");
  return (
    <ConfirmDialog
      title={say("customer.erase.title", { id: profileId })}
      action={say("customer.erase")}
      danger
      isUnsaved={typed !== ""}
      isDisabled={typed !== profileId}
      act={() => ok(segments.DELETE("/profiles/{profileId}", { params: { path: { profileId } } }))}
      done={() => {
        void queries.invalidateQueries({ queryKey: PROFILES });
        close();
        tellAt("/customers", say("customer.erased", { id: profileId }));
      }}
      close={close}
    >
      <Alert
        variant="warning"
        isInline
        title={say("customer.erase.text", { values: Object.keys(customer.attributes).length })}
      />
      <TextField
        id="erase-id"
        label={say("customer.erase.type", { id: profileId })}
        value={typed}
        change={setTyped}
        autoComplete="off"
      />
    </ConfirmDialog>
  );
}
