import type { ChangeSetPage } from "@gantry/api-contract";
import { useFormat } from "../../../i18n/format.ts";
import { useWords } from "../../../i18n/use-words.ts";
import { Select } from "../../../ui/select.tsx";

const ALL = "";

/** Filters the results by CodeArts' code; not there where CodeArts gave none. */
export function CodeSelect(props: {
  codes: ChangeSetPage["codes"];
  code: string | undefined;
  onCode: (code: string | undefined) => void;
}) {
  const said = useWords().codes;
  const format = useFormat();
  const { codes, code } = props;
  if (codes.length === 0 && code === undefined) return null;
  const isListed = code === undefined || codes.some((one) => one.code === code);
  const options = [
    { value: ALL, label: said.allCodes },
    ...codes.map((one) => ({ value: one.code, label: said.option(one.code, format.number(one.results)) })),
    ...(isListed ? [] : [{ value: code, label: said.option(code, format.number(0)) }]),
  ];
  return (
    <Select
      label={said.filter}
      look="button"
      value={code ?? ALL}
      options={options}
      onChange={(value) => props.onCode(value === ALL ? undefined : value)}
      className="mb-1 shrink-0"
    />
  );
}
