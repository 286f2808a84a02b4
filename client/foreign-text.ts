/** Text that is not ours (of articles, projects, annotators, file names) where the editor would read more than letters. */

/** As the label of an entry, or in the status bar: "$(name)" in it is no icon. */
export const asLabel = (text: string): string => text.replaceAll('$(', '$\u200b(');

/** In a notification, which may have links, those that run commands among them: "[words](command:…)" in it is none. */
export const asMessage = (text: string): string => text.replaceAll('](', ']\u2060(');
