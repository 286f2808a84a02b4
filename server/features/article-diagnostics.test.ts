import { DiagnosticSeverity } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../core/analysis/analysis.ts';
import type { EntityMark } from '../../core/labels/marks.ts';
import { lexicon } from '../../test/unit/lexicon.ts';
import { NO_FACTS } from '../../core/annotations/annotation.ts';
import { NO_NAMES } from '../../core/annotations/project-names/names.ts';
import type { OpenArticle } from '../articles.ts';
import { messagesIn } from '../messages/languages.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { atOnce } from '../../core/text/steps.ts';
import { diagnosticsOf } from './article-diagnostics.ts';

const TEXT = 'وصل مجهول إلى القاهرة';
const analysis = createAnalyser(lexicon).analyse(TEXT);

const weak: EntityMark = {
  family: 'entity',
  label: 'PER',
  start: 4,
  end: 9,
  canonical: 'مجهول',
  value: null,
  confidence: 0.38,
  source: 'model/tagger',
};

const article: OpenArticle = {
  document: TextDocument.create('file:///a.txt', 'article', 1, TEXT),
  analysis: { ...analysis, weak: [weak] },
  annotations: [],
  facts: NO_FACTS,
  annotator: 'huda',
  labels: [],
  scheme: { familyOf: () => null, labels: [], attributes: [], relations: [], overlap: false },
  names: NO_NAMES,
  entities: analysis.entities,
  weak: [weak],
  quotations: [],
  boilerplate: [],
};

const diagnose = (weakFrom: number, language: 'en' | 'ar' = 'en', of = article) =>
  atOnce(
    diagnosticsOf(of, {
      ...DEFAULT_SETTINGS,
      severity: { ...DEFAULT_SETTINGS.severity, entity: 'warning' },
      weakFrom,
      docs: '',
      messages: messagesIn(language),
      isExtension: true,
    }),
  ).map(({ severity, message, range }) => ({
    severity,
    message,
    words: of.document.getText(range),
  }));

describe('a weak suggestion among the diagnostics', () => {
  it('is a hint that says how likely it is right, however entities show', () => {
    expect(diagnose(0.3)).toEqual([
      { severity: DiagnosticSeverity.Warning, message: expect.any(String), words: 'القاهرة' },
      {
        severity: DiagnosticSeverity.Hint,
        message: expect.stringContaining('Weak suggestion: about 4 of 10 like it are right'),
        words: 'مجهول',
      },
    ]);
    expect(diagnose(0.3, 'ar')[1]?.message).toContain('اقتراح ضعيف: يصح من أمثاله نحو 4 من 10');
  });

  it('is left out where it is less sure than the setting asks', () => {
    expect(diagnose(0.4).map(({ words }) => words)).toEqual(['القاهرة']);
  });
});

describe('more marks than there are diagnostics', () => {
  it('shows those that are surest to be right, in their order, of equals the first', () => {
    const confidences = Array.from({ length: 1500 }, (_, i) => [0.9, 0.5, 0.7][i % 3] as number);
    const text = confidences.map((_, i) => String(i).padStart(4, '0')).join(' ');
    const entities = confidences.map((confidence, i) => ({
      ...weak,
      confidence,
      start: 5 * i,
      end: 5 * i + 4,
      canonical: String(i).padStart(4, '0'),
    }));
    const document = TextDocument.create('file:///a.txt', 'article', 1, text);
    const long = { ...article, document, analysis: { ...analysis, entities }, entities, weak: [] };
    const shown = entities.filter(({ confidence }) => confidence > 0.5);
    expect(shown).toHaveLength(1000);
    expect(diagnose(1, 'en', long).map(({ words }) => words)).toEqual(
      shown.map(({ canonical }) => canonical),
    );
    const alike = { ...long, entities: entities.map((mark) => ({ ...mark, confidence: 0.6 })) };
    expect(diagnose(1, 'en', alike).map(({ words }) => words)).toEqual(
      entities.slice(0, 1000).map(({ canonical }) => canonical),
    );
  });
});
