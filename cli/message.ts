import path from 'node:path';

/** Something to tell of a place in a project. */
export interface Message {
  /** The path in the project, parted by "/"; "": the project as a whole. */
  readonly file: string;
  /** Counted from 1; 0: the file as a whole. */
  readonly line: number;
  /** In UTF-16 code units, counted from 1; 0: the line as a whole. */
  readonly column: number;
  readonly severity: 'error' | 'warning' | 'notice';
  /** What it is about, in one word. */
  readonly code: string;
  readonly text: string;
}

/**
 * `text`: "file:line:column: severity: words", which terminals and editors make a link of; `github`: workflow commands,
 * which a GitHub Actions run shows at the line in the pull request; `jsonl`: one JSON object a line.
 */
export const MESSAGE_FORMATS = ['text', 'github', 'jsonl'] as const;

export type MessageFormat = (typeof MESSAGE_FORMATS)[number];

/** A message as one line; `folder` is the project, as a path from the current folder. */
export function writeMessage(format: MessageFormat, folder: string, message: Message): string {
  const file = path.join(folder, message.file);
  switch (format) {
    case 'text':
      return `${placeOf(withSlashes(file), message)}: ${message.severity}: ${message.text}`;
    case 'github':
      return githubCommand(message.file === '' ? null : file, message);
    case 'jsonl':
      return JSON.stringify({ ...message, file: withSlashes(file) });
  }
}

const withSlashes = (file: string): string => file.split(path.sep).join('/');

/** "file:line:column", as far as the place is known. */
const placeOf = (file: string, { line, column }: Pick<Message, 'line' | 'column'>): string =>
  [file, ...(line > 0 ? [line, ...(column > 0 ? [column] : [])] : [])].join(':');

/**
 * A workflow command of GitHub Actions: "::warning file=…,line=…,title=…::words", the file as a path from the checked
 * out repository. See "Workflow commands for GitHub Actions" in GitHub's documentation; what is escaped is what the
 * package @actions/core escapes.
 */
function githubCommand(file: string | null, { line, column, severity, code, text }: Message): string {
  const repository = process.env.GITHUB_WORKSPACE ?? '';
  const from = file === null ? '' : withSlashes(path.relative(repository, path.resolve(file)));
  const properties = [
    ...(file === null ? [] : [`file=${escapeProperty(from)}`]),
    ...(line > 0 ? [`line=${line}`] : []),
    ...(column > 0 ? [`col=${column}`] : []),
    `title=${escapeProperty(`hashiya: ${code}`)}`,
  ];
  return `::${severity} ${properties.join(',')}::${escapeData(text)}`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
