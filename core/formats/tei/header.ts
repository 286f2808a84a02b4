import type { DatasetContext } from '../../dataset/context.ts';
import type { DatasetDocument } from '../../dataset/document.ts';
import { escapeXml, replaceNotInXml } from '../xml.ts';
import { GROUPS } from './categories.ts';
import type { Category } from './categories.ts';

/** The <teiHeader> of an article, line by line: where it comes from, who annotated it, what its labels mean. */
export function headerOf(
  { file, published, split }: DatasetDocument,
  { tool }: DatasetContext,
  categories: readonly Category[],
  annotators: readonly string[],
): string[] {
  const text = (words: string): string => escapeXml(replaceNotInXml(words));
  return [
    '  <teiHeader>',
    '    <fileDesc>',
    '      <titleStmt>',
    `        <title>${text(file)}</title>`,
    ...annotators.map(
      (name, i) =>
        `        <respStmt xml:id="annotator${i + 1}"><resp>annotation</resp><name>${text(name)}</name></respStmt>`,
    ),
    '      </titleStmt>',
    `      <publicationStmt><p>Written by ${text(tool)}.</p></publicationStmt>`,
    '      <sourceDesc>',
    `        <bibl><idno type="file">${text(file)}</idno>${published === null ? '' : `<date when="${published}"/>`}</bibl>`,
    '      </sourceDesc>',
    '    </fileDesc>',
    '    <encodingDesc>',
    '      <editorialDecl><p>The text is what the ab elements of the body hold, one behind the other.</p></editorialDecl>',
    ...taxonomies(categories, text),
    '    </encodingDesc>',
    '    <profileDesc>',
    '      <langUsage><language ident="ar">Arabic</language></langUsage>',
    ...(split === null
      ? []
      : [`      <textClass><classCode scheme="split">${split}</classCode></textClass>`]),
    '    </profileDesc>',
    '  </teiHeader>',
  ];
}

function taxonomies(categories: readonly Category[], text: (words: string) => string): string[] {
  if (categories.length === 0) return [];
  const taxonomy = GROUPS.flatMap((group) => {
    const own = categories.filter((category) => category.group === group);
    if (own.length === 0) return [];
    return [
      `        <taxonomy xml:id="${group}">`,
      ...own.map(
        ({ id, label, meaning }) =>
          `          <category xml:id="${id}" n="${text(label)}"><catDesc xml:lang="en">${text(
            meaning ? `${meaning.title}. ${meaning.description}` : label,
          )}</catDesc></category>`,
      ),
      '        </taxonomy>',
    ];
  });
  return ['      <classDecl>', ...taxonomy, '      </classDecl>'];
}
