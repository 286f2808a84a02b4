import { createAnalyser } from '../core/analysis/analysis.ts';
import type { Analyser, Analysis } from '../core/analysis/analysis.ts';
import type { Recurrence } from '../core/boilerplate/recurrence/line-counts.ts';
import { parseWeights } from '../core/entities/weights.ts';
import { parseLexicon } from '../core/lexicon/lexicon.ts';
import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { InitializationOptions } from './protocol.ts';
import { inSlices } from './runtime.ts';
import type { Runtime } from './runtime.ts';

/** The analyses of the open articles: one for each version, made when first asked for. */
export interface Analyses {
  /**
   * The analysis of this version of a document. Null where the work was stopped: everybody who asked has cancelled, or
   * the document has a newer version.
   */
  readonly of: (document: TextDocument, token: CancellationToken) => Promise<Analysis | null>;
  /**
   * The analysis of a text that no editor has open; nothing but its lines is kept. Where `uri` tells which file it is,
   * the other files of its folder count.
   * @param isOnce whether it will not be asked for again soon: not even its lines are kept then
   */
  readonly ofText: (
    text: string,
    token: CancellationToken,
    uri?: string,
    isOnce?: boolean,
  ) => Promise<Analysis | null>;
  /** The analysis of a few lines by themselves, made at once; null before the lists and the weights have been read. */
  readonly part: () => ((text: string) => Analysis) | null;
  readonly forget: (uri: string) => void;
  /** Lets go of the lists, the weights and all that was worked out; the next article takes them in again. */
  readonly rest: () => void;
  /** How many analyses were begun: shows that nothing is analysed twice. */
  readonly begun: () => number;
}

interface Job {
  readonly document: TextDocument;
  readonly asking: Set<CancellationToken>;
  readonly result: Promise<Analysis | null>;
}

/**
 * Analyses on the server's one thread, in slices.
 * @param options where the client said that the lists and the weights are
 * @param recurrenceOf what the other files of its folder say of an article's lines
 */
export function createAnalyses(
  runtime: Runtime,
  options: () => Pick<InitializationOptions, 'lexicon' | 'weights'> | undefined,
  recurrenceOf: (uri: string, text: string) => Recurrence | undefined = () => undefined,
): Analyses {
  const jobs = new Map<string, Job>();
  let analyser: Promise<Analyser> | undefined;
  let ready: Analyser | undefined;
  let begun = 0;
  const analyserReady = (): Promise<Analyser> =>
    (analyser ??= Promise.all([
      runtime.lexicon(options()?.lexicon),
      runtime.weights(options()?.weights),
    ]).then(
      ([lexicon, weights]) => (ready = createAnalyser(parseLexicon(lexicon), parseWeights(weights))),
      (error: unknown) => {
        analyser = undefined;
        throw error;
      },
    ));

  const run = async (
    uri: string | undefined,
    text: string,
    wanted: () => boolean,
    isOnce = false,
  ): Promise<Analysis | null> => {
    const { analyseInSteps, analyseOnceInSteps } = await analyserReady();
    if (!wanted()) return null;
    begun++;
    const recurrence = (): Recurrence | undefined =>
      uri === undefined ? undefined : recurrenceOf(uri, text);
    const steps = isOnce ? analyseOnceInSteps(text, recurrence) : analyseInSteps(text, recurrence);
    return inSlices(runtime, steps, wanted);
  };

  const start = (document: TextDocument, token: CancellationToken): Job => {
    const asking = new Set([token]);
    const wanted = (): boolean =>
      jobs.get(document.uri)?.document === document && [...asking].some((t) => !t.isCancellationRequested);
    // The job must be known before it runs, since it asks whether it is still the one that is known.
    const result = Promise.resolve().then(() => run(document.uri, document.getText(), wanted));
    return { document, asking, result };
  };

  return {
    async of(document, token) {
      while (!token.isCancellationRequested) {
        let job = jobs.get(document.uri);
        if (job && job.document.version > document.version) return null;
        if (job?.document !== document) {
          job = start(document, token);
          jobs.set(document.uri, job);
        } else job.asking.add(token);
        let analysis: Analysis | null = null;
        try {
          analysis = await job.result;
        } finally {
          job.asking.delete(token);
          if (!analysis && jobs.get(document.uri) === job) jobs.delete(document.uri);
        }
        if (analysis) return token.isCancellationRequested ? null : analysis;
        // The job may have stopped because those before us cancelled; then it starts anew for us.
      }
      return null;
    },
    ofText: (text, token, uri, isOnce) => run(uri, text, () => !token.isCancellationRequested, isOnce),
    part: () => ready?.analysePart ?? null,
    forget: (uri) => void jobs.delete(uri),
    rest: () => void (analyser = ready = undefined),
    begun: () => begun,
  };
}
