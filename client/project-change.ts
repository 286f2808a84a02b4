import { l10n } from 'vscode';
import {
  CARRY_OUT_REQUEST,
  PLAN_REQUEST,
  type CarryOutParams,
  type CarryOutResult,
  type Plan,
  type PlanParams,
  type ProjectChange,
} from '../server/protocol.ts';
import { say, type ArticleView } from './act.ts';
import type { App } from './app.ts';
import { longRequest } from './long-request.ts';
import { pickPlanned } from './pick-planned.ts';
import { showInformation, showWarning } from './notices.ts';

const wayBack = (): string => l10n.t('Alt+A Alt+Z takes it all back in one step.');

/**
 * Changes annotations in all articles of the project: asks the server for the places, has the person choose among them,
 * and has it done in one step.
 * @param title what is done, for the progress and the list
 * @param way how to take it back
 * @returns whether it was done
 */
export async function changeProject(
  app: App,
  { editor, state }: ArticleView,
  change: ProjectChange,
  title: string,
  way = wayBack(),
): Promise<boolean> {
  const { labels } = await app.schemes.of(editor.document);
  const params: PlanParams = { uri: state.uri, version: state.version, change };
  const plan = await longRequest<Plan>(app, PLAN_REQUEST, title, params);
  if (!plan) return false;
  if (plan.refused !== null) {
    say(`$(info) ${plan.refused}`);
    return false;
  }
  if (plan.troubles.length > 0)
    tellTroubles(app, title, l10n.t('Not every article could be read.'), plan.troubles);
  if (plan.places.length === 0) {
    say(l10n.t('There is no such place in the project.'));
    return false;
  }
  const places = await pickPlanned(app, plan, title, labels);
  if (!places || places.length === 0) return false;
  const order: CarryOutParams = { ...params, places };
  const result = await longRequest<CarryOutResult>(app, CARRY_OUT_REQUEST, title, order);
  if (!result) return false;
  tell(app, title, result, way);
  return result.changed > 0;
}

/** Nobody waits for an answer here, or no other command would run until the message is closed. */
function tell(app: App, title: string, { articles, changed, troubles }: CarryOutResult, way: string): void {
  const done = `${l10n.t('Changed: {0}, in articles: {1}.', changed, articles)} ${way}`;
  if (troubles.length > 0) tellTroubles(app, title, done, troubles);
  else void showInformation(done);
}

function tellTroubles(app: App, title: string, what: string, troubles: readonly string[]): void {
  const report = l10n.t('Show Report');
  void showWarning(`${title}. ${what} ${l10n.t('Could not be done: {0}.', troubles.length)}`, report).then(
    (answer) =>
      answer === report
        ? app.reports.show([`# ${title}`, what, ...troubles.map((trouble) => `- ${trouble}`)], title)
        : undefined,
  );
}
