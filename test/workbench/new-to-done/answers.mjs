// What a person who knows the right annotations would do with each mark of an article.
import { existsSync, readFileSync } from 'node:fs';

/**
 * A decision on a stretch of an article. Offsets are UTF-16 code units, end exclusive.
 * @typedef {object} Decision
 * @property {string} family
 * @property {string} label
 * @property {number} start
 * @property {number} end
 * @property {boolean} accepted
 * @property {string} speaker "start-end", "" for none
 */

/**
 * What an annotation file says.
 * @param {string} file of annotations; may be missing
 * @param {string} text of the article
 * @returns {{ status: string, decisions: Decision[] }}
 */
export function decisionsIn(file, text) {
  if (!existsSync(file)) return { status: '', decisions: [] };
  const [header, ...lines] = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const letters = [...text];
  const utf16 = (/** @type {number} */ offset) => letters.slice(0, offset).join('').length;
  const placeIn = (/** @type {any} */ target) => {
    const { start, end } = target.selector.find(
      (/** @type {{ type: string }} */ { type }) => type === 'TextPositionSelector',
    );
    return { start: utf16(start), end: utf16(end) };
  };
  return {
    status: header['hashiya:status'] ?? '',
    decisions: lines.map((line) => {
      const speaker = line['hashiya:speaker'] && placeIn(line['hashiya:speaker']);
      return {
        family: line['hashiya:family'],
        label: [line.body].flat()[0].value,
        ...placeIn(line.target),
        accepted: line['hashiya:decision'] !== 'rejected',
        speaker: speaker ? `${speaker.start}-${speaker.end}` : '',
      };
    }),
  };
}

/** @typedef {Pick<Decision, 'family' | 'label' | 'start' | 'end'>} Labelled */

/** @type {(a: Labelled, b: Labelled) => boolean} */
export const isSame = (a, b) =>
  a.family === b.family && a.label === b.label && a.start === b.start && a.end === b.end;

/** @type {(one: Labelled) => string} */
export const nameOf = ({ family, label, start, end }) => `${family}/${label} ${start}-${end}`;

/**
 * What to do with a mark.
 * @typedef {{ kind: 'accept' } | { kind: 'reject' } | { kind: 'relabel' | 'resize', goal: Decision }} Answer
 */

/**
 * @param {Labelled} mark
 * @param {readonly Decision[]} goals what is to be accepted in the end
 * @param {readonly Labelled[]} marks all of the article: a goal that another mark says already is not this one's
 * @returns {Answer}
 */
export function answerOf(mark, goals, marks) {
  if (goals.some((goal) => isSame(goal, mark))) return { kind: 'accept' };
  const free = goals.filter(
    (goal) => goal.family === mark.family && !marks.some((other) => isSame(other, goal)),
  );
  const relabelled = free.find(({ start, end }) => start === mark.start && end === mark.end);
  if (relabelled) return { kind: 'relabel', goal: relabelled };
  const resized = free.find(
    ({ label, start, end }) => label === mark.label && start < mark.end && mark.start < end,
  );
  return resized ? { kind: 'resize', goal: resized } : { kind: 'reject' };
}
