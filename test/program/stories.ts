import { NOTHING_ADDED, NO_FACTS } from '../../core/annotations/annotation.ts';
import { makeAnchor } from '../../core/annotations/anchors.ts';
import { serialiseStore, storePath } from '../../core/annotations/store.ts';
import type { Hashiya } from './hashiya.ts';

export const TOWNS = [
  'السهل',
  'الواحة',
  'المرفأ',
  'الضاحية',
  'الهضبة',
  'الوادي',
  'الساحل',
  'الجزيرة',
  'البلدة',
  'القرية',
];
const THINGS = ['جسر', 'مسرح', 'سوق', 'ملعب', 'مصنع', 'متحف', 'مستشفى', 'حديقة', 'مكتبة', 'ميناء'];

/** An article of our own; no two say the same in the same words. */
export const story = (n: number): string => {
  const [town = '', thing = ''] = [TOWNS[n % 10], THINGS[(n * 7 + Math.floor(n / 10)) % 10]];
  return [
    `${thing} جديد في ${town}`,
    `قال سالم الحقلي إن ${thing} ${town} سيفتح بعد ${n + 3} أسابيع من العمل في كل ليلة.`,
    `وزار أهالي ${town} الموقع أمس ومعهم ${n + 11} طفلا حملوا أعلاما رسموها عن ${thing} بأيديهم.`,
  ].join('\n');
};

/** Adds an article with the person in it tagged by each annotator. */
export function annotated(
  { write }: Hashiya,
  name: string,
  text: string,
  annotators: readonly string[] = ['huda'],
  status?: string,
): void {
  write(name, text);
  const start = text.indexOf('سالم الحقلي');
  for (const annotator of annotators)
    write(
      storePath(annotator, name),
      serialiseStore(
        text,
        name,
        'hashiya test',
        [
          {
            id: '0b5c1d52-7d0b-4c61-9f0a-0a7b9c3d2e11',
            family: 'entity',
            label: 'PER',
            decision: 'accepted',
            anchor: makeAnchor(text, { start, end: start + 'سالم الحقلي'.length }),
            speaker: null,
            cue: null,
            canonical: null,
            provenance: {
              annotator,
              created: '2026-01-02T03:04:05Z',
              modified: '2026-01-02T03:04:05Z',
              source: 'hand',
            },
            ...NOTHING_ADDED,
          },
        ],
        [],
        { ...NO_FACTS, status: status ?? null },
      ),
    );
}
