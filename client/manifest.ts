import { COMMANDS } from './commands/index.ts';
import type { Command } from './commands/command.ts';
import { macKey, strokesOf } from './key-names.ts';
import { READER } from './reader/view-type.ts';
import { SETTINGS, type Bilingual } from './settings.ts';
import { COLOURS } from './styles.ts';
import {
  viewCommands,
  viewMenus,
  views,
  viewsContainers,
  viewsWelcome,
  viewTexts,
} from './views/manifest.ts';
import { STEPS } from './walkthrough.ts';

/** The parts of package.json's `contributes` that are made from the lists. */
export interface Contributions {
  readonly commands: readonly object[];
  readonly menus: Readonly<Record<string, readonly object[]>>;
  readonly keybindings: readonly object[];
  readonly customEditors: readonly object[];
  readonly colors: readonly object[];
  readonly viewsContainers: Readonly<Record<string, readonly object[]>>;
  readonly views: Readonly<Record<string, readonly object[]>>;
  readonly viewsWelcome: readonly object[];
  readonly walkthroughs: readonly object[];
  readonly configuration: { readonly title: string; readonly properties: Readonly<Record<string, object>> };
}

/** An article is being worked on: in a text editor, or in the reading view. */
const IN_ARTICLE = `(editorLangId == article || activeCustomEditorId == ${READER})`;

/** The same, and the keyboard is in its text. */
const TYPING_IN_ARTICLE = `(editorTextFocus && editorLangId == article || activeCustomEditorId == ${READER})`;

/** The reading view has the keyboard. */
const IN_READER = `activeCustomEditorId == ${READER}`;

const everywhere = (colour: string) => ({
  light: colour,
  dark: colour,
  highContrast: colour,
  highContrastLight: colour,
});

/** Colours that do not depend on a label. */
const PLAIN_COLOURS = [
  {
    id: 'current',
    defaults: everywhere('focusBorder'),
    title: {
      en: 'Frame round the mark or annotation at the caret',
      ar: 'إطار حول العلامة أو الوسم عند المؤشر',
    },
  },
  {
    id: 'undecided',
    defaults: { light: '#a9bacb', dark: '#4a5d70', highContrast: '#70acff', highContrastLight: '#0f54b6' },
    title: {
      en: 'Undecided marks beside the scroll bar',
      ar: 'العلامات التي لم يُبتّ فيها بجانب شريط التمرير',
    },
  },
];

/** Texts of the manifest by their key, in two languages. */
const texts: Record<string, Bilingual> = {
  description: {
    en: 'Annotate Arabic news articles: entities, quotations and boilerplate, marked, reviewed and exported as datasets.',
    ar: 'وسم المقالات الإخبارية العربية: الكيانات والاقتباسات والحواشي الآلية، تُعلَّم وتُراجَع وتُصدَّر مجموعاتِ بيانات.',
  },
  virtualWorkspaces: {
    en: 'Annotations are read and stored only where the files are on a disk that the server reaches.',
    ar: 'لا تُقرأ الوسوم ولا تُحفظ إلا حيث تكون الملفات على قرص يصل إليه الخادم.',
  },
  ...Object.fromEntries(PLAIN_COLOURS.map(({ id, title }) => [`color.${id}`, title])),
  'reader.name': { en: 'Hashiya Reading View', ar: 'عرض القراءة في حاشية' },
  'walkthrough.title': { en: 'Annotate Articles with Hashiya', ar: 'وسم المقالات ببرنامج حاشية' },
  'walkthrough.description': {
    en: 'From a folder of Arabic news to a dataset, in five minutes.',
    ar: 'من مجلد أخبار عربية إلى مجموعة بيانات في خمس دقائق.',
  },
  ...Object.fromEntries(
    STEPS.flatMap(({ id, title, description, buttons, shows }) => {
      const linesIn = (language: keyof Bilingual) => [
        description[language],
        ...buttons.map((button) => `[${button.title[language]}](command:${button.command})`),
      ];
      return [
        [`walkthrough.${id}`, title],
        [`walkthrough.${id}.description`, { en: linesIn('en').join('\n'), ar: linesIn('ar').join('\n') }],
        [`walkthrough.${id}.picture`, shows],
      ];
    }),
  ),
  ...viewTexts,
  ...Object.fromEntries(COMMANDS.map(({ id, title }) => [`command.${id}`, title])),
  ...Object.fromEntries(SETTINGS.map(({ id, description }) => [`setting.${id}`, description])),
  ...Object.fromEntries(
    COLOURS.flatMap(({ id, title }) => [
      [`color.${id}`, { en: `Line of: ${title.en}`, ar: `خط: ${title.ar}` }],
      [`color.${id}.background`, { en: `Ground of marks: ${title.en}`, ar: `خلفية العلامات: ${title.ar}` }],
      [
        `color.${id}.acceptedBackground`,
        { en: `Ground of annotations: ${title.en}`, ar: `خلفية الوسوم: ${title.ar}` },
      ],
    ]),
  ),
};

/** The content of package.nls.json ("en") or package.nls.ar.json. */
export const nls = (language: keyof Bilingual): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text[language]]));

const keybindingOf = ({ id, key = '', keyWhen }: Command) => {
  const mac = macKey(key);
  const ofScheme = id.startsWith('tag.') && '!hashiya.ownKeys';
  const conditions = [TYPING_IN_ARTICLE, keyWhen, ofScheme].filter(Boolean);
  return { command: `hashiya.${id}`, key, ...(mac !== key && { mac }), when: conditions.join(' && ') };
};

/** Where a project has keys of its own, every letter and digit goes to one command, which knows the project. */
const projectKeys = [...'abcdefghijklmnopqrstuvwxyz0123456789'].map((letter) => ({
  command: 'hashiya.tagWithKey',
  args: letter,
  key: `alt+a ${letter}`,
  mac: macKey(`alt+a ${letter}`),
  when: `${TYPING_IN_ARTICLE} && hashiya.ownKeys`,
}));

/** Keys of the reading view alone: what text editors have by these keys, it has too. */
const readerBindingOf = ({ id, readerKey = '' }: Command) => ({
  command: `hashiya.${id}`,
  key: readerKey,
  mac: readerKey.replaceAll('ctrl+', 'cmd+'),
  when: `${IN_READER} && !inputFocus`,
});

/** What the extension contributes, from the lists of commands, colours and settings. */
export const contributions = (): Contributions => ({
  commands: [
    ...COMMANDS.map(({ id, icon, anywhere }) => ({
      command: `hashiya.${id}`,
      title: `%command.${id}%`,
      category: 'Hashiya',
      ...(icon && { icon: `$(${icon})` }),
      ...(!anywhere && { enablement: IN_ARTICLE }),
    })),
    ...viewCommands,
  ],
  menus: {
    ...viewMenus,
    commandPalette: [
      ...COMMANDS.filter(({ hidden }) => hidden).map(({ id }) => ({
        command: `hashiya.${id}`,
        when: 'false',
      })),
      ...viewMenus.commandPalette,
    ],
    'editor/context': [{ submenu: 'hashiya', when: IN_ARTICLE, group: '1_hashiya' }],
    'webview/context': [{ submenu: 'hashiya', when: `webviewId == ${READER}`, group: '1_hashiya' }],
    'editor/title': COMMANDS.filter(({ inTitle }) => inTitle).map(({ id }) => ({
      command: `hashiya.${id}`,
      when: IN_ARTICLE,
      group: 'navigation',
    })),
    hashiya: COMMANDS.filter(({ menu }) => menu).map(({ id, menu }, index) => ({
      command: `hashiya.${id}`,
      group: `${menu}@${index + 1}`,
    })),
  },
  keybindings: [
    ...COMMANDS.filter(({ key }) => key).map(keybindingOf),
    ...COMMANDS.filter(({ readerKey }) => readerKey).map(readerBindingOf),
    ...projectKeys,
  ],
  customEditors: [
    {
      viewType: READER,
      displayName: '%reader.name%',
      selector: [{ filenamePattern: '*.txt' }],
      priority: 'option',
    },
  ],
  colors: [
    ...COLOURS.flatMap(({ id, line, ground, accepted }) =>
      [
        { id, defaults: line },
        { id: `${id}.background`, defaults: ground },
        { id: `${id}.acceptedBackground`, defaults: accepted },
      ].map((colour) => ({ ...colour, description: `%color.${colour.id}%` })),
    ),
    ...PLAIN_COLOURS.map(({ id, defaults }) => ({
      id: `hashiya.${id}`,
      defaults,
      description: `%color.${id}%`,
    })),
  ],
  viewsContainers,
  views,
  viewsWelcome,
  walkthroughs: [
    {
      id: 'start',
      title: '%walkthrough.title%',
      description: '%walkthrough.description%',
      steps: STEPS.map(({ id, picture, done }) => ({
        id,
        title: `%walkthrough.${id}%`,
        description: `%walkthrough.${id}.description%`,
        media: { svg: `media/walkthrough/${picture}.svg`, altText: `%walkthrough.${id}.picture%` },
        completionEvents: done,
      })),
    },
  ],
  configuration: {
    title: 'Hashiya',
    properties: Object.fromEntries(
      SETTINGS.map(({ id, scope, schema, default: standard }, order) => [
        `hashiya.${id}`,
        { ...schema, default: standard, scope, order, markdownDescription: `%setting.${id}%` },
      ]),
    ),
  },
});

/** The tables of the README, by the name of the region that holds each. */
export const readmeTables = (): Record<string, string> => ({
  keys: table(
    ['What', 'Linux, Windows', 'Mac'],
    COMMANDS.filter(({ id, key }) => key && !id.startsWith('tag.')).map(({ title, key = '' }) => [
      title.en,
      spelt(key),
      spelt(macKey(key), true),
    ]),
  ),
  labels: table(
    ['Label', 'Key', 'What'],
    COMMANDS.filter(({ id, key }) => key && id.startsWith('tag.')).map(({ id, key = '', title }) => [
      `\`${id.slice('tag.'.length)}\``,
      spelt(key.split(' ')[1] ?? ''),
      title.en.replace(/^Tag as (.*) \(.*\)$/, '$1'),
    ]),
  ),
  settings: table(
    ['Setting', 'Default', 'What'],
    SETTINGS.map(({ id, default: standard, description }) => [
      `\`hashiya.${id}\``,
      `\`${JSON.stringify(standard)}\``,
      description.en,
    ]),
  ),
});

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** A key in a table: "`Alt+A` `Alt+S`". */
const spelt = (key: string, mac = false): string =>
  strokesOf(key, mac)
    .map((stroke) => `\`${stroke}\``)
    .join(' ');
