declare module "sanitize-html" {
  interface Options {
    allowedTags?: readonly string[];
    allowedAttributes?: Readonly<Record<string, readonly string[]>>;
    allowedStyles?: Readonly<Record<string, Readonly<Record<string, readonly RegExp[]>>>>;
  }
  const sanitize: {
    (html: string, options?: Options): string;
    readonly defaults: { readonly allowedTags: readonly string[] };
  };
  export default sanitize;
}
