import { vsdiag, type BaseLanguageClient, type Middleware } from 'vscode-languageclient';
import type { Disposable } from 'vscode';
import { FAMILIES } from './items.ts';
import { showsCode, stamp, unstamp } from './shown-diagnostics.ts';
import type { Visibility } from './visibility.ts';

/** Leaves the diagnostics of hidden families and labels out of what the server sends; a hint, too, is drawn, as three dots. */
export function hidingDiagnostics(visibility: Visibility): NonNullable<Middleware['provideDiagnostics']> {
  return async (document, previousResultId, token, next) => {
    const families = FAMILIES.filter((family) => !visibility.shows(family));
    const hidden = [...families, ...visibility.hiddenLabels];
    const report = await next(document, unstamp(previousResultId, hidden), token);
    if (!report) return report;
    if (report.kind === vsdiag.DocumentDiagnosticReportKind.unChanged)
      return { ...report, resultId: stamp(report.resultId, hidden) };
    const items = report.items.filter(({ code }) => showsCode(code, hidden));
    return { ...report, items, ...(report.resultId && { resultId: stamp(report.resultId, hidden) }) };
  };
}

/** Has the editor ask for diagnostics anew whenever families are shown or hidden. */
export const refreshDiagnostics = (client: BaseLanguageClient, visibility: Visibility): Disposable =>
  visibility.onDidChange(() => client.getFeature('textDocument/diagnostic').refresh());
