import type { ReadProblem } from './format.ts';

/** What a file has that there is no place for here, each kind told once, with its first line and how often it is. */
export interface PassedOver {
  /** `what` names the kind, as in: relation "Employer". */
  readonly add: (path: string, line: number, what: string) => void;
  readonly problems: () => ReadProblem[];
}

export function passedOver(): PassedOver {
  const kinds = new Map<string, { readonly path: string; readonly line: number; count: number }>();
  return {
    add: (path, line, what) => {
      const known = kinds.get(what);
      if (known) known.count++;
      else kinds.set(what, { path, line, count: 1 });
    },
    problems: () =>
      [...kinds].map(([what, { path, line, count }]) => ({
        path,
        line,
        message: `${what}: there is no place for it here, passed over${count > 1 ? `, ${count} times` : ''}`,
      })),
  };
}
