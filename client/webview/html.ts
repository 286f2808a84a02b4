/** What a page is made of. Addresses and the source are those that a webview gives. */
export interface PageParts {
  /** Of its main element, in letters. */
  readonly id: string;
  readonly script: string;
  readonly style: string;
  /** The source of the extension's own files in a content security policy. */
  readonly source: string;
  /** A number used once, in letters and digits. */
  readonly nonce: string;
  readonly language: 'en' | 'ar';
  readonly title: string;
}

/**
 * A page of a webview, empty: its script fills it. Nothing runs in it but that one script, nothing is fetched but the
 * extension's own files, and pictures are made of data alone, which an export as PNG needs.
 */
export const pageHtml = ({
  id,
  script,
  style,
  source,
  nonce,
  language,
  title,
}: PageParts): string => `<!DOCTYPE html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src ${escaped(source)}; font-src ${escaped(source)}; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escaped(style)}">
<title>${escaped(title)}</title>
</head>
<body>
<main id="${id}"></main>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>
`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in an element or between quotation marks of an attribute. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
