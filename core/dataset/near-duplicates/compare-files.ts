/** Order of articles: by path, by code units, the same on every machine and in every locale. */
export const compareFiles = (a: { readonly file: string }, b: { readonly file: string }): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
