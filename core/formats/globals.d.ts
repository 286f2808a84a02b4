/** What every JavaScript engine of today has beside the language: encoding (https://encoding.spec.whatwg.org). */
declare class TextDecoder {
  constructor(label?: 'utf-8', options?: { readonly ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
