import {
  Checkbox,
  SearchInput,
  Toolbar,
  ToolbarContent,
  ToolbarGroup,
  ToolbarItem,
} from "@patternfly/react-core";
import { Tbody, Td, Th, Thead, type ThProps, Tr } from "@patternfly/react-table";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { useText } from "../lang/Texts";
import type { ListAddress } from "./address";
import { Button, Table } from "./patternfly";

export interface Column<T> {
  name: string;
  cell: (row: T) => ReactNode;
  /** What the API calls it, where it sorts by it. */
  sort?: string;
  number?: boolean;
  /** Whether it keeps room for some words. */
  wide?: boolean;
}

interface ListProps<T extends { id: string }> {
  label: string;
  columns: Column<T>[];
  rows: T[];
  after: string | undefined;
  address: ListAddress;
  /** Has all be shown again; only where something else than a search keeps some from it. */
  clearFilters?: (() => void) | undefined;
  /** What is searched for: a name, unless it is said. */
  search?: string;
  /** Beside the search: what else is looked for. */
  filters?: ReactNode;
  /** At the right of the search. */
  tools?: ReactNode;
  /** Choosing of rows; none where nothing is done with several. */
  selection?: { chosen: string[]; choose: (ids: string[]) => void; nameOf: (row: T) => string };
}

const TYPING_PAUSE = 300;

/** A list as the API has it: searched, sorted and paged there, and all of that in the address. */
export function List<T extends { id: string }>({
  label,
  columns,
  rows,
  after,
  address,
  clearFilters,
  search,
  filters,
  tools,
  selection,
}: ListProps<T>) {
  const say = useText();
  return (
    <>
      <Toolbar>
        <ToolbarContent>
          <ToolbarItem>
            <Search address={address} label={search ?? say("list.search")} />
          </ToolbarItem>
          {filters}
          {tools && <ToolbarGroup align={{ default: "alignEnd" }}>{tools}</ToolbarGroup>}
        </ToolbarContent>
      </Toolbar>
      <Rows
        label={label}
        columns={columns}
        rows={rows}
        address={address}
        selection={selection}
        clearFilters={clearFilters}
      />
      <Pages after={after} address={address} />
    </>
  );
}

/** What is searched for, as it is typed: the address has it as soon as nothing more is typed for a moment. */
export function Search({ address, label }: { address: ListAddress; label: string }) {
  const say = useText();
  const [typed, setTyped] = useState(address.q);
  const { q, search } = address;
  const known = useRef(q);
  const sent = useRef(q);
  const goesOn = useRef(false);
  useEffect(() => {
    const isOthers = q !== known.current && q !== sent.current;
    known.current = q;
    if (isOthers) {
      // Somebody went back, or followed a link.
      sent.current = q;
      goesOn.current = false;
      setTyped(q);
      return;
    }
    if (typed === q) {
      return;
    }
    const timer = setTimeout(() => {
      sent.current = typed;
      search(typed, goesOn.current);
      goesOn.current = true;
    }, TYPING_PAUSE);
    return () => clearTimeout(timer);
  }, [typed, q, search]);
  return (
    <SearchInput
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(_event, value) => setTyped(value)}
      onClear={() => setTyped("")}
      onBlur={() => {
        goesOn.current = false;
      }}
      resetButtonLabel={say("action.clear")}
    />
  );
}

function Rows<T extends { id: string }>({
  label,
  columns,
  rows,
  address,
  selection,
  clearFilters,
}: Pick<ListProps<T>, "label" | "columns" | "rows" | "address" | "selection" | "clearFilters">) {
  const say = useText();
  const all =
    selection !== undefined && rows.length > 0 && rows.every((row) => selection.chosen.includes(row.id));
  return (
    <Table aria-label={label} variant="compact">
      <Thead>
        <Tr>
          {selection && (
            <Th aria-label={say("list.chooseAll")} className="pf-v6-c-table__check">
              <Checkbox
                id={`${label}-all`}
                aria-label={say("list.chooseAll")}
                isChecked={all}
                onChange={(_event, chosen) => selection.choose(chosen ? rows.map((row) => row.id) : [])}
              />
            </Th>
          )}
          {columns.map((column, index) => (
            <Th
              key={column.name}
              sort={sorting(columns, index, address)}
              className={column.number ? "insights-number" : column.wide ? "insights-wide" : undefined}
            >
              {column.name}
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={row.id}>
            {selection && (
              <Td className="pf-v6-c-table__check">
                <Checkbox
                  id={`${label}-${row.id}`}
                  aria-label={say("list.choose", { name: selection.nameOf(row) })}
                  isChecked={selection.chosen.includes(row.id)}
                  onChange={(_event, chosen) =>
                    selection.choose(
                      chosen ? [...selection.chosen, row.id] : selection.chosen.filter((id) => id !== row.id),
                    )
                  }
                />
              </Td>
            )}
            {columns.map((column) => (
              <Td
                key={column.name}
                dataLabel={column.name}
                className={column.number ? "insights-number" : undefined}
              >
                {column.cell(row)}
              </Td>
            ))}
          </Tr>
        ))}
        {rows.length === 0 && (
          <Tr>
            <Td colSpan={columns.length + (selection ? 1 : 0)}>
              <NothingFound q={address.q} clearFilters={clearFilters} />
            </Td>
          </Tr>
        )}
      </Tbody>
    </Table>
  );
}

/** Says that nothing is found, and what there is to be done about it. */
export function NothingFound({ q, clearFilters }: { q: string } & Pick<ListProps<never>, "clearFilters">) {
  const say = useText();
  if (!clearFilters) {
    return say("list.nothingFound");
  }
  return (
    <>
      {say(q === "" ? "list.nothingWithFilter" : "list.nothingWithBoth")}{" "}
      <Button variant="link" isInline onClick={clearFilters}>
        {say("list.clearFilters")}
      </Button>
    </>
  );
}

function sorting<T>(columns: Column<T>[], index: number, address: ListAddress): ThProps["sort"] {
  const name = columns[index]?.sort;
  if (!name) {
    return undefined;
  }
  const descending = address.sort.startsWith("-");
  const sorted = columns.findIndex((column) => column.sort === address.sort.replace("-", ""));
  return {
    sortBy: { index: sorted, direction: descending ? "desc" : "asc" },
    columnIndex: index,
    onSort: (_event, _index, direction) => address.sortBy(direction === "desc" ? `-${name}` : name),
  };
}

/** The API pages forwards only; backwards is where the browser came from, or the beginning where it came from elsewhere. */
export function Pages({ after, address }: { after: string | undefined; address: ListAddress }) {
  const say = useText();
  const navigate = useNavigate();
  const isFirstOpened = useLocation().key === "default";
  if (after === undefined && address.after === undefined) {
    return null;
  }
  return (
    <Toolbar>
      <ToolbarContent>
        <ToolbarGroup align={{ default: "alignEnd" }}>
          {address.after !== undefined && (
            <>
              <Button variant="link" onClick={() => address.goTo(undefined)}>
                {say("list.first")}
              </Button>
              <Button
                variant="secondary"
                onClick={() => (isFirstOpened ? address.goTo(undefined) : void navigate(-1))}
              >
                {say("list.previous")}
              </Button>
            </>
          )}
          <Button variant="secondary" isDisabled={after === undefined} onClick={() => address.goTo(after)}>
            {say("list.next")}
          </Button>
        </ToolbarGroup>
      </ToolbarContent>
    </Toolbar>
  );
}
