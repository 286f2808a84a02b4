export const projectTemplate = (): string => '{}\n';
