import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/** What the command line says of an article; offsets in UTF-16 code units, end exclusive. */
export interface Analysis {
  readonly lines: readonly { readonly line: number; readonly class: string }[];
  readonly boilerplate: readonly { readonly start: number; readonly end: number; readonly class: string }[];
  readonly entities: readonly Entity[];
  /** The entities that the editor marks: those, and weak suggestions that are likely enough. */
  readonly marked: readonly Entity[];
  readonly quotations: readonly Quotation[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Entity extends Stretch {
  readonly label: string;
  readonly confidence: number;
  /** Only of weak suggestions. */
  readonly weak?: boolean;
  readonly text: string;
  readonly canonical: string;
}

export interface Quotation extends Stretch {
  readonly kind: string;
  readonly speaker: (Stretch & { readonly text: string }) | null;
}

/** What `hashiya.weakFrom` is unless a person says otherwise. */
const WEAK_FROM = 0.3;

/** The bundled command line, seen from where the bundled suite lies. */
const commandLine = path.resolve(__dirname, '../../../dist/cli.mjs');

/**
 * Analyses a file with the command line, which knows nothing of the editor.
 * @param file absolute path
 */
export async function analyse(file: string): Promise<Analysis> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [commandLine, 'analyze', '--weak', '--offsets', 'utf16', file],
    // On a desktop this program is Electron.
    { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, maxBuffer: 64 * 1024 * 1024 },
  );
  const analysis = JSON.parse(stdout) as Omit<Analysis, 'marked'>;
  const shown = ({ weak, confidence }: Entity): boolean => weak === undefined || confidence >= WEAK_FROM;
  return {
    ...analysis,
    entities: analysis.entities.filter(({ weak }) => weak === undefined),
    marked: analysis.entities.filter(shown),
  };
}
