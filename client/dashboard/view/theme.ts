/** Colours of the editor's theme, as it gives them to the page in variables of CSS. */

/** For what has no colour of its own. */
export const NEUTRAL = 'var(--vscode-charts-foreground, var(--vscode-foreground))';

/** The theme's orange is no opaque colour in most themes. */
const PALETTE = ['blue', 'green', 'purple', 'red', 'yellow'];

/** The theme's colour for the series of this number; after the last the first comes again. */
export const palette = (index: number): string =>
  `var(--vscode-charts-${PALETTE[index % PALETTE.length] ?? 'blue'}, var(--vscode-foreground))`;

/** What a chart looks like, in colours that are no variables any more. */
export interface Look {
  readonly text: string;
  readonly faint: string;
  readonly grid: string;
  readonly ground: string;
  readonly hover: { readonly text: string; readonly ground: string; readonly border: string };
  readonly font: string;
  readonly colour: (css: string) => string;
}

/** The look of the theme that is on now. */
export function currentLook(): Look {
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  const resolved = new Map<string, string>();
  const colour = (css: string): string => {
    let value = resolved.get(css);
    if (value === undefined) {
      probe.style.color = '';
      probe.style.color = css;
      document.body.append(probe);
      value = getComputedStyle(probe).color;
      probe.remove();
      resolved.set(css, value);
    }
    return value;
  };
  const { fontFamily } = getComputedStyle(document.body);
  return {
    text: colour('var(--vscode-foreground)'),
    faint: colour('var(--vscode-descriptionForeground, var(--vscode-foreground))'),
    grid: colour('var(--page-grid)'),
    ground: colour('var(--vscode-editor-background)'),
    hover: {
      text: colour('var(--vscode-editorHoverWidget-foreground, var(--vscode-foreground))'),
      ground: colour('var(--vscode-editorHoverWidget-background, var(--vscode-editor-background))'),
      border: colour('var(--vscode-editorHoverWidget-border, var(--vscode-foreground))'),
    },
    font: fontFamily,
    colour,
  };
}

/** Calls back when the editor has changed its theme. */
export function onThemeChange(listener: () => void): void {
  const observer = new MutationObserver(listener);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
}
