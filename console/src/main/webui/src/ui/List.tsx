import { Checkbox, Toolbar, ToolbarContent, ToolbarGroup, ToolbarItem } from "@patternfly/react-core";
import { Tbody, Td, Th, Thead, type ThProps, Tr } from "@patternfly/react-table";
import type { ReactNode } from "react";
import { useText } from "../lang/Texts";
import type { ListAddress } from "./address";
import { NothingFound } from "./NothingFound";
import { Pages } from "./Pages";
import { Table } from "./patternfly";
import { Search } from "./Search";

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
