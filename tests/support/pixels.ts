/** The pixels of a picture, as a browser decodes it. */
import type { Page } from "playwright-core";

/** What `look`, which runs in the page, finds in them. */
export async function pixelsOf<T>(
  page: Page,
  bytes: Buffer,
  type: "image/png" | "image/svg+xml",
  look: (pixels: ImageData) => T,
): Promise<T> {
  const pixels = await page.evaluateHandle(
    async (address) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      const context = canvas.getContext("2d")!;
      context.drawImage(image, 0, 0);
      return context.getImageData(0, 0, canvas.width, canvas.height);
    },
    `data:${type};base64,${bytes.toString("base64")}`,
  );
  try {
    return (await pixels.evaluate(look as (pixels: ImageData) => unknown)) as T;
  } finally {
    await pixels.dispose();
  }
}
