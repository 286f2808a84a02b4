import type { Connection } from 'vscode-languageserver';
import type { Settings, SeveritySetting } from './protocol.ts';

/** What holds where the client has nothing to say. The extension's manifest says the same (a test compares). */
export const DEFAULT_SETTINGS: Settings = {
  annotator: '',
  weakFrom: 0.3,
  severity: {
    entity: 'hint',
    quotation: 'hint',
    boilerplate: 'hint',
    problem: 'warning',
    annotation: 'warning',
  },
};

const SEVERITIES: ReadonlySet<unknown> = new Set(['error', 'warning', 'information', 'hint', 'off']);

/** The settings, asked of the client once per resource and kept until they change. */
export interface SettingsKeeper {
  readonly of: (uri: string) => Promise<Settings>;
  /** They have changed; `pushed` is what a client sends along that cannot be asked. */
  readonly changed: (pushed: unknown) => void;
  /** Grows by one with each change. */
  readonly revision: () => number;
}

/**
 * Keeps the settings section "hashiya".
 * @param canAsk whether the client answers workspace/configuration.
 */
export function createSettings(connection: Connection, canAsk: () => boolean): SettingsKeeper {
  let revision = 0;
  let pushedSettings = DEFAULT_SETTINGS;
  const known = new Map<string, Promise<Settings>>();
  const ask = async (uri: string): Promise<Settings> => {
    try {
      return readSettings(await connection.workspace.getConfiguration({ scopeUri: uri, section: 'hashiya' }));
    } catch (error) {
      connection.console.warn(`The settings of ${uri} could not be read: ${String(error)}`);
      known.delete(uri);
      return pushedSettings;
    }
  };
  return {
    of(uri) {
      if (!canAsk()) return Promise.resolve(pushedSettings);
      const settings = known.get(uri) ?? ask(uri);
      known.set(uri, settings);
      return settings;
    },
    changed(pushed) {
      revision++;
      known.clear();
      const section = isRecord(pushed) ? pushed['hashiya'] : undefined;
      pushedSettings = readSettings(section);
    },
    revision: () => revision,
  };
}

/** Settings as they came over the wire; what is missing or unknown takes its default. */
export function readSettings(value: unknown): Settings {
  if (!isRecord(value)) return DEFAULT_SETTINGS;
  const severity = isRecord(value['severity']) ? value['severity'] : {};
  const of = (family: keyof Settings['severity']): SeveritySetting =>
    SEVERITIES.has(severity[family])
      ? (severity[family] as SeveritySetting)
      : DEFAULT_SETTINGS.severity[family];
  return {
    annotator: typeof value['annotator'] === 'string' ? value['annotator'].trim() : '',
    weakFrom: typeof value['weakFrom'] === 'number' ? value['weakFrom'] : DEFAULT_SETTINGS.weakFrom,
    severity: {
      entity: of('entity'),
      quotation: of('quotation'),
      boilerplate: of('boilerplate'),
      problem: of('problem'),
      annotation: of('annotation'),
    },
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
