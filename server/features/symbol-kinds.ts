import { SymbolKind } from 'vscode-languageserver';

/** The protocol has no kinds of symbol for news; these give each label an icon of its own. */
const KINDS: Readonly<Record<string, SymbolKind>> = {
  PER: SymbolKind.Class,
  ORG: SymbolKind.Module,
  GPE: SymbolKind.Namespace,
  LOC: SymbolKind.Namespace,
  FAC: SymbolKind.Struct,
  NORP: SymbolKind.Enum,
  OCC: SymbolKind.TypeParameter,
  EVENT: SymbolKind.Event,
  PRODUCT: SymbolKind.Object,
  LAW: SymbolKind.Interface,
  DATE: SymbolKind.Constant,
  TIME: SymbolKind.Constant,
  MONEY: SymbolKind.Number,
  PERCENT: SymbolKind.Number,
  QUANTITY: SymbolKind.Number,
  ORDINAL: SymbolKind.Number,
  CARDINAL: SymbolKind.Number,
  URL: SymbolKind.Key,
};

/** The kind of symbol that stands for an entity label. */
export const symbolKindOf = (label: string): SymbolKind => KINDS[label] ?? SymbolKind.Variable;
