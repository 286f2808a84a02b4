import type { Card } from '../card.ts';
import { palette } from '../theme.ts';

/** More days than these are told by month. */
const DAYS = 92;

const DAY = 86_400_000;

/** Every day from the first to the last, as YYYY-MM-DD: days without work show as such. */
function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let time = Date.parse(first); time <= Date.parse(last); time += DAY)
    days.push(new Date(time).toISOString().slice(0, 10));
  return days;
}

export const progress: Card = {
  id: 'progress',
  title: (texts) => texts.progress,
  content({ texts, statistics }) {
    const { days, annotators } = statistics.coverage;
    const [first, last] = [days[0]?.day, days[days.length - 1]?.day];
    if (first === undefined || last === undefined) return null;
    const every = daysBetween(first, last);
    const byMonth = every.length > DAYS;
    const times = byMonth ? [...new Set(every.map((day) => day.slice(0, 7)))] : every;
    const index = new Map(times.map((time, at) => [time, at]));
    const series = annotators.map(({ annotator }, at) => {
      const values = times.map(() => 0);
      for (const day of days) {
        const place = index.get(byMonth ? day.day.slice(0, 7) : day.day);
        if (day.annotator === annotator && place !== undefined)
          values[place] = (values[place] ?? 0) + day.accepted + day.rejected;
      }
      return { name: annotator, colour: palette(at), values };
    });
    return {
      bars: { direction: 'up', categories: times.map((text) => ({ text })), series },
      table: {
        columns: [
          { title: texts.day, isNumber: false },
          { title: texts.annotator, isNumber: false },
          { title: texts.accepted, isNumber: true },
          { title: texts.rejected, isNumber: true },
        ],
        rows: days.map(({ day, annotator, accepted, rejected }) => [
          { text: day },
          { text: annotator, target: { kind: 'annotator', annotator } },
          accepted,
          rejected,
        ]),
      },
    };
  },
};
