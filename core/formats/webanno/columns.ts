/** A column of a layer: a feature, or the role or target of a feature's links. */
interface ReadColumn {
  readonly kind: 'feature' | 'role' | 'target' | 'placeholder' | 'other';
  readonly name: string;
}

/** A layer as a header declares it, and where its columns begin. */
export interface ReadLayer {
  readonly name: string;
  readonly kind: 'span' | 'chain' | 'relation';
  readonly first: number;
  readonly columns: readonly ReadColumn[];
  /** The line of the declaration, counted from 1. */
  readonly line: number;
}

const KINDS = { '#T_SP=': 'span', '#T_CH=': 'chain', '#T_RL=': 'relation' } as const;

/** How many columns come before those of layers: id, offsets, words. */
export const FIRST_COLUMN = 3;

/** Reads a line that declares a layer whose columns begin at `first`; null where it is none. */
export function readLayer(line: string, first: number, number: number): ReadLayer | null {
  const prefix = line.slice(0, line.indexOf('=') + 1);
  const kind = Object.entries(KINDS).find(([known]) => known === prefix)?.[1];
  if (!kind) return null;
  const [name = '', ...declared] = line.slice(prefix.length).split('|');
  // "Layer|" and "Layer" alike have one column, which says that there is an annotation and nothing of it.
  const declarations = declared.filter((declaration) => declaration !== '');
  let role = '';
  const columns = declarations.map((declaration): ReadColumn => {
    if (kind !== 'span') return { kind: 'other', name: declaration };
    if (declaration.startsWith('ROLE_')) {
      // ROLE_<layer>:<feature>_<link type>, of names without "_"; a name of a project may have one.
      role = /:([^_]*)/.exec(declaration)?.[1] ?? declaration;
      return { kind: 'role', name: role };
    }
    return declaration.includes('.')
      ? { kind: 'target', name: role }
      : { kind: 'feature', name: declaration };
  });
  return {
    name,
    kind,
    first,
    columns: columns.length > 0 ? columns : [{ kind: 'placeholder', name: '' }],
    line: number,
  };
}
